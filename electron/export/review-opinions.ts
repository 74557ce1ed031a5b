import type { RankRow } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { headingNumber } from "./gb9704.ts";
import { type Line, writeOfficialDocument } from "./official-document.ts";
import { directionName, type NumberedExpert, type ScoreTable } from "./score-table-input.ts";

/**
 * 评审意见 as .docx: per applicant the result, and what each expert wrote, by number; names stand in the signature block of the score
 * table only (DOMAIN.md section 4). Opinions are drafted, printed and read aloud from it.
 */
export function writeReviewOpinions(table: ScoreTable): Promise<Buffer> {
  const title = say("zh", "export.opinions.title", { round: table.round });
  const lines: Line[] = [
    { style: "title", text: say("zh", "export.opinions.heading") },
    { style: "text", text: table.round },
    ...table.ranking.directions
      .filter(({ rows }) => rows.length > 0)
      .flatMap(({ direction, rows }, index): Line[] => [
        { style: "blank", text: "" },
        { style: "level-one", text: `${headingNumber(index + 1)}、${directionName(table, direction)}` },
        ...rows.flatMap((row, at) => applicantLines(table, row, at + 1)),
      ]),
  ];
  return writeOfficialDocument(lines, { title, at: table.at });
}

function applicantLines(table: ScoreTable, row: RankRow, number: number): Line[] {
  const result =
    row.rank === null
      ? say("zh", "export.opinions.unranked")
      : say("zh", "export.opinions.result", {
          score: row.score ?? "",
          rank: String(row.rank),
          place: say("zh", `ranking.place.${row.place}`),
        });
  return [
    { style: "level-two", text: `（${headingNumber(number)}）${row.name}` },
    { style: "text", text: result },
    ...table.experts.flatMap((expert) => opinionLines(table, row, expert)),
  ];
}

function opinionLines({ detail }: ScoreTable, row: RankRow, { expert, number }: NumberedExpert): Line[] {
  const who = say("zh", "export.score.expert", { number: String(number) });
  if (row.recused.includes(expert)) return [text(`${who}：${say("zh", "export.score.recused")}。`)];
  if (row.missing.includes(expert)) return [text(`${who}：${say("zh", "export.score.missing")}。`)];
  const sheet = detail.rows.find((entry) => entry.submission === row.submission && entry.expert === expert);
  if (sheet === undefined) return [];
  const comments = detail.form.items.flatMap(({ id, name }) => {
    const comment = sheet.items.find(({ item }) => item === id)?.comment.trim() ?? "";
    return comment === "" ? [] : [`${name}：${comment}`];
  });
  const written = [...comments, sheet.remark.trim()].filter((part) => part !== "");
  const head = say("zh", "export.opinions.total", { who, total: sheet.total });
  if (written.length === 0) return [text(`${head}${say("zh", "export.opinions.none")}`)];
  return [text(head), ...written.flatMap((part) => part.split(/\r?\n/).map(text))];
}

const text = (words: string): Line => ({ style: "text", text: words });

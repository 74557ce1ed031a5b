import type { Workbook, Worksheet } from "exceljs";
import type { ScoreDetail } from "../../shared/contract/ranking.ts";
import type { RankGroup } from "../../shared/scoring/rank-group.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { directionName, type ScoreTable } from "./score-table-input.ts";
import { addPage, columnLetters, fitHeight, setCell, setHead, setLine } from "./sheet-cells.ts";

interface DetailLine {
  readonly direction: RankGroup;
  readonly name: string;
  readonly number: number;
  readonly sheet: ScoreDetail["rows"][number];
}

/** Where everything stands on the sheet of details, known before it is drawn: totals of other sheets point at it. */
export interface DetailPlan {
  readonly lines: readonly DetailLine[];
  /** Decimals that a total shows. */
  readonly decimals: number;
  /** Reference to the cell with an expert's total, usable in a formula of another sheet. */
  totalOf(submission: string, expert: string): string | null;
}

const headRow = 2;
const before = ["direction", "applicant", "expert"] as const;

/** Applicants in the order of the ranking, experts by number. */
export function planDetails({ detail, ranking, experts }: ScoreTable): DetailPlan {
  const sheets = new Map(detail.rows.map((sheet) => [`${sheet.submission}\n${sheet.expert}`, sheet]));
  const lines = ranking.directions.flatMap(({ direction, rows }) =>
    rows.flatMap(({ submission, name }) =>
      experts.flatMap(({ expert, number }): DetailLine[] => {
        const sheet = sheets.get(`${submission}\n${expert}`);
        return sheet === undefined ? [] : [{ direction, name, number, sheet }];
      }),
    ),
  );
  const column = columnLetters(before.length + detail.form.items.length + 1);
  const places = new Map(
    lines.map(({ sheet }, i) => [
      `${sheet.submission}\n${sheet.expert}`,
      `'${say("zh", "export.score.details")}'!${column}${headRow + 1 + i}`,
    ]),
  );
  return {
    lines,
    decimals: decimalsOf([detail.form.step, ...detail.rows.map(({ total }) => total)]),
    totalOf: (submission, expert) => places.get(`${submission}\n${expert}`) ?? null,
  };
}

/** Every expert × item × score, with totals as formulas. */
export function addDetails(workbook: Workbook, table: ScoreTable, plan: DetailPlan): void {
  const { items } = table.detail.form;
  const widths = [12, 40, 9, ...items.map(() => 14), 10, 50];
  const page = addPage(workbook, say("zh", "export.score.details"), widths, headRow);
  setLine(page, 1, widths.length, say("zh", "export.score.detailsTitle", { round: table.round }), true);
  headsOf(table).forEach((text, i) => {
    setHead(page.getCell(headRow, i + 1), text);
  });
  fitHeight(page, headRow, widths);
  plan.lines.forEach((line, i) => {
    const at = headRow + 1 + i;
    fillLine(page, at, table, line, plan.decimals);
    fitHeight(page, at, widths);
  });
}

const headsOf = ({ detail }: ScoreTable): string[] => [
  say("zh", "export.score.direction"),
  say("zh", "export.score.applicant"),
  say("zh", "export.score.expert", { number: "" }),
  ...detail.form.items.map(({ name, max }) => say("zh", "export.score.item", { name, max })),
  say("zh", "export.score.total"),
  say("zh", "export.score.remark"),
];

function fillLine(page: Worksheet, at: number, table: ScoreTable, line: DetailLine, decimals: number): void {
  const { items } = table.detail.form;
  setCell(page.getCell(at, 1), directionName(table, line.direction));
  setCell(page.getCell(at, 2), line.name);
  setCell(page.getCell(at, 3), say("zh", "export.score.expert", { number: String(line.number) }));
  const first = before.length + 1;
  items.forEach(({ id }, i) => {
    const score = line.sheet.items.find(({ item }) => item === id)?.score ?? null;
    setCell(page.getCell(at, first + i), score === null ? "" : { number: score }, decimals);
  });
  const last = first + items.length;
  const range = `${columnLetters(first)}${at}:${columnLetters(last - 1)}${at}`;
  // ROUND takes away what binary addition leaves behind: 0.1 + 0.2 must show and compare as 0.3.
  const total = { formula: `ROUND(SUM(${range}),${decimals})`, result: line.sheet.total };
  setCell(page.getCell(at, last), total, decimals);
  setCell(page.getCell(at, last + 1), remarkOf(table, line));
}

/** The remark on the whole, then the comments on items, each with the item's name. */
function remarkOf({ detail }: ScoreTable, { sheet }: DetailLine): string {
  const comments = detail.form.items.flatMap(({ id, name }) => {
    const comment = sheet.items.find(({ item }) => item === id)?.comment ?? "";
    return comment === "" ? [] : [`${name}：${comment}`];
  });
  return [sheet.remark, ...comments].filter((text) => text !== "").join("\n");
}

const decimalsOf = (values: readonly string[]): number =>
  Math.max(0, ...values.map((value) => value.split(".")[1]?.length ?? 0));

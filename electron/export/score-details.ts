import type { Workbook, Worksheet } from "exceljs";
import type { ScoreDetail } from "../../shared/contract/review.ts";
import type { DirectionId } from "../../shared/scheme/scheme.ts";
import type { RankRow } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { directionName, type NumberedExpert, type ScoreTable } from "./score-table-input.ts";
import { addPage, fitHeight, setCell, setHead, setLine } from "./sheet-cells.ts";

export interface DetailPlaces {
  /** Decimals that a total shows. */
  readonly decimals: number;
  /** Reference to the cell with an expert's total, usable in a formula of another sheet. */
  totalOf(submission: string, expert: string): string | null;
}

type DetailRow = ScoreDetail["rows"][number];

const headRow = 2;
const before = ["direction", "applicant", "expert"] as const;

/** Every expert × item × score, with totals as formulas. Applicants in the order of the ranking, experts by number. */
export function addDetails(
  workbook: Workbook,
  table: ScoreTable,
  experts: readonly NumberedExpert[],
): DetailPlaces {
  const { items } = table.detail.form;
  const widths = [12, 40, 9, ...items.map(() => 14), 10, 50];
  const page = addPage(workbook, say("zh", "export.score.details"), widths, headRow);
  setLine(page, 1, widths.length, say("zh", "export.score.detailsTitle", { round: table.round }), true);
  headsOf(table).forEach((text, i) => {
    setHead(page.getCell(headRow, i + 1), text);
  });
  fitHeight(page, headRow, widths);
  const decimals = decimalsOf([table.detail.form.step, ...table.detail.rows.map(({ total }) => total)]);
  const places = new Map<string, string>();
  let at = headRow;
  for (const { direction, row } of rankedRows(table)) {
    for (const { expert, number } of experts) {
      const found = table.detail.rows.find(
        (one) => one.submission === row.submission && one.expert === expert,
      );
      if (found === undefined) continue;
      at++;
      fillDetail(page, at, { table, direction, name: row.name, number, found, decimals });
      fitHeight(page, at, widths);
      const total = page.getCell(at, before.length + items.length + 1).address;
      places.set(`${row.submission}\n${expert}`, `'${page.name}'!${total}`);
    }
  }
  return { decimals, totalOf: (submission, expert) => places.get(`${submission}\n${expert}`) ?? null };
}

const headsOf = ({ detail }: ScoreTable): string[] => [
  say("zh", "export.score.direction"),
  say("zh", "export.score.applicant"),
  say("zh", "export.score.expert", { number: "" }),
  ...detail.form.items.map(({ name, max }) => say("zh", "export.score.item", { name, max })),
  say("zh", "export.score.total"),
  say("zh", "export.score.remark"),
];

const rankedRows = ({ ranking }: ScoreTable): { direction: DirectionId; row: RankRow }[] =>
  ranking.directions.flatMap(({ direction, rows }) => rows.map((row) => ({ direction, row })));

interface Detail {
  readonly table: ScoreTable;
  readonly direction: DirectionId;
  readonly name: string;
  readonly number: number;
  readonly found: DetailRow;
  readonly decimals: number;
}

function fillDetail(page: Worksheet, at: number, detail: Detail): void {
  const { table, found, decimals } = detail;
  const { items } = table.detail.form;
  setCell(page.getCell(at, 1), directionName(table, detail.direction));
  setCell(page.getCell(at, 2), detail.name);
  setCell(page.getCell(at, 3), say("zh", "export.score.expert", { number: String(detail.number) }));
  const first = before.length + 1;
  items.forEach(({ id }, i) => {
    const score = found.items.find(({ item }) => item === id)?.score ?? null;
    setCell(page.getCell(at, first + i), score === null ? "" : { number: score }, decimals);
  });
  const last = first + items.length;
  const range = `${page.getCell(at, first).address}:${page.getCell(at, last - 1).address}`;
  // ROUND takes away what binary addition leaves behind: 0.1 + 0.2 must show and compare as 0.3.
  setCell(
    page.getCell(at, last),
    { formula: `ROUND(SUM(${range}),${decimals})`, result: found.total },
    decimals,
  );
  setCell(page.getCell(at, last + 1), remarkOf(table, found));
}

/** The remark on the whole, then the comments on items, each with the item's name. */
function remarkOf({ detail }: ScoreTable, found: DetailRow): string {
  const comments = detail.form.items.flatMap(({ id, name }) => {
    const comment = found.items.find(({ item }) => item === id)?.comment ?? "";
    return comment === "" ? [] : [`${name}：${comment}`];
  });
  return [found.remark, ...comments].filter((text) => text !== "").join("\n");
}

const decimalsOf = (values: readonly string[]): number =>
  Math.max(0, ...values.map((value) => value.split(".")[1]?.length ?? 0));

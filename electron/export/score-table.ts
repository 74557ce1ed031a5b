import type { Workbook, Worksheet } from "exceljs";
import type { DirectionRanking, RankingRule, RankRow } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { addDetails, type DetailPlan, planDetails } from "./score-details.ts";
import { addGrades } from "./score-grades.ts";
import { directionName, type NumberedExpert, type ScoreTable } from "./score-table-input.ts";
import { addPage, fitHeight, newWorkbook, setCell, setHead, setLine, workbookBytes } from "./sheet-cells.ts";

/**
 * 评分汇总表 as .xlsx: a sheet per direction and one with every expert, item and score. Totals and scores are formulas over the
 * item scores; what they show is the stored string.
 */
export async function writeScoreTable(table: ScoreTable): Promise<Buffer> {
  const workbook = newWorkbook(table.round);
  const used = table.ranking.directions.filter(({ rows }) => rows.length > 0);
  const plan = planDetails(table);
  for (const direction of used) addDirection(workbook, table, direction, plan);
  if (table.grades) addGrades(workbook, table.round, table.grades, table.ranking.rule.decimals);
  addDetails(workbook, table, plan);
  return workbookBytes(workbook, table.at);
}

const fixedHeads = ["rank", "applicant", "city", "subject"] as const;
const fixedWidths = [7, 44, 22, 11];
const endWidths = [11, 12, 26];
const headRow = 3;

function addDirection(
  workbook: Workbook,
  table: ScoreTable,
  direction: DirectionRanking,
  plan: DetailPlan,
): void {
  const own = expertsOf(direction, table.experts);
  const name = directionName(table, direction.direction);
  const widths = [...fixedWidths, ...own.map(() => 10), ...endWidths];
  const page = addPage(workbook, say("zh", "export.score.sheet", { name }), widths, headRow);
  setLine(page, 1, widths.length, say("zh", "export.score.title", { round: table.round, name }), true);
  setLine(page, 2, widths.length, ruleText(table.ranking.rule));
  const heads = [
    ...fixedHeads.map((head) => say("zh", `export.score.${head}`)),
    ...own.map(({ number }) => say("zh", "export.score.expert", { number: String(number) })),
    ...(["score", "place", "note"] as const).map((head) => say("zh", `export.score.${head}`)),
  ];
  heads.forEach((text, i) => {
    setHead(page.getCell(headRow, i + 1), text);
  });
  fitHeight(page, headRow, widths);
  direction.rows.forEach((row, i) => {
    fillRow(page, headRow + 1 + i, row, { own, plan, rule: table.ranking.rule });
    fitHeight(page, headRow + 1 + i, widths);
  });
  addSignatures(page, headRow + direction.rows.length + 2, widths.length, own);
}

interface RowContext {
  readonly own: readonly NumberedExpert[];
  readonly plan: DetailPlan;
  readonly rule: RankingRule;
}

function fillRow(page: Worksheet, at: number, row: RankRow, { own, plan, rule }: RowContext): void {
  const first = fixedHeads.length + 1;
  const cell = (column: number) => page.getCell(at, column);
  setCell(cell(1), row.rank === null ? "—" : { number: String(row.rank) });
  setCell(cell(2), row.name);
  setCell(cell(3), row.city);
  setCell(cell(4), row.subject === null ? "" : say("zh", `subject.${row.subject}`));
  own.forEach(({ expert }, i) => {
    setTotal(page, at, first + i, row, expert, plan);
  });
  const last = first + own.length;
  const range = `${cell(first).address}:${cell(last - 1).address}`;
  setCell(
    cell(last),
    own.length === 0 ? "" : { formula: scoreFormula(rule, range), result: row.score ?? "" },
    rule.decimals,
  );
  setCell(cell(last + 1), say("zh", `ranking.place.${row.place}`));
  setCell(cell(last + 2), noteOf(row, rule));
}

function setTotal(
  page: Worksheet,
  at: number,
  column: number,
  row: RankRow,
  expert: string,
  plan: DetailPlan,
): void {
  const cell = page.getCell(at, column);
  const sheet = row.sheets.find((candidate) => candidate.expert === expert);
  if (sheet === undefined) {
    setCell(cell, stateOf(row, expert));
    return;
  }
  const place = plan.totalOf(row.submission, expert);
  const value = place === null ? { number: sheet.total } : { formula: place, result: sheet.total };
  setCell(cell, value, plan.decimals);
}

function stateOf(row: RankRow, expert: string): string {
  if (row.recused.includes(expert)) return say("zh", "export.score.recused");
  return row.missing.includes(expert) ? say("zh", "export.score.missing") : "";
}

/**
 * Text in a range (回避, 未交) is passed over by COUNT, SUM, MAX, MIN and AVERAGE alike. ROUND of a spreadsheet rounds half away
 * from zero, which for scores is half up.
 */
function scoreFormula(rule: RankingRule, range: string): string {
  const least = Math.max(rule.minimumSheets, rule.method === "trimmed" ? 3 : 1);
  const value =
    rule.method === "trimmed"
      ? `(SUM(${range})-MAX(${range})-MIN(${range}))/(COUNT(${range})-2)`
      : `AVERAGE(${range})`;
  return `IF(COUNT(${range})<${least},"",ROUND(${value},${rule.decimals}))`;
}

function noteOf(row: RankRow, rule: RankingRule): string {
  const unranked =
    row.unranked === null
      ? ""
      : say("zh", `ranking.unranked.${row.unranked}`, {
          count: String(row.sheets.length),
          least: String(rule.minimumSheets),
        });
  return [unranked, say("zh", `export.score.tie.${row.tie}`)].filter((text) => text !== "").join("；");
}

const ruleText = (rule: RankingRule): string =>
  [
    say("zh", `export.score.rule.${rule.method}`, { decimals: String(rule.decimals) }),
    say("zh", "export.score.minimum", { count: String(rule.minimumSheets) }),
  ].join("");

function addSignatures(page: Worksheet, row: number, columns: number, own: readonly NumberedExpert[]): void {
  const names = own.map(({ number, name }) =>
    say("zh", "export.score.signature", { number: String(number), name }),
  );
  setLine(page, row, columns, say("zh", "export.score.signatures"));
  names.forEach((text, i) => {
    setLine(page, row + 1 + i, columns, `${text}${" ".repeat(40)}${say("zh", "export.score.date")}`);
    page.getRow(row + 1 + i).height = 26;
  });
}

const expertsOf = ({ rows }: DirectionRanking, experts: readonly NumberedExpert[]): NumberedExpert[] => {
  const present = new Set(
    rows.flatMap((row) => [...row.sheets.map(({ expert }) => expert), ...row.recused, ...row.missing]),
  );
  return experts.filter(({ expert }) => present.has(expert));
};

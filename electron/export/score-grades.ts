import type { Workbook } from "exceljs";
import type { GradedRow, GradingView } from "../../shared/contract/grading.ts";
import { placesFor, shareField } from "../../shared/scheme/grade.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { addPage, type CellValue, fitHeight, linesOf, setCell, setHead, setLine } from "./sheet-cells.ts";

const headRow = 3;
const heads = [
  [say("zh", "export.check.number"), 7],
  [say("zh", "export.score.applicant"), 44],
  [say("zh", "export.score.city"), 18],
  [say("zh", "export.score.score"), 11],
  [say("zh", "grading.title"), 12],
  [say("zh", "grading.table.reason"), 26],
  [say("zh", "grading.table.veto"), 50],
] as const;

/** Lines, shares and vetoes in one sentence each. */
function rulesOf({ levels }: NonNullable<GradingView["grading"]>, field: number): string {
  const shared = levels.some(({ share }) => share !== null);
  const rules = levels
    .map(({ name, minimum, share }) => {
      const parts = [
        minimum === null ? "" : say("zh", "grading.rule.minimum", { value: minimum }),
        share === null ? "" : say("zh", "grading.rule.share", { value: share }),
        share === null ? "" : say("zh", "grading.rule.places", { places: String(placesFor(share, field)) }),
      ].filter((part) => part !== "");
      return say("zh", "grading.rule", { name, parts: parts.join("，") || say("zh", "grading.rule.rest") });
    })
    .join("；");
  return shared ? `${rules}\n${say("zh", "grading.shareField", { count: String(field) })}` : rules;
}

function vetoesOf(row: GradedRow, grading: NonNullable<GradingView["grading"]>): string {
  return row.marks
    .map(({ veto, holds, reason, by }) => {
      const text = grading.veto.find(({ id }) => id === veto)?.text ?? veto;
      return `${say("zh", holds ? "grading.veto.set" : "grading.veto.unset")}“${text}”：${reason}（${by}）`;
    })
    .join("\n");
}

const cellsOf = (row: GradedRow, grading: NonNullable<GradingView["grading"]>): CellValue[] => [
  { number: String(row.number) },
  row.name,
  row.city,
  row.score === null ? "" : { number: row.score },
  row.levelName ?? say("zh", "grading.open"),
  say("zh", `grading.reason.${row.reason}`),
  vetoesOf(row, grading),
];

/** 等级 as a sheet of the score table; nothing where there are no grades. */
export function addGrades(
  workbook: Workbook,
  round: string,
  { grading, rows }: GradingView,
  decimals: number,
): void {
  if (grading === null) return;
  const widths = heads.map(([, width]) => width);
  const page = addPage(workbook, say("zh", "grading.title"), widths, headRow);
  setLine(page, 1, widths.length, `${round}${say("zh", "grading.title")}`, true);
  const rules = rulesOf(grading, shareField(rows));
  setLine(page, 2, widths.length, rules);
  page.getRow(2).height =
    5 +
    15 *
      linesOf(
        rules,
        widths.reduce((sum, width) => sum + width, 0),
      );
  heads.forEach(([text], i) => {
    setHead(page.getCell(headRow, i + 1), text);
  });
  rows.forEach((row, i) => {
    const at = headRow + 1 + i;
    cellsOf(row, grading).forEach((value, column) => {
      setCell(page.getCell(at, column + 1), value, column === 3 ? decimals : 0);
    });
    fitHeight(page, at, widths);
  });
}

import type { Workbook } from "exceljs";
import { findingStatuses } from "../../shared/scheme/finding.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { addIndicatorLines, addMatrix, addRules } from "./check-indicators.ts";
import {
  addRow,
  applicantCells,
  applicantHeads,
  type CheckTable,
  findingCells,
  findingHeads,
  headRow,
  startPage,
} from "./check-page.ts";
import { type CellValue, newWorkbook, workbookBytes } from "./sheet-cells.ts";

export type { CheckTable } from "./check-page.ts";

/**
 * 核查表 as .xlsx: how many of each status per applicant, every indicator with threshold,
 * margin and place, every finding with its source and evidence, findings of the round, and the thresholds in force.
 */
export async function writeCheckTable(table: CheckTable): Promise<Buffer> {
  const workbook = newWorkbook(table.round);
  const { scheme } = table;
  addSummary(workbook, table);
  if (scheme) addMatrix(workbook, table, scheme);
  if (scheme) addIndicatorLines(workbook, table, scheme);
  addFindings(workbook, table);
  addRoundFindings(workbook, table);
  if (scheme) addRules(workbook, table, scheme);
  return workbookBytes(workbook, table.at);
}

function addSummary(workbook: Workbook, table: CheckTable): void {
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.summary"), [
    ...applicantHeads,
    ...findingStatuses.map((status) => [say("zh", `status.${status}`), 9] as const),
  ]);
  table.checks.submissions.forEach((submission, i) => {
    const counts = findingStatuses.map((status): CellValue => {
      const count = submission.findings.filter((finding) => finding.status === status).length;
      return { number: String(count) };
    });
    addRow(page, headRow + 1 + i, widths, [...applicantCells(submission, table), ...counts]);
  });
}

function addFindings(workbook: Workbook, table: CheckTable): void {
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.findings"), [
    [say("zh", "export.check.number"), 6],
    [say("zh", "export.score.applicant"), 26],
    ...findingHeads,
  ]);
  let at = headRow;
  for (const submission of table.checks.submissions)
    for (const finding of submission.findings)
      addRow(page, ++at, widths, [
        { number: String(submission.number) },
        submission.name,
        ...findingCells(finding),
      ]);
  page.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(at, headRow), column: widths.length },
  };
}

function addRoundFindings(workbook: Workbook, table: CheckTable): void {
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.round"), findingHeads);
  table.checks.round.forEach((finding, i) => {
    addRow(page, headRow + 1 + i, widths, findingCells(finding));
  });
}

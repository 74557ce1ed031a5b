import type { Workbook, Worksheet } from "exceljs";
import type { CheckResult } from "../../shared/contract/round.ts";
import { type Finding, findingStatuses } from "../../shared/scheme/finding.ts";
import { sentenceOf } from "../../shared/scheme/finding-words.ts";
import type { DirectionId } from "../../shared/scheme/scheme.ts";
import { isWordKey, say } from "../../shared/text/catalogue/index.ts";
import {
  addPage,
  type CellValue,
  fitHeight,
  newWorkbook,
  setCell,
  setHead,
  setLine,
  workbookBytes,
} from "./sheet-cells.ts";

export interface CheckTable {
  /** Name of the round. */
  readonly round: string;
  readonly checks: CheckResult;
  readonly directionNames: Readonly<Partial<Record<DirectionId, string>>>;
  /** ISO instant written into the file. */
  readonly at: string;
}

type Checked = CheckResult["submissions"][number];

const headRow = 3;

/** 核查表 as .xlsx: how many of each status per applicant, every finding with its source and evidence, findings of the round. */
export async function writeCheckTable(table: CheckTable): Promise<Buffer> {
  const workbook = newWorkbook(table.round);
  addSummary(workbook, table);
  addFindings(workbook, table);
  addRoundFindings(workbook, table);
  return workbookBytes(workbook, table.at);
}

function startPage(
  workbook: Workbook,
  table: CheckTable,
  name: string,
  heads: readonly (readonly [text: string, width: number])[],
): { page: Worksheet; widths: readonly number[] } {
  const widths = heads.map(([, width]) => width);
  const page = addPage(workbook, name, widths, headRow);
  setLine(page, 1, widths.length, say("zh", "export.check.title", { round: table.round }), true);
  setLine(page, 2, widths.length, say("zh", "export.check.legend"));
  heads.forEach(([text], i) => {
    setHead(page.getCell(headRow, i + 1), text);
  });
  fitHeight(page, headRow, widths);
  return { page, widths };
}

function addRow(page: Worksheet, at: number, widths: readonly number[], values: readonly CellValue[]): void {
  values.forEach((value, i) => {
    setCell(page.getCell(at, i + 1), value);
  });
  fitHeight(page, at, widths);
}

const applicantHeads = [
  [say("zh", "export.check.number"), 7],
  [say("zh", "export.score.applicant"), 40],
  [say("zh", "export.score.city"), 14],
  [say("zh", "export.score.subject"), 10],
  [say("zh", "export.score.direction"), 12],
] as const;

function applicantCells(submission: Checked, { directionNames }: CheckTable): CellValue[] {
  const { number, name, city, subject, direction } = submission;
  return [
    { number: String(number) },
    name,
    city,
    subject === null ? "" : say("zh", `subject.${subject}`),
    direction === null ? "" : (directionNames[direction] ?? say("zh", `direction.${direction}`)),
  ];
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

const findingHeads = [
  [say("zh", "export.check.kind"), 11],
  [say("zh", "export.check.about"), 22],
  [say("zh", "export.check.status"), 8],
  [say("zh", "export.check.expected"), 11],
  [say("zh", "export.check.actual"), 13],
  [say("zh", "export.check.unit"), 6],
  [say("zh", "export.check.margin"), 9],
  [say("zh", "export.check.sentence"), 38],
  [say("zh", "export.check.source"), 34],
  [say("zh", "export.check.evidence"), 40],
] as const;

/** Values stay the strings that were read: a value of a finding can be a date, a name or a number with its own decimals. */
function findingCells(finding: Finding): CellValue[] {
  return [
    say("zh", `findingKind.${finding.kind}`),
    inWords(finding.subject),
    say("zh", `status.${finding.status}`),
    inWords(finding.expected ?? ""),
    inWords(finding.actual ?? ""),
    finding.unit ?? "",
    finding.margin ?? "",
    sentenceOf("zh", finding),
    finding.source ? say("zh", "export.check.sourcePlace", finding.source) : "",
    finding.evidence.map(placeOf).join("\n"),
  ];
}

/** Findings name directions, subject types and fields by id, several with commas; a reader gets the words. */
const inWords = (text: string): string =>
  text
    .split(",")
    .map((id) => {
      const key = ["direction", "subject", "identityField"].map((kind) => `${kind}.${id}`).find(isWordKey);
      return key === undefined ? id : say("zh", key);
    })
    .join(text.split(",").every((id) => /^[a-z]+$/.test(id)) ? "、" : ",");

const placeOf = ({ file, block, cell, text }: Finding["evidence"][number]): string =>
  say("zh", "export.check.evidencePlace", {
    file,
    place: cell === undefined ? block : `${block} ${cell}`,
    text: shortened(text),
  });

/** By code points: a cut between surrogates would spoil a rare character of a name. */
const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= 120 ? text : `${characters.slice(0, 119).join("")}…`;
};

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

import type { Workbook, Worksheet } from "exceljs";
import type { CheckResult } from "../../shared/contract/round.ts";
import type { Finding } from "../../shared/scheme/finding.ts";
import { sentenceOf } from "../../shared/scheme/finding-words.ts";
import type { DirectionId, Scheme, Source } from "../../shared/scheme/scheme.ts";
import { isWordKey, say } from "../../shared/text/catalogue/index.ts";
import { addPage, type CellValue, fitHeight, setCell, setHead, setLine } from "./sheet-cells.ts";

export interface CheckTable {
  /** Name of the round. */
  readonly round: string;
  readonly checks: CheckResult;
  readonly directionNames: Readonly<Partial<Record<DirectionId, string>>>;
  /** The scheme in force: its indicators become a matrix with thresholds, margins and places. */
  readonly scheme?: Scheme;
  /** ISO instant written into the file. */
  readonly at: string;
}

export type Checked = CheckResult["submissions"][number];

export const headRow = 3;

export function startPage(
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

export function addRow(
  page: Worksheet,
  at: number,
  widths: readonly number[],
  values: readonly CellValue[],
  decimals = 0,
): void {
  values.forEach((value, i) => {
    setCell(page.getCell(at, i + 1), value, decimals);
  });
  fitHeight(page, at, widths);
}

export const applicantHeads = [
  [say("zh", "export.check.number"), 7],
  [say("zh", "export.score.applicant"), 40],
  [say("zh", "export.score.city"), 14],
  [say("zh", "export.score.subject"), 10],
  [say("zh", "export.score.direction"), 12],
] as const;

export function applicantCells(submission: Checked, { directionNames }: CheckTable): CellValue[] {
  const { number, name, city, subject, direction } = submission;
  return [
    { number: String(number) },
    name,
    city,
    subject === null ? "" : say("zh", `subject.${subject}`),
    direction === null ? "" : (directionNames[direction] ?? say("zh", `direction.${direction}`)),
  ];
}

export const findingHeads = [
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

export const sourceOf = (source: Source): string => say("zh", "export.check.sourcePlace", source);

/** Every place of a finding, one a line. */
export const placesOf = (finding: Finding): string => finding.evidence.map(placeOf).join("\n");

/** Values stay the strings that were read: a value of a finding can be a date, a name or a number with its own decimals. */
export function findingCells(finding: Finding): CellValue[] {
  return [
    say("zh", `findingKind.${finding.kind}`),
    inWords(finding.subject),
    say("zh", `status.${finding.status}`),
    inWords(finding.expected ?? ""),
    inWords(finding.actual ?? ""),
    finding.unit ?? "",
    finding.margin ?? "",
    sentenceOf("zh", finding),
    finding.source ? sourceOf(finding.source) : "",
    placesOf(finding),
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

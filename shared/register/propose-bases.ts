import { z } from "zod";
import { findCity } from "../scheme/city-name.ts";
import { DirectionId, SubjectId } from "../scheme/scheme.ts";
import { Evidence } from "../submission/evidence.ts";
import { applicationRoles, columnOf } from "../submission/extract/column-roles.ts";
import { cellEvidence } from "../submission/extract/context.ts";
import { subjectOfName } from "../submission/identity/applicant-name.ts";
import { directionOfText, subjectOfText } from "../submission/identity/identity-words.ts";
import { readTables } from "../submission/table/read-tables.ts";
import type { TableReading, TableRecord } from "../submission/table/table-reading.ts";
import { compact } from "../text/normalise-text.ts";
import type { Base } from "./base.ts";
import { type ListFile, readListLines } from "./read-list-lines.ts";
import { relateBases } from "./same-base.ts";

/** What a clerk has to answer before a row becomes a base. Words: `register.question.<code>`. */
export const importQuestions = [
  "name-missing",
  "listed-already",
  "repeated",
  "similar",
  "unknown-city",
  "direction-unknown",
] as const;
export const ImportQuestion = z.object({
  code: z.enum(importQuestions),
  /** The other base or row it is about, or what was written. */
  about: z.string(),
});
export type ImportQuestion = z.infer<typeof ImportQuestion>;

/** A row of a list as it would become a base. Nothing is added before a person has seen it. */
export const ProposedBase = z.object({
  name: z.string(),
  direction: DirectionId.nullable(),
  subject: SubjectId.nullable(),
  city: z.string(),
  batch: z.string(),
  evidence: Evidence,
  questions: z.array(ImportQuestion),
});
export type ProposedBase = z.infer<typeof ProposedBase>;

/** A heading that gives another number than stands below it. */
export const CountMismatch = z.object({ heading: z.string(), stated: z.number(), found: z.number() });
export type CountMismatch = z.infer<typeof CountMismatch>;

type Row = Omit<ProposedBase, "questions">;

const batchWord = /批次|年份|认定(?:时间|年度)/;

const headOf = (reading: TableReading, column: number): string =>
  compact(reading.columns.find(({ index }) => index === column)?.path.join("/") ?? "");

/** A long list is often printed as two side by side: the same header comes again, and each of it has columns of its own. */
function repeated(reading: TableReading, column: number): number[] {
  const head = headOf(reading, column);
  const again = reading.columns.filter(({ index }) => headOf(reading, index) === head);
  return again.map(({ index }) => index).sort((one, other) => one - other);
}

function rowsOfTable(source: ListFile, reading: TableReading): Row[] {
  const roles = applicationRoles(reading);
  const name = columnOf(roles, "name");
  if (name === null) return [];
  const names = repeated(reading, name);
  const batch = reading.columns.find((column) => batchWord.test(column.path.join("/")))?.index ?? null;
  return names.flatMap((own, part) => {
    /** The column of this part of the list; one that is there once stands for all parts. */
    const inPart = (column: number | null): number | null => {
      if (column === null) return null;
      const again = repeated(reading, column);
      return again.length === names.length ? (again[part] ?? column) : column;
    };
    return rowsOfPart(source, reading, {
      name: own,
      city: inPart(columnOf(roles, "city")),
      direction: inPart(columnOf(roles, "direction")),
      subject: inPart(columnOf(roles, "subject")),
      batch: inPart(batch),
      // The last line of a second list may be empty: that is no base without a name.
      whole: part === 0,
    });
  });
}

interface ListColumns {
  readonly name: number;
  readonly city: number | null;
  readonly direction: number | null;
  readonly subject: number | null;
  readonly batch: number | null;
  readonly whole: boolean;
}

function rowsOfPart(source: ListFile, reading: TableReading, columns: ListColumns): Row[] {
  const at = (record: TableRecord, column: number | null): string =>
    column === null ? "" : (record.cells.get(column) ?? []).map((cell) => cell.text.trim()).join("");
  let city = "";
  return reading.records.flatMap((record) => {
    const named = record.cells.get(columns.name)?.[0];
    const cell = named ?? (columns.whole ? [...record.cells.values()].flat()[0] : undefined);
    if (cell === undefined) return [];
    city = at(record, columns.city) || city;
    const written = at(record, columns.name);
    return [
      {
        name: written,
        direction: directionOfText(at(record, columns.direction)) ?? directionOfText(record.group ?? ""),
        subject:
          subjectOfText(at(record, columns.subject)) ??
          subjectOfText(record.group ?? "") ??
          subjectOfName(written),
        city,
        batch: at(record, columns.batch),
        evidence: cellEvidence({ ...source, scheme: null, messages: [] }, reading.block, cell),
      },
    ];
  });
}

function rowsOfLines(source: ListFile): { rows: Row[]; mismatches: CountMismatch[] } {
  const { rows, mismatches } = readListLines(source);
  return { rows: rows.map((row) => ({ ...row, city: "", batch: "" })), mismatches };
}

type Asked = Pick<Row, "name" | "city" | "direction">;

/** What a person has to answer before this becomes a base of a list. `cities` empty: cities are not checked. */
export function questionsAbout(
  row: Asked,
  listed: readonly Base[],
  cities: readonly string[],
): ImportQuestion[] {
  const questions: ImportQuestion[] = [];
  const same = listed.find((base) => relateBases(base, row) === "same");
  const similar = listed.find((base) => relateBases(base, row) === "similar");
  if (same) questions.push({ code: "listed-already", about: same.name });
  else if (similar) questions.push({ code: "similar", about: similar.name });
  if (row.city !== "" && cities.length > 0 && findCity(cities, row.city) === null)
    questions.push({ code: "unknown-city", about: row.city });
  if (row.direction === null) questions.push({ code: "direction-unknown", about: row.name });
  return questions;
}

function questionsOf(
  row: Row,
  earlier: readonly Row[],
  listed: readonly Base[],
  cities: readonly string[],
): ImportQuestion[] {
  if (row.name.trim() === "") return [{ code: "name-missing", about: row.evidence.text }];
  const twin = earlier.find((other) => relateBases(other, row) === "same");
  return [
    ...(twin ? [{ code: "repeated" as const, about: twin.name }] : []),
    ...questionsAbout(row, listed, cities),
  ];
}

/**
 * A list of bases (.xlsx or .docx, table or lines) → rows with the questions a clerk has to answer: doubles, likenesses, cities
 * that are not in `cities` (empty: not checked), directions nobody names. `listed`: the bases of the same list so far.
 */
export function proposeBases(
  source: ListFile,
  listed: readonly Base[],
  cities: readonly string[],
): { rows: ProposedBase[]; mismatches: CountMismatch[] } {
  const tables = source.document.blocks.flatMap((block) => (block.kind === "table" ? readTables(block) : []));
  const fromTables = tables.flatMap((reading) => rowsOfTable(source, reading));
  const { rows, mismatches } =
    fromTables.length > 0 ? { rows: fromTables, mismatches: [] } : rowsOfLines(source);
  return {
    rows: rows.map((row, index) => ({
      ...row,
      questions: questionsOf(row, rows.slice(0, index), listed, cities),
    })),
    mismatches,
  };
}

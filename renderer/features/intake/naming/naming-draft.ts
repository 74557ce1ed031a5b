import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { Exact } from "../../../../shared/scoring/decimal.ts";
import type { Document, TableBlock } from "../../../../shared/submission/document.ts";
import { applicationRoles, projectRoles } from "../../../../shared/submission/extract/column-roles.ts";
import { extractFile } from "../../../../shared/submission/extract-file.ts";
import { type Grid, gridOf } from "../../../../shared/submission/table/grid.ts";
import { columnsBetween } from "../../../../shared/submission/table/header-block.ts";
import { readTables } from "../../../../shared/submission/table/read-tables.ts";
import {
  type ColumnMapping,
  firstColumnOf,
  headerShape,
  type MappableTable,
  type MappedRole,
  mappingAt,
  type TableMapping,
} from "../../../../shared/submission/table/table-mapping.ts";
import type { TableReading } from "../../../../shared/submission/table/table-reading.ts";

/** What a clerk says of one column; a column without a role is not used. */
export interface ColumnDraft {
  readonly role: MappedRole;
  readonly year: number | null;
  readonly unit: string;
}

/** A header being named: its rows, what the table is, and its columns by their place from the left. */
export interface NamingDraft {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly table: MappableTable;
  readonly columns: ReadonlyMap<number, ColumnDraft>;
  readonly unit: string;
}

export const longestHeader = 8;

export const tablesOf = (document: Document): TableBlock[] =>
  document.blocks.filter((block) => block.kind === "table");

const draftColumns = (columns: readonly ColumnMapping[]): Map<number, ColumnDraft> =>
  new Map(columns.map(({ column, role, year, unit }) => [column, { role, year, unit: unit ?? "" }]));

export const fromMapping = (name: string, mapping: TableMapping, firstRow: number): NamingDraft => ({
  name,
  firstRow,
  lastRow: firstRow + mapping.headerRows - 1,
  table: mapping.table,
  columns: draftColumns(mapping.columns),
  unit: mapping.unit ?? "",
});

/** The first row that could be a header where nothing was recognised: the first with two written cells. */
function firstWideRow(grid: Grid): number {
  for (let row = 1; row <= grid.rows; row += 1) if (grid.starting(row).length >= 2) return row;
  return 1;
}

function guessedRoles(reading: TableReading, table: MappableTable, first: number): Map<number, ColumnDraft> {
  const roles = table === "project-table" ? projectRoles(reading) : applicationRoles(reading);
  if (table === "indicator-table") return new Map();
  return new Map([...roles].map(([index, role]) => [index - first + 1, { role, year: null, unit: "" }]));
}

/** Where a clerk begins: a mapping that fits already, else what was recognised, else the first row that could be one. */
export function startDraft(
  block: TableBlock,
  table: MappableTable,
  known: readonly { readonly name: string; readonly mapping: TableMapping }[],
): NamingDraft {
  const grid = gridOf(block);
  for (let row = 1; row <= grid.rows; row += 1) {
    const found = mappingAt(
      grid,
      row,
      known.map(({ mapping }) => mapping),
    );
    const stored = known.find(({ mapping }) => mapping === found);
    if (found && stored) return fromMapping(stored.name, found, row);
  }
  const [reading] = readTables(block);
  const firstRow = reading?.header.firstRow ?? firstWideRow(grid);
  const lastRow = reading?.header.lastRow ?? firstRow;
  const columns = reading
    ? guessedRoles(reading, table, firstColumnOf(grid, firstRow, lastRow) ?? 1)
    : new Map<number, ColumnDraft>();
  return { name: reading?.title ?? block.sheet ?? "", firstRow, lastRow, table, columns, unit: "" };
}

/** Columns under the marked rows, from the leftmost, with the whole path of their header. */
export function columnsUnder(
  block: TableBlock,
  { firstRow, lastRow }: Pick<NamingDraft, "firstRow" | "lastRow">,
): { readonly column: number; readonly label: string }[] {
  const grid = gridOf(block);
  const first = firstColumnOf(grid, firstRow, lastRow);
  if (first === null) return [];
  const used = new Set(block.cells.map((cell) => cell.column));
  return columnsBetween(grid, firstRow, lastRow)
    .filter(({ index, path }) => index >= first && (path.length > 0 || used.has(index)))
    .map((column) => ({ column: column.index - first + 1, label: column.path.join(" / ") }));
}

const columnMappings = (draft: NamingDraft): ColumnMapping[] =>
  [...draft.columns]
    .map(([column, { role, year, unit }]) => ({
      column,
      role,
      year,
      unit: unit.trim() === "" ? null : unit.trim(),
    }))
    .sort((a, b) => a.column - b.column);

export const columnsToSave = (draft: NamingDraft): Pick<TableMapping, "table" | "columns" | "unit"> => ({
  table: draft.table,
  columns: columnMappings(draft),
  unit: draft.unit.trim() === "" ? null : draft.unit.trim(),
});

function draftMapping(block: TableBlock, draft: NamingDraft): TableMapping | null {
  const shape = headerShape(gridOf(block), draft.firstRow, draft.lastRow);
  if (shape === null) return null;
  return { ...columnsToSave(draft), shape, headerRows: draft.lastRow - draft.firstRow + 1, labels: [] };
}

export interface Preview {
  readonly projects: number;
  readonly sum: string;
  readonly applications: number;
  readonly facts: number;
  readonly names: readonly string[];
  readonly notes: readonly string[];
}

const shownNames = 3;

/** What a table would give if it were read as drafted. */
export function previewOf(block: TableBlock, draft: NamingDraft, scheme: Scheme): Preview | null {
  const mapping = draftMapping(block, draft);
  if (mapping === null) return null;
  const { extraction, messages } = extractFile({
    document: { blocks: [block] },
    file: "",
    sha256: "",
    scheme,
    mappings: [mapping],
  });
  const { projects, applications, facts } = extraction;
  return {
    projects: projects.length,
    sum: projects
      .reduce((sum, { totalInvestment }) => sum.plus(totalInvestment ?? 0), new Exact(0))
      .toFixed(),
    applications: applications.length,
    facts: draft.table === "indicator-table" ? facts.length : 0,
    names: [...projects, ...applications].slice(0, shownNames).map(({ name }) => name),
    notes: [...new Set(messages.map((message) => message.text))].slice(0, shownNames),
  };
}

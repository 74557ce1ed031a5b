import { z } from "zod";
import type { Document, TableBlock } from "../document.ts";
import { type Grid, gridOf } from "./grid.ts";
import { openLabel } from "./label.ts";

export const mappableTables = ["project-table", "application-table", "indicator-table"] as const;
export const MappableTable = z.enum(mappableTables);
export type MappableTable = z.infer<typeof MappableTable>;

/** What a column can mean, by what the table is. 附件3, 附件4, 量化指标表. */
export const rolesOfTable = {
  "project-table": [
    "sequence",
    "name",
    "organization",
    "content",
    "period",
    "start",
    "end",
    "totalInvestment",
    "funding",
    "remark",
  ],
  "application-table": ["sequence", "city", "name", "subject", "direction", "contact", "phone", "remark"],
  "indicator-table": ["sequence", "indicator", "value", "target", "requirement", "unit"],
} as const satisfies Record<MappableTable, readonly string[]>;

export type MappedRole = (typeof rolesOfTable)[MappableTable][number];
const allRoles = [...new Set(Object.values(rolesOfTable).flat())] as [MappedRole, ...MappedRole[]];

/** Roles several columns may have. */
const repeatable: ReadonlySet<MappedRole> = new Set(["funding", "value", "target", "requirement"]);

export const ColumnMapping = z.strictObject({
  /** 1 is the leftmost column of the header. */
  column: z.number().int().min(1).max(512),
  role: z.enum(allRoles),
  /** The year an indicator column is about. */
  year: z.number().int().min(1990).max(2100).nullable(),
  /** Unit of the column's numbers where the table does not say it; wins over what its header says. */
  unit: z.string().trim().min(1).max(20).nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How a person says a table is to be read; counts for every table whose header has the same shape. */
export const TableMapping = z.strictObject({
  table: MappableTable,
  /** Fingerprint of the header texts (`headerShape`). */
  shape: z.string().min(2).max(20_000),
  headerRows: z.number().int().min(1).max(8),
  /** Header path of each column from the leftmost, to show to a person. */
  labels: z.array(z.string().max(500)).max(512),
  columns: z.array(ColumnMapping).min(1).max(512),
  /** Unit of all numbers without one, where neither their column nor the table says it. */
  unit: z.string().trim().min(1).max(20).nullable(),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** Codes of what keeps a mapping from being used. */
export type MappingProblem =
  | "role-of-other-table"
  | "role-twice"
  | "column-twice"
  | "name-missing"
  | "value-missing";

/** What is wrong with the named columns, `null` when they can be used. */
export function mappingProblem(mapping: Pick<TableMapping, "table" | "columns">): MappingProblem | null {
  const allowed: readonly string[] = rolesOfTable[mapping.table];
  const roles = mapping.columns.map((column) => column.role);
  if (roles.some((role) => !allowed.includes(role))) return "role-of-other-table";
  if (roles.some((role, index) => !repeatable.has(role) && roles.indexOf(role) !== index))
    return "role-twice";
  if (new Set(mapping.columns.map((column) => column.column)).size < mapping.columns.length)
    return "column-twice";
  if (mapping.table !== "indicator-table") return roles.includes("name") ? null : "name-missing";
  if (!roles.includes("indicator")) return "name-missing";
  return roles.some((role) => role === "value" || role === "target" || role === "requirement")
    ? null
    : "value-missing";
}

type ShapeRow = readonly (readonly [column: number, label: string])[];

const shapeRow = (grid: Grid, row: number, first: number): ShapeRow =>
  grid.starting(row).map((cell) => [cell.column - first + 1, openLabel(cell.text)]);

/** Leftmost column a header block writes in. */
export function firstColumnOf(grid: Grid, firstRow: number, lastRow: number): number | null {
  let first: number | null = null;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const [cell] = grid.starting(row);
    if (cell !== undefined) first = Math.min(first ?? cell.column, cell.column);
  }
  return first;
}

/**
 * Fingerprint of a header block: its texts without blanks, brackets and footnote marks, each with the column it begins in,
 * counted from the leftmost, row by row. `null` when the rows hold no text.
 */
export function headerShape(grid: Grid, firstRow: number, lastRow: number): string | null {
  const first = firstColumnOf(grid, firstRow, lastRow);
  if (first === null) return null;
  const rows: ShapeRow[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) rows.push(shapeRow(grid, row, first));
  return JSON.stringify(rows);
}

/** The mapping whose header stands in the rows from `row` on. */
export function mappingAt(grid: Grid, row: number, mappings: readonly TableMapping[]): TableMapping | null {
  if (mappings.length === 0 || grid.starting(row).length === 0) return null;
  const shapes = new Map<number, string | null>();
  for (const mapping of mappings) {
    const height = mapping.headerRows;
    if (!shapes.has(height)) shapes.set(height, headerShape(grid, row, row + height - 1));
    if (shapes.get(height) === mapping.shape) return mapping;
  }
  return null;
}

const tableHolds = (block: TableBlock, mappings: readonly TableMapping[]): boolean => {
  const grid = gridOf(block);
  for (let row = 1; row <= grid.rows; row += 1) if (mappingAt(grid, row, mappings) !== null) return true;
  return false;
};

/** Does a header of one of these shapes stand anywhere in a document? */
export const holdsShape = (document: Document, mappings: readonly TableMapping[]): boolean =>
  mappings.length > 0 &&
  document.blocks.some((block) => block.kind === "table" && tableHolds(block, mappings));

import type { Document, TableBlock } from "../document.ts";
import { type Grid, gridOf } from "./grid.ts";
import { openLabel } from "./label.ts";
import type { TableMapping } from "./table-mapping.ts";

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

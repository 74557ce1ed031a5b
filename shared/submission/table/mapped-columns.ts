import type { Grid } from "./grid.ts";
import { columnsBetween, type HeaderBlock } from "./header-block.ts";
import { firstColumnOf, mappingAt } from "./header-shape.ts";
import type { ColumnMapping, MappableTable, TableMapping } from "./table-mapping.ts";

/** A person's mapping laid over the columns of one table. */
export interface MappedColumns {
  readonly table: MappableTable;
  /** Column index in the table → what it means. */
  readonly columns: ReadonlyMap<number, ColumnMapping>;
  readonly unit: string | null;
  /** Column of the numbering. */
  readonly sequence: number | null;
  /** Columns in which something new begins with every record. */
  readonly keys: readonly number[];
}

const namesRecord = new Set(["sequence", "name", "indicator"]);

function layOver(mapping: TableMapping, first: number): MappedColumns {
  const columns = new Map(mapping.columns.map((column) => [first + column.column - 1, column]));
  const withRole = (wanted: (role: string) => boolean): number[] =>
    [...columns].flatMap(([index, column]) => (wanted(column.role) ? [index] : []));
  return {
    table: mapping.table,
    columns,
    unit: mapping.unit,
    sequence: withRole((role) => role === "sequence")[0] ?? null,
    keys: withRole((role) => namesRecord.has(role)),
  };
}

/** The header block at a row as a person named it, `null` where none of the mappings' shapes stands. */
export function mappedHeaderAt(
  grid: Grid,
  row: number,
  mappings: readonly TableMapping[],
): HeaderBlock | null {
  const mapping = mappingAt(grid, row, mappings);
  if (mapping === null) return null;
  const lastRow = row + mapping.headerRows - 1;
  const mapped = layOver(mapping, firstColumnOf(grid, row, lastRow) ?? 1);
  const columns = columnsBetween(grid, row, lastRow)
    .filter((column) => column.path.length > 0 || mapped.columns.has(column.index))
    .map((column) => ({ ...column, unit: mapped.columns.get(column.index)?.unit ?? column.unit }));
  return { firstRow: row, lastRow, columns, sure: true, mapped };
}

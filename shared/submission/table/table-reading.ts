import type { Cell, TableBlock } from "../document.ts";
import type { Column } from "./header-block.ts";
import type { MappedColumns } from "./mapped-columns.ts";

/** One record, which may take several rows. */
export interface TableRecord {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Cells by column index; a record of several rows may have several in a column. */
  readonly cells: ReadonlyMap<number, readonly Cell[]>;
  /** Headings of the group the record stands in. */
  readonly group: string | null;
  readonly groupUnit: string | null;
}

export interface TableTotal {
  readonly kind: "total" | "subtotal";
  readonly row: number;
  readonly label: Cell;
  readonly cells: ReadonlyMap<number, readonly Cell[]>;
  readonly groupUnit: string | null;
}

/** One table found in a block: what it calls itself, its columns and its records. */
export interface TableReading {
  readonly block: TableBlock;
  readonly title: string | null;
  readonly titleCell: Cell | null;
  /** `填报单位：…` and its like, as written. */
  readonly meta: readonly Cell[];
  readonly header: { readonly firstRow: number; readonly lastRow: number };
  readonly columns: readonly Column[];
  /** Unit of the whole table, from its title lines. */
  readonly titleUnit: string | null;
  readonly footnoteUnit: string | null;
  readonly records: readonly TableRecord[];
  readonly totals: readonly TableTotal[];
  readonly groups: readonly Cell[];
  readonly footnotes: readonly Cell[];
  readonly firstRow: number;
  readonly lastRow: number;
  /** `false`: the header was found by shape only; a person should look. */
  readonly sure: boolean;
  /** Set when the block has no header of its own and goes on with the table above: the block that has it. */
  readonly continues?: string;
  /** Set when a person named the columns. */
  readonly mapped?: MappedColumns;
}

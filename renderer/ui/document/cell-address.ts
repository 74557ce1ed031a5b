import type { Cell, TableBlock } from "../../../shared/submission/document.ts";

/** 1 → `A`, 27 → `AA`: the column letters of a sheet. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** How evidence names a cell: `F8` on a sheet, `r3c2` in a Word table. */
export const cellAddress = (table: Pick<TableBlock, "sheet">, cell: Pick<Cell, "row" | "column">): string =>
  table.sheet === undefined ? `r${cell.row}c${cell.column}` : `${columnLetters(cell.column)}${cell.row}`;

/** The row a cell address names, or `null` when it is none. */
export function rowOfAddress(address: string): number | null {
  const row = /^r(\d+)c\d+$/.exec(address)?.[1] ?? /^[A-Z]+(\d+)$/.exec(address)?.[1];
  return row === undefined ? null : Number(row);
}

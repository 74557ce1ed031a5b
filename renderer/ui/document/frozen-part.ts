import type { Cell, TableBlock } from "../../../shared/submission/document.ts";

const NUMBER = /^[-−+]?[\d,，.]+%?$/;
const YEAR = /^(19|20)\d\d年?$/;

const isValue = (text: string): boolean => NUMBER.test(text.trim()) && !YEAR.test(text.trim());

/** A header is hardly ever higher: title, unit, two or three rows of names. */
const MOST_ROWS = 6;

/**
 * Rows of a sheet that stay in view: what stands above the first row with a value, as title, unit and names of columns do. 0
 * when there is no such row.
 */
export function headerRows(table: TableBlock): number {
  if (table.sheet === undefined) return 0;
  const filled = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    if (cell.row > MOST_ROWS + 1) continue;
    filled.set(cell.row, [...(filled.get(cell.row) ?? []), cell]);
  }
  for (let row = 1; row <= MOST_ROWS + 1 && row <= table.rows; row += 1) {
    const cells = filled.get(row) ?? [];
    if (!cells.some((cell) => isValue(cell.text))) continue;
    return row - 1;
  }
  return 0;
}

/** Columns that may stay in view: together no wider than this, in characters. */
const MOST_WIDTH = 18;
const MOST_COLUMNS = 2;

/**
 * Columns of a sheet that stay in view when it is moved sideways: the running number and the name, or the first column alone.
 * `widths` in characters.
 */
export function frozenColumns(table: TableBlock, widths: readonly number[]): number {
  if (table.sheet === undefined) return 0;
  let width = 0;
  let columns = 0;
  for (let column = 1; column <= Math.min(MOST_COLUMNS, table.columns - 1); column += 1) {
    width += widths[column - 1] ?? 0;
    if (width > MOST_WIDTH) break;
    columns = column;
    if (!isRunningNumber(table, column)) break;
  }
  return columns;
}

const SAMPLE = 200;

/** A column of whole numbers, as 序号 is, does not tell which row it is: the next one does. */
function isRunningNumber(table: TableBlock, column: number): boolean {
  const texts = table.cells
    .filter((cell) => cell.row <= SAMPLE && cell.column === column && cell.columnSpan === 1)
    .map((cell) => cell.text.trim());
  const numbers = texts.filter((text) => /^\d+$/.test(text)).length;
  return numbers * 2 > texts.length;
}

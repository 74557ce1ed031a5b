import type { Cell, TableBlock } from "../../../shared/submission/document.ts";

/** Empty rows or columns in a row that are still drawn one by one: more of them are one sign that something is left out. */
const MOST_EMPTY_ROWS = 60;
const MOST_EMPTY_COLUMNS = 24;

/** Numbers of the drawn rows (or columns) in the original, in order. */
export interface Axis {
  /** Number in the original; where a stretch of empty ones is left out, the last of them. */
  readonly originals: readonly number[];
  /** First number of a stretch that is left out, by the number that stands for it. */
  readonly gaps: ReadonlyMap<number, number>;
  /** Place among the drawn ones, from 1. */
  readonly drawn: (original: number) => number;
}

/** What is drawn of a table: a value in the last column of a sheet does not draw the sixteen thousand before it. */
export interface SqueezedTable {
  /** With rows and columns as they are drawn. */
  readonly table: TableBlock;
  readonly rows: Axis;
  readonly columns: Axis;
  /** The cell a drawn one stands for. */
  readonly original: (cell: Cell) => Cell;
}

const straight: Axis = { originals: [], gaps: new Map(), drawn: (original) => original };

/** First drawn place whose original is not before this one. */
function placeOf(originals: readonly number[], original: number): number {
  let low = 0;
  let high = originals.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((originals[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function axisOf(used: Iterable<number>, mostEmpty: number): Axis {
  const numbers = [...new Set(used)].sort((a, b) => a - b);
  if (numbers.every((number, index) => number - (numbers[index - 1] ?? 0) - 1 <= mostEmpty)) return straight;
  const originals: number[] = [];
  const gaps = new Map<number, number>();
  let last = 0;
  for (const number of numbers) {
    if (number - last - 1 > mostEmpty) {
      gaps.set(number - 1, last + 1);
      originals.push(number - 1);
    } else for (let empty = last + 1; empty < number; empty += 1) originals.push(empty);
    originals.push(number);
    last = number;
  }
  return { originals, gaps, drawn: (original) => placeOf(originals, original) };
}

/** Places a cell begins and ends at, and those it covers while they are few. */
function* covered(from: number, span: number, mostEmpty: number): Generator<number> {
  yield from;
  if (span <= 1) return;
  for (let next = from + 1; next < from + span && span <= mostEmpty; next += 1) yield next;
  yield from + span - 1;
}

function* usedOf(table: TableBlock, way: "row" | "column", mostEmpty: number): Generator<number> {
  const span = way === "row" ? "rowSpan" : "columnSpan";
  for (const cell of table.cells) yield* covered(cell[way], cell[span], mostEmpty);
}

/** The number of the original, as it is drawn. */
export const originalOf = (axis: Axis, drawn: number): number => axis.originals[drawn - 1] ?? drawn;

export function squeezed(table: TableBlock): SqueezedTable {
  const rows = axisOf(usedOf(table, "row", MOST_EMPTY_ROWS), MOST_EMPTY_ROWS);
  const columns = axisOf(usedOf(table, "column", MOST_EMPTY_COLUMNS), MOST_EMPTY_COLUMNS);
  if (rows === straight && columns === straight) return { table, rows, columns, original: (cell) => cell };
  const originals = new Map<Cell, Cell>();
  const cells = table.cells.map((cell) => {
    const row = rows.drawn(cell.row);
    const column = columns.drawn(cell.column);
    const rowSpan = rows.drawn(cell.row + cell.rowSpan - 1) - row + 1;
    const columnSpan = columns.drawn(cell.column + cell.columnSpan - 1) - column + 1;
    const drawn = { text: cell.text, row, column, rowSpan, columnSpan };
    originals.set(drawn, cell);
    return drawn;
  });
  return {
    table: {
      ...table,
      cells,
      rows: rows === straight ? table.rows : rows.originals.length,
      columns: columns === straight ? table.columns : columns.originals.length,
    },
    rows,
    columns,
    original: (cell) => originals.get(cell) ?? cell,
  };
}

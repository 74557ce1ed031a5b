import type { Cell, TableBlock } from "../document.ts";

/** A table with every merged cell spread over the places it covers. */
export interface Grid {
  readonly block: TableBlock;
  readonly rows: number;
  readonly columns: number;
  /** The cell that covers a place (1-based), `null` where there is no text. */
  readonly at: (row: number, column: number) => Cell | null;
  /** Distinct cells covering a row, left to right. */
  readonly covering: (row: number) => readonly Cell[];
  /** Cells that begin in a row, left to right. */
  readonly starting: (row: number) => readonly Cell[];
}

const none: readonly Cell[] = [];
/** A merged cell over a whole sheet must not be spread over a million places. */
const maxSpan = 256;

const grids = new WeakMap<TableBlock, Grid>();

/** The same grid for the same block: several readers of one document ask for it. */
export function gridOf(block: TableBlock): Grid {
  const known = grids.get(block);
  if (known !== undefined) return known;
  const grid = spread(block);
  grids.set(block, grid);
  return grid;
}

const byPlace = (a: Cell, b: Cell): number => a.row - b.row || a.column - b.column;

/** As nearly every reader gives them. */
const isInOrder = (cells: readonly Cell[]): boolean =>
  cells.every((cell, index) => {
    const before = cells[index - 1];
    return before === undefined || byPlace(before, cell) <= 0;
  });

function spread(block: TableBlock): Grid {
  const places = new Map<number, Map<number, Cell>>();
  const covering = new Map<number, Cell[]>();
  const starting = new Map<number, Cell[]>();
  let reachesDown = false;
  let columns = 0;
  let rows = 0;
  const written = block.cells.filter((cell) => cell.text.trim() !== "");
  for (const cell of isInOrder(written) ? written : written.toSorted(byPlace)) {
    const toRow = cell.row + Math.min(cell.rowSpan, maxSpan) - 1;
    const toColumn = cell.column + Math.min(cell.columnSpan, maxSpan) - 1;
    if (toRow > cell.row) reachesDown = true;
    columns = Math.max(columns, toColumn);
    rows = Math.max(rows, toRow);
    push(starting, cell.row, cell);
    for (let row = cell.row; row <= toRow; row += 1) {
      push(covering, row, cell);
      const line = places.get(row) ?? new Map<number, Cell>();
      places.set(row, line);
      for (let column = cell.column; column <= toColumn; column += 1) line.set(column, cell);
    }
  }
  if (reachesDown) for (const line of covering.values()) line.sort((a, b) => a.column - b.column);
  return {
    block,
    rows,
    columns,
    at: (row, column) => places.get(row)?.get(column) ?? null,
    covering: (row) => covering.get(row) ?? none,
    starting: (row) => starting.get(row) ?? none,
  };
}

function push(map: Map<number, Cell[]>, key: number, cell: Cell): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [cell]);
  else list.push(cell);
}

/** 1 → A, 27 → AA. */
function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** `F8` in a workbook, `r8c6` in a Word table: how evidence names a cell. */
export const cellAddress = (block: TableBlock, cell: Cell): string =>
  block.sheet === undefined ? `r${cell.row}c${cell.column}` : `${columnLetters(cell.column)}${cell.row}`;

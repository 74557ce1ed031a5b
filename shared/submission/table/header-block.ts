import type { Cell } from "../document.ts";
import type { Grid } from "./grid.ts";
import { bareLabel, isHeaderWord, openLabel, unitOfLabel } from "./label.ts";
import type { MappedColumns } from "./mapped-columns.ts";
import { guessHeader, isGroupText, isIndexRow, isMetaRow, isTotalText, isValueText } from "./row-kind.ts";

/** A column is identified by its whole header path: the same label stands under several parents. */
export interface Column {
  readonly index: number;
  /** Labels from the top parent down, without blanks, footnote marks and bracketed remarks. */
  readonly path: readonly string[];
  /** The same with what the brackets hold. */
  readonly open: readonly string[];
  /** Unit named somewhere in the path. */
  readonly unit: string | null;
}

export interface HeaderBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly Column[];
  readonly sure: boolean;
  /** Set when a person named the columns: they count, not the words of the header. */
  readonly mapped?: MappedColumns;
}

const maxHeaderRows = 8;

/** Does the row below continue the header: labels under a spanning parent, everything else empty or merged down? */
function continues(grid: Grid, last: number): boolean {
  const below = grid.starting(last + 1);
  if (below.length === 0 || isMetaRow(grid, last + 1)) return false;
  if (below.some((cell) => isTotalText(cell.text) && cell.column <= 2)) return false;
  const labels = below.filter((cell) => isLabel(cell));
  if (labels.length !== below.length) return false;
  const underParent = below.every((cell) => {
    const parent = grid.at(last, cell.column);
    return parent !== null && parent.columnSpan > 1 && cell.columnSpan < parent.columnSpan;
  });
  if (underParent) return true;
  const first = grid.at(last + 1, grid.covering(last)[0]?.column ?? 1);
  const words = below.filter((cell) => isHeaderWord(cell.text)).length;
  return words >= 2 && words * 2 >= below.length && (first === null || first.row <= last);
}

const isLabel = (cell: Cell): boolean =>
  cell.text.length <= 60 && (isHeaderWord(cell.text) || (!isValueText(cell.text) && !isGroupText(cell.text)));

function lastHeaderRow(grid: Grid, firstRow: number): number {
  const limit = firstRow + maxHeaderRows - 1;
  let last = Math.min(limit, Math.max(...grid.starting(firstRow).map((cell) => cell.row + cell.rowSpan - 1)));
  while (last < limit && continues(grid, last)) {
    last = Math.min(
      limit,
      Math.max(last + 1, ...grid.starting(last + 1).map((cell) => cell.row + cell.rowSpan - 1)),
    );
  }
  return last;
}

/** The label above an empty place: sheets often leave a parent unmerged in its first column. */
function parentToTheLeft(grid: Grid, row: number, column: number, firstRow: number): Cell | null {
  const above = row > firstRow ? grid.at(row - 1, column) : null;
  for (let left = column - 1; left >= 1; left -= 1) {
    const cell = grid.at(row, left);
    if (cell === null) continue;
    const sameParent = row === firstRow || grid.at(row - 1, left) === above;
    return sameParent && grid.at(row + 1, left) !== cell && grid.at(row + 1, left) !== null ? cell : null;
  }
  return null;
}

function pathCells(grid: Grid, column: number, firstRow: number, lastRow: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const own = grid.at(row, column);
    const below = row < lastRow && grid.at(row + 1, column) !== null;
    const cell = own ?? (below ? parentToTheLeft(grid, row, column, firstRow) : null);
    if (cell !== null && cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}

function columnOf(grid: Grid, index: number, firstRow: number, lastRow: number): Column {
  const cells = pathCells(grid, index, firstRow, lastRow);
  const units = cells.map((cell) => unitOfLabel(cell.text)).filter((unit) => unit !== null);
  return {
    index,
    path: cells.map((cell) => bareLabel(cell.text)),
    open: cells.map((cell) => openLabel(cell.text)),
    unit: units.at(-1) ?? null,
  };
}

/** Every column a header block covers, also those it leaves without a label. */
export function columnsBetween(grid: Grid, firstRow: number, lastRow: number): Column[] {
  const columns: Column[] = [];
  for (let index = 1; index <= grid.columns; index += 1)
    columns.push(columnOf(grid, index, firstRow, lastRow));
  return columns;
}

/** Columns with text in these rows, left to right: a sheet may use its last column and none of those before it. */
function writtenColumns(grid: Grid, firstRow: number, lastRow: number): number[] {
  const columns = new Set<number>();
  for (let row = firstRow; row <= lastRow; row += 1)
    for (const { column, columnSpan } of grid.covering(row))
      for (let index = column; index < column + columnSpan && index <= grid.columns; index += 1)
        columns.add(index);
  return [...columns].sort((a, b) => a - b);
}

/** The header block that begins at a row, 1 to 8 rows deep, or `null` when the row does not look like one. */
export function headerAt(grid: Grid, row: number): HeaderBlock | null {
  const guess = guessHeader(grid, row);
  if (guess === null) return null;
  const lastLabels = lastHeaderRow(grid, row);
  const named = writtenColumns(grid, row, lastLabels)
    .map((index) => columnOf(grid, index, row, lastLabels))
    .filter((column) => column.path.length > 0);
  const lastRow =
    isIndexRow(grid, lastLabels + 1) && !startsRecords(grid, lastLabels + 1) ? lastLabels + 1 : lastLabels;
  return { firstRow: row, lastRow, columns: named, sure: guess.sure && named.length >= 2 };
}

/** A row of numbers is only the header's numbering when a row follows it that begins again at 1 or with words. */
function startsRecords(grid: Grid, row: number): boolean {
  const next = grid.starting(row + 1);
  return next.length === 0 || /^\(?2\)?$/.test(next[0]?.text.trim() ?? "");
}

import type { Cell, TableBlock } from "../../../shared/submission/document.ts";

/** What stands at one place of a drawn row: a cell with the spans it has inside this chunk, or an empty place. */
export interface DrawnCell {
  readonly column: number;
  readonly cell: Cell | null;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface RowChunk {
  readonly first: number;
  readonly last: number;
}

export function rowChunks(rows: number, size: number): RowChunk[] {
  const chunks: RowChunk[] = [];
  for (let first = 1; first <= rows; first += size) {
    chunks.push({ first, last: Math.min(first + size - 1, rows) });
  }
  return chunks;
}

/**
 * Cells by the chunk they are drawn in, counted from the row after `above`; a merged cell that crosses a border is in every
 * chunk it touches.
 */
export function cellsByChunk(
  table: TableBlock,
  size: number,
  above = 0,
): ReadonlyMap<number, readonly Cell[]> {
  const byChunk = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const last = Math.min(cell.row + cell.rowSpan - 1, table.rows) - above;
    if (last < 1) continue;
    const from = Math.floor((Math.max(1, cell.row - above) - 1) / size);
    const to = Math.floor((last - 1) / size);
    for (let chunk = from; chunk <= to; chunk += 1) {
      const list = byChunk.get(chunk);
      if (list) list.push(cell);
      else byChunk.set(chunk, [cell]);
    }
  }
  return byChunk;
}

const FREE = 0;
const TAKEN = 1;

/** Rows of one chunk, every place filled once; spans are clipped at the chunk's borders. */
export function drawRows(cells: readonly Cell[], chunk: RowChunk, columns: number): DrawnCell[][] {
  const height = chunk.last - chunk.first + 1;
  const taken = new Uint8Array(height * columns);
  const starts = new Map<number, DrawnCell>();
  for (const cell of cells) placeCell(cell, chunk, columns, taken, starts);
  return Array.from({ length: height }, (_, row) => {
    const drawn: DrawnCell[] = [];
    for (let column = 1; column <= columns; column += 1) {
      const at = row * columns + column - 1;
      const start = starts.get(at);
      if (start) drawn.push(start);
      else if (taken[at] === FREE) drawn.push({ column, cell: null, rowSpan: 1, columnSpan: 1 });
    }
    return drawn;
  });
}

function placeCell(
  cell: Cell,
  chunk: RowChunk,
  columns: number,
  taken: Uint8Array,
  starts: Map<number, DrawnCell>,
): void {
  const top = Math.max(cell.row, chunk.first) - chunk.first;
  const bottom = Math.min(cell.row + cell.rowSpan - 1, chunk.last) - chunk.first;
  const right = Math.min(cell.column + cell.columnSpan - 1, columns);
  const at = top * columns + cell.column - 1;
  if (bottom < top || right < cell.column || taken[at] !== FREE) return;
  for (let row = top; row <= bottom; row += 1) {
    taken.fill(TAKEN, row * columns + cell.column - 1, row * columns + right);
  }
  starts.set(at, {
    column: cell.column,
    cell,
    rowSpan: bottom - top + 1,
    columnSpan: right - cell.column + 1,
  });
}

/** Widths in characters from the texts that stand in one column alone, within limits that keep a page readable. */
export function columnWidths(table: TableBlock): number[] {
  const widths = new Array<number>(table.columns).fill(4);
  for (const cell of table.cells.slice(0, 2000)) {
    if (cell.columnSpan > 1) continue;
    const index = cell.column - 1;
    widths[index] = Math.max(widths[index] ?? 4, Math.min(displayWidth(cell.text), 22));
  }
  return widths;
}

/** Up to this width, in characters, a column holds numbers, units and short words; wider ones hold text. */
const TEXT_FROM = 7;

/**
 * Shares of the line, in percent, for a table that is fitted to it. `narrow`: in a line too narrow for all, text gives way to
 * numbers, because a sentence may be broken anywhere and a number may not.
 */
export function fittedShares(widths: readonly number[]): { wide: number[]; narrow: number[] } {
  const percent = (weights: readonly number[]): number[] => {
    const full = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (100 * weight) / full);
  };
  const least = widths.map((width) => (width <= 4 ? 3 : Math.min(width, TEXT_FROM)));
  return { wide: percent(widths), narrow: percent(least) };
}

/** Han takes a full width, Latin and digits about half. */
const displayWidth = (text: string): number => {
  let width = 2;
  for (const point of text) width += (point.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.55;
  return width;
};

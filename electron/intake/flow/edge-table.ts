import type { Draft, TableDraft } from "./drafts.ts";
import { TableBuilder } from "./table-builder.ts";

/** Where the cells of a row stand: `edges` are their left borders and the last right one, in twips (1/1440 inch). */
export interface RowGeometry {
  readonly edges: readonly number[];
  readonly cells: readonly CellMerge[];
}

export interface CellMerge {
  readonly vertical: "none" | "restart" | "continue";
  /** Goes on with the cell to its left. */
  readonly joinsLeft: boolean;
}

export interface RowState {
  readonly deleted?: boolean;
  readonly hidden?: boolean;
}

interface Row extends RowState {
  readonly texts: readonly string[];
  readonly geometry: RowGeometry;
}

/** Borders dragged by hand hardly ever meet exactly; nothing narrower than this (1 mm) is a column. */
const TOLERANCE = 60;
const ASSUMED_WIDTH = 1000;
const unmerged: CellMerge = { vertical: "none", joinsLeft: false };

/** LibreOffice ends more cells than a row has after a table inside of it: those without text are none. */
function withoutSurplus(texts: readonly string[], geometry: RowGeometry | null): readonly string[] {
  const count = geometry?.cells.length ?? texts.length;
  return texts.length > count && texts.slice(count).every((text) => text === "")
    ? texts.slice(0, count)
    : texts;
}

/** A row whose borders are unknown, or fewer than its cells, gets columns of the same width after the known ones. */
function completed(texts: readonly string[], geometry: RowGeometry | null): RowGeometry {
  const edges = geometry?.edges.slice(0, texts.length + 1) ?? [];
  if (edges.length === 0) edges.push(0);
  for (let index = 1; index < edges.length; index += 1)
    edges[index] = Math.max(edges[index] ?? 0, edges[index - 1] ?? 0);
  while (edges.length <= texts.length) edges.push((edges.at(-1) ?? 0) + ASSUMED_WIDTH);
  return { edges, cells: geometry?.cells ?? [] };
}

/** Left borders of the columns: those at which a cell starts, close ones taken together. */
function columnStarts(rows: readonly Row[]): number[] {
  const starts = new Set<number>();
  for (const { geometry } of rows) for (const edge of geometry.edges.slice(0, -1)) starts.add(edge);
  const columns: number[] = [];
  for (const start of [...starts].toSorted((a, b) => a - b)) {
    const last = columns.at(-1);
    if (last === undefined || start - last > TOLERANCE) columns.push(start);
  }
  return columns;
}

/** Number of columns that start before this border. */
function columnsBefore(columns: readonly number[], edge: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < edge - TOLERANCE) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tables of old Word files and RTF: rows know their cells' borders, not the columns they make together. */
export class EdgeTable {
  readonly after: Draft[] = [];
  private readonly rows: Row[] = [];

  addRow(written: readonly string[], geometry: RowGeometry | null, state: RowState): void {
    const texts = withoutSurplus(written, geometry);
    this.rows.push({ ...state, texts, geometry: completed(texts, geometry) });
  }

  finish(): TableDraft {
    const columns = columnStarts(this.rows);
    const builder = new TableBuilder();
    for (const row of this.rows) this.build(builder, row, columns);
    return { ...builder.finish(), after: this.after };
  }

  private build(builder: TableBuilder, row: Row, columns: readonly number[]): void {
    const { edges, cells } = row.geometry;
    builder.openRow();
    if (row.deleted) builder.dropThisRow();
    if (row.hidden) builder.hideThisRow();
    builder.skipColumns(columnsBefore(columns, edges[0] ?? 0));
    for (const [index, text] of row.texts.entries()) {
      const { vertical, joinsLeft } = cells[index] ?? unmerged;
      const left = columnsBefore(columns, edges[index] ?? 0);
      const right = columnsBefore(columns, edges[index + 1] ?? 0);
      builder.openCell();
      builder.setSpan(Math.max(1, right - left));
      if (vertical !== "none") builder.setMerge(vertical === "restart" ? "restart" : undefined);
      if (joinsLeft) builder.setJoinsLeft(undefined);
      builder.closeCell(text);
    }
    builder.closeRow();
  }
}

import type { Cell } from "../../../shared/submission/document.ts";
import type { Reading } from "../reading.ts";
import type { Draft, TableDraft } from "./drafts.ts";

const MAX_SPAN = 1000;
const LAST_ROW = 65_534;

const span = (value: number): number => Math.min(Math.max(Math.trunc(value) || 1, 1), MAX_SPAN);

/** Tables whose cells follow each other and say how many columns and rows they cover (HTML, OpenDocument). */
export class SpanTable {
  readonly after: Draft[] = [];
  private readonly reading: Reading;
  private readonly cells: Cell[] = [];
  private readonly hiddenRows: number[] = [];
  /** For each column the last row that a cell from above covers. */
  private readonly covered: number[] = [];
  private row = 0;
  private column = 0;
  private columns = 0;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  openRow(hidden = false): void {
    this.reading.tick();
    this.row += 1;
    this.column = 0;
    if (hidden && this.row <= this.reading.limits.rows) this.hiddenRows.push(this.row);
  }

  /** Rows without text: they count, but cost nothing. */
  skipRows(count: number): void {
    this.row += Math.max(0, Math.trunc(count) || 0);
  }

  skipColumns(count: number): void {
    this.column += Math.max(0, Math.trunc(count) || 0);
  }

  addCell(text: string, columnSpan: number, rowSpan: number): void {
    if (this.row === 0) this.openRow();
    while ((this.covered[this.column] ?? 0) >= this.row) this.column += 1;
    const { limits } = this.reading;
    const column = this.column + 1;
    const width = span(columnSpan);
    const height = rowSpan === 0 ? LAST_ROW : span(rowSpan);
    this.column += width;
    if (height > 1)
      for (let index = column - 1; index < Math.min(this.column, limits.columns); index += 1)
        this.covered[index] = this.row + height - 1;
    if (text.trim() === "") return;
    if (this.row > limits.rows || column > limits.columns) this.reading.cutTable();
    else if (this.reading.admitCell(" ")) this.place(text, column, width, height);
  }

  private place(text: string, column: number, columnSpan: number, rowSpan: number): void {
    this.cells.push({ text, row: this.row, column, rowSpan, columnSpan });
    this.columns = Math.max(this.columns, Math.min(column + columnSpan - 1, this.reading.limits.columns));
  }

  finish(): TableDraft {
    const { columns } = this;
    const rows = this.cells.length === 0 ? 0 : this.row;
    for (const cell of this.cells) {
      cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row + 1);
      cell.columnSpan = Math.min(cell.columnSpan, columns - cell.column + 1);
    }
    const hiddenRows = this.hiddenRows.filter((row) => row <= rows);
    return { kind: "table", rows, columns, cells: this.cells, hiddenRows, after: this.after };
  }
}

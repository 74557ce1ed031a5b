import type { Cell } from "../../../shared/submission/document.ts";
import type { Draft, TableDraft } from "./drafts.ts";

interface RowCell {
  text: string;
  column: number;
  span: number;
  /** Vertical merge: starts one, goes on with the one above, or none. */
  merge: "restart" | "continue" | "none";
  /** Old horizontal merge (`w:hMerge`): goes on with the cell to the left. */
  joinsLeft: boolean;
}

const joined = (first: string, second: string): string =>
  second.trim() === "" ? first : first === "" ? second : `${first}\n${second}`;

/** Puts the cells of a Word table on a grid. A merged cell is kept once, at its top left, with its spans. */
export class TableBuilder {
  readonly after: Draft[] = [];
  private readonly cells: Cell[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly above = new Map<number, Cell>();
  private readonly rightEdge = (cell: { column: number; columnSpan: number }) =>
    cell.column + cell.columnSpan - 1;
  private rows = 0;
  private columns = 0;
  private row: RowCell[] = [];
  private column = 1;
  private current: RowCell | null = null;
  private dropRow = false;
  private hideRow = false;

  openRow(): void {
    this.row = [];
    this.column = 1;
    this.dropRow = false;
    this.hideRow = false;
  }

  skipColumns(count: number): void {
    this.column += Math.min(Math.max(count, 0), 1000);
  }

  /** The row was deleted with changes tracked: the accepted view has none of it. */
  dropThisRow(): void {
    this.dropRow = true;
  }

  hideThisRow(): void {
    this.hideRow = true;
  }

  openCell(): void {
    this.current = { text: "", column: this.column, span: 1, merge: "none", joinsLeft: false };
  }

  setSpan(span: number): void {
    if (this.current && span >= 1) this.current.span = Math.min(span, 1000);
  }

  setMerge(value: string | undefined): void {
    if (this.current) this.current.merge = value === "restart" ? "restart" : "continue";
  }

  setJoinsLeft(value: string | undefined): void {
    if (this.current) this.current.joinsLeft = value !== "restart";
  }

  closeCell(text: string): void {
    if (!this.current) return;
    const left = this.current.joinsLeft ? this.row.at(-1) : undefined;
    this.column += this.current.span;
    if (left) {
      left.span += this.current.span;
      left.text = joined(left.text, text);
    } else {
      this.current.text = text;
      this.row.push(this.current);
    }
    this.current = null;
  }

  closeRow(): void {
    if (this.dropRow) return;
    this.rows += 1;
    if (this.hideRow) this.hiddenRows.push(this.rows);
    for (const cell of this.row) this.place(cell);
  }

  private place(from: RowCell): void {
    const above = from.merge === "continue" ? this.above.get(from.column) : undefined;
    if (above) {
      above.rowSpan = this.rows - above.row + 1;
      above.text = joined(above.text, from.text);
      return;
    }
    const cell = { text: from.text, row: this.rows, column: from.column, rowSpan: 1, columnSpan: from.span };
    this.cells.push(cell);
    this.columns = Math.max(this.columns, this.rightEdge(cell));
    if (from.merge === "none") this.above.delete(from.column);
    else this.above.set(from.column, cell);
  }

  finish(): TableDraft {
    return {
      kind: "table",
      rows: this.rows,
      columns: this.columns,
      cells: this.cells.filter((cell) => cell.text.trim() !== ""),
      hiddenRows: this.hiddenRows,
      after: this.after,
    };
  }
}

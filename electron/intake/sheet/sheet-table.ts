import type { Cell, TableBlock } from "../../../shared/submission/document.ts";
import type { Reading } from "../reading.ts";
import type { ShownNumber } from "./shown-number.ts";

/** WPS keeps a picture in a cell as a formula whose result repeats it. */
const PICTURE = "=DISPIMG(";
/** More than columns of a sheet, so that row and column make one number. */
const MANY = 16_385;
const LISTED = 5;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const address = (row: number, column: number): string => `${columnName(column)}${row}`;

/** Collects the cells of one sheet within the limits, and the notes about it. */
export class SheetTable {
  private readonly reading: Reading;
  private readonly name: string;
  private hidden: boolean;
  private readonly cells: Cell[] = [];
  /** Made for the first merge, which most formats name behind all cells. */
  private byPlace: Map<number, Cell> | null = null;
  private readonly hiddenRows: number[] = [];
  private readonly errors: string[] = [];
  private readonly valueless: string[] = [];
  private readonly pictures: string[] = [];
  private rounded = 0;
  /** First and last column of stretches that are not shown. */
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private cut = 0;
  private firstCut: string | null = null;
  private rows = 0;
  private columns = 0;

  constructor(name: string, hidden: boolean, reading: Reading) {
    this.name = name;
    this.hidden = hidden;
    this.reading = reading;
  }

  add(row: number, column: number, text: string): void {
    if (text.trim() === "") return;
    if (text.startsWith(PICTURE)) {
      this.pictures.push(address(row, column));
      return;
    }
    const { limits } = this.reading;
    if (row > limits.rows || column > limits.columns || !this.reading.hasRoom()) {
      this.leaveOut(row, column);
    } else if (this.reading.admit(text)) {
      const cell = { text, row, column, rowSpan: 1, columnSpan: 1 };
      this.cells.push(cell);
      this.byPlace?.set(row * MANY + column, cell);
      this.rows = Math.max(this.rows, row);
      this.columns = Math.max(this.columns, column);
    }
  }

  /** Cells that are there and are not read, from this place on. */
  leaveOut(row: number, column: number, count = 1): void {
    this.firstCut ??= address(row, column);
    this.cut += count;
  }

  addNumber(row: number, column: number, shown: ShownNumber): void {
    if (shown.rounded) this.rounded += 1;
    this.add(row, column, shown.text);
  }

  addError(row: number, column: number, text: string): void {
    this.errors.push(address(row, column));
    this.add(row, column, text);
  }

  /** A formula whose result was never stored: nobody can read a value here. */
  addValueless(row: number, column: number): void {
    this.valueless.push(address(row, column));
    this.reading.partial = true;
  }

  /** Some formats tell after the cells that the sheet is hidden. */
  hide(): void {
    this.hidden = true;
  }

  hideRow(row: number): void {
    if (row <= this.reading.limits.rows) this.hiddenRows.push(row);
  }

  hideColumns(first: number, count: number): void {
    if (count > 0 && this.hiddenColumns.length < MANY) this.hiddenColumns.push([first, first + count - 1]);
  }

  /** Names of the hidden columns that have text: sheets often hide all the empty ones to their right. */
  private hiddenColumnNames(): string[] {
    if (this.hiddenColumns.length === 0) return [];
    const used = [...new Set(this.cells.map((cell) => cell.column))].sort((a, b) => a - b);
    return used
      .filter((column) => this.hiddenColumns.some(([first, last]) => column >= first && column <= last))
      .map(columnName);
  }

  merge(row: number, column: number, lastRow: number, lastColumn: number): void {
    this.byPlace ??= new Map(this.cells.map((known) => [known.row * MANY + known.column, known]));
    const cell = this.byPlace.get(row * MANY + column);
    if (!cell || lastRow < row || lastColumn < column) return;
    cell.rowSpan = lastRow - row + 1;
    cell.columnSpan = lastColumn - column + 1;
  }

  /** The block, or `null` for a sheet without text. Spans are cut at the last row and column that have any. */
  finish(id: string): TableBlock | null {
    this.note();
    if (this.cells.length === 0) return null;
    for (const cell of this.cells) {
      cell.rowSpan = Math.min(cell.rowSpan, this.rows - cell.row + 1);
      cell.columnSpan = Math.min(cell.columnSpan, this.columns - cell.column + 1);
    }
    const hiddenRows = this.hiddenRows.filter((row) => row <= this.rows);
    if (hiddenRows.length > 0)
      this.reading.messages.add("hidden-rows", this.name, { count: String(hiddenRows.length) });
    return {
      kind: "table",
      id,
      sheet: this.name,
      hidden: this.hidden,
      rows: this.rows,
      columns: this.columns,
      cells: this.cells,
      ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    };
  }

  private noteCut(): void {
    const { reading, firstCut, cut } = this;
    if (firstCut === null) return;
    reading.partial = true;
    const params = { cell: firstCut, count: String(cut), limit: String(reading.limits.cells) };
    reading.messages.add("cells-cut", this.name, params);
  }

  private note(): void {
    const { messages } = this.reading;
    this.noteCut();
    const listed = (cells: string[]): string =>
      cells.slice(0, LISTED).join("、") + (cells.length > LISTED ? `…（${cells.length}）` : "");
    if (this.hidden && this.cells.length > 0) messages.add("hidden-sheet", this.name);
    const columns = this.hiddenColumnNames();
    if (columns.length > 0)
      messages.add("hidden-columns", this.name, { count: String(columns.length), columns: listed(columns) });
    if (this.rounded > 0) messages.add("rounded-display", this.name, { count: String(this.rounded) });
    if (this.pictures.length > 0)
      messages.add("picture-in-cell", this.name, { cells: listed(this.pictures) });
    if (this.errors.length > 0) messages.add("error-value", this.name, { cells: listed(this.errors) });
    if (this.valueless.length > 0)
      messages.add("formula-without-value", this.name, { cells: listed(this.valueless) });
  }
}

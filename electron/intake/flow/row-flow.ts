import type { Reading } from "../reading.ts";
import { cellText, type Draft, Flow, type ParagraphDraft } from "./drafts.ts";
import { EdgeTable, type RowGeometry, type RowState } from "./edge-table.ts";

interface OpenTable {
  readonly table: EdgeTable;
  cell: Flow;
  texts: string[];
}

/** Tables inside each other deeper than this are read as if they were this deep: no one draws them. */
const MAX_DEPTH = 24;

/**
 * Builds drafts from a flat run of paragraphs that know how deep in tables they stand and whether they end a cell or a row,
 * as old Word files and RTF keep them.
 */
export class RowFlow {
  private readonly reading: Reading;
  private readonly body = new Flow();
  private readonly tables: OpenTable[] = [];

  constructor(reading: Reading) {
    this.reading = reading;
  }

  addParagraph(paragraph: ParagraphDraft, depth: number): void {
    this.goTo(depth).closeParagraph(paragraph);
  }

  closeCell(paragraph: ParagraphDraft, depth: number): void {
    this.goTo(Math.max(depth, 1)).closeParagraph(paragraph);
    const open = this.tables.at(-1);
    if (!open) return;
    const text = cellText(open.cell.finish(), open.table.after);
    open.texts.push(this.reading.admitCell(text === "" ? "" : " ") ? text : "");
    open.cell = new Flow();
  }

  closeRow(depth: number, geometry: RowGeometry | null, state: RowState = {}): void {
    this.goTo(Math.max(depth, 1));
    const open = this.tables.at(-1);
    if (!open) return;
    this.reading.tick();
    if (open.texts.length > 0) open.table.addRow(open.texts, geometry, state);
    open.texts = [];
  }

  finish(): Draft[] {
    this.goTo(0);
    return this.body.finish();
  }

  /** The flow at this depth: opens tables to reach it, closes those that are deeper. */
  private goTo(depth: number): Flow {
    const wanted = Math.min(depth, MAX_DEPTH);
    while (this.tables.length > wanted) this.closeTable();
    while (this.tables.length < wanted)
      this.tables.push({ table: new EdgeTable(), cell: new Flow(), texts: [] });
    return this.tables.at(-1)?.cell ?? this.body;
  }

  /** A table that ends in the middle of a row keeps what was in it. */
  private closeTable(): void {
    const open = this.tables.pop();
    if (!open) return;
    const rest = cellText(open.cell.finish(), open.table.after);
    if (rest !== "") open.texts.push(rest);
    if (open.texts.length > 0) open.table.addRow(open.texts, null, {});
    const outer = this.tables.at(-1)?.cell ?? this.body;
    outer.add(open.table.finish());
  }
}

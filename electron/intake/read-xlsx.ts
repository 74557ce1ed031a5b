import type { Block } from "../../shared/submission/document.ts";
import { chartDrafts } from "./drawing/chart-drafts.ts";
import { drawingText } from "./drawing/drawing-text.ts";
import { BlockList } from "./flow/block-list.ts";
import { type Draft, newParagraph } from "./flow/drafts.ts";
import { noteComments, noteMargins } from "./flow/note-margins.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { OfficeParts, type Relation } from "./office-parts.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { sheetComments } from "./sheet/sheet-comments.ts";
import { type CellSources, SheetReader } from "./sheet/sheet-reader.ts";
import { SheetTable } from "./sheet/sheet-table.ts";
import {
  readCellFormats,
  readSharedStrings,
  readWorkbookPart,
  type SheetEntry,
  type WorkbookPart,
} from "./sheet/workbook-parts.ts";

function cellSources(
  parts: OfficeParts,
  relations: readonly Relation[],
  workbook: WorkbookPart,
  reading: Reading,
): CellSources {
  const part = (type: string): { bytes: Buffer; target: string } | null => {
    const target = relations.find((relation) => relation.type === type)?.target;
    const bytes = target === undefined ? null : parts.read(target);
    return bytes && target !== undefined ? { bytes, target } : null;
  };
  const strings = part("sharedStrings");
  const styles = part("styles");
  return {
    strings: strings ? readSharedStrings(strings.bytes, strings.target, reading) : [],
    formats: styles ? readCellFormats(styles.bytes, styles.target, reading) : [],
    date1904: workbook.date1904,
  };
}

function noteLeftOut(parts: OfficeParts, reading: Reading): void {
  for (const name of parts.names()) {
    if (name.endsWith("vbaproject.bin")) reading.messages.add("macros-ignored");
    else if (name.startsWith("xl/embeddings/")) reading.messages.add("embedded-object");
  }
}

class WorkbookReader {
  readonly blocks: Block[] = [];
  readonly margins: string[] = [];
  unreadable = 0;
  private readonly parts: OfficeParts;
  private readonly relations: readonly Relation[];
  private readonly sources: CellSources;
  private readonly reading: Reading;

  constructor(parts: OfficeParts, relations: readonly Relation[], sources: CellSources, reading: Reading) {
    this.parts = parts;
    this.relations = relations;
    this.sources = sources;
    this.reading = reading;
  }

  /** A damaged sheet does not cost the others. */
  readSheet(sheet: SheetEntry): void {
    try {
      this.readSound(sheet);
    } catch (error) {
      if (!(error instanceof IntakeRefusal) || error.code !== "broken") throw error;
      this.noteUnreadable(sheet);
    }
  }

  private noteUnreadable(sheet: SheetEntry): void {
    this.unreadable += 1;
    this.reading.partial = true;
    this.reading.messages.add("sheet-unreadable", sheet.name);
  }

  private readSound(sheet: SheetEntry): void {
    const relation = this.relations.find((candidate) => candidate.id === sheet.relation);
    if (relation?.type === "chartsheet") {
      this.reading.messages.add("chart-sheet-skipped", sheet.name);
      return;
    }
    const bytes = relation ? this.parts.read(relation.target) : null;
    if (!relation || bytes === null) {
      this.noteUnreadable(sheet);
      return;
    }
    const table = new SheetTable(sheet.name, sheet.hidden, this.reading);
    const reader = new SheetReader(table, this.sources);
    parseXml(bytes, relation.target, this.reading, reader);
    this.margins.push(...reader.margins);
    const block = table.finish(`b${this.blocks.length + 1}`);
    if (block) this.blocks.push(block);
    const around = this.parts.relations(relation.target);
    if (around.length === 0) return;
    this.readDrawings(around);
    noteComments(sheetComments(this.parts, around, this.reading), this.reading, sheet.name);
  }

  /** Text boxes, charts and pictures that lie on a sheet follow its table. */
  private readDrawings(around: readonly Relation[]): void {
    const { parts, reading, blocks } = this;
    const list = new BlockList(reading, undefined, blocks);
    for (const drawing of around) {
      const bytes = drawing.type === "drawing" ? parts.read(drawing.target) : null;
      if (bytes === null) continue;
      const { paragraphs, charts, pictures } = drawingText(bytes, drawing.target, reading);
      list.addAll(paragraphs.map((text) => ({ ...newParagraph(), text })));
      const shown = charts.length + pictures.length > 0 ? parts.relations(drawing.target) : [];
      for (const id of charts) list.addAll(this.chart(shown.find((relation) => relation.id === id)));
      for (const { relation, description } of pictures) {
        const target = shown.find((candidate) => candidate.id === relation)?.target ?? "";
        list.addAll([
          { kind: "image", relation, name: target.slice(target.lastIndexOf("/") + 1), description },
        ]);
      }
    }
  }

  /** The values of a chart are those of the cells it was drawn from; its titles are its own. */
  private chart(relation: Relation | undefined): Draft[] {
    const bytes = relation?.type === "chart" ? this.parts.read(relation.target) : null;
    if (bytes && relation)
      return chartDrafts(bytes, relation.target, this.reading).filter((draft) => draft.kind === "paragraph");
    this.reading.partial = true;
    this.reading.messages.add("drawing-text-skipped", relation?.target ?? "");
    return [];
  }
}

/**
 * Reads an Excel workbook (OOXML, transitional or strict, any prefix): one table block per sheet that has text, cells
 * where the sheet has them. A number is given as it shows, except that digits hidden by rounding are put back; dates and
 * formula results as they show. Throws `IntakeRefusal`.
 */
export function readXlsx(source: Package, reading: Reading): ReadResult {
  const parts = new OfficeParts(source, reading);
  const main = parts.mainPart("xl/workbook.xml");
  const workbook = readWorkbookPart(parts.require(main), main, reading);
  const relations = parts.relations(main);
  const reader = new WorkbookReader(
    parts,
    relations,
    cellSources(parts, relations, workbook, reading),
    reading,
  );
  const { sheets } = reading.limits;
  for (const sheet of workbook.sheets.slice(0, sheets)) reader.readSheet(sheet);
  const [unread] = workbook.sheets.slice(sheets);
  if (unread) reading.cutSheets(unread.name);
  if (reader.blocks.length === 0 && reader.unreadable > 0) throw new IntakeRefusal("broken", main);
  noteMargins(reader.margins, reading);
  noteLeftOut(parts, reading);
  return reading.result(reader.blocks);
}

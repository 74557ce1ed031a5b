import { type Draft, newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { ListCounter } from "../flow/list-counter.ts";
import { RowFlow } from "../flow/row-flow.ts";
import { shownSymbols, symbolText } from "../flow/symbol-text.ts";
import type { Reading } from "../reading.ts";
import { type CharacterProperties, type CharacterRun, characterRuns } from "./character-runs.ts";
import type { DocSource } from "./doc-source.ts";
import { type ParagraphProperties, paragraphProperties, rowGeometry } from "./paragraph-properties.ts";
import { type StyleMeaning, styleMeaning } from "./style-sheet.ts";

const CELL_END = 0x07;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;

const NO_LIST = 0xf801;

/** Turns one stretch of the text of an old Word file (body, notes, text boxes …) into drafts. */
class StretchReader {
  private readonly source: DocSource;
  private readonly reading: Reading;
  private readonly shared: SharedState;
  private readonly flow: RowFlow;
  private paragraph: ParagraphDraft = newParagraph();
  /** Open fields, innermost last; `true` while their instruction goes on, which is no text. */
  private readonly fields: boolean[] = [];
  private silent = false;
  private lost = false;

  constructor(source: DocSource, reading: Reading, shared: SharedState) {
    this.source = source;
    this.reading = reading;
    this.shared = shared;
    this.flow = new RowFlow(reading);
  }

  read(from: number, to: number): Draft[] {
    for (const run of characterRuns(this.source, from, to, this.reading)) this.take(run);
    if (this.silent) this.lost = true;
    this.flow.addParagraph(this.paragraph, 0);
    if (this.lost) {
      this.reading.partial = true;
      this.reading.messages.add("text-damaged");
    }
    return this.flow.finish();
  }

  private take(run: CharacterRun): void {
    const { text, properties } = run;
    if (properties.deleted || properties.inserted) this.reading.messages.add("tracked-changes");
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 0x20 && !(code === 0x28 && properties.symbol !== null)) continue;
      if (at > start) this.append(text.slice(start, at), properties);
      start = at + 1;
      this.control(code, run, at);
    }
    if (start < text.length) this.append(text.slice(start), properties);
  }

  private append(text: string, { deleted, hidden, font }: CharacterProperties): void {
    if (deleted || this.silent || !this.reading.admit(text)) return;
    this.paragraph.text += shownSymbols(text, font);
    if (hidden) this.shared.hiddenTexts.push(text);
  }

  private control(code: number, run: CharacterRun, at: number): void {
    const { properties } = run;
    switch (code) {
      case 0x0d:
      case 0x0c:
        this.endParagraph(run, at);
        return;
      case CELL_END:
        this.endCell(run, at);
        return;
      case FIELD_BEGIN:
        this.fields.push(true);
        break;
      case FIELD_SEPARATOR:
        if (this.fields.length > 0) this.fields[this.fields.length - 1] = false;
        break;
      case FIELD_END:
        this.fields.pop();
        break;
      default:
        this.shown(code, properties);
        return;
    }
    this.silent = this.fields.includes(true);
  }

  private shown(code: number, properties: CharacterProperties): void {
    if (code === 0x09) this.append("\t", properties);
    else if (code === 0x0b || code === 0x0e) this.append("\n", properties);
    else if (code === 0x1e) this.append("-", properties);
    else if (code === 0x28 && properties.symbol)
      this.append(symbolText(properties.symbol.font, properties.symbol.char), properties);
    else if (code === 0x01 && properties.special && !properties.deleted) this.addImage();
  }

  private addImage(): void {
    if (this.silent) return;
    this.shared.images += 1;
    const name = `image${this.shared.images}`;
    this.paragraph.after.push({ kind: "image", relation: "", name, description: "" });
  }

  private propertiesAt(run: CharacterRun, at: number): ParagraphProperties {
    const place = run.offset + at * run.width;
    return paragraphProperties(this.source.paragraphs.at(place), run.piece.changes, this.source.data);
  }

  /** The finished paragraph, with what its style and list add to it. */
  private finished(properties: ParagraphProperties): ParagraphDraft {
    const { paragraph } = this;
    this.paragraph = newParagraph();
    const meaning = this.shared.meaningOf(properties.style);
    paragraph.outline = properties.outline ?? meaning.outline;
    paragraph.label = this.labelOf(properties, meaning);
    return paragraph;
  }

  private labelOf(properties: ParagraphProperties, meaning: StyleMeaning): string {
    const use = properties.list ?? meaning.list ?? 0;
    const level =
      properties.list === null && meaning.list !== null ? meaning.listLevel : properties.listLevel;
    const list = use > 0 && use < NO_LIST ? this.source.lists[use - 1] : undefined;
    return list ? this.shared.counter.label(list, level) : "";
  }

  private endParagraph(run: CharacterRun, at: number): void {
    if (run.properties.deleted) return;
    const properties = this.propertiesAt(run, at);
    const { depth } = properties;
    if (depth > 1 && properties.endsInnerRow) this.endRow(properties, false);
    else if (depth > 1 && properties.endsInnerCell) this.flow.closeCell(this.finished(properties), depth);
    else if (this.silent) this.append(" ", run.properties);
    else this.flow.addParagraph(this.finished(properties), depth);
  }

  private endCell(run: CharacterRun, at: number): void {
    const properties = this.propertiesAt(run, at);
    if (this.silent) this.forgetFields();
    if (properties.endsRow) this.endRow(properties, run.properties.deleted);
    else this.flow.closeCell(this.finished(properties), Math.max(1, properties.depth));
  }

  /** No field goes on after the end of a cell: its own end is missing, and so is the text it kept back. */
  private forgetFields(): void {
    this.fields.length = 0;
    this.silent = false;
    this.lost = true;
  }

  private endRow(properties: ParagraphProperties, deleted: boolean): void {
    this.paragraph = newParagraph();
    this.flow.closeRow(Math.max(1, properties.depth), rowGeometry(properties), { deleted });
  }
}

/** What all stretches of a document count together. */
class SharedState {
  images = 0;
  readonly hiddenTexts: string[] = [];
  readonly counter = new ListCounter();
  private readonly meanings = new Map<number, StyleMeaning>();
  private readonly source: DocSource;

  constructor(source: DocSource) {
    this.source = source;
  }

  meaningOf(style: number): StyleMeaning {
    const known = this.meanings.get(style) ?? styleMeaning(this.source.styles, style);
    this.meanings.set(style, known);
    return known;
  }
}

export interface Stretches {
  /** What stands between two positions. */
  readonly read: (from: number, to: number) => Draft[];
  /** Text met so far that is there but not shown. */
  readonly hiddenTexts: readonly string[];
}

/** Reads stretches of the text of one file, by their first and last position. */
export function stretchReader(source: DocSource, reading: Reading): Stretches {
  const shared = new SharedState(source);
  return {
    read: (from, to) => new StretchReader(source, reading, shared).read(from, to),
    hiddenTexts: shared.hiddenTexts,
  };
}

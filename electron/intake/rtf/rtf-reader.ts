import { type Draft, draftTexts, newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { spacedLabel } from "../flow/list-counter.ts";
import { shownSymbols } from "../flow/symbol-text.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";
import { characters, type Destination, destinations, notedWords, worthReading } from "./destinations.ts";
import { RtfTables } from "./rtf-tables.ts";
import { type GroupState, newStretch, plainParagraph, type Stretch, separate } from "./states.ts";
import type { RtfHandlers } from "./tokenize.ts";

/** Turns the tokens of an RTF file into drafts. */
export class RtfReader implements RtfHandlers {
  readonly notes: Draft[] = [];
  readonly margins: string[] = [];
  readonly comments: string[] = [];
  /** Text that is there but not shown. */
  readonly hiddenTexts: string[] = [];
  private readonly reading: Reading;
  private readonly groups: GroupState[] = [];
  private state: GroupState = {
    destination: "text",
    font: 0,
    deleted: false,
    hidden: false,
    nested: false,
    repeats: 1,
  };
  private readonly stretches: Stretch[];
  private ignorable = false;
  private groupStart = false;
  private skipRepeats = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private label = "";
  /** Of the paragraph a label stands in: the label has properties of its own. */
  private labelled = plainParagraph();
  private shape = { name: "", value: "" };
  private images = 0;
  private readonly tables = new RtfTables();

  constructor(reading: Reading) {
    this.reading = reading;
    this.stretches = [newStretch("text", 0, reading)];
  }

  private get stretch(): Stretch {
    return this.stretches.at(-1) ?? newStretch("text", 0, this.reading);
  }

  finish(): Draft[] {
    this.flush();
    if (this.groups.length > 0) this.noteCut();
    while (this.stretches.length > 1) this.closeStretch();
    const { stretch } = this;
    this.endParagraph();
    return stretch.flow.finish();
  }

  private noteCut(): void {
    this.reading.partial = true;
    this.reading.messages.add("text-damaged");
  }

  open(): void {
    this.flush();
    this.groups.push(this.state);
    if (this.groups.length > this.reading.limits.xmlDepth) throw new IntakeRefusal("too-deep");
    this.state = { ...this.state };
    this.groupStart = true;
    this.ignorable = false;
    this.skipRepeats = 0;
  }

  close(): void {
    this.flush();
    this.skipRepeats = 0;
    this.groupStart = false;
    const { destination } = this.state;
    this.state = this.groups.pop() ?? this.state;
    if (this.state.destination !== destination) this.closeDestination(destination);
    if (this.stretches.length > 1 && this.groups.length <= this.stretch.groups - 1) this.closeStretch();
  }

  private closeDestination(destination: Destination): void {
    if (destination === "label") this.closeLabel();
    else if (destination === "shape-value") this.closeShapeValue();
  }

  /** Words drawn as a picture (WordArt), and those on shapes LibreOffice writes, are a property of the shape. */
  private closeShapeValue(): void {
    const { name, value } = this.shape;
    this.shape = { name: "", value: "" };
    if (name.trim() === "gtextUNICODE" && value.trim() !== "")
      this.stretch.paragraph.after.push({ ...newParagraph(), text: value.trim() });
  }

  symbol(char: string): void {
    if (char === "*") {
      this.ignorable = true;
      return;
    }
    this.groupStart = false;
    if (this.repeated(1)) return;
    this.flush();
    if (char === "~") this.append("\u00a0");
    else if (char === "_") this.append("-");
  }

  hex(byte: number): void {
    this.groupStart = false;
    if (!this.repeated(1)) this.keep(Buffer.from([byte]));
  }

  text(bytes: Buffer): void {
    this.groupStart = false;
    if (this.skipRepeats === 0) this.keep(bytes);
    else {
      const left = bytes.subarray(this.skipRepeats);
      this.skipRepeats = Math.max(0, this.skipRepeats - bytes.length);
      if (left.length > 0) this.keep(left);
    }
  }

  private repeated(count: number): boolean {
    if (this.skipRepeats === 0) return false;
    this.skipRepeats -= count;
    return true;
  }

  private keep(bytes: Buffer): void {
    if (this.state.destination === "skip" || this.state.destination === "fallback") return;
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    // A name in a table ends with a semicolon and nothing else needs many bytes at once.
    if (this.pendingBytes > this.reading.limits.characters) throw new IntakeRefusal("too-large");
  }

  word(name: string, value: number | null): void {
    const first = this.groupStart;
    this.groupStart = false;
    if (name === "u") {
      this.unicode(value ?? 0);
      return;
    }
    this.flush();
    this.skipRepeats = 0;
    if (first && this.openDestination(name)) return;
    if (this.state.destination === "skip") return;
    this.note(name, value);
    if (this.tables.word(this.state.destination, name, value) || this.rowWord(name, value)) return;
    if (!this.endingWord(name)) this.formatWord(name, value);
  }

  private rowWord(name: string, value: number | null): boolean {
    const { row, nestedRow } = this.stretch;
    return (this.state.nested ? nestedRow : row).word(name, value);
  }

  private unicode(value: number): void {
    this.flush();
    this.append(String.fromCharCode(value & 0xffff));
    this.skipRepeats = this.state.repeats;
  }

  private openDestination(name: string): boolean {
    if (this.state.destination === "skip") return true;
    if (name === "pict") this.addImage();
    if (name === "nesttableprops") this.state.nested = true;
    const own = name === "ud" ? "text" : destinations[name];
    if (this.ignorable && own === undefined && !worthReading.has(name)) this.state.destination = "skip";
    else if (own !== undefined) this.state.destination = own;
    else return false;
    if (own === "label") this.labelled = this.stretch.state;
    this.note(name, null);
    if (separate.has(this.state.destination))
      this.stretches.push(newStretch(this.state.destination, this.groups.length, this.reading));
    if (separate.has(this.state.destination)) this.state.destination = "text";
    return true;
  }

  private note(name: string, value: number | null): void {
    const message = value === 0 ? undefined : notedWords[name];
    if (message) this.reading.messages.add(message);
  }

  private endingWord(name: string): boolean {
    const { stretch } = this;
    const depth = stretch.state.inTable ? Math.max(1, stretch.state.depth) : 0;
    switch (name) {
      case "par":
      case "sect":
        if (!this.state.deleted) this.endParagraph();
        return true;
      case "cell":
        stretch.flow.closeCell(this.finished(), 1);
        return true;
      case "nestcell":
        stretch.flow.closeCell(this.finished(), Math.max(2, depth));
        return true;
      case "row":
        stretch.flow.closeRow(1, stretch.row.geometry());
        return true;
      case "nestrow":
        stretch.flow.closeRow(Math.max(2, depth), stretch.nestedRow.geometry());
        return true;
      default:
        return false;
    }
  }

  private formatWord(name: string, value: number | null): void {
    const { state } = this.stretch;
    const char = characters[name];
    if (char !== undefined) this.append(char);
    else if (name === "uc") this.state.repeats = Math.min(Math.max(value ?? 1, 0), 10);
    else if (name === "f") this.state.font = value ?? 0;
    else if (name === "plain") this.state.deleted = this.state.hidden = false;
    else if (name === "deleted") this.state.deleted = value !== 0;
    else if (name === "v") this.state.hidden = value !== 0;
    else if (name === "pard") this.stretch.state = plainParagraph();
    else if (name === "intbl") state.inTable = true;
    else if (name === "itap") {
      state.depth = value ?? 0;
      state.inTable = state.depth > 0;
    } else if (name === "outlinelevel") state.outline = value ?? 9;
    else if (name === "s") state.style = value ?? 0;
  }

  /** Bytes wait until nothing can be the second half of a Chinese character any more. */
  private flush(): void {
    if (this.pending.length === 0) return;
    const [only] = this.pending;
    const bytes = this.pending.length === 1 && only ? only : Buffer.concat(this.pending);
    this.pending = [];
    this.pendingBytes = 0;
    const { destination, font } = this.state;
    if (destination === "fonts") this.tables.nameFont(bytes);
    else if (destination === "styles") this.tables.nameStyle(bytes);
    else this.append(this.tables.decode(bytes, font));
  }

  private append(text: string): void {
    const { destination, deleted, hidden, font } = this.state;
    if (destination === "label") this.label += shownSymbols(text, this.tables.fontName(font));
    else if (destination === "shape-name") this.shape.name += text;
    else if (destination === "shape-value" && this.reading.admit(text)) this.shape.value += text;
    else if (destination === "text" && !deleted && this.reading.admit(text)) {
      this.stretch.paragraph.text += shownSymbols(text, this.tables.fontName(font));
      if (hidden) this.hiddenTexts.push(text);
    }
  }

  private closeLabel(): void {
    const label = this.label.trim();
    this.label = "";
    this.stretch.state = this.labelled;
    if (/[\p{L}\p{N}]/u.test(label)) this.stretch.paragraph.label = spacedLabel(label);
  }

  private addImage(): void {
    if (this.state.destination !== "text") return;
    this.images += 1;
    this.stretch.paragraph.after.push({
      kind: "image",
      relation: "",
      name: `image${this.images}`,
      description: "",
    });
  }

  private finished(): ParagraphDraft {
    const { stretch } = this;
    const { paragraph } = stretch;
    paragraph.outline = stretch.state.outline ?? this.tables.outlineOf(stretch.state.style);
    stretch.paragraph = newParagraph();
    return paragraph;
  }

  private endParagraph(): void {
    const { flow, state } = this.stretch;
    flow.addParagraph(this.finished(), state.inTable ? Math.max(1, state.depth) : 0);
  }

  private closeStretch(): void {
    const stretch = this.stretches.at(-1);
    if (!stretch) return;
    this.endParagraph();
    this.stretches.pop();
    const drafts = stretch.flow.finish();
    if (stretch.destination === "note") this.notes.push(...drafts);
    else if (stretch.destination === "box") this.stretch.paragraph.after.push(...drafts);
    else if (stretch.destination === "comment") this.comments.push(draftTexts(drafts).join("\n"));
    else this.margins.push(...draftTexts(drafts));
  }
}

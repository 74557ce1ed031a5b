import type { MessageCode } from "../../../shared/text/catalogue/refusals.ts";
import { cellText, type Draft, Flow, newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { isSymbolFont, symbolsOfFont, symbolText } from "../flow/symbol-text.ts";
import { TableBuilder } from "../flow/table-builder.ts";
import { attribute, isOn, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

/** Not shown in the accepted view, or shown already elsewhere (`Fallback` repeats `Choice`). */
const skipped = new Map<string, MessageCode | null>([
  ["Fallback", null],
  ["instrText", null],
  ["delText", "tracked-changes"],
  ["delInstrText", "tracked-changes"],
  ["moveFrom", "tracked-changes"],
  ["pPrChange", "tracked-changes"],
  ["rPrChange", "tracked-changes"],
  ["tblPrChange", "tracked-changes"],
  ["tcPrChange", "tracked-changes"],
  ["trPrChange", "tracked-changes"],
  ["sectPrChange", null],
  ["tblGridChange", null],
  ["numberingChange", null],
  ["rt", "phonetic-guide"],
]);

const noted = new Map<string, MessageCode>([
  ["ins", "tracked-changes"],
  ["moveTo", "tracked-changes"],
  ["cellDel", "tracked-changes"],
  ["altChunk", "embedded-document"],
  ["subDoc", "embedded-document"],
]);

const whole = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isInteger(value) ? value : 0;
};

const noLabel = (): string => "";

/** Turns one WordprocessingML part into drafts, in one pass, with stacks for what nests. */
export class FlowReader implements XmlHandlers {
  /** Text set as hidden: read like any other, but a person who opens the file does not see it. */
  readonly hiddenTexts: string[] = [];
  hasComments = false;
  private readonly reading: Reading;
  private readonly place: string;
  private readonly labelOf: (paragraph: ParagraphDraft) => string;
  private readonly flows: Flow[] = [new Flow()];
  private readonly tables: TableBuilder[] = [];
  private readonly paragraphs: ParagraphDraft[] = [];
  private skipDepth = 0;
  private inText = false;
  private properties: "none" | "paragraph" | "row" = "none";
  private checkBox = false;
  private hiddenRun = false;
  /** Font of the run, if its letters are drawn as symbols. */
  private symbols: string | null = null;
  /** Inside a formula, the next part that stands higher is a power. */
  private raises = false;
  private choices: { chosen: number; readonly entries: string[] } | null = null;
  /** For each `AlternateContent` being read, whether one of its choices was. */
  private readonly alternatives: boolean[] = [];
  private picture = { name: "", description: "" };
  /** Pieces of text go to the paragraph on top of the stack. */
  private top: ParagraphDraft | null = null;

  constructor(reading: Reading, place: string, labelOf: (paragraph: ParagraphDraft) => string = noLabel) {
    this.reading = reading;
    this.place = place;
    this.labelOf = labelOf;
  }

  finish(): Draft[] {
    return this.flow.finish();
  }

  private get flow(): Flow {
    return this.flows.at(-1) ?? new Flow();
  }

  text(text: string): void {
    if (this.inText && this.skipDepth === 0)
      this.append(this.symbols === null ? text : symbolsOfFont(text, this.symbols));
  }

  private append(text: string): void {
    if (!this.top || !this.reading.admit(text)) return;
    this.top.text += text;
    if (this.hiddenRun) this.hiddenTexts.push(text);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.skipDepth > 0 || this.skips(name)) {
      this.skipDepth += 1;
      return;
    }
    if (this.properties === "paragraph" && this.openParagraphProperty(name, attributes)) return;
    if (this.openText(name, attributes) || this.openStructure(name, attributes)) return;
    this.openObject(name, attributes);
  }

  private skips(name: string): boolean {
    if (name === "del") {
      this.reading.messages.add("tracked-changes");
      if (this.properties === "paragraph" && this.top) this.top.joinsNext = true;
      if (this.properties === "row") this.tables.at(-1)?.dropThisRow();
      return true;
    }
    if (name === "Choice") return this.wasChosen();
    const message = skipped.get(name);
    if (message) this.reading.messages.add(message);
    return message !== undefined;
  }

  /** All choices say the same in different vocabularies: the first counts. */
  private wasChosen(): boolean {
    const before = this.alternatives.at(-1) === true;
    if (this.alternatives.length > 0) this.alternatives[this.alternatives.length - 1] = true;
    return before;
  }

  private openParagraphProperty(name: string, attributes: XmlAttributes): boolean {
    const value = attribute(attributes, "val");
    const paragraph = this.top;
    if (!paragraph) return true;
    if (name === "pStyle") paragraph.style = value ?? null;
    else if (name === "outlineLvl") paragraph.outline = whole(value);
    else if (name === "numId") paragraph.numbering = value ?? null;
    else if (name === "ilvl") paragraph.numberingLevel = whole(value);
    else if (name === "ins") this.reading.messages.add("tracked-changes");
    return true;
  }

  private openText(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case "t":
        this.inText = true;
        return true;
      case "tab":
      case "ptab":
        this.append("\t");
        return true;
      case "br":
      case "cr":
        this.append("\n");
        return true;
      case "rFonts":
        this.openFonts(attribute(attributes, "ascii"));
        return true;
      case "noBreakHyphen":
        this.append("-");
        return true;
      case "sym":
        this.append(symbolText(attribute(attributes, "font"), attribute(attributes, "char")));
        return true;
      default:
        return this.openFormula(name);
    }
  }

  private openFonts(font: string | undefined): void {
    this.symbols = font !== undefined && isSymbolFont(font) ? font : null;
  }

  /** In one line, so that 1 over 3 is not read as 13. */
  private openFormula(name: string): boolean {
    if (name === "den") this.append("/");
    else if (name === "sSup" || name === "sSubSup") this.raises = true;
    else if (name === "sup" && this.raises) {
      this.raises = false;
      this.append("^");
    } else return false;
    return true;
  }

  private openStructure(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case "p":
        this.top = this.flow.openParagraph();
        this.paragraphs.push(this.top);
        return true;
      case "pPr":
        this.properties = "paragraph";
        return true;
      case "tbl":
        this.tables.push(new TableBuilder());
        return true;
      case "tr":
        this.tables.at(-1)?.openRow();
        return true;
      case "trPr":
        this.properties = "row";
        return true;
      case "tc":
        this.tables.at(-1)?.openCell();
        this.flows.push(new Flow());
        return true;
      case "txbxContent":
        this.flows.push(new Flow());
        this.top = null;
        return true;
      default:
        return this.openCellProperty(name, attributes);
    }
  }

  private openCellProperty(name: string, attributes: XmlAttributes): boolean {
    const table = this.tables.at(-1);
    const value = attribute(attributes, "val");
    switch (name) {
      case "gridSpan":
        table?.setSpan(whole(value));
        return true;
      case "vMerge":
        table?.setMerge(value);
        return true;
      case "hMerge":
        table?.setJoinsLeft(value);
        return true;
      case "gridBefore":
        table?.skipColumns(whole(value));
        return true;
      case "hidden":
        if (this.properties === "row" && isOn(attributes)) table?.hideThisRow();
        return true;
      default:
        return false;
    }
  }

  private openObject(name: string, attributes: XmlAttributes): void {
    const message = noted.get(name);
    if (message) this.reading.messages.add(message, message === "tracked-changes" ? "" : this.place);
    if (message === "embedded-document") this.reading.partial = true;
    if (name === "AlternateContent") this.alternatives.push(false);
    else if (name === "vanish") this.hiddenRun = isOn(attributes);
    else if (name === "commentReference") this.hasComments = true;
    else if (name === "OLEObject") this.addEmbedded(attribute(attributes, "id"));
    else if (name === "textpath") this.addWords(attributes.string ?? "");
    else if (name === "drawing" || name === "pict") this.picture = { name: "", description: "" };
    else if (name === "docPr" || name === "cNvPr") this.describe(attributes);
    else if (name === "blip") this.addImage(attribute(attributes, "embed") ?? attribute(attributes, "link"));
    else if (name === "imagedata") this.addImage(attribute(attributes, "id"));
    else if (name === "chart") this.addObject(attribute(attributes, "id"));
    else if (name === "relIds") this.addObject(attribute(attributes, "dm"));
    else if (name === "checkBox") this.checkBox = false;
    else if (name === "ddList") this.choices = { chosen: 0, entries: [] };
    else if (name === "listEntry") this.choices?.entries.push(attribute(attributes, "val") ?? "");
    else if (name === "result" && this.choices) this.choices.chosen = whole(attribute(attributes, "val"));
    else if (name === "checked" || (name === "default" && "w:val" in attributes))
      this.checkBox = isOn(attributes);
  }

  private describe(attributes: XmlAttributes): void {
    const { name, description } = this.picture;
    this.picture = { name: attributes.name ?? name, description: attributes.descr || description };
  }

  private addImage(relation: string | undefined): void {
    if (relation === undefined) return;
    this.top?.after.push({ kind: "image", relation, ...this.picture });
  }

  private addObject(relation: string | undefined): void {
    if (relation !== undefined) this.top?.after.push({ kind: "object", relation });
  }

  private addEmbedded(relation: string | undefined): void {
    if (relation === undefined) this.reading.messages.add("embedded-object", this.place);
    else this.addObject(relation);
  }

  /** Words drawn as a picture (WordArt of old). */
  private addWords(text: string): void {
    if (text.trim() !== "" && this.reading.admit(text)) this.top?.after.push({ ...newParagraph(), text });
  }

  close(name: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (name === "t") this.inText = false;
    else if (name === "p") this.closeParagraph();
    else if (name === "pPr") this.closeParagraphProperties();
    else if (name === "trPr") this.properties = "none";
    else if (name === "tc") this.closeCell();
    else if (name === "tr") this.tables.at(-1)?.closeRow();
    else if (name === "tbl") this.closeTable();
    else if (name === "txbxContent") this.closeTextBox();
    else if (name === "r") this.closeRun();
    else if (name === "AlternateContent") this.alternatives.pop();
    else if (name === "checkBox") this.append(this.checkBox ? "☑" : "☐");
    else if (name === "ddList") this.closeChoices();
  }

  private closeRun(): void {
    this.hiddenRun = false;
    this.symbols = null;
  }

  private closeChoices(): void {
    const { entries = [], chosen = 0 } = this.choices ?? {};
    this.append(entries[chosen] ?? "");
    this.choices = null;
  }

  private closeParagraphProperties(): void {
    this.properties = "none";
    if (this.top) this.top.label = this.labelOf(this.top);
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    this.top = this.paragraphs.at(-1) ?? null;
    if (paragraph) this.flow.closeParagraph(paragraph);
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    const drafts = this.flows.length > 1 ? (this.flows.pop()?.finish() ?? []) : [];
    const text = cellText(drafts, table?.after ?? []);
    table?.closeCell(this.reading.admitCell(text === "" ? "" : " ") ? text : "");
  }

  private closeTable(): void {
    const table = this.tables.pop()?.finish();
    if (table) this.flow.add(table);
  }

  private closeTextBox(): void {
    if (this.flows.length < 2) return;
    const drafts = this.flows.pop()?.finish() ?? [];
    this.top = this.paragraphs.at(-1) ?? null;
    if (this.top) this.top.after.push(...drafts);
    else for (const draft of drafts) this.flow.add(draft);
  }
}

import type { MessageCode } from "../../../shared/text/catalogue/refusals.ts";
import { cellText, type Draft, draftTexts, Flow, newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { SpanTable } from "../flow/span-table.ts";
import { shownSymbols } from "../flow/symbol-text.ts";
import { attribute, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { FormulaText } from "./formula-text.ts";
import { OdfLists } from "./odf-lists.ts";
import type { OdfStyles } from "./odf-styles.ts";

/** Elements whose text is not shown in the text, with what a clerk is told about them. */
const skipped = new Map<string, MessageCode | null>([
  ["tracked-changes", "tracked-changes"],
  ["ruby-text", "phonetic-guide"],
  ["note-citation", null],
  ["desc", null],
  // A document inside the document, in a file of one piece.
  ["document", "embedded-object"],
  ["forms", null],
  ["binary-data", null],
  ["sequence-decls", null],
  ["table-of-content-source", null],
  ["alphabetical-index-source", null],
  ["illustration-index-source", null],
  ["table-index-source", null],
  ["user-index-source", null],
  ["object-index-source", null],
  ["bibliography-source", null],
]);

const whole = (text: string | undefined, fallback = 1): number => {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value > 0 ? value : fallback;
};

interface OpenCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly repeated: number;
}

/** Turns the body of an OpenDocument text (or a header, a footer) into drafts, in one pass. */
export class OdtReader implements XmlHandlers {
  readonly notes: Draft[] = [];
  readonly comments: string[] = [];
  /** Text that is there but not shown. */
  readonly hiddenTexts: string[] = [];
  private readonly reading: Reading;
  private readonly styles: OdfStyles;
  private readonly lists: OdfLists;
  private readonly isPart: (name: string) => boolean;
  private readonly formulaOf: (object: string) => string | null;
  /** A formula that stands in the text itself, as in a file of one piece. */
  private formula: { readonly text: FormulaText; depth: number } | null = null;
  private readonly flows: Flow[] = [new Flow()];
  private readonly tables: SpanTable[] = [];
  private readonly cells: OpenCell[] = [];
  private readonly paragraphs: ParagraphDraft[] = [];
  private readonly fonts: string[] = [];
  private readonly concealed: boolean[] = [];
  private readonly names: string[] = [];
  private readonly deletions = new Set<string>();
  private region = "";
  private deleting = false;
  private skipDepth = 0;
  private partDepth = 0;

  /** Only what stands inside elements that `isPart` names is read. `formulaOf` reads an object if it is a formula. */
  constructor(
    reading: Reading,
    styles: OdfStyles,
    isPart: (name: string) => boolean,
    formulaOf: (object: string) => string | null = () => null,
  ) {
    this.reading = reading;
    this.styles = styles;
    this.lists = new OdfLists(styles);
    this.isPart = isPart;
    this.formulaOf = formulaOf;
  }

  finish(): Draft[] {
    return this.flow.finish();
  }

  private get flow(): Flow {
    return this.flows.at(-1) ?? new Flow();
  }

  private get top(): ParagraphDraft | null {
    return this.paragraphs.at(-1) ?? null;
  }

  text(text: string): void {
    if (this.formula) this.formula.text.text(text);
    else if (this.skipDepth === 0) this.addText(text);
  }

  private addText(text: string): void {
    if (!this.top) return;
    const words = text.replace(/[ \t\r\n]+/g, " ");
    this.append(/^$|\s$/.test(this.top.text) ? words.replace(/^ /, "") : words);
  }

  private append(text: string): void {
    if (text === "" || this.deleting || !this.top || !this.reading.admit(text)) return;
    this.top.text += shownSymbols(text, this.fonts.at(-1) ?? "");
    if (this.concealed.includes(true)) this.hiddenTexts.push(text);
  }

  open(name: string, attributes: XmlAttributes): void {
    const isPart = this.partDepth === 0 && this.isPart(name);
    if (isPart || this.partDepth > 0) this.partDepth += 1;
    if (isPart || this.partDepth === 0) return;
    const parent = this.names.at(-1);
    this.names.push(name);
    if (this.formula || (name === "math" && this.skipDepth === 0)) {
      this.openFormula(name, attributes);
      return;
    }
    if (this.skipDepth > 0 || skipped.has(name) || (name === "title" && parent === "frame")) {
      this.skipDepth += 1;
      this.noteDeletion(name, attributes);
      const message = skipped.get(name);
      if (message) this.reading.messages.add(message);
      return;
    }
    if (!this.openText(name, attributes) && !this.openTable(name, attributes))
      this.openObject(name, attributes);
  }

  /** Most writers keep deleted text apart; where it stands in its place, the changes say which it is. */
  private noteDeletion(name: string, attributes: XmlAttributes): void {
    if (name === "changed-region") this.region = attribute(attributes, "id") ?? "";
    else if (name === "deletion") this.deletions.add(this.region);
  }

  private openFormula(name: string, attributes: XmlAttributes): void {
    this.formula ??= { text: new FormulaText(), depth: 0 };
    this.formula.depth += 1;
    this.formula.text.open(name, attributes);
  }

  private closeFormula(formula: { readonly text: FormulaText; depth: number }): void {
    formula.text.close();
    formula.depth -= 1;
    if (formula.depth > 0) return;
    this.formula = null;
    this.append(formula.text.finish());
  }

  private openText(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case "p":
      case "h":
        this.openParagraph(name, attributes);
        return true;
      case "span":
        this.openSpan(attribute(attributes, "style-name") ?? "");
        return true;
      case "hidden-text":
        this.hiddenTexts.push(attribute(attributes, "string-value") ?? "");
        return true;
      case "s":
        this.append(" ".repeat(Math.min(whole(attribute(attributes, "c")), 1000)));
        return true;
      case "tab":
        this.append("\t");
        return true;
      case "line-break":
        this.append("\n");
        return true;
      case "list":
        this.lists.openList(
          attribute(attributes, "style-name"),
          attribute(attributes, "continue-numbering") === "true" || "text:continue-list" in attributes,
        );
        return true;
      case "list-item": {
        const start = attribute(attributes, "start-value");
        this.lists.openItem(start === undefined ? null : whole(start));
        return true;
      }
      default:
        return false;
    }
  }

  private openSpan(style: string): void {
    this.fonts.push(this.styles.fontOf(style));
    this.concealed.push(this.styles.isConcealed(style));
  }

  private openParagraph(name: string, attributes: XmlAttributes): void {
    const paragraph = newParagraph();
    const style = attribute(attributes, "style-name") ?? "";
    const own = name === "h" ? whole(attribute(attributes, "outline-level")) : this.styles.levelOf(style);
    if (own !== null) paragraph.outline = Math.min(own, 9) - 1;
    paragraph.label = this.lists.take();
    if (paragraph.label === "" && name === "h" && attribute(attributes, "is-list-header") !== "true")
      paragraph.label = this.lists.outlineLabel(Math.min(own ?? 1, 9));
    this.paragraphs.push(paragraph);
  }

  private openTable(name: string, attributes: XmlAttributes): boolean {
    const table = this.tables.at(-1);
    switch (name) {
      case "table":
        this.tables.push(new SpanTable(this.reading));
        return true;
      case "table-row": {
        const hidden = /^(collapse|filter)$/.test(attribute(attributes, "visibility") ?? "");
        table?.openRow(hidden);
        return true;
      }
      case "table-cell":
        this.flows.push(new Flow());
        this.cells.push({
          columnSpan: whole(attribute(attributes, "number-columns-spanned")),
          rowSpan: whole(attribute(attributes, "number-rows-spanned")),
          repeated: whole(attribute(attributes, "number-columns-repeated")),
        });
        return true;
      case "covered-table-cell":
        this.skipDepth += 1;
        return true;
      default:
        return false;
    }
  }

  private openObject(name: string, attributes: XmlAttributes): void {
    if (name === "text-box" || name === "note-body" || name === "annotation") {
      this.flows.push(new Flow());
      this.paragraphs.push(newParagraph());
    } else if (name === "image") this.addImage(attribute(attributes, "href") ?? "");
    else if (name === "object" || name === "object-ole") this.addObject(attribute(attributes, "href"));
    else if (name === "change-end") this.deleting = false;
    else if (name === "change-start" || name === "change") {
      this.deleting = name === "change-start" && this.deletions.has(attribute(attributes, "change-id") ?? "");
      this.reading.messages.add("tracked-changes");
    }
  }

  private addObject(href: string | undefined): void {
    // Without an address it stands here, and says itself what it is.
    if (href === undefined) return;
    const formula = this.formulaOf(href);
    if (formula === null) this.reading.messages.add("embedded-object");
    else this.append(formula);
  }

  private addImage(href: string): void {
    // The picture of an embedded object only repeats how it looks.
    if (href === "" || href.includes("ObjectReplacements/")) return;
    const name = href.slice(href.lastIndexOf("/") + 1);
    const image = { kind: "image", relation: "", name, description: "" } as const;
    if (this.top) this.top.after.push(image);
    else this.flow.add(image);
  }

  close(name: string): void {
    if (this.partDepth === 0) return;
    this.partDepth -= 1;
    if (this.partDepth === 0) return;
    this.names.pop();
    if (this.formula) {
      this.closeFormula(this.formula);
      return;
    }
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (name === "p" || name === "h") this.closeParagraph();
    else if (name === "span") this.closeSpan();
    else if (name === "list") this.lists.closeList();
    else if (name === "table-cell") this.closeCell();
    else if (name === "table") this.closeTable();
    else if (name === "text-box") this.closeBox();
    else if (name === "note-body") this.notes.push(...this.closeFlow());
    else if (name === "annotation") this.comments.push(draftTexts(this.closeFlow()).join("\n"));
  }

  private closeSpan(): void {
    this.fonts.pop();
    this.concealed.pop();
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph) this.flow.add({ ...paragraph, text: paragraph.text.trimEnd() });
  }

  private closeFlow(): Draft[] {
    this.paragraphs.pop();
    return this.flows.length > 1 ? (this.flows.pop()?.finish() ?? []) : [];
  }

  private closeBox(): void {
    const drafts = this.closeFlow();
    if (this.top) this.top.after.push(...drafts);
    else for (const draft of drafts) this.flow.add(draft);
  }

  private closeCell(): void {
    const cell = this.cells.pop();
    const table = this.tables.at(-1);
    const drafts = this.flows.length > 1 ? (this.flows.pop()?.finish() ?? []) : [];
    if (!cell || !table) return;
    const text = cellText(drafts, table.after);
    const most = Math.min(cell.repeated, this.reading.limits.columns + 1);
    if (text === "" && cell.columnSpan === 1 && cell.rowSpan === 1) table.skipColumns(cell.repeated);
    else for (let count = 0; count < most; count += 1) table.addCell(text, cell.columnSpan, cell.rowSpan);
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table) this.flow.add(table.finish());
  }
}

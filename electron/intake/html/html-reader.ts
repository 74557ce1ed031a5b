import type { Handler } from "htmlparser2";
import { cellText, type Draft, Flow, newParagraph, type ParagraphDraft } from "../flow/drafts.ts";
import { spacedLabel } from "../flow/list-counter.ts";
import { numberLabel } from "../flow/number-label.ts";
import { SpanTable } from "../flow/span-table.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";
import { storedNumber, withAllDigits } from "../sheet/shown-number.ts";

type Attributes = Readonly<Record<string, string>>;

/** Their text is for programs, or for no one. */
const silent = new Set([
  "script",
  "style",
  "head",
  "template",
  "title",
  "xml",
  "noscript",
  "select",
  "svg",
  "object",
]);
const blocks = new Set(
  "p div li dt dd address article aside blockquote center fieldset figure footer form header hr main nav ol pre section ul h1 h2 h3 h4 h5 h6 caption body".split(
    " ",
  ),
);

const tableParts = new Set(["table", "tbody", "thead", "tfoot", "tr", "td", "th", "col", "colgroup"]);

interface OpenTable {
  readonly table: SpanTable;
  cell: OpenCell | null;
  /** Numbers that showed fewer digits than they have. */
  rounded: number;
}

interface OpenCell {
  readonly flow: Flow;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** The number itself, where the program that saved the page wrote it beside the shown text. */
  readonly value: string;
}

interface OpenList {
  readonly format: string;
  next: number;
}

const listFormats: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

const styleOf = (attributes: Attributes): string =>
  (attributes.style ?? "").replace(/\s+/g, "").toLowerCase();
const isHidden = (attributes: Attributes): boolean => /display:none|mso-hide:all/.test(styleOf(attributes));

const MAX_TABLES = 24;

/** Turns the elements of a web page into drafts. Nothing it names is ever opened: no script, link, frame or picture. */
export class HtmlReader implements Partial<Handler> {
  readonly margins: string[] = [];
  readonly comments: string[] = [];
  /** Text that is there but not shown. */
  readonly hiddenTexts: string[] = [];
  private readonly reading: Reading;
  private readonly body = new Flow();
  private readonly tables: OpenTable[] = [];
  private readonly lists: OpenList[] = [];
  private paragraph: ParagraphDraft = newParagraph();
  private depth = 0;
  private closed = 0;
  /** Depth at which the element began whose text is left out. */
  private silentFrom: number | null = null;
  /** Where the words of that element are noted, if they are words at all. */
  private leftOut: string[] | null = null;
  private hiddenFrom: number | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  finish(): Draft[] {
    while (this.tables.length > 0) this.closeTable();
    this.endParagraph();
    return this.body.finish();
  }

  ontext(text: string): void {
    if (this.silentFrom !== null) {
      if (this.leftOut && this.reading.admit(text)) this.leftOut[this.leftOut.length - 1] += text;
      return;
    }
    const { paragraph } = this;
    const words = text.replace(/[ \t\r\n\f]+/g, " ");
    const piece = /(^|[\s])$/.test(paragraph.text) ? words.replace(/^ /, "") : words;
    if (piece === "" || !this.reading.admit(piece)) return;
    paragraph.text += piece;
    if (this.hiddenFrom !== null) this.hiddenTexts.push(piece);
  }

  onopentag(name: string, attributes: Attributes): void {
    this.reading.tick();
    this.depth += 1;
    if (this.depth > this.reading.limits.xmlDepth * 5) throw new IntakeRefusal("too-deep");
    if (this.silentFrom !== null) return;
    if (this.leaveOut(name, attributes)) {
      this.silentFrom = this.depth;
      return;
    }
    if (this.hiddenFrom === null && !tableParts.has(name) && isHidden(attributes))
      this.hiddenFrom = this.depth;
    if (blocks.has(name)) this.openBlock(name, attributes);
    else if (!this.openTablePart(name, attributes)) this.openInline(name, attributes);
  }

  private leaveOut(name: string, attributes: Attributes): boolean {
    if (silent.has(name)) return true;
    const element = /mso-element:([a-z-]+)/.exec(styleOf(attributes))?.[1] ?? "";
    if (name === "del" || name === "ins") this.reading.messages.add("tracked-changes");
    // LibreOffice writes the remarks of a sheet as elements inside the cell, headers and footers as `<div title="header">`.
    const page = name === "div" ? (attributes.title ?? "") : "";
    const isComment = name === "comment" || /^comment/.test(element);
    this.leftOut = isComment ? this.comments : this.margins;
    if (
      name === "comment" ||
      /^(comment|comment-list|header|footer)$/.test(element) ||
      /^(header|footer)$/.test(page)
    ) {
      this.leftOut.push("");
      return true;
    }
    this.leftOut = null;
    return name === "del";
  }

  private openBlock(name: string, attributes: Attributes): void {
    this.endParagraph();
    const heading =
      /^h([1-6])$/.exec(name)?.[1] ?? /mso-outline-level:([1-9])/.exec(styleOf(attributes))?.[1];
    if (heading !== undefined) this.paragraph.outline = Number(heading) - 1;
    if (name === "ol") {
      const format = listFormats[attributes.type ?? ""] ?? "decimal";
      this.lists.push({ format, next: Number(attributes.start ?? 1) || 1 });
    } else if (name === "ul") this.lists.push({ format: "bullet", next: 1 });
    else if (name === "li") this.openItem(attributes);
  }

  private openItem(attributes: Attributes): void {
    const list = this.lists.at(-1);
    if (!list || list.format === "bullet") return;
    list.next = Number(attributes.value ?? list.next) || list.next;
    this.paragraph.label = spacedLabel(`${numberLabel(list.next, list.format)}.`);
    list.next += 1;
  }

  private openTablePart(name: string, attributes: Attributes): boolean {
    switch (name) {
      case "table":
        this.openTable();
        return true;
      case "tr":
        this.closeCell();
        this.tables.at(-1)?.table.openRow(isHidden(attributes));
        return true;
      case "td":
      case "th":
        this.openCell(attributes);
        return true;
      default:
        return false;
    }
  }

  private openTable(): void {
    this.endParagraph();
    if (this.tables.length >= MAX_TABLES) throw new IntakeRefusal("too-deep");
    this.tables.push({ table: new SpanTable(this.reading), cell: null, rounded: 0 });
  }

  private openCell(attributes: Attributes): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table) return;
    this.endParagraph();
    table.cell = {
      flow: new Flow(),
      columnSpan: Number(attributes.colspan ?? 1),
      rowSpan: Number(attributes.rowspan ?? 1),
      value: attributes["x:num"] || attributes.sdval || "",
    };
  }

  private openInline(name: string, attributes: Attributes): void {
    if (name === "br") this.paragraph.text = `${this.paragraph.text.replace(/ $/, "")}\n`;
    else if (name === "img") this.addImage(attributes);
    else if (name === "frame" || name === "iframe" || /^x:worksheetsource$/.test(name)) this.noteElsewhere();
  }

  private noteElsewhere(): void {
    this.reading.partial = true;
    this.reading.messages.add("page-elsewhere");
  }

  private addImage({ src = "", alt = "" }: Attributes): void {
    const name = /^data:/i.test(src) ? "image" : (src.replaceAll("\\", "/").split("/").at(-1) ?? "");
    this.paragraph.after.push({ kind: "image", relation: "", name: name.slice(0, 200), description: alt });
  }

  onclosetag(name: string): void {
    if (this.silentFrom === this.depth) {
      this.silentFrom = null;
      this.leftOut = null;
    }
    if (this.hiddenFrom === this.depth) this.hiddenFrom = null;
    this.depth -= 1;
    if (this.silentFrom !== null) return;
    if (blocks.has(name)) this.endParagraph();
    if (name === "li") this.closeItem();
    else if (name === "ol" || name === "ul") this.lists.pop();
    else if (name === "td" || name === "th" || name === "tr") this.closeCell();
    else if (name === "table") this.closeTable();
  }

  /** An item without text still shows its number: a column of numbers is made of such items. */
  private closeItem(): void {
    if (this.paragraph.label === "") return;
    this.flow.add(this.paragraph);
    this.paragraph = newParagraph();
  }

  private get flow(): Flow {
    return this.tables.at(-1)?.cell?.flow ?? this.outerFlow;
  }

  /** Text between the cells of a table stands before it, as browsers show it. */
  private get outerFlow(): Flow {
    for (const { cell } of this.tables.slice(0, -1).toReversed()) if (cell) return cell.flow;
    return this.body;
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = newParagraph();
    paragraph.text = paragraph.text.replace(/^[ \n]+|[ \n]+$/g, "");
    if (paragraph.text !== "" || paragraph.after.length > 0) this.flow.add(paragraph);
    else this.paragraph.label = paragraph.label;
  }

  private closeCell(): void {
    const open = this.tables.at(-1);
    if (!open?.cell) return;
    this.endParagraph();
    const { flow, columnSpan, rowSpan, value } = open.cell;
    const text = cellText(flow.finish(), open.table.after);
    const shown = /^-?[\d.]+(E[+-]?\d+)?$/i.test(value) ? withAllDigits(text, storedNumber(value)) : null;
    if (shown?.rounded) open.rounded += 1;
    open.table.addCell(shown?.text ?? text, columnSpan, rowSpan);
    open.cell = null;
  }

  private closeTable(): void {
    this.closeCell();
    const open = this.tables.pop();
    if (!open) return;
    this.closed += 1;
    if (open.rounded > 0)
      this.reading.messages.add("rounded-display", String(this.closed), { count: String(open.rounded) });
    this.flow.add(open.table.finish());
  }
}

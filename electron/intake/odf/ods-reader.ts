import type { Block } from "../../../shared/submission/document.ts";
import { BlockList } from "../flow/block-list.ts";
import { newParagraph } from "../flow/drafts.ts";
import { noteComments } from "../flow/note-margins.ts";
import { attribute, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { columnName, SheetTable } from "../sheet/sheet-table.ts";
import { storedNumber, withAllDigits } from "../sheet/shown-number.ts";
import type { OdfStyles } from "./odf-styles.ts";

const whole = (text: string | undefined): number => {
  const value = Number(text ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
};

interface OpenCell {
  readonly type: string;
  readonly value: string;
  readonly formula: boolean;
  readonly repeated: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: string[];
}

/** An empty cell or row may be repeated to the end of the sheet; one with text hardly ever more often than this. */
const MAX_REPEATS = 1024;

/** Elements that lie on a sheet: what they say is no text of a cell. */
const drawn = new Set([
  "shapes",
  "frame",
  "custom-shape",
  "rect",
  "circle",
  "ellipse",
  "polygon",
  "caption",
  "g",
  "connector",
]);

/** Turns the sheets of an OpenDocument workbook into table blocks. */
export class OdsReader implements XmlHandlers {
  readonly blocks: Block[] = [];
  /** Page styles of the sheets, each once. */
  readonly pages = new Set<string>();
  private readonly reading: Reading;
  private readonly styles: OdfStyles;
  private table: SheetTable | null = null;
  private sheet = "";
  private sheets = 0;
  private nested = 0;
  private row = 0;
  private rowRepeats = 1;
  private hiddenRow = false;
  private column = 0;
  private nextColumn = 1;
  private cell: OpenCell | null = null;
  private inText = false;
  private drawnDepth = 0;
  private remark: string | null = null;
  private boxes: string[] = [];
  private images: string[] = [];
  private remarks: string[] = [];
  /** Cells with text of the row, as often as they are repeated, and the first column of those that are not read. */
  private rowWidth = 0;
  private firstMissing: number | null = null;
  private rowCells: { readonly column: number; readonly cell: OpenCell }[] = [];

  constructor(reading: Reading, styles: OdfStyles) {
    this.reading = reading;
    this.styles = styles;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "annotation") this.remark = "";
    if (drawn.has(name)) this.drawnDepth += 1;
    switch (name) {
      case "table":
        this.openTable(attributes);
        break;
      case "table-column":
        this.openColumn(attributes);
        break;
      case "table-row":
        this.openRow(attributes);
        break;
      case "table-cell":
      case "covered-table-cell":
        this.openCell(name, attributes);
        break;
      default:
        this.openText(name, attributes);
    }
  }

  /** A chart or a sheet in a cell brings tables of its own, which are not part of this one. */
  private openTable(attributes: XmlAttributes): void {
    this.nested += 1;
    if (this.nested > 1) return;
    const name = attribute(attributes, "name") ?? "";
    this.sheets += 1;
    this.table = null;
    if (this.sheets > this.reading.limits.sheets) {
      this.reading.cutSheets(name);
      return;
    }
    const style = attribute(attributes, "style-name") ?? "";
    const hidden = this.styles.isHidden(style);
    this.pages.add(this.styles.pageOf(style));
    this.sheet = name;
    this.table = new SheetTable(name, hidden, this.reading);
    this.row = 0;
    this.nextColumn = 1;
    this.boxes = [];
    this.images = [];
    this.remarks = [];
  }

  private openColumn(attributes: XmlAttributes): void {
    const count = whole(attribute(attributes, "number-columns-repeated"));
    if (/^(collapse|filter)$/.test(attribute(attributes, "visibility") ?? ""))
      this.table?.hideColumns(this.nextColumn, count);
    this.nextColumn += count;
  }

  private openRow(attributes: XmlAttributes): void {
    this.row += 1;
    this.rowRepeats = whole(attribute(attributes, "number-rows-repeated"));
    this.hiddenRow = /^(collapse|filter)$/.test(attribute(attributes, "visibility") ?? "");
    this.column = 0;
    this.rowWidth = 0;
    this.firstMissing = null;
    this.rowCells = [];
  }

  private openCell(name: string, attributes: XmlAttributes): void {
    this.cell = {
      type: name === "table-cell" ? (attribute(attributes, "value-type") ?? "") : "covered",
      value: attribute(attributes, "value") ?? "",
      formula: "table:formula" in attributes,
      repeated: whole(attribute(attributes, "number-columns-repeated")),
      columnSpan: whole(attribute(attributes, "number-columns-spanned")),
      rowSpan: whole(attribute(attributes, "number-rows-spanned")),
      paragraphs: [],
    };
  }

  private openText(name: string, attributes: XmlAttributes): void {
    if (name === "p") {
      if (this.remark === null && this.drawnDepth > 0) this.boxes.push("");
      else if (this.remark === null) this.cell?.paragraphs.push("");
      this.inText = true;
    } else if (name === "s") this.append(" ".repeat(Math.min(whole(attribute(attributes, "c")), 1000)));
    else if (name === "tab") this.append("\t");
    else if (name === "line-break") this.append("\n");
    else if (name === "image") this.addImage(attribute(attributes, "href") ?? "");
    else if (name === "object") this.reading.messages.add("embedded-object");
  }

  private addImage(href: string): void {
    // The picture of an embedded object only repeats how it looks.
    if (href !== "" && !href.includes("ObjectReplacements/"))
      this.images.push(href.slice(href.lastIndexOf("/") + 1));
  }

  private append(text: string): void {
    const texts = this.drawnDepth > 0 ? this.boxes : this.cell?.paragraphs;
    if (this.remark !== null) this.remark += text;
    else if (texts && texts.length > 0) texts[texts.length - 1] += text;
  }

  text(text: string): void {
    if (this.inText && (this.drawnDepth === 0 || this.reading.admit(text))) this.append(text);
  }

  close(name: string): void {
    if (drawn.has(name)) this.drawnDepth -= 1;
    if (name === "annotation") this.closeRemark();
    else if (name === "p") this.inText = false;
    else if (name === "table-cell" || name === "covered-table-cell") this.closeCell();
    else if (name === "table-row") this.closeRow();
    else if (name === "table") this.closeTable();
  }

  private closeRemark(): void {
    const place = this.cell === null ? "" : `${columnName(this.column + 1)}${this.row}：`;
    if (this.remark?.trim() && this.reading.admit(this.remark)) this.remarks.push(`${place}${this.remark}`);
    this.remark = null;
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const empty = cell.paragraphs.join("").trim() === "" && !cell.formula;
    const times = empty ? 0 : Math.min(cell.repeated, MAX_REPEATS);
    for (let count = 1; count <= times; count += 1) this.rowCells.push({ column: this.column + count, cell });
    if (times > 0) this.rowWidth += cell.repeated;
    if (times > 0 && cell.repeated > times) this.firstMissing ??= this.column + times + 1;
    this.column += cell.repeated;
  }

  private closeRow(): void {
    const times = this.rowCells.length === 0 ? 0 : Math.min(this.rowRepeats, MAX_REPEATS);
    for (let count = 0; count < times; count += 1) {
      this.reading.tick();
      for (const { column, cell } of this.rowCells) this.place(this.row + count, column, cell);
    }
    this.noteRepeats(times);
    if (this.hiddenRow)
      for (let count = 0; count < Math.min(this.rowRepeats, MAX_REPEATS); count += 1)
        this.table?.hideRow(this.row + count);
    this.row += this.rowRepeats - 1;
  }

  /** A cell or row with text that is repeated more often than is read. */
  private noteRepeats(times: number): void {
    const { table, row, rowRepeats, rowWidth, firstMissing } = this;
    if (table && firstMissing !== null)
      table.leaveOut(row, firstMissing, times * (rowWidth - this.rowCells.length));
    if (table && times > 0 && rowRepeats > times)
      table.leaveOut(row + times, 1, (rowRepeats - times) * rowWidth);
  }

  private place(row: number, column: number, cell: OpenCell): void {
    const { table } = this;
    if (!table || cell.type === "covered") return;
    const text = cell.paragraphs.join("\n");
    if (text.trim() === "" && cell.formula) table.addValueless(row, column);
    else if (cell.type === "error" || /^(#[A-Z/0?]+[!?]?|Err:\d+)$/.test(text))
      table.addError(row, column, text);
    else if (
      /^(float|percentage|currency)$/.test(cell.type) &&
      Number.isFinite(Number(cell.value)) &&
      cell.value !== ""
    )
      table.addNumber(row, column, withAllDigits(text, storedNumber(cell.value)));
    else table.add(row, column, text);
    table.merge(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);
  }

  private closeTable(): void {
    this.nested -= 1;
    if (this.nested > 0) return;
    const block = this.table?.finish(`b${this.blocks.length + 1}`);
    if (block) this.blocks.push(block);
    const texts = this.boxes.filter((text) => text.trim() !== "");
    new BlockList(this.reading, undefined, this.blocks).addAll([
      ...texts.map((text) => ({ ...newParagraph(), text: text.trim() })),
      ...this.images.map((name) => ({ kind: "image", relation: "", name, description: "" }) as const),
    ]);
    noteComments(this.remarks, this.reading, this.sheet);
    this.table = null;
  }
}

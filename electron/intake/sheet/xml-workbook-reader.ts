import type { Block } from "../../../shared/submission/document.ts";
import { noteComments } from "../flow/note-margins.ts";
import { attribute, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { columnName, SheetTable } from "./sheet-table.ts";
import { shownNumber } from "./shown-number.ts";

const whole = (text: string | undefined): number => {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
};

/** Named formats of this vocabulary, as Excel's own. */
const namedFormats: Readonly<Record<string, string>> = {
  General: "General",
  Percent: "0.00%",
  Standard: "#,##0.00",
  Fixed: "0.00",
  "Short Date": "yyyy/m/d",
  "General Date": "yyyy/m/d",
  "Long Date": 'yyyy"年"m"月"d"日"',
};

/** Turns an Excel 2003 XML workbook into table blocks: export functions of web systems write it under `.xls`. */
export class XmlWorkbookReader implements XmlHandlers {
  readonly blocks: Block[] = [];
  private readonly reading: Reading;
  private readonly formats = new Map<string, string>();
  private style = "";
  private table: SheetTable | null = null;
  private sheets = 0;
  private nextColumn = 1;
  private row = 0;
  private column = 0;
  private across = 0;
  private down = 0;
  private format = "";
  private type = "";
  private data: string | null = null;
  private hiddenWord: string | null = null;
  private name = "";
  private remark: string | null = null;
  private readonly remarks: string[] = [];

  constructor(reading: Reading) {
    this.reading = reading;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "Style":
        this.style = attribute(attributes, "ID") ?? "";
        break;
      case "NumberFormat":
        this.formats.set(this.style, attribute(attributes, "Format") ?? "General");
        break;
      case "Worksheet":
        this.openSheet(attribute(attributes, "Name") ?? "");
        break;
      case "Column":
        this.openColumn(attributes);
        break;
      case "Row":
        this.openRow(attributes);
        break;
      case "Cell":
        this.openCell(attributes);
        break;
      case "Data":
        if (this.remark !== null) break;
        this.type = attribute(attributes, "Type") ?? "String";
        this.data = "";
        break;
      case "Visible":
        this.hiddenWord = "";
        break;
      case "Comment":
        this.remark = "";
        break;
    }
  }

  private openSheet(name: string): void {
    this.name = name;
    this.sheets += 1;
    this.row = 0;
    this.nextColumn = 1;
    this.table = this.sheets > this.reading.limits.sheets ? null : new SheetTable(name, false, this.reading);
    if (this.table === null) this.reading.cutSheets(name);
  }

  private openColumn(attributes: XmlAttributes): void {
    const first = whole(attribute(attributes, "Index")) || this.nextColumn;
    const count = 1 + whole(attribute(attributes, "Span"));
    if (attribute(attributes, "Hidden") === "1") this.table?.hideColumns(first, count);
    this.nextColumn = first + count;
  }

  private openRow(attributes: XmlAttributes): void {
    this.row = whole(attribute(attributes, "Index")) || this.row + 1;
    this.column = 0;
    if (attribute(attributes, "Hidden") === "1") this.table?.hideRow(this.row);
  }

  private openCell(attributes: XmlAttributes): void {
    this.column = whole(attribute(attributes, "Index")) || this.column + 1;
    this.across = whole(attribute(attributes, "MergeAcross"));
    this.down = whole(attribute(attributes, "MergeDown"));
    this.format = this.formats.get(attribute(attributes, "StyleID") ?? "Default") ?? "General";
  }

  text(text: string): void {
    if (this.remark !== null) this.remark += text;
    else if (this.data !== null) this.data += text;
    else if (this.hiddenWord !== null) this.hiddenWord += text;
  }

  close(name: string): void {
    if (name === "Comment") this.closeRemark();
    else if (name === "Data" && this.remark === null) this.closeData();
    else if (name === "Cell") this.column += this.across;
    else if (name === "Worksheet") this.closeSheet();
    else if (name === "Visible") this.closeVisible();
  }

  private closeData(): void {
    const text = this.data ?? "";
    this.data = null;
    const { table, row, column } = this;
    if (!table || row === 0 || column === 0) return;
    if (this.type === "Number")
      table.addNumber(row, column, shownNumber(text, namedFormats[this.format] ?? this.format, false));
    else if (this.type === "Error") table.addError(row, column, text);
    else if (this.type === "Boolean") table.add(row, column, text === "1" ? "TRUE" : "FALSE");
    else if (this.type === "DateTime")
      table.add(row, column, text.replace(/T00:00:00(\.0+)?Z?$/, "").replaceAll("-", "/"));
    else table.add(row, column, text);
    table.merge(row, column, row + this.down, column + this.across);
  }

  private closeRemark(): void {
    const text = this.remark?.trim() ?? "";
    if (text !== "" && this.reading.admit(text))
      this.remarks.push(`${columnName(Math.max(1, this.column))}${this.row}：${text}`);
    this.remark = null;
  }

  private closeVisible(): void {
    if (/hidden/i.test(this.hiddenWord ?? "")) this.table?.hide();
    this.hiddenWord = null;
  }

  private closeSheet(): void {
    const block = this.table?.finish(`b${this.blocks.length + 1}`);
    if (block) this.blocks.push(block);
    noteComments(this.remarks.splice(0), this.reading, this.name);
    this.table = null;
  }
}

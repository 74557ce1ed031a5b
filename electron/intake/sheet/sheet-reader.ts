import { isOn, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import { marginWords } from "./margin-words.ts";
import type { SheetTable } from "./sheet-table.ts";
import { shownNumber } from "./shown-number.ts";
import { tidy } from "./workbook-parts.ts";

export interface CellSources {
  readonly strings: readonly string[];
  readonly formats: readonly (string | number)[];
  readonly date1904: boolean;
}

interface Place {
  row: number;
  column: number;
}

/** `AB12` → row 12, column 28; `null` for what is no address. */
export function parseAddress(text: string): Place | null {
  let column = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(text.slice(at));
  return column > 0 && column <= 16_384 && Number.isInteger(row) && row > 0 && row <= 1_048_576
    ? { row, column }
    : null;
}

/** Said to be hidden, or drawn together to nothing. */
const isHidden = (attributes: XmlAttributes, size: "ht" | "width"): boolean =>
  ("hidden" in attributes && isOn(attributes, "hidden")) || Number(attributes[size] ?? 1) === 0;

const marginNames = new Set([
  "oddHeader",
  "oddFooter",
  "evenHeader",
  "evenFooter",
  "firstHeader",
  "firstFooter",
]);

/** Streams one worksheet part into a table: no cell is built before it was counted. */
export class SheetReader implements XmlHandlers {
  /** What is printed above and below the sheet. */
  readonly margins: string[] = [];
  private readonly table: SheetTable;
  private readonly sources: CellSources;
  private row = 0;
  private column = 0;
  private type = "n";
  private style = 0;
  private value = "";
  private hasValue = false;
  private hasFormula = false;
  private collecting = false;
  private phonetic = false;

  constructor(table: SheetTable, sources: CellSources) {
    this.table = table;
    this.sources = sources;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "c") this.openCell(attributes);
    else if (name === "v" || (name === "t" && !this.phonetic)) {
      this.collecting = true;
      this.hasValue = true;
    } else if (name === "f") this.hasFormula = true;
    else if (name === "row") this.openRow(attributes);
    else if (name === "rPh") this.phonetic = true;
    else if (name === "mergeCell") this.merge(attributes.ref ?? "");
    else if (marginNames.has(name)) this.openMargin();
    else if (name === "col") this.openColumn(attributes);
  }

  private openMargin(): void {
    this.collecting = true;
    this.value = "";
  }

  private openRow(attributes: XmlAttributes): void {
    const row = Number(attributes.r);
    this.row = Number.isInteger(row) && row > 0 ? row : this.row + 1;
    this.column = 0;
    if (isHidden(attributes, "ht")) this.table.hideRow(this.row);
  }

  private openColumn({ min, max, ...attributes }: XmlAttributes): void {
    if (isHidden(attributes, "width")) this.table.hideColumns(Number(min), Number(max) - Number(min) + 1);
  }

  private openCell(attributes: XmlAttributes): void {
    const place = parseAddress(attributes.r ?? "");
    this.row = place?.row ?? Math.max(this.row, 1);
    this.column = place?.column ?? this.column + 1;
    this.type = attributes.t ?? "n";
    this.style = Number(attributes.s ?? 0);
    this.value = "";
    this.hasValue = false;
    this.hasFormula = false;
  }

  private merge(ref: string): void {
    const [first = "", last = first] = ref.replaceAll("$", "").split(":");
    const from = parseAddress(first);
    const to = parseAddress(last);
    if (from && to) this.table.merge(from.row, from.column, to.row, to.column);
  }

  text(text: string): void {
    if (this.collecting) this.value += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.collecting = false;
    else if (name === "rPh") this.phonetic = false;
    else if (name === "c") this.closeCell();
    else if (marginNames.has(name)) this.closeMargin();
  }

  private closeMargin(): void {
    this.collecting = false;
    this.margins.push(marginWords(tidy(this.value)));
  }

  private closeCell(): void {
    const { row, column, value } = this;
    if (!this.hasValue || value === "") {
      // Libraries that do not calculate write an empty value; of a text formula that is its result.
      if (this.hasFormula && !(this.hasValue && this.type === "str")) this.table.addValueless(row, column);
      return;
    }
    if (this.type === "e") this.table.addError(row, column, value);
    else if (this.type === "n") {
      const format = this.sources.formats[this.style] ?? 0;
      this.table.addNumber(row, column, shownNumber(value, format, this.sources.date1904));
    } else this.table.add(row, column, this.textOf(value));
  }

  private textOf(value: string): string {
    switch (this.type) {
      case "s":
        return this.sources.strings[Number(value)] ?? "";
      case "b":
        return value === "1" || value === "true" ? "TRUE" : "FALSE";
      case "d":
        return value.replace(/T00:00:00(\.0+)?Z?$/, "").replaceAll("-", "/");
      default:
        return tidy(value);
    }
  }
}

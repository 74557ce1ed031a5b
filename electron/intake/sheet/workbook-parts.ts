import { isOn, parseXml, type XmlAttributes } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { formatOf } from "./shown-number.ts";

export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

export interface WorkbookPart {
  readonly sheets: SheetEntry[];
  readonly date1904: boolean;
}

const relationOf = (attributes: XmlAttributes): string => {
  for (const key in attributes) if (key.endsWith(":id")) return attributes[key] ?? "";
  return "";
};

export function readWorkbookPart(bytes: Uint8Array, place: string, reading: Reading): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  parseXml(bytes, place, reading, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = "date1904" in attributes && isOn(attributes, "date1904");
      else if (name === "sheet")
        sheets.push({
          name: attributes.name ?? "",
          relation: relationOf(attributes),
          hidden: attributes.state === "hidden" || attributes.state === "veryHidden",
        });
    },
  });
  return { sheets, date1904 };
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Text of a cell as it shows: escapes undone, line breaks as `\n`. */
export const tidy = (text: string): string => unescapeText(text).replace(/\r\n?/g, "\n");

/** The strings cells refer to. Phonetic readings (`rPh`) are not part of them. */
export function readSharedStrings(bytes: Uint8Array, place: string, reading: Reading): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  parseXml(bytes, place, reading, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") inText = !phonetic;
    },
    close(name) {
      if (name === "si") strings.push(tidy(text));
      else if (name === "rPh") phonetic = false;
      else if (name === "t") inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** Number format of each cell style, by its index. */
export function readCellFormats(bytes: Uint8Array, place: string, reading: Reading): (string | number)[] {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  parseXml(bytes, place, reading, {
    open(name, attributes) {
      if (name === "numFmt") custom.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return ids.map((id) => formatOf(Number.isInteger(id) ? id : 0, custom));
}

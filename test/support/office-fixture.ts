import { type RawEntry, rawZip } from "./raw-zip.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_R = "http://schemas.openxmlformats.org/package/2006/relationships";
const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;

/** Relationships part: `rId1` … in the order given, type by its last word. */
export const relationships = (...targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE_R}">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${R}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const packageOf = (main: string, parts: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  const all = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relationships(["officeDocument", main]),
    ...parts,
  };
  return rawZip(Object.entries(all).map(([name, content]): RawEntry => ({ name, content })));
};

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}"><w:body>${body}</w:body></w:document>`;

/** A .docx with this body and, if given, further parts under `word/` (`styles.xml`, `footnotes.xml` …). */
export function docxWith(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const types = Object.keys(parts).map((name): [string, string] => [name.replace(/\.xml$/, ""), name]);
  return packageOf("word/document.xml", {
    "word/document.xml": documentXml(body),
    "word/_rels/document.xml.rels": relationships(...types),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}`, xml])),
  });
}

export const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const cell = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith("<") ? text : paragraph(text)}</w:tc>`;

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;

export interface SheetFixture {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

/** Inside of a worksheet part. */
export const sheetXml = (data: string, after = "", before = ""): string =>
  `<worksheet xmlns="${S}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

export interface WorkbookFixture {
  readonly sheets: readonly SheetFixture[];
  readonly strings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Further parts, by their whole names. */
  readonly parts?: Readonly<Record<string, string>>;
}

export function xlsxWith({ sheets, strings, styles, date1904, parts: more }: WorkbookFixture): Buffer {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ""}/>`,
  );
  const targets = sheets.map((_, index): [string, string] => [
    "worksheet",
    `worksheets/sheet${index + 1}.xml`,
  ]);
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${S}" xmlns:r="${R}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ...targets,
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ),
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml;
  if (strings) parts["xl/sharedStrings.xml"] = `<sst xmlns="${S}">${strings}</sst>`;
  if (styles) parts["xl/styles.xml"] = `<styleSheet xmlns="${S}">${styles}</styleSheet>`;
  return packageOf("xl/workbook.xml", { ...parts, ...more });
}

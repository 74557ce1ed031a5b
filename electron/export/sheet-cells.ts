import ExcelJS, { type Cell, type Workbook, type Worksheet } from "exceljs";
import { restamp } from "./office-package.ts";

export type CellValue =
  | string
  | { readonly number: string }
  | { readonly formula: string; readonly result: string };

const thin = { style: "thin", color: { argb: "FF808080" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const hei = { name: "黑体", size: 11 };
const song = { name: "宋体", size: 11 };

/**
 * Text that a spreadsheet could take for a formula. It is written as a string and so is never evaluated; the text format keeps it a
 * string when somebody edits the cell or saves the sheet as CSV and opens that again (OWASP: CSV injection).
 */
const looksLikeFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** `decimals`: how many a number shows; it is stored as it is. */
export function setCell(cell: Cell, value: CellValue, decimals = 0): void {
  cell.font = song;
  cell.border = border;
  cell.alignment = {
    vertical: "middle",
    wrapText: true,
    horizontal: typeof value === "string" ? "left" : "center",
  };
  if (typeof value === "string") {
    cell.value = value;
    if (looksLikeFormula.test(value)) cell.numFmt = "@";
    return;
  }
  cell.numFmt = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  cell.value =
    "number" in value
      ? Number(value.number)
      : { formula: value.formula, result: value.result === "" ? "" : Number(value.result) };
}

/** 1 → A, 26 → Z, 27 → AA. */
export const columnLetters = (column: number): string =>
  column <= 0
    ? ""
    : `${columnLetters(Math.floor((column - 1) / 26))}${String.fromCharCode(65 + ((column - 1) % 26))}`;

export function setHead(cell: Cell, text: string): void {
  cell.value = text;
  cell.font = hei;
  cell.border = border;
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } };
  cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
}

/** A line over or under the table, as wide as the table. */
export function setLine(page: Worksheet, row: number, columns: number, text: string, isTitle = false): void {
  page.mergeCells(row, 1, row, columns);
  const cell = page.getCell(row, 1);
  cell.value = text;
  cell.font = isTitle ? { name: "方正小标宋简体", size: 18 } : song;
  cell.alignment = { horizontal: isTitle ? "center" : "left", vertical: "middle", wrapText: true };
  page.getRow(row).height = isTitle ? 30 : 18;
}

/** A4 landscape, as wide as one page, header repeated on every page and kept in view on the screen. */
export function addPage(
  workbook: Workbook,
  name: string,
  widths: readonly number[],
  headRow: number,
): Worksheet {
  const page = workbook.addWorksheet(sheetName(workbook, name), {
    views: [{ state: "frozen", ySplit: headRow, xSplit: 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C— &P —" },
  });
  widths.forEach((width, i) => {
    page.getColumn(i + 1).width = width;
  });
  return page;
}

/** Excel allows 31 characters and none of \ / ? * [ ] : in the name of a sheet, and no name twice. */
function sheetName(workbook: Workbook, name: string): string {
  const clean = [...name.replace(/[\\/?*[\]:]/g, " ")].slice(0, 28).join("");
  const taken = new Set(workbook.worksheets.map((sheet) => sheet.name));
  let free = clean;
  for (let i = 2; taken.has(free); i++) free = `${clean}${i}`;
  return free;
}

/** Rows grow with their text: neither Excel nor WPS does it by itself for cells written by a program. */
export function fitHeight(page: Worksheet, row: number, widths: readonly number[]): void {
  const lines = widths.map((width, i) => {
    const { value } = page.getCell(row, i + 1);
    return typeof value === "string" ? linesOf(value, width) : 1;
  });
  page.getRow(row).height = Math.min(400, 5 + 15 * Math.max(...lines));
}

/** Lines a text takes in columns of this width together. */
export const linesOf = (text: string, width: number): number =>
  text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 2))), 0);

const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

export const newWorkbook = (title: string): Workbook => {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.calcProperties.fullCalcOnLoad = true;
  return workbook;
};

/** `at`: ISO instant written into the file. */
export const workbookBytes = async (workbook: Workbook, at: string): Promise<Buffer> =>
  restamp(new Uint8Array(await workbook.xlsx.writeBuffer()), at);

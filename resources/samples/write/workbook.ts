import ExcelJS, { type Worksheet } from "exceljs";
import type { Grid, GridCell } from "./grid.ts";
import { repackOfficeFile } from "./repack.ts";

export interface Sheet {
  readonly name: string;
  /** Lines over the table: title, 填报单位, 单位 … each merged over the whole width. */
  readonly lines: readonly string[];
  readonly grid: Grid;
  /** Lines under the table: notes. */
  readonly notes: readonly string[];
  /** Numbers as text, as they arrive from pasted tables. */
  readonly numbersAsText: boolean;
  readonly hidden?: boolean;
}

const thin = { style: "thin" } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "示例";
  workbook.lastModifiedBy = "示例";
  for (const sheet of sheets) drawSheet(workbook.addWorksheet(sheet.name), sheet);
  return repackOfficeFile(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function drawSheet(page: Worksheet, sheet: Sheet): void {
  const { grid } = sheet;
  if (sheet.hidden) page.state = "hidden";
  page.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  page.headerFooter = { oddHeader: "&R示例材料（虚构）" };
  grid.widths.forEach((width, i) => {
    page.getColumn(i + 1).width = width;
  });
  for (const [i, text] of sheet.lines.entries()) drawLine(page, i + 1, text, grid.columns, i === 0);
  const offset = sheet.lines.length;
  for (const cell of grid.cells) {
    const row = cell.row + offset;
    const place = page.getCell(row, cell.column);
    if (cell.rowSpan > 1 || cell.columnSpan > 1)
      page.mergeCells(row, cell.column, row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1);
    place.value = !cell.head && !sheet.numbersAsText ? numberOrText(cell.text) : cell.text;
    place.font = { name: cell.head ? "黑体" : "仿宋", size: 11 };
    place.alignment = { wrapText: true, vertical: "middle", horizontal: cell.head ? "center" : "left" };
    place.border = border;
  }
  const rows = Map.groupBy(grid.cells, ({ row }) => row);
  for (let row = 1; row <= grid.rows; row++)
    page.getRow(offset + row).height = heightOf(rows.get(row) ?? [], grid.widths);
  for (const [i, text] of sheet.notes.entries())
    drawLine(page, offset + grid.rows + 1 + i, text, grid.columns, false);
}

/** Wrapped cells written by a program keep the height of one line unless it is set. */
function heightOf(cells: readonly GridCell[], widths: readonly number[]): number {
  const lines = cells
    .filter((cell) => cell.rowSpan === 1)
    .map((cell) => {
      const width = widths
        .slice(cell.column - 1, cell.column - 1 + cell.columnSpan)
        .reduce((sum, one) => sum + one, 0);
      const parts = cell.text
        .split("\n")
        .map((text) => Math.ceil(([...text].length * 2) / Math.max(2, width - 2)));
      return parts.reduce((sum, one) => sum + Math.max(1, one), 0);
    });
  return 5 + 15 * Math.max(1, ...lines);
}

function drawLine(page: Worksheet, row: number, text: string, columns: number, isTitle: boolean): void {
  page.mergeCells(row, 1, row, columns);
  const place = page.getCell(row, 1);
  place.value = text;
  place.font = { name: isTitle ? "方正小标宋简体" : "仿宋", size: isTitle ? 18 : 11 };
  place.alignment = { horizontal: isTitle ? "center" : "left", wrapText: true };
}

const numberOrText = (text: string): string | number =>
  /^(0|[1-9]\d{0,12})(\.\d+)?$/.test(text) ? Number(text) : text;

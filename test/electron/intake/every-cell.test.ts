import { type BookType, utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { openPackage, readEntry } from "../../../electron/intake/open-package.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import { rawZip } from "../../support/raw-zip.ts";

type Value = string | number | boolean | null;

const words = fc
  .array(fc.constantFrom("甲", "乙项目", "𠮷", "a", " ", "、", "（", "&", "<b>", '"', "'", "0", "1", "="), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join("").trim())
  .filter((text) => text !== "" && !text.startsWith("="));
const figures = fc.oneof(
  fc.integer({ min: -999_999, max: 999_999 }),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 4 }))
    .map(([value, places]) => value / 10 ** places),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 3, arbitrary: figures },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constant(null) },
);
const sheet = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const book = fc.array(sheet, { minLength: 1, maxLength: 3 });
type Sheet = readonly (readonly Value[])[];

const shown = (own: Value): string =>
  typeof own === "boolean" ? String(own).toUpperCase() : String(Object.is(own, -0) ? 0 : own);

/** `sheet!row,column=text` of everything that has a value. */
const expected = (sheets: readonly Sheet[]): string[] =>
  sheets.flatMap((rows, index) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((own, column) =>
        own === null ? [] : [`${index + 1}!${row + 1},${column + 1}=${shown(own)}`],
      ),
    ),
  );

async function found(name: string, bytes: Uint8Array): Promise<string[]> {
  const file = await inspectOne(name, bytes);
  expect([file.status, file.error]).toEqual(["ok", null]);
  return blocksOf(file).flatMap((block) =>
    block.kind === "table"
      ? block.cells.map(({ row, column, text }) => `${block.sheet?.slice(5) ?? "1"}!${row},${column}=${text}`)
      : [],
  );
}

function libraryBook(sheets: readonly Sheet[], bookType: BookType): Buffer {
  const made = utils.book_new();
  for (const [index, rows] of sheets.entries())
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), `Sheet${index + 1}`);
  return write(made, { type: "buffer", bookType, bookSST: sheets.length > 1 });
}

async function excelBook(sheets: readonly Sheet[]): Promise<Buffer> {
  const made = new ExcelJS.Workbook();
  for (const [index, rows] of sheets.entries()) {
    const own = made.addWorksheet(`Sheet${index + 1}`);
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        if (cell !== null) own.getCell(row + 1, column + 1).value = cell;
  }
  return Buffer.from(await made.xlsx.writeBuffer());
}

describe("every cell that has a value is read, where it stands and as it is", () => {
  it.each<[string, BookType]>([
    ["a.xlsx", "xlsx"],
    ["a.xlsm", "xlsm"],
    ["a.xlsb", "xlsb"],
    ["a.xls", "biff8"],
    ["a.ods", "ods"],
    ["a.xls", "xlml"],
  ])("of %s (%s)", async (name, bookType) => {
    await fc.assert(
      fc.asyncProperty(book, async (sheets) => {
        fc.pre(expected(sheets).length > 0);
        expect(await found(name, libraryBook(sheets, bookType))).toEqual(expected(sheets));
      }),
      { numRuns: 60 },
    );
  });

  it("of an .xlsb whose columns and counts are lies that fill the memory of the library", async () => {
    const rows: Sheet = [["甲", 1.5]];
    const source = openPackage(libraryBook([rows], "xlsb"), defaultLimits);
    const lies = Buffer.concat([
      Buffer.from("3c12000000" + "00ffffffff", "hex"),
      Buffer.alloc(10),
      Buffer.from("3304ffffffff", "hex"),
    ]);
    const entries = source.entries.map((entry) => {
      const content = readEntry(source, entry, defaultLimits, defaultLimits.partBytes);
      return {
        name: entry.name,
        content: /sheet1\.bin$/.test(entry.name) ? Buffer.concat([lies, content]) : content,
      };
    });
    entries.push({ name: "xl/printerSettings/printerSettings1.bin", content: Buffer.from("no records") });
    expect(await found("a.xlsb", rawZip(entries))).toEqual(expected([rows]));
  });

  it("of a workbook written by exceljs", async () => {
    await fc.assert(
      fc.asyncProperty(book, async (sheets) => {
        fc.pre(expected(sheets).length > 0);
        expect(await found("a.xlsx", await excelBook(sheets))).toEqual(expected(sheets));
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, BookType, (text: string) => Uint8Array]>([
    ["in UTF-8", "csv", (text) => Buffer.from(text)],
    ["in UTF-16", "csv", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ])("of a CSV %s", async (_, bookType, encode) => {
    await fc.assert(
      fc.asyncProperty(sheet, async (rows) => {
        fc.pre(expected([rows]).length > 0);
        const text: string = write(
          { SheetNames: ["Sheet1"], Sheets: { Sheet1: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
          { type: "string", bookType },
        );
        expect(await found("a.csv", encode(text))).toEqual(expected([rows]));
      }),
      { numRuns: 60 },
    );
  });
});

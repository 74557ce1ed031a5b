import { expect, test } from "vitest";
import { frozenColumns, headerRows } from "../../../../renderer/ui/document/frozen-part.ts";
import { sheetGroups, sheetOfBlock } from "../../../../renderer/ui/document/sheet-groups.ts";
import { cellsByChunk, columnWidths } from "../../../../renderer/ui/document/table-rows.ts";
import type { TableBlock } from "../../../../shared/submission/document.ts";

const sheet = (rows: readonly (readonly string[])[], name = "Sheet1", id = "b1"): TableBlock => ({
  kind: "table",
  id,
  sheet: name,
  hidden: false,
  rows: rows.length,
  columns: Math.max(...rows.map((row) => row.length)),
  cells: rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === "" ? [] : [{ text, row: index + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
    ),
  ),
});

test("title, unit and names of columns stay in view; years are names, not values", () => {
  expect(
    headerRows(sheet([["汇总表"], ["", "单位：万元"], ["序号", "2019年", "2020"], ["1", "3", "4"]])),
  ).toBe(3);
  expect(
    headerRows(
      sheet([
        ["1", "2"],
        ["3", "4"],
      ]),
    ),
  ).toBe(0);
  expect(headerRows(sheet([["只有文字"], ["没有数字"]]))).toBe(0);
});

test("the running number stays with the name beside it, a wide column does not", () => {
  const table = sheet([
    ["序号", "项目", "金额"],
    ["1", "甲", "3"],
    ["2", "乙", "4"],
  ]);
  expect(frozenColumns(table, columnWidths(table))).toBe(2);
  const named = sheet([
    ["项目", "金额", "年"],
    ["甲", "3", "1"],
  ]);
  expect(frozenColumns(named, columnWidths(named))).toBe(1);
  expect(frozenColumns(named, [30, 4, 4])).toBe(0);
});

test("rows below the header are cut into chunks, and a cell that reaches out of the header is in the first", () => {
  const table = sheet([["a"], ["b"], ["c"], ["d"], ["e"]]);
  const [first, ...others] = table.cells;
  if (!first) throw new Error("no cell");
  const byChunk = cellsByChunk({ ...table, cells: [{ ...first, rowSpan: 2 }, ...others] }, 2, 1);
  expect([...byChunk].map(([chunk, cells]) => [chunk, cells.map((cell) => cell.text)])).toEqual([
    [0, ["a", "b", "c"]],
    [1, ["d", "e"]],
  ]);
});

test("sheets are told apart, with what stands on them beside their cells", () => {
  const one = sheet([["a"]], "甲", "b1");
  const note = { kind: "paragraph", id: "b2", text: "图形中的文字" } as const;
  const two = sheet([["b"]], "乙", "b3");
  const groups = sheetGroups({ blocks: [one, note, two] });
  expect(groups?.map(({ name, blocks }) => [name, blocks.map((block) => block.id)])).toEqual([
    ["甲", ["b1", "b2"]],
    ["乙", ["b3"]],
  ]);
  expect(sheetOfBlock(groups ?? [], "b3")).toBe(1);
  expect(sheetGroups({ blocks: [one, note] })).toBeNull();
});

import { describe, expect, it } from "vitest";
import { cellAddress, columnLetters, rowOfAddress } from "../../../renderer/ui/document/cell-address.ts";
import {
  cellsByChunk,
  columnWidths,
  drawRows,
  fittedShares,
  rowChunks,
} from "../../../renderer/ui/document/table-rows.ts";
import type { Cell, TableBlock } from "../../../shared/submission/document.ts";

const cell = (text: string, row: number, column: number, rowSpan = 1, columnSpan = 1): Cell => ({
  text,
  row,
  column,
  rowSpan,
  columnSpan,
});

const table = (rows: number, columns: number, cells: Cell[]): TableBlock => ({
  kind: "table",
  id: "b1",
  hidden: false,
  rows,
  columns,
  cells,
});

const shapeOf = (block: TableBlock, size: number) =>
  rowChunks(block.rows, size).map((chunk, index) =>
    drawRows(cellsByChunk(block, size).get(index) ?? [], chunk, block.columns).map((row) =>
      row.map((drawn) => `${drawn.cell?.text ?? ""}:${drawn.rowSpan}x${drawn.columnSpan}`),
    ),
  );

describe("rows of a document's table", () => {
  it("fills every place once, empty ones too", () => {
    expect(shapeOf(table(2, 2, [cell("a", 1, 1), cell("b", 2, 2)]), 10)).toEqual([
      [
        ["a:1x1", ":1x1"],
        [":1x1", "b:1x1"],
      ],
    ]);
  });

  it("keeps the spans of merged headers", () => {
    const block = table(2, 3, [cell("总投资", 1, 1, 1, 2), cell("备注", 1, 3, 2), cell("合计", 2, 1)]);
    expect(shapeOf(block, 10)).toEqual([
      [
        ["总投资:1x2", "备注:2x1"],
        ["合计:1x1", ":1x1"],
      ],
    ]);
  });

  it("continues a merged cell in the next part when it crosses the border", () => {
    const block = table(3, 2, [cell("长沙", 1, 1, 3), cell("x", 3, 2)]);
    expect(shapeOf(block, 2)).toEqual([[["长沙:2x1", ":1x1"], [":1x1"]], [["长沙:1x1", "x:1x1"]]]);
  });

  it("does not draw past the table when a span is larger than it", () => {
    expect(shapeOf(table(1, 2, [cell("wide", 1, 2, 5, 9)]), 10)).toEqual([[[":1x1", "wide:1x1"]]]);
  });

  it("leaves out a cell that lies on another, which a damaged file may have", () => {
    expect(shapeOf(table(1, 2, [cell("a", 1, 1, 1, 2), cell("b", 1, 2)]), 10)).toEqual([[["a:1x2"]]]);
  });
});

describe("cell addresses", () => {
  it("counts columns like a spreadsheet", () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });

  it("names a cell as evidence does", () => {
    expect([cellAddress({ sheet: "附件3" }, cell("", 8, 6)), cellAddress({}, cell("", 3, 2))]).toEqual([
      "F8",
      "r3c2",
    ]);
  });

  it("finds the row of an address", () => {
    expect(["F8", "r12c2", "AA100", "b7!", ""].map(rowOfAddress)).toEqual([8, 12, 100, null, null]);
  });
});

describe("columns of a table that is fitted to the line", () => {
  const texts = ["1", "近三年吸纳或带动重点人群年平均就业人数", "人", "9000", "9900", "10800", "9900"];
  const widths = columnWidths(
    table(
      1,
      texts.length,
      texts.map((text, index) => cell(text, 1, index + 1)),
    ),
  );
  const { wide, narrow } = fittedShares(widths);

  it("share the whole line, each as wide as its text", () => {
    expect(wide.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
    expect((wide[1] ?? 0) / (wide[3] ?? 1)).toBeCloseTo((widths[1] ?? 0) / (widths[3] ?? 1));
  });

  it("leave numbers whole in a line of 24 characters, where text can be broken", () => {
    expect(narrow.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
    const charactersOf = (share: number): number => (share / 100) * 24;
    const needed = "10800".length * 0.55 + 0.4;
    expect(charactersOf(narrow[5] ?? 0)).toBeGreaterThan(needed);
    expect(charactersOf(wide[5] ?? 0)).toBeLessThan(needed);
  });
});

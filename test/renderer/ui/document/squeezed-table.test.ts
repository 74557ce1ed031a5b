import { describe, expect, it } from "vitest";
import { originalOf, squeezed } from "../../../../renderer/ui/document/squeezed-table.ts";
import type { Cell, TableBlock } from "../../../../shared/submission/document.ts";

const cell = (row: number, column: number, rowSpan = 1, columnSpan = 1): Cell => ({
  text: `r${row}c${column}`,
  row,
  column,
  rowSpan,
  columnSpan,
});
const tableOf = (cells: Cell[]): TableBlock => ({
  kind: "table",
  id: "b1",
  sheet: "表",
  hidden: false,
  rows: Math.max(...cells.map((own) => own.row)),
  columns: Math.max(...cells.map((own) => own.column)),
  cells,
});

describe("a table as it is drawn", () => {
  it("is the table itself where it has no long stretch of empty rows or columns", () => {
    const table = tableOf([cell(1, 1), cell(3, 2), cell(61, 26)]);
    expect(squeezed(table).table).toBe(table);
  });

  it("has one row and one column for a long stretch of empty ones, and still knows every number", () => {
    const far = cell(1_048_576, 16_384);
    const view = squeezed(tableOf([cell(1, 1), cell(2, 3), far]));
    expect([view.table.rows, view.table.columns]).toEqual([4, 5]);
    const drawn = view.table.cells.find((own) => own.text === far.text);
    expect(drawn).toMatchObject({ row: 4, column: 5, rowSpan: 1, columnSpan: 1 });
    expect(drawn && view.original(drawn)).toBe(far);
    expect([1, 2, 3, 4].map((row) => originalOf(view.rows, row))).toEqual([1, 2, 1_048_575, 1_048_576]);
    expect([1, 2, 3, 4, 5].map((column) => originalOf(view.columns, column))).toEqual([
      1, 2, 3, 16_383, 16_384,
    ]);
    expect([view.rows.gaps.get(1_048_575), view.columns.gaps.get(16_383)]).toEqual([3, 4]);
    expect([2, 500, 1_048_576].map(view.rows.drawn)).toEqual([2, 3, 4]);
  });

  it("keeps cells apart, and those merged over what is left out as wide as what is drawn", () => {
    const view = squeezed(tableOf([cell(1, 1, 1, 16_384), cell(2, 1), cell(2, 2), cell(2, 16_384)]));
    expect(view.table.cells.map((own) => [own.column, own.columnSpan])).toEqual([
      [1, 4],
      [1, 1],
      [2, 1],
      [4, 1],
    ]);
  });
});

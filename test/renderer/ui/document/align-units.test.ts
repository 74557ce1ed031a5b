import { expect, test } from "vitest";
import { Aligner, type Unit } from "../../../../renderer/ui/document/page-look/align-units.ts";
import type { Block } from "../../../../shared/submission/document.ts";

const paragraph = (id: string, text: string): Block => ({ kind: "paragraph", id, text });
const text = (value: string, cut = false): Unit => ({ kind: "text", text: value, cut });

const placed = (blocks: readonly Block[], units: readonly Unit[]) =>
  new Aligner(blocks).align(units).map((placement) => {
    if (placement === null) return null;
    if (placement.kind === "text") return `${placement.place.block}@${placement.place.at}`;
    return placement.kind === "image" ? placement.block : placement.cells;
  });

test("paragraphs are found in their order, blanks, widths and kinds of hyphens aside", () => {
  const blocks = [
    paragraph("b1", "一、 工作基础"),
    paragraph("b2", "2018—2020 年，ＧＤＰ 增长"),
    paragraph("b3", "完"),
  ];
  expect(placed(blocks, [text("一、工作基础"), text(""), text("2018–2020年,GDP增长"), text("完")])).toEqual([
    "b1@0",
    null,
    "b2@0",
    "b3@0",
  ]);
});

test("an automatic number stands in the text that was read only, and is given back to be shown", () => {
  const blocks = [
    paragraph("b1", "（一） 平台建设"),
    paragraph("b2", "• 人才引进"),
    paragraph("b3", "第三章 目标"),
  ];
  const places = new Aligner(blocks).align([text("平台建设"), text("人才引进"), text("目标")]);
  expect(
    places.map((placement) => placement?.kind === "text" && [placement.place.at, placement.place.label]),
  ).toEqual([
    [3, "（一） "],
    [1, "• "],
    [3, "第三章 "],
  ]);
});

test("words in front are no number: such a paragraph has no place rather than a wrong one", () => {
  expect(
    placed([paragraph("b1", "本年度合计"), paragraph("b2", "其他")], [text("合计"), text("其他")]),
  ).toEqual([null, "b2@0"]);
});

test("what is drawn but was not read is passed over, and what was read but is not drawn too", () => {
  const blocks = [paragraph("b1", "前"), paragraph("b2", "只在读取结果里"), paragraph("b3", "后")];
  expect(placed(blocks, [text("前"), text("只在版面里"), text("后")])).toEqual(["b1@0", null, "b3@0"]);
});

test("a paragraph that goes over a page break has a place for each of its parts", () => {
  const blocks = [paragraph("b1", "1.上半页下半页"), paragraph("b2", "下一段")];
  expect(placed(blocks, [text("上半页", true), text("下半页"), text("下一段")])).toEqual([
    "b1@2",
    "b1@5",
    "b2@0",
  ]);
});

test("two paragraphs whose mark between them was deleted are read as one", () => {
  expect(
    placed([paragraph("b1", "甲乙"), paragraph("b2", "丙")], [text("甲"), text("乙"), text("丙")]),
  ).toEqual(["b1@0", "b1@1", "b2@0"]);
});

test("equal paragraphs keep their order", () => {
  const blocks = [paragraph("b1", "同上"), paragraph("b2", "同上"), paragraph("b3", "同上")];
  expect(placed(blocks, [text("同上"), text("同上"), text("同上")])).toEqual(["b1@0", "b2@0", "b3@0"]);
});

test("a ticked box of a symbol font stands for the sign that was read", () => {
  const blocks = [paragraph("b1", "☑区域类"), paragraph("b2", "☐高校类")];
  // The second box is a field that is not drawn as text.
  expect(placed(blocks, [text("\uf052区域类"), text("高校类")])).toEqual(["b1@0", "b2@0"]);
});

const table = (cells: readonly [number, number, string][]): Block => ({
  kind: "table",
  id: "b2",
  hidden: false,
  rows: 3,
  columns: 3,
  cells: cells.map(([row, column, value]) => ({ row, column, text: value, rowSpan: 1, columnSpan: 1 })),
});

test("cells are found by their place in the grid, each paragraph of a cell for itself", () => {
  const blocks = [
    paragraph("b1", "前"),
    table([
      [1, 1, "指标"],
      [1, 2, "1.甲\n2.乙"],
      [2, 1, "3"],
      [2, 2, "21"],
    ]),
    paragraph("b3", "后"),
  ];
  const unit: Unit = {
    kind: "table",
    cells: [
      { row: 1, column: 1, lines: ["指标"] },
      { row: 1, column: 2, lines: ["甲", "乙"] },
      // Only an automatic number stands in it.
      { row: 2, column: 1, lines: [""] },
      { row: 2, column: 2, lines: ["22"] },
    ],
  };
  const [, cells] = new Aligner(blocks).align([text("前"), unit, text("后")]);
  expect(
    cells?.kind === "table" &&
      cells.cells.map((lines) => lines?.map(({ cell, at, label }) => [cell, at, label]) ?? null),
  ).toEqual([
    [["r1c1", 0, ""]],
    [
      ["r1c2", 2, "1."],
      ["r1c2", 5, "2."],
    ],
    [["r2c1", 1, "3"]],
    null,
  ]);
});

test("a table that is another one has no place", () => {
  const blocks = [table([[1, 1, "甲"]]), paragraph("b3", "后")];
  const unit: Unit = {
    kind: "table",
    cells: [
      { row: 1, column: 1, lines: ["乙"] },
      { row: 1, column: 2, lines: ["丙"] },
    ],
  };
  expect(placed(blocks, [unit, text("后")])).toEqual([null, "b3@0"]);
});

test("a table that is drawn in parts goes on where it was, also behind a table inside of it", () => {
  const rows = Array.from({ length: 300 }, (_, index): [number, number, string] => [
    index + 1,
    1,
    `行${index + 1}`,
  ]);
  const blocks = [table(rows), paragraph("b3", "后")];
  const part = (from: number, to: number): Unit => ({
    kind: "table",
    part: from === 1 ? "begin" : "more",
    cells: rows.slice(from - 1, to).map(([row, column, value]) => ({ row, column, lines: [value] })),
  });
  const inner: Unit = { kind: "table", cells: [{ row: 1, column: 1, lines: ["内"] }] };
  const aligner = new Aligner(blocks);
  const placements = [[part(1, 100), inner], [part(101, 200)], [part(201, 300), text("后")]].flatMap(
    (units) => aligner.align(units),
  );
  const cells = placements.flatMap((placement) => (placement?.kind === "table" ? placement.cells : []));
  expect(cells.map((lines) => lines?.[0]?.cell)).toEqual(rows.map(([row]) => `r${row}c1`));
  expect(placements.at(-1)).toMatchObject({ place: { block: "b3" } });
});

test("rows that were drawn before they were known are placed when they are", () => {
  const rows = Array.from({ length: 300 }, (_, index): [number, number, string] => [
    index + 1,
    1,
    `行${index + 1}`,
  ]);
  const aligner = new Aligner([table(rows.slice(0, 50))]);
  const cells = rows.slice(200).map(([row, column, value]) => ({ row, column, lines: [value] }));
  const [first, late] = aligner.align([
    { kind: "table", part: "begin", cells: [{ row: 1, column: 1, lines: ["行1"] }] },
    { kind: "table", part: "more", cells },
  ]);
  expect(late?.kind === "table" && late.cells.every((cell) => cell === null)).toBe(true);
  const block = first?.kind === "table" ? first.block : "";
  expect(aligner.alignAgain([table(rows)], block, cells).map((lines) => lines?.[0]?.cell)).toEqual(
    cells.map(({ row }) => `r${row}c1`),
  );
});

test("blocks that were drawn nowhere are known, empty ones aside", () => {
  const aligner = new Aligner([
    paragraph("b1", "甲"),
    paragraph("b4", "乙"),
    paragraph("b3", " "),
    table([[1, 1, "丙"]]),
  ]);
  aligner.align([text("甲")]);
  expect(aligner.leftOut()).toEqual(["b4", "b2"]);
});

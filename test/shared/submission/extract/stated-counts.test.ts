import { expect, test } from "vitest";
import type { Block, Cell } from "../../../../shared/submission/document.ts";
import { extractFile } from "../../../../shared/submission/extract-file.ts";

const read = (blocks: readonly Block[]) =>
  extractFile({ document: { blocks: [...blocks] }, file: "附件3.xlsx", sha256: "a".repeat(64), scheme: null })
    .extraction;

const table = (rows: readonly (readonly string[])[]): Block => {
  const cells: Cell[] = rows.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === "" ? [] : [{ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
    ),
  );
  return { kind: "table", id: "b1", sheet: "Sheet1", hidden: false, rows: rows.length, columns: 4, cells };
};
const header = ["序号", "项目名称", "建设单位", "总投资（万元）"];
const rows = [
  ["1", "甲项目", "某单位", "100"],
  ["2", "乙项目", "某单位", "200"],
];

test.each([
  ["合计：2 个", 2],
  ["合计（共１２项）", 12],
])("the label of a total: %s", (label, count) => {
  const { statedCounts, projects } = read([table([header, ...rows, [label, "", "", "300"]])]);
  expect(projects).toHaveLength(2);
  expect(statedCounts).toMatchObject([{ count, evidence: { cell: "A4", text: label } }]);
});

test("a table that states no count has none", () => {
  const extraction = read([table([header, ...rows, ["合计", "", "", "300"]])]);
  expect(Object.hasOwn(extraction, "statedCounts")).toBe(false);
});

test("running text counts only where it speaks of the projects to be built", () => {
  const paragraph = (text: string): Block => ({ kind: "paragraph", id: "b1", text });
  expect(read([paragraph("示范基地主要建设项目共 12 个，总投资3亿元。")]).statedCounts).toMatchObject([
    { count: 12 },
  ]);
  expect(read([paragraph("近三年产学研合作项目40个。")]).statedCounts).toBeUndefined();
});

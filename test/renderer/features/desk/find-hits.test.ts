import { describe, expect, test } from "vitest";
import { findInDocument, findInText } from "../../../../renderer/features/desk/model/find-hits.ts";

describe("find in a document", () => {
  test.each([
    [
      "一个字也能找到",
      "就业创业就业",
      "就",
      [
        [0, 1],
        [4, 5],
      ],
    ],
    ["full-width digits are digits", "就业１１２００人", "11200", [[2, 7]]],
    ["a number is found with and without its commas", "就业11,200人", "11200", [[2, 8]]],
    ["and the other way round", "就业11200人", "11,200", [[2, 7]]],
    ["a comma between words stays a comma", "高校,企业", "高校企业", []],
    ["case does not matter", "R&D经费", "r&d", [[0, 3]]],
    ["hits do not overlap", "哈哈哈", "哈哈", [[0, 2]]],
    ["offsets count rare characters as one", "𠮷林省就业", "就业", [[3, 5]]],
    ["nothing to find finds nothing", "就业", " ", []],
  ])("%s", (_, text, wanted, hits) => {
    expect(findInText(text, wanted).map(({ start, end }) => [start, end])).toEqual(hits);
  });

  test("places of paragraphs and cells come in reading order", () => {
    const file = { name: "方案.docx", sha256: "a".repeat(64) };
    const document = {
      blocks: [
        { kind: "paragraph" as const, id: "b1", text: "吸纳就业" },
        {
          kind: "table" as const,
          id: "b2",
          hidden: false,
          rows: 1,
          columns: 1,
          cells: [{ text: "就业", row: 1, column: 1, rowSpan: 1, columnSpan: 1 }],
        },
      ],
    };
    expect(findInDocument(document, "就业", file)).toEqual([
      { file: "方案.docx", sha256: file.sha256, block: "b1", start: 2, end: 4, text: "就业" },
      { file: "方案.docx", sha256: file.sha256, block: "b2", cell: "r1c1", start: 0, end: 2, text: "就业" },
    ]);
  });
});

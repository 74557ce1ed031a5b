import { expect, test } from "vitest";
import { ItemAligner } from "../../../../renderer/ui/document/pdf/align-items.ts";
import type { Block } from "../../../../shared/submission/document.ts";

const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({ kind: "paragraph", id: `b${index + 1}`, text }));

const placed = (blocks: readonly Block[], pieces: readonly string[]) => {
  const aligner = new ItemAligner(blocks);
  return pieces.map((piece) => {
    const place = aligner.place(piece);
    return place && `${place.block}@${place.at}`;
  });
};

test("pieces of a line belong to the paragraph they were joined to, across lines and pages", () => {
  const blocks = paragraphs("一、工作基础", "近三年平均就业人数1.2万人，其中高校毕业生3000人。");
  expect(
    placed(blocks, [
      "一、",
      " ",
      "工作基础",
      "近三年平均就业人数1.2万人，",
      "— 3 —",
      "其中高校毕业生3000人。",
    ]),
  ).toEqual(["b1@0", null, "b1@2", "b2@0", null, "b2@15"]);
});

test("a page number that was left out has no place, and a short piece is not looked for far away", () => {
  expect(placed(paragraphs("第一段", "第二段3", "3"), ["第一段", "3", "第二段", "3"])).toEqual([
    "b1@0",
    null,
    "b2@0",
    "b2@3",
  ]);
});

test("a field that was filled in is read but not drawn: what follows is found all the same", () => {
  expect(
    placed(paragraphs("申报单位", "单位：示例高新区", "联系人信息"), ["申报单位", "联系人信息"]),
  ).toEqual(["b1@0", "b3@0"]);
});

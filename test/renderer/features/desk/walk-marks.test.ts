import { describe, expect, test } from "vitest";
import {
  inReadingOrder,
  nextPlace,
  nextSection,
} from "../../../../renderer/features/desk/model/walk-marks.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";

const document = {
  blocks: ["b1", "b2", "b3"].map((id) => ({ kind: "paragraph" as const, id, text: "文字文字文字" })),
};
const at = (block: string, start = 0): { readonly evidence: Evidence } => ({
  evidence: { file: "f", sha256: "0".repeat(64), block, start, end: start + 1, text: "文" },
});

describe("walking through marks", () => {
  const marks = inReadingOrder(document, [at("b3"), at("b1", 4), at("b9"), at("b1"), at("b3")]);
  test("they stand in reading order, each place once, and only those the document has", () => {
    expect(marks.map(({ evidence }) => [evidence.block, evidence.start])).toEqual([
      ["b1", 0],
      ["b1", 4],
      ["b3", 0],
    ]);
  });
  test("goes on from the place at hand, round and round", () => {
    expect(nextPlace(marks, null, 1)?.index).toBe(0);
    expect(nextPlace(marks, null, -1)?.index).toBe(2);
    expect(nextPlace(marks, at("b1", 4).evidence, 1)?.index).toBe(2);
    expect(nextPlace(marks, at("b3").evidence, 1)?.index).toBe(0);
    expect(nextPlace([], null, 1)).toBeNull();
  });
});

describe("walking through sections", () => {
  const starts = [
    { id: "basis", block: 0 },
    { id: "features", block: 10 },
    { id: "plan", block: 20 },
  ];
  test.each([
    ["on from the first", 0, 1, "features"],
    ["on from the middle of one", 15, 1, "plan"],
    ["nowhere from the last", 25, 1, null],
    ["back to the beginning of the one at hand", 15, -1, "features"],
    ["back from a beginning to the one before", 10, -1, "basis"],
    ["nowhere back from the top", 0, -1, null],
  ] as const)("%s", (_, top, by, section) => {
    expect(nextSection(starts, top, by)).toBe(section);
  });
});

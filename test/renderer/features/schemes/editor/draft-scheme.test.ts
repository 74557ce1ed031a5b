import { describe, expect, test } from "vitest";
import {
  formatGroups,
  freshId,
  freshIndicatorId,
  moveUp,
  newIndicator,
  parseCount,
  parseGroups,
  sectionOf,
  withThreshold,
} from "../../../../../renderer/features/schemes/editor/draft-scheme.ts";
import { findQuote } from "../../../../../renderer/features/schemes/find-quote.ts";

describe("the draft of a scheme", () => {
  test("a fault leads to the part of the editor where it is put right", () => {
    expect(
      [
        "indicators[2].thresholds.region.value",
        "outline[0].title",
        "scoreSheet.items[1].max",
        "deadline.date",
        "",
      ].map(sectionOf),
    ).toEqual(["indicators", "demands", "form", "basics", "basics"]);
  });

  test("new ids are never taken ones, and ids of indicators hold letters only", () => {
    expect(freshId("quota", ["quota-1", "quota-3"])).toBe("quota-2");
    const taken: string[] = [];
    for (let count = 0; count < 60; count += 1) taken.push(freshIndicatorId("lean", taken));
    expect(new Set(taken).size).toBe(60);
    expect(taken.every((id) => /^[a-z][a-z-]*$/.test(id))).toBe(true);
  });

  test("words it is known by are read as they are shown", () => {
    const groups = [["就业"], ["吸纳", "带动"]];
    expect(parseGroups(formatGroups(groups))).toEqual(groups);
    expect(parseGroups("就业、 带动 \n\n")).toEqual([["就业", "带动"]]);
  });

  test("nothing typed is unset, and what is no whole number is refused, never 0", () => {
    expect(["", "1,200", "１２", "约100", "-5", "1.5"].map(parseCount)).toEqual([
      null,
      1200,
      12,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("a type without a threshold has no entry at all", () => {
    const threshold = { op: ">=", value: null, source: { place: "附件1", quote: "≥5" } } as const;
    const given = withThreshold(newIndicator("lean", []), "region", threshold);
    expect(given.thresholds).toEqual({ region: threshold });
    expect(Object.keys(withThreshold(given, "region", undefined).thresholds)).toEqual([]);
  });

  test("moving up changes places with the one before and leaves the first where it is", () => {
    expect([moveUp(["a", "b", "c"], 2), moveUp(["a", "b"], 0)]).toEqual([
      ["a", "c", "b"],
      ["a", "b"],
    ]);
  });

  test("a sentence is found in its notice by code points, and said to be missing where it is not", () => {
    const document = { blocks: [{ kind: "paragraph" as const, id: "b3", text: "𠮷：达到300亿元。" }] };
    expect(findQuote(document, "达到300亿元")).toMatchObject({ block: "b3", start: 2, end: 9 });
    expect(findQuote(document, "达到400亿元")).toBeNull();
  });
});

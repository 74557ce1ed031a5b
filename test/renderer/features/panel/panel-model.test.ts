import { describe, expect, test } from "vitest";
import { disagreements } from "../../../../renderer/features/panel/model/disagreement.ts";
import { placeDots, scaleOf } from "../../../../renderer/features/panel/model/dots.ts";

const dot = (number: number, total: string) => ({ expert: `e${number}`, number, total, dropped: false });
const source = { place: "附件", quote: "句" };
const form = {
  items: [
    { id: "basis", name: "工作基础", guidance: "", max: "30", source },
    { id: "plan", name: "未来思路", guidance: "", max: "40", source },
  ],
  total: "70",
  step: "0.5",
};
const row = (submission: string, expert: string, basis: string, plan: string) => ({
  submission,
  expert,
  expertName: expert,
  items: [
    { item: "basis", score: basis, comment: "" },
    { item: "plan", score: plan, comment: "" },
  ],
  remark: "",
  total: "0",
});

describe("dots of the experts' totals", () => {
  test("equal totals are stacked, and equal totals of all give a scale with a width", () => {
    const scale = scaleOf(["80", "80"], "100");
    expect(scale).toEqual({ from: 80, to: 90 });
    expect(placeDots([dot(1, "80"), dot(2, "80")], scale).map(({ x, level }) => [x, level])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  test("a total of 0 and the highest possible lie within the scale", () => {
    expect(scaleOf(["0", "100"], "100")).toEqual({ from: 0, to: 100 });
    expect(scaleOf([], "100")).toEqual({ from: 0, to: 100 });
  });
});

describe("disagreement by item", () => {
  test("widest share of the maximum first, exact range, agreement and single scores left out", () => {
    const detail = {
      form,
      rows: [
        row("s1", "e1", "20.1", "30"),
        row("s1", "e2", "29.3", "30"),
        row("s2", "e1", "10", "40"),
        row("s2", "e2", "10", "20"),
        row("s3", "e1", "1", "2"),
      ],
    };
    expect(
      disagreements(detail).map(({ submission, item, range, percent }) => [submission, item, range, percent]),
    ).toEqual([
      ["s2", "plan", "20", 50],
      ["s1", "basis", "9.2", 31],
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Gradable, gradeAll, placesFor, shareField } from "../../../shared/scheme/grade.ts";
import type { Grading } from "../../../shared/scheme/scheme.ts";

const source = { place: "某通知", quote: "优秀不超过30%，且不低于90分" };
const grading: Grading = {
  levels: [
    { id: "excellent", name: "优秀", minimum: "90", share: "30" },
    { id: "good", name: "良好", minimum: "75", share: null },
    { id: "fail", name: "不合格", minimum: null, share: null },
  ],
  veto: [{ id: "fraud", text: "弄虚作假", source }],
  source,
};
const row = (submission: string, score: string | null, vetoes: readonly string[] = []): Gradable => ({
  submission,
  score,
  vetoes,
});
const levels = (rows: readonly Gradable[]) =>
  Object.fromEntries(
    gradeAll(grading, rows).map(({ submission, level, reason }) => [submission, `${level} ${reason}`]),
  );
const ten = (scores: readonly string[]) => scores.map((score, index) => row(`s${index + 1}`, score));

describe("grades", () => {
  test("the line and the share both bind: 30 % of ten are three", () => {
    const scores = ["99", "98", "97", "96", "95", "80", "74.99", "75", "60", "50"];
    expect(levels(ten(scores))).toEqual({
      s1: "excellent line",
      s2: "excellent line",
      s3: "excellent line",
      s4: "good line",
      s5: "good line",
      s6: "good line",
      s7: "fail line",
      s8: "good line",
      s9: "fail line",
      s10: "fail line",
    });
  });

  test("a tie across the share is left to a person, and costs nobody else a place twice", () => {
    const graded = levels(ten(["99", "98", "97", "97", "96", "80", "79", "78", "77", "76"]));
    expect(graded).toMatchObject({
      s2: "excellent line",
      s3: "null tie-at-share",
      s4: "null tie-at-share",
      s5: "good line",
    });
  });

  test("a veto outranks every score and takes no place; not scored is no grade", () => {
    const rows = [row("a", "100", ["fraud"]), row("b", "95"), row("c", null), row("d", "91"), row("e", "90")];
    expect(levels(rows)).toEqual({
      a: "fail veto",
      b: "excellent line",
      c: "null unscored",
      d: "good line",
      e: "good line",
    });
  });

  test("a share is of everyone with a score, vetoed ones too, whatever their direction; rounded down", () => {
    const rows = [row("a", "95", ["fraud"]), row("b", "94"), row("c", "93"), row("d", "92"), row("e", null)];
    expect([shareField(rows), placesFor("30", 4), placesFor("50", 4), placesFor("99.9", 4)]).toEqual([
      4, 1, 2, 3,
    ]);
    expect(placesFor(null, 4)).toBe(4);
    expect(levels(rows)).toMatchObject({ b: "excellent line", c: "good line", e: "null unscored" });
  });

  test("never more than the share, whatever the scores and their order", () => {
    const scored = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scored, (scores) => {
        const rows = scores.map((score, index) => row(`s${index}`, String(score)));
        const graded = gradeAll(grading, rows);
        const best = graded.filter((grade) => grade.level === "excellent");
        expect(best.length).toBeLessThanOrEqual(Math.floor((30 * rows.length) / 100));
        const again = new Map(gradeAll(grading, rows.toReversed()).map((grade) => [grade.submission, grade]));
        expect(graded).toEqual(rows.map((one) => again.get(one.submission)));
      }),
    );
  });
});

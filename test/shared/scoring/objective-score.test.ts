import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { makeFinding } from "../../../shared/scheme/make-finding.ts";
import { Exact } from "../../../shared/scoring/decimal.ts";
import { objectiveScores, withObjectives } from "../../../shared/scoring/objective-score.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { validateScore } from "../../../shared/scoring/validate-score.ts";

const source = { place: "附件2", quote: "客观指标" };
const formWith = (
  objective: ScoreForm["items"][number]["objective"],
  max = "20",
  step = "0.5",
): ScoreForm => ({
  items: [
    { id: "judged", name: "机制", guidance: "", max: "80", source },
    { id: "computed", name: "量化指标", guidance: "", max, source, ...(objective ? { objective } : {}) },
  ],
  total: "100",
  step,
});
const threshold = (id: string, status: Finding["status"], actual?: string): Finding => ({
  ...makeFinding({ rule: `threshold:${id}`, kind: "threshold", status, subject: id }),
  ...(actual === undefined ? {} : { actual }),
});
const only = (form: ScoreForm, findings: readonly Finding[]) => {
  const outcomes = objectiveScores(form, findings);
  expect(outcomes).toHaveLength(1);
  return outcomes[0];
};

describe("share of the thresholds met", () => {
  test("is cut down to the step, and the arithmetic says so", () => {
    const findings = [threshold("a", "met"), threshold("b", "not-met"), threshold("c", "met")];
    expect(only(formWith({ kind: "met-share" }), findings)).toEqual({
      item: "computed",
      score: "13",
      arithmetic: "20 × 2 ÷ 3 = 13.333… → 13",
      problem: null,
      about: ["a", "b", "c"],
    });
    expect(only(formWith({ kind: "met-share" }), findings.slice(0, 1))?.arithmetic).toBe("20 × 1 ÷ 1 = 20");
  });

  test.each(["to-confirm", "not-reported", "no-threshold", "contradiction"] as const)(
    "an indicator that is %s is neither met nor not met: no score, and its name",
    (status) => {
      const outcome = only(formWith({ kind: "met-share" }), [threshold("a", "met"), threshold("b", status)]);
      expect(outcome).toMatchObject({ score: null, problem: "not-decided", about: ["b"] });
    },
  );

  test("without indicators of the direction there is nothing to compute", () => {
    expect(only(formWith({ kind: "met-share" }), [])).toMatchObject({
      score: null,
      problem: "no-indicators",
    });
  });
});

describe("in proportion to one value", () => {
  const form = formWith({ kind: "linear", indicator: "jobs", zero: "1000", full: "2000" });
  test.each([
    ["1500", "10", "20 × (1500 − 1000) ÷ (2000 − 1000) = 10"],
    ["999", "0", "20 × (999 − 1000) ÷ (2000 − 1000) = 0"],
    ["5000", "20", "20 × (5000 − 1000) ÷ (2000 − 1000) = 20"],
    ["1333.3", "6.5", "20 × (1333.3 − 1000) ÷ (2000 − 1000) = 6.666 → 6.5"],
  ])("%s gives %s", (value, score, arithmetic) => {
    expect(only(form, [threshold("jobs", "met", value)])).toMatchObject({ score, arithmetic, problem: null });
  });
  test("a value that was not reported is no zero", () => {
    expect(only(form, [threshold("jobs", "not-reported")])).toMatchObject({
      score: null,
      problem: "no-value",
    });
  });
  test("a rule whose ends are equal decides nothing", () => {
    const flat = formWith({ kind: "linear", indicator: "jobs", zero: "5", full: "5" });
    expect(only(flat, [threshold("jobs", "met", "9")])).toMatchObject({
      score: null,
      problem: "not-decided",
    });
  });
  test("fewer can be better: full below zero", () => {
    const fewer = formWith({ kind: "linear", indicator: "jobs", zero: "10", full: "0" });
    expect(only(fewer, [threshold("jobs", "not-met", "2.5")])?.score).toBe("15");
  });
});

test("whatever the values, a computed score is one the form allows and never above what was reached", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom("0.1", "0.25", "0.5", "1"),
      fc.array(fc.constantFrom("met", "not-met"), { minLength: 1, maxLength: 12 }),
      (units, step, statuses) => {
        const max = new Exact(step).times(units).toFixed();
        const form = formWith({ kind: "met-share" }, max, step);
        const outcome = only(
          form,
          statuses.map((status, index) => threshold(`i${index}`, status as Finding["status"])),
        );
        const score = outcome?.score ?? "";
        expect(validateScore(form, "computed", score)).toEqual({ ok: true, value: score });
        const share = new Exact(max)
          .times(statuses.filter((status) => status === "met").length)
          .dividedBy(statuses.length);
        expect(new Exact(score).lessThanOrEqualTo(share)).toBe(true);
      },
    ),
  );
});

test("computed scores stand in place of anything stored, and only they", () => {
  const items = [
    { item: "judged", score: "7", comment: "好" },
    { item: "computed", score: "19", comment: "" },
  ];
  const outcomes = objectiveScores(formWith({ kind: "met-share" }), [threshold("a", "not-met")]);
  expect(withObjectives(items, outcomes)).toEqual([
    { item: "judged", score: "7", comment: "好" },
    { item: "computed", score: "0", comment: "" },
  ]);
  expect(objectiveScores(formWith(undefined), [threshold("a", "met")])).toEqual([]);
});

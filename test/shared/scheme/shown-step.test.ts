import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkProjects } from "../../../shared/scheme/check-projects.ts";
import { shownStep } from "../../../shared/scheme/shown-step.ts";
import { Exact } from "../../../shared/scoring/decimal.ts";
import { dossier, project } from "../../support/dossier.ts";

/** The same by division in exact decimals: slow, and beyond doubt. */
function byDivision(text: string, value: string): Exact {
  const decimals = (one: string): number => one.split(".")[1]?.length ?? 0;
  const own = new Exact(10).pow(-decimals(value));
  const exact = new Exact(value).abs();
  if (text === value || exact.isZero()) return own;
  const steps = (text.match(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? []).flatMap((shown) => {
    const seen = new Exact(shown.replaceAll(",", ""));
    const ratio = seen.isZero() ? new Exact(0) : exact.div(seen);
    const isPower = /^10*$|^0\.0*1$/.test(ratio.toFixed());
    return isPower ? [new Exact(10).pow(-decimals(shown.replaceAll(",", ""))).times(ratio)] : [];
  });
  return steps.length === 0 ? own : Exact.min(...steps);
}

const whole = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.constantFrom(100, 12000, 1000000),
);
const decimal = fc
  .tuple(
    whole,
    fc.option(fc.constantFrom("0", "5", "00", "05", "50", "125", "1250", "0001"), { nil: undefined }),
  )
  .map(([one, fraction]) => (fraction === undefined ? `${one}` : `${one}.${fraction}`));
const grouped = fc.integer({ min: 1000, max: 9_999_999 }).map((one) => one.toLocaleString("en"));
const moved = fc
  .tuple(decimal, fc.integer({ min: -4, max: 4 }))
  .map(([one, power]): [string, string] => [one, new Exact(one).times(new Exact(10).pow(power)).toFixed()]);

describe("the last digit a reader saw", () => {
  test.each([
    ["1.35亿元", "13500", "100"],
    ["总投资 13,500 万元", "13500", "1"],
    ["十二", "12", "1"],
    ["12.50", "12.50", "0.01"],
    ["共12项，投资1.2亿元", "12000", "1000"],
    ["120万", "0", "1"],
    ["-3.5", "-3.5", "0.1"],
    ["降低3.5%", "-3.5", "0.1"],
  ])("%s read as %s: a step of %s", (text, value, step) => {
    expect(shownStep(text, value).toFixed()).toBe(step);
  });

  test("is the same as by exact division", () => {
    const texts = fc
      .tuple(moved, fc.array(fc.oneof(decimal, grouped), { maxLength: 4 }), fc.nat())
      .map(([[shown, value], others, at]): [string, string] => [
        [...others.slice(0, at % 5), shown, ...others.slice(at % 5)].join(" | "),
        value,
      ]);
    const pairs = fc.oneof(texts, fc.tuple(fc.oneof(decimal, grouped), decimal));
    fc.assert(
      fc.property(pairs, fc.boolean(), ([text, value], isNegative) => {
        const signed = isNegative ? `-${value}` : value;
        expect(shownStep(text, signed).toFixed()).toBe(byDivision(text, signed).toFixed());
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the money of a project by source", () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom("", ".5", ".05", ".005", ".1", ".75", ".50"))
    .map(([one, fraction]) => `${one}${fraction}`);

  test("is found wrong exactly where exact sums differ by more than rounding explains", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 2, maxLength: 4 }),
        amount,
        fc.boolean(),
        (parts, other, adds) => {
          const exactSum = parts.reduce((sum, part) => sum.plus(part), new Exact(0));
          const total = adds ? exactSum.toFixed() : other;
          const row = {
            ...project("项目", total),
            funding: parts.map((value, index) => ({ name: `来源${index}`, value })),
          };
          const slack = [total, ...parts]
            .reduce((sum, value) => sum.plus(byDivision(row.evidence.text, value)), new Exact(0))
            .div(2);
          const isWrong = exactSum.minus(total).abs().gt(slack);
          const findings = checkProjects(
            dossier(1, ["园区", "长沙市", "region", "lean"], { projects: [row] }),
          );
          expect(findings.map(({ status }) => status)).toEqual(isWrong ? ["contradiction"] : []);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

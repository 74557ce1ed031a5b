import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { type Indicator, type Scheme, type SubjectId, subjectIds } from "../../../shared/scheme/scheme.ts";
import type { Fact } from "../../../shared/submission/dossier.ts";
import { findUnit } from "../../../shared/text/unit.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

/*
 * Every threshold cell of a scheme as its file gives it. The same cells typed by hand from the notice are in threshold-cells.test.ts: a
 * wrong number in the file fails there, a wrong verdict fails here.
 */
const guangxi = schemeOf("guangxi-2020");

interface Cell {
  readonly indicator: Indicator;
  readonly subject: SubjectId;
}
const cellsOf = (scheme: Scheme): Cell[] =>
  scheme.indicators.flatMap((indicator) => subjectIds.map((subject) => ({ indicator, subject })));
const open = cellsOf(guangxi).filter(({ indicator, subject }) => indicator.thresholds[subject]);
const closed = cellsOf(guangxi).filter(({ indicator, subject }) => !indicator.thresholds[subject]);
const named = ({ indicator, subject }: Cell) =>
  [`${indicator.id} ${subject}`, { indicator, subject }] as const;

const verdict = (scheme: Scheme, { indicator, subject }: Cell, facts: readonly Fact[]): Finding => {
  const own = dossier(1, ["某单位", "南宁市", subject, indicator.direction], { facts: [...facts] });
  const found = checkDossier(scheme, own, { registry: [] }).filter(
    (finding) => finding.rule === `threshold:${indicator.id}`,
  );
  expect(found).toHaveLength(1);
  return found[0] ?? expect.fail("no finding");
};

function thresholdOf({ indicator, subject }: Cell) {
  const threshold = indicator.thresholds[subject];
  if (threshold?.value == null) throw new Error("no threshold");
  return { ...threshold, value: threshold.value };
}

/** The whole finding, put together apart from the program: a field more or less fails. */
function wanted(
  cell: Cell,
  value: string,
  status: Finding["status"],
  evidence: Finding["evidence"],
): Finding {
  const { value: limit, source } = thresholdOf(cell);
  const margin = new Decimal(value).minus(limit).toFixed();
  return {
    rule: `threshold:${cell.indicator.id}`,
    kind: "threshold",
    status,
    subject: cell.indicator.name,
    expected: `≥${limit}`,
    actual: new Decimal(value).toFixed(),
    unit: cell.indicator.unit,
    margin,
    arithmetic: `${new Decimal(value).toFixed()} − ${limit} = ${margin}`,
    params: { subjectType: cell.subject, direction: cell.indicator.direction },
    evidence,
    source,
  };
}

const evidenceOf = (one: Fact): Finding["evidence"] => (one.read ? [one.read.evidence] : []);

/** A unit that measures something else. */
const foreign = (unit: string): string => (findUnit(unit)?.dimension === "money" ? "人" : "万元");

test("the file of Guangxi gives 21 cells and leaves 27 closed, all of them at least", () => {
  expect([open.length, closed.length]).toEqual([21, 27]);
  expect(new Set(open.map((cell) => thresholdOf(cell).op))).toEqual(new Set([">="]));
});

describe.each(open.map(named))("%s", (_name, cell) => {
  const limit = new Decimal(thresholdOf(cell).value);
  const at = (value: string) => {
    const one = fact(cell.indicator.id, value);
    return [verdict(guangxi, cell, [one]), evidenceOf(one)] as const;
  };

  test.each([
    ["just below", limit.minus("0.001").toFixed(), "not-met"],
    ["equal", limit.toFixed(), "met"],
    ["just above", limit.plus("0.001").toFixed(), "met"],
    ["a reported 0", "0", "not-met"],
  ] as const)("%s: exactly this finding", (_case, value, status) => {
    const [found, evidence] = at(value);
    expect(found).toEqual(wanted(cell, value, status, evidence));
  });

  test("missing: not reported, with neither value nor margin", () => {
    const { value, source } = thresholdOf(cell);
    expect(verdict(guangxi, cell, [])).toEqual({
      rule: `threshold:${cell.indicator.id}`,
      kind: "threshold",
      status: "not-reported",
      subject: cell.indicator.name,
      expected: `≥${value}`,
      unit: cell.indicator.unit,
      params: { subjectType: cell.subject, direction: cell.indicator.direction },
      evidence: [],
      source,
    });
  });

  test("wrong unit: a question, whatever the number, and never met", () => {
    for (const value of ["0", limit.toFixed(), limit.times(1000).toFixed()]) {
      const one = fact(cell.indicator.id, value, { unit: foreign(cell.indicator.unit) });
      expect(verdict(guangxi, cell, [one])).toEqual({
        ...wanted(cell, value, "to-confirm", evidenceOf(one)),
        reason: "unit",
      });
    }
  });

  test("on which side of the limit a value lies is all that counts", () => {
    const offset = fc.integer({ min: -500_000, max: 500_000 }).map((n) => new Decimal(n).div(1000));
    fc.assert(
      fc.property(offset, (step) => {
        const value = limit.plus(step);
        if (value.lt(0)) return;
        expect(at(value.toFixed())[0].status).toBe(step.gte(0) ? "met" : "not-met");
      }),
      { numRuns: 30 },
    );
  });

  test("without its number the cell is open: reported or not, nobody fails it", () => {
    const unset: Scheme = {
      ...guangxi,
      indicators: guangxi.indicators.map((indicator) => ({
        ...indicator,
        thresholds: { ...indicator.thresholds, [cell.subject]: { ...thresholdOf(cell), value: null } },
      })),
    };
    const found = verdict(unset, cell, [fact(cell.indicator.id, "0")]);
    expect(found.status).toBe("no-threshold");
    expect(found).not.toHaveProperty("margin");
    expect(verdict(unset, cell, []).status).toBe("not-reported");
  });
});

describe.each(closed.map(named))("%s is not open", (_name, cell) => {
  test("not allowed: exactly this finding, whatever is reported", () => {
    const source = guangxi.subjects.find(({ id }) => id === cell.subject)?.source;
    for (const facts of [[], [fact(cell.indicator.id, "0")], [fact(cell.indicator.id, "1000000")]])
      expect(verdict(guangxi, cell, facts)).toEqual({
        rule: `threshold:${cell.indicator.id}`,
        kind: "threshold",
        status: "not-allowed",
        subject: cell.indicator.name,
        unit: cell.indicator.unit,
        params: { subjectType: cell.subject, direction: cell.indicator.direction },
        evidence: [],
        source,
      });
  });
});

import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const scheme = schemeOf("guangxi-2020");

/** Typed by hand from annex 1 of 桂发改高技函〔2020〕1737号, apart from the scheme file. Columns: region, university, enterprise, institute. */
const annex: readonly (readonly [string, string, ...(number | null)[]])[] = [
  ["employment", "employment-jobs", 10000, 2500, null, null],
  ["employment", "employment-funding", 10000, 2000, null, null],
  ["employment", "employment-growth", 5, 5, null, null],
  ["integration", "integration-platforms", 15, null, 8, null],
  ["integration", "integration-projects", 40, null, 12, null],
  ["integration", "integration-funding", 8000, null, 5000, null],
  ["lean", "lean-firms", 50, null, null, 5],
  ["lean", "lean-platforms", 7, null, null, 5],
  ["lean", "lean-patents", 5, null, null, 5],
  ["global", "global-platforms", 7, null, null, null],
  ["global", "global-events", 1, null, null, null],
  ["global", "global-talents", 3, null, null, null],
];
const subjects = ["region", "university", "enterprise", "institute"] as const;

const cells = annex.flatMap(([direction, indicator, ...limits]) =>
  subjects.map((subject, index) => ({ direction, indicator, subject, limit: limits[index] ?? null })),
);
const open = cells.flatMap((cell) => (cell.limit === null ? [] : { ...cell, limit: cell.limit }));
const closed = cells.filter((cell) => cell.limit === null);

const applicant = (cell: (typeof cells)[number], facts: Dossier["facts"]): Dossier =>
  dossier(1, ["某单位", "南宁市", cell.subject, cell.direction], { facts });

const verdict = (cell: (typeof cells)[number], facts: Dossier["facts"]) =>
  checkDossier(scheme, applicant(cell, facts), { registry: [] }).find(
    (finding) => finding.rule === `threshold:${cell.indicator}`,
  );

test("the annex has 21 threshold cells", () => {
  expect(open).toHaveLength(21);
  expect(closed).toHaveLength(27);
});

describe.each(open)("$indicator for $subject, at least $limit", (cell) => {
  const below = (cell.limit - 0.01).toFixed(2);
  const above = (cell.limit + 0.01).toFixed(2);

  test("just below is not met, with the difference", () => {
    expect(verdict(cell, [fact(cell.indicator, below)])).toMatchObject({
      status: "not-met",
      expected: `≥${cell.limit}`,
      actual: below.replace(/0$/, ""),
      margin: "-0.01",
    });
  });

  test("equal and just above are met", () => {
    expect(verdict(cell, [fact(cell.indicator, String(cell.limit))])).toMatchObject({
      status: "met",
      margin: "0",
    });
    expect(verdict(cell, [fact(cell.indicator, above)])).toMatchObject({ status: "met", margin: "0.01" });
  });

  test("a reported 0 is not met, a missing value is not reported", () => {
    expect(verdict(cell, [fact(cell.indicator, "0")])?.status).toBe("not-met");
    const missing = verdict(cell, []);
    expect(missing?.status).toBe("not-reported");
    expect(missing).not.toHaveProperty("actual");
    expect(missing).not.toHaveProperty("margin");
  });

  test("it leads to the sentence of the annex and to the place of the value", () => {
    const value = fact(cell.indicator, above);
    const finding = verdict(cell, [value]);
    expect(finding?.source?.quote).toContain(`≥${cell.limit}`);
    expect(finding?.evidence).toEqual([value.read?.evidence]);
  });
});

describe.each(closed)("$indicator for $subject is not allowed", (cell) => {
  test("whatever is reported", () => {
    for (const facts of [[], [fact(cell.indicator, "1000000")], [fact(cell.indicator, "0")]])
      expect(verdict(cell, facts)).toMatchObject({
        status: "not-allowed",
        rule: `threshold:${cell.indicator}`,
      });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import { checkRound } from "../../../shared/scheme/check-round.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import {
  type Dossier,
  type Fact,
  type IdentityField,
  identityFields,
} from "../../../shared/submission/dossier.ts";
import { allSchemes, dossier, fact, identity, project, registry, schemeOf } from "../../support/dossier.ts";

const bases = registry();
const guangxi = schemeOf("guangxi-2020");

/** What an office acts on without looking again. */
const decided = new Set<Finding["status"]>(["met", "not-met", "not-allowed"]);
const verdicts = (findings: readonly Finding[]): string[] =>
  findings
    .filter((finding) => decided.has(finding.status))
    .map((finding) => `${finding.kind} ${finding.rule} ${finding.status}`)
    .sort();

const check = (scheme: Scheme, one: Dossier): string[] =>
  verdicts(checkDossier(scheme, one, { registry: bases }));
const checkAll = (scheme: Scheme, dossiers: Dossier[]): string[] =>
  verdicts(checkRound(scheme, dossiers, { registry: bases }).round);

const pairs = [
  ["region", "employment"],
  ["region", "integration"],
  ["region", "lean"],
  ["region", "global"],
  ["university", "employment"],
  ["enterprise", "integration"],
  ["institute", "lean"],
] as const;

/** One indicator in every form a value comes in: yearly, mean, target, with a qualifier. */
function factsFor(key: string, value: string, open: Fact["state"]): Fact[] {
  return [
    ...[2017, 2018, 2019].map((year) => fact(key, value, { year, state: open })),
    fact(key, value, { state: open }),
    fact(key, value, { state: open, qualifier: "more-than" }),
    fact(key, value, { role: "target", state: open }),
  ];
}

const values = fc.integer({ min: 0, max: 60_000 }).map(String);

describe("a value nobody has confirmed decides nothing, in any kind of rule", () => {
  test.each(pairs)(
    "%s × %s: every verdict is the same whatever the open values say",
    (subject, direction) => {
      const indicators = guangxi.indicators.filter((indicator) => indicator.direction === direction);
      fc.assert(
        fc.property(values, values, (one, other) => {
          const told = (value: string) =>
            check(
              guangxi,
              dossier(1, ["某单位", "南宁市", subject, direction], {
                facts: indicators.flatMap(({ id }) => factsFor(id, value, "to-confirm")),
              }),
            );
          expect(told(one)).toEqual(told(other));
        }),
        { numRuns: 60 },
      );
    },
  );

  test("one open value beside sure ones never turns their verdict round, nor makes one by itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        values,
        values,
        values,
        ([subject, direction], sure, one, other) => {
          const [indicator] = guangxi.indicators.filter((known) => known.direction === direction);
          const key = indicator?.id ?? "";
          const told = (value: string) =>
            check(
              guangxi,
              dossier(1, ["某单位", "南宁市", subject, direction], {
                facts: [fact(key, sure), fact(key, value, { state: "to-confirm" })],
              }),
            );
          expect(told(one)).toEqual(told(other));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("a confirmed value does decide: the property above is not empty", () => {
    const told = (value: string) =>
      check(
        guangxi,
        dossier(1, ["某单位", "南宁市", "region", "employment"], {
          facts: [fact("employment-jobs", value, { state: "confirmed" })],
        }),
      );
    expect(told("10000")).not.toEqual(told("9999"));
  });
});

describe("an identity nobody has confirmed", () => {
  const answers: Readonly<Record<IdentityField, readonly string[]>> = {
    name: ["某单位", "中关村科技园区", "湖南大学"],
    city: ["南宁市", "长沙市", "石家庄市"],
    subject: ["region", "university", "enterprise", "institute"],
    direction: ["employment", "integration", "lean", "global"],
  };
  const open = (field: IdentityField, value: string, number = 1): Dossier => {
    const whole = dossier(number, ["某单位", "南宁市", "region", "lean"], { projects: [project("甲", "1")] });
    return { ...whole, identity: { ...whole.identity, [field]: identity(value, "to-confirm") } };
  };
  const schemes = allSchemes().map((scheme) => [scheme.id, scheme] as const);

  describe.each(schemes)("under %s", (_id, scheme) => {
    test.each(identityFields)(
      "%s: is asked for, and it meets no rule of eligibility or exclusion",
      (field) => {
        for (const value of answers[field]) {
          const findings = checkDossier(scheme, open(field, value), { registry: bases });
          const own = findings.filter((finding) => finding.rule === `identity:${field}`);
          if (own.length > 0) expect(own.map(({ status }) => status)).toEqual(["to-confirm"]);
          if (field === "subject" || field === "direction")
            for (const { status, reason } of findings.filter((finding) => finding.kind === "eligibility"))
              if (reason !== "type-only") expect(["to-confirm", "not-allowed"]).toContain(status);
          if (field === "name")
            for (const { status } of findings.filter((finding) => finding.kind === "exclusion"))
              expect(status).not.toBe("met");
        }
      },
    );

    test.each(["city", "subject", "direction"] as const)("%s: fills no quota for certain", (field) => {
      const quota = (value: string) =>
        checkAll(scheme, [
          open(field, value, 1),
          dossier(2, ["乙单位", scheme.cities[0] ?? "南宁市", "region", "lean"]),
        ]).filter((line) => line.startsWith("quota") && line.endsWith("not-met"));
      const said = answers[field].map(quota);
      for (const line of said) expect(line).toEqual(said[0]);
    });
  });
});

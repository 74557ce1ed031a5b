import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const indicators = guangxi.indicators.filter((indicator) => indicator.direction === "lean");
const keys = indicators.map((indicator) => indicator.id);
const base = keys.map((key) => fact(key, "1000", { block: `b-${key}` }));
const check = (facts: typeof base) =>
  checkDossier(guangxi, dossier(1, ["青秀区", "南宁市", "region", "lean"], { facts }), { registry: [] });
const about = (key: string) => (rule: string) => rule.split(":").includes(key);

test("a fact of one indicator never changes what is found about anything else", () => {
  const before = check(base);
  const value = fc.integer({ min: 0, max: 100_000 }).map(String);
  const year = fc.option(fc.integer({ min: 2015, max: 2021 }), { nil: undefined });
  const state = fc.constantFrom("read" as const, "to-confirm" as const, "typed" as const);
  fc.assert(
    fc.property(fc.constantFrom(...keys), value, year, state, (key, number, inYear, held) => {
      const added = fact(key, number, { state: held, ...(inYear === undefined ? {} : { year: inYear }) });
      const rest = (list: typeof before) => list.filter((finding) => !about(key)(finding.rule));
      expect(rest(check([...base, added]))).toEqual(rest(before));
    }),
  );
});

test("a fact of an indicator no rule asks for changes nothing at all", () => {
  fc.assert(
    fc.property(fc.constantFrom("global-events", "unknown-key"), fc.integer(), (key, number) => {
      expect(check([...base, fact(key, String(number), { unit: "次" })])).toEqual(check(base));
    }),
  );
});

import { expect, test } from "vitest";
import {
  placesOf,
  type Spread,
  shareOfThreshold,
  spreadsOf,
} from "../../../../renderer/features/checks/indicator-spread.ts";
import type { Finding } from "../../../../shared/scheme/finding.ts";
import { schemeOf } from "../../../support/dossier.ts";

const [indicator] = schemeOf("guangxi-2020").indicators;
if (!indicator) throw new Error("no indicator");

const finding = (actual: string | undefined): Finding => ({
  rule: `threshold:${indicator.id}`,
  kind: "threshold",
  status: actual === undefined ? "not-reported" : "met",
  subject: indicator.name,
  ...(actual === undefined ? {} : { actual }),
  params: {},
  evidence: [],
});

const applicant = (number: number, subject: "region" | "enterprise", actual?: string) => ({
  submission: `s${number}`,
  number,
  name: `示例${number}`,
  city: "",
  subject,
  direction: indicator.direction,
  findings: [finding(actual)],
});

const result = {
  submissions: [applicant(1, "region", "12500"), applicant(2, "region"), applicant(3, "enterprise", "9")],
  round: [],
};

const only = (spreads: Spread[]): Spread => {
  const [spread, ...others] = spreads;
  if (!spread || others.length > 0) throw new Error(`${spreads.length} spreads`);
  return spread;
};

test("only types with a threshold are drawn, and who gave no number has none", () => {
  const spread = only(spreadsOf(result, indicator));
  expect(spread.subject).toBe("region");
  expect(spread.values.map(({ submission, value }) => [submission.number, value])).toEqual([
    [1, "12500"],
    [2, null],
  ]);
});

test("value and threshold lie on one line from 0 to the greatest", () => {
  const spread = only(spreadsOf(result, indicator));
  const { greatest, at } = placesOf(spread);
  expect([greatest, at("0"), at("10000"), at("12500")]).toEqual(["12500", 0, 80, 100]);
});

test("a share of a threshold that is not set is no share", () => {
  expect([
    shareOfThreshold("12500", "10000"),
    shareOfThreshold("12500", null),
    shareOfThreshold(null, "10000"),
    shareOfThreshold("1", "0"),
  ]).toEqual([125, null, null, null]);
});

import { expect, test } from "vitest";
import { checkRound } from "../../../shared/scheme/check-round.ts";
import { previewChanges } from "../../../shared/scheme/preview-changes.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const firms = (value: string): Scheme => ({
  ...guangxi,
  indicators: guangxi.indicators.map((indicator) =>
    indicator.id === "lean-firms" && indicator.thresholds.region
      ? {
          ...indicator,
          thresholds: { ...indicator.thresholds, region: { ...indicator.thresholds.region, value } },
        }
      : indicator,
  ),
});
const round = [40, 55, 70].map((count, index) =>
  dossier(index + 1, [`第${index + 1}园`, "南宁市", "region", "lean"], {
    facts: [fact("lean-firms", String(count))],
  }),
);
const check = (scheme: Scheme) => checkRound(scheme, round, { registry: [] });

test("another threshold changes the findings of its indicator and no other", () => {
  const { changes, unchanged } = previewChanges(check(guangxi), check(firms("60")));
  expect(
    changes.map(({ submission, rule, before, after }) => [submission, rule, before?.status, after?.status]),
  ).toEqual([
    ["s1", "threshold:lean-firms", "not-met", "not-met"],
    ["s2", "threshold:lean-firms", "met", "not-met"],
    ["s3", "threshold:lean-firms", "met", "met"],
  ]);
  expect(unchanged).toBeGreaterThan(20);
});

test("the same scheme changes nothing; a rule that is gone or new has one side only", () => {
  expect(previewChanges(check(guangxi), check(guangxi)).changes).toEqual([]);
  const without = { ...guangxi, quotas: [] };
  const { changes } = previewChanges(check(guangxi), check(without));
  expect(changes).toMatchObject([{ submission: null, rule: "quota:region:南宁市:lean", after: null }]);
});

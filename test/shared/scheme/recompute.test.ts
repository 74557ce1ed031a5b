import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Fact } from "../../../shared/submission/dossier.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const plain = schemeOf("guangxi-2020");
const withSettings = (settings: Partial<Scheme["settings"]>): Scheme => ({
  ...plain,
  settings: { ...plain.settings, ...settings },
});
const set = withSettings({ baseYears: [2017, 2018, 2019] });

const find = (scheme: Scheme, rule: string, facts: Fact[]) =>
  checkDossier(scheme, dossier(1, ["某区", "南宁市", "region", "employment"], { facts }), {
    registry: [],
  }).find((finding) => finding.rule === rule);
const yearly = (values: Readonly<Record<number, string>>, key = "employment-jobs", unit?: string): Fact[] =>
  Object.entries(values).map(([year, value]) =>
    fact(key, value, { year: Number(year), ...(unit === undefined ? {} : { unit }) }),
  );
const three = { 2017: "8400", 2018: "9300", 2019: "9660" };

describe("年平均 from yearly values", () => {
  test("agrees with the claimed mean, with arithmetic a person can follow", () => {
    const facts = [fact("employment-jobs", "9120"), ...yearly(three)];
    expect(find(set, "recomputed:employment-jobs", facts)).toMatchObject({
      status: "met",
      expected: "9120",
      arithmetic: "(8400 + 9300 + 9660) ÷ 3 = 9120",
    });
  });

  test("differs from the claimed mean", () => {
    const facts = [fact("employment-jobs", "10120"), ...yearly(three)];
    expect(find(set, "recomputed:employment-jobs", facts)).toMatchObject({
      status: "contradiction",
      margin: "1000",
    });
    expect(find(set, "threshold:employment-jobs", facts)).toMatchObject({
      status: "to-confirm",
      reason: "conflict",
    });
  });

  test("is compared as far as the claim was shown, and no further", () => {
    const years = yearly({ 2017: "8401", 2018: "9300", 2019: "9660" });
    const claim = (value: string, text: string) =>
      find(set, "recomputed:employment-jobs", [fact("employment-jobs", value, { text }), ...years])?.status;
    expect(claim("9120.33", "9120.33人")).toBe("met");
    expect(claim("9120", "9120人")).toBe("met");
    expect(claim("9100", "0.91万人")).toBe("met");
    expect(claim("9100", "9100人")).toBe("contradiction");
    expect(claim("9121", "9121人")).toBe("contradiction");
  });

  test("stands in for a missing mean only when the base years are set", () => {
    const facts = yearly({ 2017: "10000", 2018: "11000", 2019: "12000" });
    expect(find(set, "threshold:employment-jobs", facts)).toMatchObject({
      status: "met",
      actual: "11000",
      arithmetic: "(10000 + 11000 + 12000) ÷ 3 = 11000; 11000 − 10000 = 1000",
    });
    expect(find(plain, "threshold:employment-jobs", facts)).toMatchObject({
      status: "to-confirm",
      reason: "base-years-unset",
      actual: "11000",
    });
  });

  test("is never made up from fewer years than asked for", () => {
    const facts = [fact("employment-jobs", "9120"), ...yearly({ 2018: "9300", 2019: "9660" })];
    expect(find(set, "recomputed:employment-jobs", facts)).toMatchObject({
      status: "to-confirm",
      reason: "years-missing",
      params: { missing: "2017" },
    });
    expect(find(set, "threshold:employment-jobs", facts.slice(1))?.status).toBe("to-confirm");
  });

  test("without base years a claim that does not follow from its own three years is a contradiction all the same", () => {
    expect(
      find(plain, "recomputed:employment-jobs", [fact("employment-jobs", "12000"), ...yearly(three)])?.status,
    ).toBe("contradiction");
    expect(
      find(plain, "recomputed:employment-jobs", [fact("employment-jobs", "9120"), ...yearly(three)]),
    ).toMatchObject({
      status: "to-confirm",
      reason: "base-years-unset",
    });
  });

  test("of two claims the one that does not follow from the years is named, in either order", () => {
    const both = [fact("employment-jobs", "9120"), fact("employment-jobs", "12350")];
    for (const claims of [both, both.toReversed()]) {
      expect(find(set, "recomputed:employment-jobs", [...claims, ...yearly(three)])).toMatchObject({
        status: "contradiction",
        actual: "12350",
        expected: "9120",
        margin: "3230",
      });
    }
  });

  test("is left open when a year has two values, an approximate one or an unconfirmed one", () => {
    const reason = (extra: Fact) =>
      find(set, "recomputed:employment-jobs", [
        fact("employment-jobs", "9120"),
        ...yearly({ 2018: "9300", 2019: "9660" }),
        extra,
      ])?.reason;
    expect(reason(fact("employment-jobs", "8400", { year: 2017, qualifier: "about" }))).toBe("approximate");
    expect(reason(fact("employment-jobs", "8400", { year: 2017, state: "to-confirm" }))).toBe(
      "fact-unconfirmed",
    );
    const clash = [
      ...yearly(three),
      fact("employment-jobs", "8500", { year: 2017 }),
      fact("employment-jobs", "9120"),
    ];
    expect(find(set, "recomputed:employment-jobs", clash)?.reason).toBe("conflict");
    expect(find(set, "contradiction:employment-jobs:2017", clash)?.params.values).toBe("8400、8500");
  });

  test("a stated sum over the years is compared with their sum", () => {
    const total = (value: string) => fact("employment-jobs", value, { text: `三年累计${value}人` });
    expect(
      find(plain, "recomputed:employment-jobs:total", [total("27360"), ...yearly(three)]),
    ).toBeUndefined();
    expect(find(plain, "recomputed:employment-jobs:total", [total("28000"), ...yearly(three)])).toMatchObject(
      {
        status: "contradiction",
        expected: "27360",
        margin: "640",
      },
    );
  });
});

describe("年均增速", () => {
  const growth = (scheme: Scheme, claim: string, values: Facts) =>
    find(scheme, "recomputed:employment-growth", [
      fact("employment-growth", claim, { text: `${claim}%` }),
      ...values,
    ]);
  type Facts = Fact[];
  const counts = yearly({ 2017: "100", 2018: "110", 2019: "132" }, "employment-growth", "家");
  const rates = yearly({ 2017: "10", 2018: "20", 2019: "6" }, "employment-growth");
  const method = (growthMethod: "arithmetic" | "compound") =>
    withSettings({ baseYears: [2017, 2018, 2019], growthMethod });

  test("is not decided while the method is not set", () => {
    expect(growth(set, "15", counts)).toMatchObject({ status: "to-confirm", reason: "growth-method-unset" });
    expect(growth(plain, "15", counts)).toMatchObject({ status: "to-confirm", reason: "base-years-unset" });
  });

  test("from counts, by the mean of yearly growth or compound", () => {
    expect(growth(method("arithmetic"), "15", counts)).toMatchObject({
      status: "met",
      arithmetic: "[(110 ÷ 100 − 1) + (132 ÷ 110 − 1)] ÷ 2, %: = 15",
    });
    expect(growth(method("compound"), "14.89", counts)).toMatchObject({
      status: "met",
      expected: "14.8913",
      arithmetic: "(132 ÷ 100)^(1/2) − 1, %: ≈ 14.8913",
    });
    expect(growth(method("compound"), "15", counts)?.status).toBe("met");
    expect(growth(method("compound"), "15.0", counts)?.status).toBe("contradiction");
  });

  test("from rates", () => {
    expect(growth(method("arithmetic"), "12", rates)?.status).toBe("met");
    expect(growth(method("compound"), "11.85", rates)).toMatchObject({ status: "met", expected: "11.8476" });
  });

  test("from a zero base is no number", () => {
    const zero = yearly({ 2017: "0", 2018: "110", 2019: "132" }, "employment-growth", "家");
    expect(growth(method("compound"), "15", zero)).toMatchObject({
      status: "to-confirm",
      reason: "zero-base",
    });
  });
});

describe("table and text beside each other", () => {
  const clash = (...facts: Fact[]) => find(plain, "contradiction:employment-jobs", facts);

  test("different values contradict each other and lead to both places", () => {
    const table = fact("employment-jobs", "9120", { block: "b2" });
    const text = fact("employment-jobs", "9210", {
      block: "b7",
      file: "方案.docx",
      text: "年均带动就业9210人",
    });
    expect(clash(text, table)).toMatchObject({
      status: "contradiction",
      actual: "9120 / 9210",
      margin: "90",
      evidence: [{ block: "b2" }, { block: "b7" }],
    });
  });

  test("a rounded value agrees with the exact one, a wrongly rounded one does not", () => {
    const exact = fact("employment-jobs", "12034");
    expect(clash(exact, fact("employment-jobs", "12000", { text: "年均1.2万人" }))).toBeUndefined();
    expect(
      clash(exact, fact("employment-jobs", "12000", { text: "12000人", qualifier: "about" })),
    ).toBeUndefined();
    expect(clash(exact, fact("employment-jobs", "13000", { text: "年均1.3万人" }))?.status).toBe(
      "contradiction",
    );
    expect(clash(exact, fact("employment-jobs", "12000", { qualifier: "more-than" }))).toBeUndefined();
    expect(clash(exact, fact("employment-jobs", "13000", { qualifier: "more-than" }))?.status).toBe(
      "contradiction",
    );
  });

  test("a rejected value, a plan for the future and a target contradict nothing", () => {
    const value = fact("employment-jobs", "9120");
    expect(clash(value, fact("employment-jobs", "1", { state: "rejected" }))).toBeUndefined();
    expect(clash(value, fact("employment-jobs", "1", { qualifier: "expected" }))).toBeUndefined();
    expect(clash(value, fact("employment-jobs", "1", { role: "target" }))).toBeUndefined();
  });
});

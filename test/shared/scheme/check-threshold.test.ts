import { describe, expect, test } from "vitest";
import {
  applyRoundSettings,
  openThresholds,
  strayThresholds,
} from "../../../shared/scheme/apply-round-settings.ts";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Fact } from "../../../shared/submission/dossier.ts";
import type { Qualifier } from "../../../shared/submission/fact.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const hunan = schemeOf("hunan-2021");
const none = { thresholds: {}, baseYears: null, growthMethod: null, outlineTolerance: null };

const findings = (facts: Fact[], scheme: Scheme = guangxi, direction = "employment", subject = "region") =>
  checkDossier(scheme, dossier(1, ["某区", scheme.cities[0] ?? "", subject, direction], { facts }), {
    registry: [],
  });

const of = (list: readonly Finding[], rule: string) => list.find((finding) => finding.rule === rule);
const jobs = (facts: Fact[], scheme?: Scheme) => of(findings(facts, scheme), "threshold:employment-jobs");

describe("words beside a number (threshold ≥10000)", () => {
  const cases: readonly (readonly [string, Qualifier, Finding["status"]])[] = [
    ["10000", "at-least", "met"],
    ["9999", "at-least", "to-confirm"],
    ["10000", "more-than", "met"],
    ["9999", "more-than", "to-confirm"],
    ["10000", "at-most", "to-confirm"],
    ["9999", "at-most", "not-met"],
    ["10000", "less-than", "not-met"],
    ["10001", "less-than", "to-confirm"],
    ["20000", "about", "to-confirm"],
    ["20000", "expected", "to-confirm"],
  ];
  test.each(cases)("%s %s → %s", (value, qualifier, status) => {
    expect(jobs([fact("employment-jobs", value, { qualifier })])?.status).toBe(status);
  });

  test("a number a person corrected stands without them", () => {
    const corrected = fact("employment-jobs", "12000", { qualifier: "about", state: "corrected" });
    expect(jobs([corrected])).toMatchObject({ status: "met", margin: "2000" });
  });
});

describe("which facts count", () => {
  test("a value nobody has confirmed never passes", () => {
    expect(jobs([fact("employment-jobs", "20000", { state: "to-confirm" })])).toMatchObject({
      status: "to-confirm",
      reason: "fact-unconfirmed",
    });
    expect(jobs([fact("employment-jobs", "20000", { sure: false })])?.status).toBe("to-confirm");
  });

  test("rejected values, targets and repeated requirements are no values", () => {
    const facts = [
      fact("employment-jobs", "20000", { state: "rejected" }),
      fact("employment-jobs", "20000", { role: "target" }),
      fact("employment-jobs", "10000", { role: "requirement" }),
    ];
    expect(jobs(facts)?.status).toBe("not-reported");
  });

  test("a confirmed value goes before a read one, a read one before an open one", () => {
    const confirmed = fact("employment-jobs", "9000", { state: "confirmed" });
    expect(jobs([fact("employment-jobs", "12000"), confirmed])).toMatchObject({
      status: "not-met",
      actual: "9000",
    });
    const openOne = fact("employment-jobs", "9000", { state: "to-confirm" });
    expect(jobs([fact("employment-jobs", "12000"), openOne])).toMatchObject({
      status: "met",
      actual: "12000",
    });
  });

  test("two values on both sides of the threshold decide nothing; on one side they do", () => {
    expect(jobs([fact("employment-jobs", "12000"), fact("employment-jobs", "9000")])).toMatchObject({
      status: "to-confirm",
      reason: "conflict",
      actual: "9000",
    });
    const low = findings([fact("employment-jobs", "9000"), fact("employment-jobs", "9500")]);
    expect(of(low, "threshold:employment-jobs")).toMatchObject({ status: "not-met", actual: "9000" });
    expect(of(low, "contradiction:employment-jobs")).toMatchObject({ params: { values: "9000、9500" } });
  });

  test("a sum over years is not a yearly mean", () => {
    const spoken = fact("employment-jobs", "27360", { text: "近三年累计带动就业27360人" });
    expect(jobs([spoken])).toMatchObject({ status: "to-confirm", reason: "only-total" });
    const column = fact("employment-jobs", "27360", { state: "to-confirm", doubt: "total-not-mean" });
    expect(jobs([column])).toMatchObject({ status: "to-confirm", reason: "only-total" });
    const mean = fact("employment-jobs", "12000", { text: "累计带动就业36000人，年均12000人" });
    expect(jobs([mean])?.status).toBe("met");
  });

  test("家 answers 个, 人次 does not answer 人", () => {
    const firms = findings([fact("lean-firms", "60", { unit: "家" })], guangxi, "lean");
    expect(of(firms, "threshold:lean-firms")?.status).toBe("met");
    expect(jobs([fact("employment-jobs", "20000", { unit: "人次" })])).toMatchObject({
      status: "to-confirm",
      reason: "unit",
    });
  });

  test("a dated stock counts by its latest year", () => {
    const facts = [fact("lean-firms", "40", { year: 2018 }), fact("lean-firms", "55", { year: 2020 })];
    expect(of(findings(facts, guangxi, "lean"), "threshold:lean-firms")).toMatchObject({
      status: "met",
      actual: "55",
    });
  });
});

describe("patents per 10,000 people", () => {
  const lean = (facts: Fact[]) => findings(facts, guangxi, "lean");

  test("a number of patents that is not per 10,000 is flagged and decides nothing", () => {
    const list = lean([fact("lean-patents", "1200", { text: "拥有专利数量1200件" })]);
    expect(of(list, "confused-indicator:lean-patents")?.status).toBe("to-confirm");
    expect(of(list, "threshold:lean-patents")).toMatchObject({ status: "to-confirm", reason: "confused" });
  });

  test("the reader's own doubt is enough", () => {
    const list = lean([fact("lean-patents", "1200", { doubt: "confused-indicator", state: "to-confirm" })]);
    expect(of(list, "confused-indicator:lean-patents")?.status).toBe("to-confirm");
  });

  test("the right one beside it decides, and a person's word ends the question", () => {
    const both = lean([
      fact("lean-patents", "1200", { text: "拥有专利数量1200件，每万人拥有专利数量6.2件" }),
      fact("lean-patents", "6.2", { text: "拥有专利数量1200件，每万人拥有专利数量6.2件" }),
    ]);
    expect(of(both, "threshold:lean-patents")).toMatchObject({ status: "met", actual: "6.2" });
    expect(of(both, "confused-indicator:lean-patents")?.actual).toBe("1200");
    const settled = lean([fact("lean-patents", "6", { text: "专利6件", state: "confirmed" })]);
    expect(of(settled, "confused-indicator:lean-patents")).toBeUndefined();
    expect(of(settled, "threshold:lean-patents")?.status).toBe("met");
  });
});

describe("settings of a round", () => {
  const who = { by: "张三", at: "2021-11-10T01:00:00Z" };

  test("Hunan has nothing to judge by until the clerk enters the threshold, and then says who did", () => {
    const value = [fact("employment-jobs", "9000")];
    expect(jobs(value, hunan)).toMatchObject({ status: "no-threshold", actual: "9000" });
    expect(jobs(value, hunan)).not.toHaveProperty("expected");
    expect(jobs([], hunan)?.status).toBe("not-reported");
    const inForce = applyRoundSettings(
      hunan,
      { ...none, thresholds: { "employment-jobs/region": "8000" } },
      who,
    );
    expect(jobs(value, inForce)).toMatchObject({ status: "met", expected: "≥8000", margin: "1000" });
    const source = jobs(value, inForce)?.source;
    expect(source?.place).toMatch(/^经办人录入/);
    expect(source?.quote).toBe("张三 2021-11-10T01:00:00Z：≥8000");
  });

  test("numbers of a notice are never replaced", () => {
    const settings = { ...none, thresholds: { "employment-jobs/region": "1", "lean-firms/university": "3" } };
    expect(applyRoundSettings(guangxi, settings)).toEqual(guangxi);
    expect(strayThresholds(guangxi, settings)).toEqual(["employment-jobs/region", "lean-firms/university"]);
    expect(openThresholds(guangxi)).toEqual([]);
    expect(openThresholds(hunan)).toHaveLength(21);
    expect(
      strayThresholds(hunan, { ...none, thresholds: { "employment-jobs/region": "-1", x: null } }),
    ).toEqual(["employment-jobs/region"]);
  });

  test("a university in another direction of Hunan is a question, in Guangxi it is not allowed", () => {
    const pair = (scheme: Scheme) => {
      const list = findings([fact("lean-firms", "60")], scheme, "lean", "university");
      return [of(list, "eligibility")?.status, of(list, "threshold:lean-firms")?.status];
    };
    expect(pair(hunan)).toEqual(["to-confirm", "to-confirm"]);
    expect(pair(guangxi)).toEqual(["not-allowed", "not-allowed"]);
  });
});

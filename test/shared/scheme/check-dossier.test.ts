import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { ReadSection } from "../../../shared/submission/fact.ts";
import {
  dossier,
  evidence,
  file,
  identity,
  project,
  registry,
  schemeOf,
  sha,
} from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const hunan = schemeOf("hunan-2021");
const bases = registry();

const check = (scheme: Scheme, who: readonly [string, string, string, string], part: Partial<Dossier> = {}) =>
  checkDossier(scheme, dossier(1, who, part), { registry: bases });
const of = (list: readonly Finding[], rule: string) => list.find((finding) => finding.rule === rule);
const region = ["南宁市青秀区", "南宁市", "region", "employment"] as const;

describe("identity", () => {
  test("what is missing, unconfirmed or from elsewhere is said field by field", () => {
    const list = check(guangxi, ["", "长沙市", "region", "employment"], {});
    expect(of(list, "identity:name")?.status).toBe("not-reported");
    expect(of(list, "identity:city")).toMatchObject({ status: "to-confirm", reason: "unknown-city" });
    expect(of(list, "identity:direction")?.status).toBe("met");
  });

  test("the short name of a city is that city", () => {
    expect(of(check(hunan, ["某县", "湘西州", "region", "lean"]), "identity:city")?.status).toBe("met");
    expect(of(check(hunan, ["某县", "湖南省长沙", "region", "lean"]), "identity:city")?.status).toBe("met");
  });

  test("without a direction no indicator is judged, and that is said", () => {
    const list = check(guangxi, ["某区", "南宁市", "region", ""]);
    expect(of(list, "threshold")).toMatchObject({ status: "to-confirm", reason: "identity-unknown" });
    expect(list.filter((finding) => finding.kind === "threshold")).toHaveLength(1);
  });
});

describe("eligibility of every pair", () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    region: ["employment", "integration", "lean", "global"],
    university: ["employment"],
    institute: ["lean"],
    enterprise: ["integration"],
  };
  for (const [subject, directions] of Object.entries(allowed)) {
    for (const direction of ["employment", "integration", "lean", "global"]) {
      const met = directions.includes(direction);
      test(`${subject} × ${direction}`, () => {
        const status = (scheme: Scheme) =>
          of(check(scheme, ["某单位", scheme.cities[0] ?? "", subject, direction]), "eligibility")?.status;
        expect(status(guangxi)).toBe(met ? "met" : "not-allowed");
        expect(status(hunan)).toBe(met ? "met" : "to-confirm");
      });
    }
  }

  test("an unconfirmed direction does not pass silently", () => {
    const base = dossier(1, region);
    const open = { ...base, identity: { ...base.identity, direction: identity("employment", "to-confirm") } };
    expect(of(checkDossier(guangxi, open, { registry: [] }), "eligibility")).toMatchObject({
      status: "to-confirm",
      reason: "identity-unconfirmed",
    });
  });
});

describe("deadline", () => {
  const at = (scheme: Scheme, receivedAt: string | null) =>
    of(check(scheme, region, { receivedAt }), "deadline");

  test("Guangxi: the day before is in time, the day itself is a question (下班前), the day after is late", () => {
    expect(at(guangxi, "2020-09-24T15:59:59Z")).toMatchObject({ status: "met", actual: "2020-09-24 23:59" });
    expect(at(guangxi, "2020-09-24T16:00:00Z")).toMatchObject({ status: "to-confirm", reason: "same-day" });
    expect(at(guangxi, "2020-09-25T15:59:59.999Z")?.status).toBe("to-confirm");
    const late = at(guangxi, "2020-09-25T16:00:00Z");
    expect(late).toMatchObject({ status: "not-met", actual: "2020-09-26 00:00" });
    expect(late).not.toHaveProperty("reason");
    expect(late?.source?.quote).toBe("逾期不再受理。");
  });

  test("Hunan: until the end of 28 November, Beijing time; what happens to a late one is not said", () => {
    expect(at(hunan, "2021-11-28T15:59:59.999Z")?.status).toBe("met");
    expect(at(hunan, "2021-11-28T23:59:59+08:00")?.status).toBe("met");
    expect(at(hunan, "2021-11-28")?.status).toBe("met");
    expect(at(hunan, "2021-11-28T16:00:00Z")).toMatchObject({
      status: "not-met",
      reason: "late-rule-unknown",
    });
  });

  test("an unknown or unreadable time of receipt is a question", () => {
    for (const receivedAt of [null, "", "昨天"])
      expect(at(guangxi, receivedAt)).toMatchObject({ status: "to-confirm", reason: "time-unknown" });
  });

  test("a deadline with an hour includes its minute", () => {
    const hour: Scheme = {
      ...guangxi,
      deadline: guangxi.deadline && { ...guangxi.deadline, time: "17:30" },
    };
    expect(at(hour, "2020-09-25T09:30:00Z")?.status).toBe("met");
    expect(at(hour, "2020-09-25T09:30:01Z")?.status).toBe("not-met");
    expect(at(hour, "2020-09-25")?.status).toBe("to-confirm");
  });
});

describe("outline and length", () => {
  const section = (id: string, chars: number, letter = "a"): ReadSection => ({
    section: id,
    title: id,
    chars,
    evidence: { ...evidence(id, id), sha256: sha(letter) },
  });
  const full = [
    section("basis", 1500),
    section("features", 1349),
    section("tasks", 1100),
    section("goals", 1101),
  ];
  const tolerant: Scheme = { ...guangxi, settings: { ...guangxi.settings, outlineTolerance: "10" } };
  const statuses = (list: readonly Finding[]) =>
    list.filter((finding) => finding.kind === "outline").map((finding) => [finding.status, finding.margin]);

  test("without a tolerance both numbers are shown and nothing is decided", () => {
    const list = check(guangxi, region, { outline: full });
    expect(statuses(list)).toEqual([
      ["no-threshold", "0"],
      ["no-threshold", "-151"],
      ["no-threshold", "100"],
      ["no-threshold", "101"],
    ]);
    expect(of(list, "total-length")).toMatchObject({
      status: "no-threshold",
      expected: "5000",
      actual: "4800",
    });
  });

  test("with 10 % the edge is inside", () => {
    const list = check(tolerant, region, { outline: full });
    expect(statuses(list).map(([status]) => status)).toEqual(["met", "not-met", "met", "not-met"]);
    expect(of(list, "outline:features")?.arithmetic).toBe("1500 ± 10%: 1350 – 1650");
    expect(of(list, "total-length")?.status).toBe("met");
  });

  test("a missing section, an empty one, one in two files, one split in two", () => {
    const outline = [
      section("features", 0),
      section("tasks", 900),
      section("tasks", 800, "d"),
      section("goals", 600),
      section("goals", 450),
    ];
    const list = check(tolerant, region, { outline });
    expect(of(list, "outline:basis")?.status).toBe("not-reported");
    expect(of(list, "outline:features")).toMatchObject({ status: "not-reported", reason: "empty" });
    expect(of(list, "outline:tasks")).toMatchObject({ status: "to-confirm", actual: "800 / 900" });
    expect(of(list, "outline:goals")).toMatchObject({ status: "met", actual: "1050" });
  });

  test("a plan nobody could read is not a plan without sections", () => {
    const list = check(guangxi, region, { files: [file("plan", { status: "refused" })], totalChars: 0 });
    expect(of(list, "outline:basis")).toMatchObject({ status: "not-reported", reason: "no-plan" });
    expect(of(list, "total-length")).toMatchObject({ status: "not-reported", reason: "no-plan" });
  });

  test("Hunan's titles are a working default: a missing one is a question, no length is asked for", () => {
    const list = check(hunan, ["某区", "长沙市", "region", "lean"], { outline: [section("basis", 200)] });
    expect(of(list, "outline:basis")).toMatchObject({ status: "met", actual: "200" });
    expect(of(list, "outline:goals")).toMatchObject({ status: "to-confirm", reason: "provisional" });
    expect(of(list, "total-length")).toBeUndefined();
  });
});

describe("material handed in (Hunan)", () => {
  const status = (...files: Dossier["files"]) => {
    const list = check(hunan, ["某区", "长沙市", "region", "lean"], { files });
    return list
      .filter((finding) => finding.kind === "attachment")
      .map((finding) => [finding.status, finding.reason]);
  };

  test("indicator table, plan and project table are looked for; 附件4 is the city's", () => {
    expect(status(file("plan"), file("indicator-table"))).toEqual([
      ["met", undefined],
      ["met", undefined],
      ["not-reported", undefined],
    ]);
  });

  test("a file nobody could read or place may be the missing one", () => {
    expect(status(file("plan", { status: "refused" }), file("unknown"))).toEqual([
      ["to-confirm", "unread-files"],
      ["to-confirm", "unread"],
      ["to-confirm", "unread-files"],
    ]);
  });
});

describe("already a national base", () => {
  test("a list that is not there clears nobody", () => {
    const other = { ...guangxi, exclusions: guangxi.exclusions.map((one) => ({ ...one, register: "省级" })) };
    expect(
      of(check(other, ["南宁市青秀区", "南宁市", "region", "lean"]), "exclusion:national"),
    ).toMatchObject({
      status: "to-confirm",
      reason: "list-missing",
      params: { register: "省级", count: "0" },
    });
  });

  const exclusion = (scheme: Scheme, name: string, city = scheme.cities[0] ?? "") =>
    of(check(scheme, [name, city, "region", "lean"]), "exclusion:national");

  test("the same name, in full or short, is excluded in Guangxi and asked about in Hunan", () => {
    for (const name of [
      "广西壮族自治区桂林高新技术产业开发区",
      "桂林高新区",
      "桂林国家高新技术产业开发区管委会",
    ])
      expect(exclusion(guangxi, name)).toMatchObject({
        status: "not-allowed",
        actual: "广西壮族自治区桂林高新技术产业开发区",
      });
    expect(exclusion(hunan, "株洲高新技术产业开发区")).toMatchObject({
      status: "to-confirm",
      reason: "listed-ask",
    });
    expect(exclusion(guangxi, "横县", "南宁市")?.status).toBe("not-allowed");
  });

  test("a park inside a listed place, or the place around a listed park, is a question", () => {
    for (const name of ["桂林高新技术产业开发区英才科技园", "广西壮族自治区南宁市"])
      expect(exclusion(guangxi, name)).toMatchObject({ status: "to-confirm", reason: "similar" });
  });

  test("any other name is not in the list, and an unconfirmed name shuts nobody out", () => {
    expect(exclusion(guangxi, "南宁高新技术产业开发区")).toMatchObject({
      status: "met",
      params: { count: "92" },
    });
    const base = dossier(1, ["桂林高新区", "桂林市", "region", "lean"]);
    const open = { ...base, identity: { ...base.identity, name: identity("桂林高新区", "to-confirm") } };
    expect(of(checkDossier(guangxi, open, { registry: bases }), "exclusion:national")?.status).toBe(
      "to-confirm",
    );
  });

  test("every one of the 92 is recognised under its own name", () => {
    const missed = bases.filter((base) => exclusion(guangxi, base.name)?.status !== "not-allowed");
    expect(missed).toEqual([]);
  });
});

describe("sums of a project table", () => {
  const stated = (value: string, text: string, shownDecimals = 0) => ({
    value,
    shownDecimals,
    evidence: evidence(text, "b3", "项目表.xlsx"),
  });
  const sums = (part: Partial<Dossier>) =>
    check(hunan, ["某区", "长沙市", "region", "lean"], part).filter(
      (finding) => finding.kind === "project-sum",
    );

  test("a total in 亿元 without decimals agrees with the exact rows", () => {
    const projects = [project("甲", "10000500"), project("乙", "3517300")];
    expect(sums({ projects, statedTotals: [stated("13520000", "1352亿元")] })).toMatchObject([
      { status: "met", expected: "13517800", actual: "13520000", margin: "2200" },
    ]);
  });

  test("a total that no rounding explains is a contradiction", () => {
    const projects = [project("甲", "1000"), project("乙", "2000.5")];
    expect(sums({ projects, statedTotals: [stated("3100.5", "3100.5")] })).toMatchObject([
      { status: "contradiction", expected: "3000.5", margin: "100" },
    ]);
  });

  test("a row without an amount is named, never taken as 0", () => {
    const projects = [project("甲", "1000"), project("乙", null)];
    expect(sums({ projects, statedTotals: [stated("1000", "1000")] })).toMatchObject([
      { status: "to-confirm", reason: "row-without-amount", params: { rows: "乙" } },
    ]);
  });

  test("sources of money add up to the total of their project", () => {
    const funding = [
      { name: "自筹", value: "600" },
      { name: "银行贷款", value: "300" },
    ];
    expect(sums({ projects: [project("甲", "1000", { funding })] })).toMatchObject([
      { status: "contradiction", reason: "funding", subject: "甲", margin: "100" },
    ]);
    expect(sums({ projects: [project("甲", "900", { funding })] })).toEqual([]);
  });

  const inTable = (sha256: string, name: string, total: string | null, text = name) =>
    project(name, total, { evidence: { ...evidence(text, "b1", `${sha256}.xlsx`), sha256: sha(sha256) } });
  const repeated = (projects: Dossier["projects"]) =>
    check(hunan, ["某区", "长沙市", "region", "lean"], { projects }).filter(
      (finding) => finding.reason === "several-tables",
    );

  test("a project that costs different amounts in two tables is a contradiction, whatever blanks its name has", () => {
    const found = repeated([
      inTable("b", "智能车间", "1200"),
      inTable("c", "智能 车间", "1350.5"),
      inTable("c", "中试基地", "800"),
      inTable("b", "中试基地", "800"),
    ]);
    expect(found).toMatchObject([
      { kind: "contradiction", actual: "1200 / 1350.5", margin: "150.5", unit: "万元" },
    ]);
    expect(found[0]?.evidence).toHaveLength(2);
    expect(sentenceOf("zh", found[0] as Finding)).toContain("总投资不同：1200、1350.5万元（相差 150.5）");
  });

  test("the same amount shown rounded, in parts or not at all in the other table is none", () => {
    const rounded = inTable("c", "智能车间", "12000", "1.2亿元");
    expect(repeated([inTable("b", "智能车间", "12040.5"), rounded])).toEqual([]);
    const parts = [inTable("b", "智能车间", "700"), inTable("b", "智能车间", "500")];
    expect(repeated([...parts, inTable("c", "智能车间", "1200")])).toEqual([]);
    expect(repeated([inTable("b", "智能车间", null), inTable("c", "智能车间", "1200")])).toEqual([]);
    expect(repeated([inTable("b", "智能车间", "1"), inTable("b", "智能车间", "2")])).toEqual([]);
  });
});

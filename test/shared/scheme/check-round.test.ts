import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRound } from "../../../shared/scheme/check-round.ts";
import {
  type Finding,
  findingKinds,
  findingReasons,
  findingStatuses,
} from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { findingValues } from "../../../shared/text/catalogue/finding-values.ts";
import { findings } from "../../../shared/text/catalogue/findings.ts";
import { isWordKey } from "../../../shared/text/catalogue/index.ts";
import {
  dossier,
  evidence,
  fact,
  file,
  identity,
  project,
  registry,
  schemeOf,
} from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const hunan = schemeOf("hunan-2021");
const context = { registry: registry() };

const round = (scheme: Scheme, dossiers: readonly Dossier[]) => checkRound(scheme, dossiers, context).round;
const of = (list: readonly Finding[], rule: string) => list.find((finding) => finding.rule === rule);
const many = (count: number, city: string, subject = "region", direction = "lean") =>
  Array.from({ length: count }, (_, index) =>
    dossier(index + 1, [`${city}第${index + 1}示范园`, city, subject, direction]),
  );

describe("quota per city", () => {
  test.each([
    ["长沙市", 4, "changsha"],
    ["株洲市", 3, "zhuzhou-xiangtan"],
    ["湘潭市", 3, "zhuzhou-xiangtan"],
    ["湘西土家族苗族自治州", 2, "other"],
    ["岳阳市", 2, "other"],
  ])("Hunan: %s %i", (city, max, quota) => {
    expect(of(round(hunan, many(max, city)), `quota:${quota}:${city}`)).toMatchObject({
      status: "met",
      actual: String(max),
    });
    expect(of(round(hunan, many(max + 1, city)), `quota:${quota}:${city}`)).toMatchObject({
      status: "not-met",
      actual: String(max + 1),
      expected: `≤${max}`,
      params: {
        over: "1",
        names: many(max + 1, city)
          .map((one) => one.identity.name?.value)
          .join("、"),
      },
      submissions: Array.from({ length: max + 1 }, (_, index) => `s${index + 1}`),
    });
  });

  test("written differently, one city is one city", () => {
    const written = ["岳阳市", "岳阳", "湖南省岳阳市"].map((city, index) =>
      dossier(index + 1, [`园${index}`, city, "region", "lean"]),
    );
    expect(of(round(hunan, written), "quota:other:岳阳市")).toMatchObject({ status: "not-met", actual: "3" });
  });

  test("Guangxi: one region per direction, one university, one institute, one enterprise", () => {
    const list = round(guangxi, [
      dossier(1, ["青秀区", "南宁市", "region", "lean"]),
      dossier(2, ["兴宁区", "南宁市", "region", "global"]),
      dossier(3, ["江南区", "南宁市", "region", "global"]),
      dossier(4, ["某大学", "南宁市", "university", "employment"]),
      dossier(5, ["某公司", "南宁市", "enterprise", "integration"]),
    ]);
    expect(list.filter((one) => one.kind === "quota").map((one) => [one.rule, one.status])).toEqual([
      ["quota:enterprise:南宁市", "met"],
      ["quota:region:南宁市:global", "not-met"],
      ["quota:region:南宁市:lean", "met"],
      ["quota:university:南宁市", "met"],
    ]);
  });

  test("an unconfirmed subject makes an excess a question", () => {
    const open = dossier(2, ["某学院", "南宁市", "university", "employment"]);
    const list = round(guangxi, [
      dossier(1, ["某大学", "南宁市", "university", "employment"]),
      { ...open, identity: { ...open.identity, subject: identity("university", "to-confirm") } },
    ]);
    expect(of(list, "quota:university:南宁市")).toMatchObject({ status: "to-confirm", actual: "2" });
  });

  test("a submission without a city counts nowhere, and that is said", () => {
    const list = round(hunan, [dossier(7, ["某园区", "", "region", "lean"])]);
    expect(of(list, "quota:city-unknown")).toMatchObject({ status: "to-confirm", submissions: ["s7"] });
  });
});

describe("one applicant twice", () => {
  const pair = (one: readonly [string, string], other: readonly [string, string]) =>
    round(hunan, [
      dossier(1, [one[0], one[1], "region", "lean"]),
      dossier(2, [other[0], other[1], "region", "global"]),
    ]).filter((finding) => finding.kind === "duplicate");

  test("blanks, widths, the province and short forms make no other applicant", () => {
    for (const other of [
      "岳阳 经开区",
      "湖南省岳阳经济技术开发区",
      "岳阳经济技术开发区管理委员会",
      "岳阳市经开区",
    ])
      expect(pair(["岳阳经济技术开发区", "岳阳市"], [other, "岳阳市"])).toMatchObject([
        { status: "not-met", rule: "duplicate:1+2", submissions: ["s1", "s2"] },
      ]);
  });

  test("a difference in brackets is a question; 集团 is another company", () => {
    expect(pair(["景明区（陶溪川）", "岳阳市"], ["景明区", "岳阳市"])).toMatchObject([
      { status: "to-confirm" },
    ]);
    expect(pair(["远大科技有限公司", "岳阳市"], ["远大科技集团有限公司", "岳阳市"])).toEqual([]);
    expect(pair(["远大科技有限公司", "岳阳市"], ["远大科技有限责任公司", "岳阳市"])).toHaveLength(1);
  });

  test("one name in two cities is a question", () => {
    expect(pair(["创新创业示范园", "岳阳市"], ["创新创业示范园", "常德市"])).toMatchObject([
      { status: "to-confirm" },
    ]);
  });

  test("an alias makes two names one", () => {
    const dossiers = [
      dossier(1, ["横县", "南宁市", "region", "lean"]),
      dossier(2, ["横州市", "南宁市", "region", "lean"]),
    ];
    const check = (aliases: readonly (readonly string[])[]) =>
      checkRound(guangxi, dossiers, { ...context, aliases }).round.filter((one) => one.kind === "duplicate");
    expect(check([])).toEqual([]);
    expect(check([["横县", "横州市"]])).toMatchObject([{ status: "not-met" }]);
  });
});

/** A round with something of every kind. */
function mixture(scheme: Scheme): Dossier[] {
  const [a = "", b = ""] = scheme.cities;
  const states = ["read", "to-confirm", "confirmed", "corrected", "rejected", "typed"] as const;
  const qualifiers = [
    undefined,
    "at-least",
    "more-than",
    "at-most",
    "less-than",
    "about",
    "expected",
  ] as const;
  const facts = scheme.indicators.flatMap((indicator, at) =>
    states.flatMap((state, index) => {
      const qualifier = qualifiers[(at + index) % qualifiers.length];
      const part = { state, ...(qualifier === undefined ? {} : { qualifier }) };
      return [
        fact(indicator.id, String(5 + ((at * 7 + index * 3) % 40)), part),
        fact(indicator.id, String(9 + index), { year: 2017 + (index % 3) }),
      ];
    }),
  );
  const of = (number: number, who: readonly [string, string, string, string], count: number): Dossier =>
    dossier(number, who, {
      facts: facts.filter((_, index) => index % 5 < count),
      files: [file("plan"), file("unknown")].slice(0, number % 3),
      receivedAt:
        ["2020-09-01T00:00:00Z", "2020-09-25T04:00:00Z", "2021-12-01T00:00:00Z", null][number % 4] ?? null,
      outline: [{ section: "basis", title: "一", chars: number % 2 ? 900 : 0, evidence: evidence("一") }],
      projects: [project("甲", "10"), project("乙", number % 2 ? "20" : null)],
      statedTotals: [{ value: "31", shownDecimals: 0, evidence: evidence("31", "b3", "项目表.xlsx") }],
    });
  return [
    of(1, ["桂林高新区", a, "region", "employment"], 1),
    of(2, ["桂林高新区", a, "region", "employment"], 2),
    of(3, ["某大学", a, "university", "lean"], 3),
    of(4, ["某研究所", b, "institute", "lean"], 4),
    of(5, ["某公司", b, "enterprise", "integration"], 5),
    of(6, ["某园（一期）", "", "region", "global"], 2),
    of(7, ["", b, "", ""], 5),
    of(8, ["某园", a, "region", "employment"], 0),
  ];
}

const variants = [guangxi, hunan].flatMap((scheme) => [
  scheme,
  {
    ...scheme,
    settings: { baseYears: [2017, 2018, 2019], growthMethod: "compound" as const, outlineTolerance: "10" },
  },
]);

test("findings do not depend on the order of submissions, facts, files, sections or projects", () => {
  const shuffled = <Item>(list: readonly Item[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  for (const scheme of variants) {
    const dossiers = mixture(scheme);
    const expected = checkRound(scheme, dossiers, context);
    const anyOrder = fc.tuple(
      shuffled(dossiers),
      ...dossiers.map((one) =>
        fc.record({
          facts: shuffled(one.facts),
          files: shuffled(one.files),
          outline: shuffled(one.outline),
          projects: shuffled(one.projects),
        }),
      ),
    );
    fc.assert(
      fc.property(anyOrder, ([order, ...parts]) => {
        const mixed = order.map((one) => ({ ...one, ...parts[one.number - 1] }));
        expect(checkRound(scheme, mixed, context)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }
});

describe("sentences", () => {
  const all = variants.flatMap((scheme) => {
    const { perSubmission, round: found } = checkRound(scheme, mixture(scheme), context);
    return [...[...perSubmission.values()].flat(), ...found];
  });

  test("the mixture gives every kind of finding but the ones with tests of their own", () => {
    expect(new Set(all.map((finding) => finding.kind)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map((finding) => finding.status)).size).toBe(7);
  });

  test.each(["zh", "en"] as const)("every finding has one in %s, with nothing left to fill in", (locale) => {
    for (const finding of all) {
      const sentence = sentenceOf(locale, finding);
      expect(sentence, finding.rule).not.toMatch(/[{}]|undefined|: [a-z-]+$/);
      expect(sentence, finding.rule).toMatch(locale === "zh" ? /[。？]$/ : /[.?]$/);
    }
  });

  test("every sentence of the catalogue belongs to a kind, a status and a reason that exist", () => {
    const kinds: readonly string[] = findingKinds;
    const statuses: readonly string[] = findingStatuses;
    const reasons: readonly string[] = findingReasons;
    const keys = Object.keys({ ...findings.zh, ...findingValues.zh });
    for (const key of keys.filter((one) => one.startsWith("finding."))) {
      const [, kind = "", status = "", reason] = key.split(".");
      expect([kinds.includes(kind), statuses.includes(status)], key).toEqual([true, true]);
      if (reason !== undefined) expect(reasons, key).toContain(reason);
    }
    expect(kinds.filter((kind) => !isWordKey(`findingKind.${kind}`))).toEqual([]);
  });

  test("ids become words of the language", () => {
    const finding = all.find((one) => one.status === "not-allowed" && one.kind === "eligibility");
    expect(finding && sentenceOf("zh", finding)).toBe(
      "通知规定高校类主体只能申报创业就业方向，本件申报精益创业方向，不予受理；请核对主体类型和方向是否读对。",
    );
    expect(finding && sentenceOf("en", finding)).toContain("University");
  });
});

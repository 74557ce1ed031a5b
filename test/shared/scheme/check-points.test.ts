import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import { checkPoints } from "../../../shared/scheme/check-points.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { PointAnswer } from "../../../shared/scheme/point-answer.ts";
import { validateScheme } from "../../../shared/scheme/validate-scheme.ts";
import { dossier, evidence, noticeOf, schemeOf } from "../../support/dossier.ts";

const scheme = schemeOf("shijiazhuang-2018");
const notice = noticeOf("shijiazhuang-2018");

const answer = (point: string, part: Partial<PointAnswer> = {}): PointAnswer => ({
  point,
  verdict: null,
  effect: "",
  inputs: {},
  evidence: [],
  by: "张三",
  at: "2018-08-01T00:00:00Z",
  ...part,
});
const find = (list: readonly Finding[], point: string) =>
  list.find((finding) => finding.rule === `point:${point}`);
const check = (point: string, part: Partial<PointAnswer>, subject: "region" | "university" = "region") =>
  find(checkPoints(scheme, subject, [answer(point, part)]), point);

describe("评价标准要点 of Shijiazhuang", () => {
  test("every question of the annex is a point of its type, once, in the words of the annex", () => {
    const annex = notice.slice(notice.lastIndexOf("一、区域“双创”示范基地"));
    const asked = [...annex.matchAll(/主要评价.*/g)].flatMap(([line]) => [
      ...line.matchAll(/是否|有无/g),
    ]).length;
    const typed = (subject: string) => scheme.points.filter((point) => point.subject === subject);
    const own = [...typed("region"), ...typed("university"), ...typed("enterprise")].filter(
      (point) => point.kind !== "effect",
    );
    expect(own).toHaveLength(asked);
    for (const point of own) expect(annex).toContain(point.text);
    expect(
      [typed("region"), typed("university"), typed("institute"), typed("enterprise")].map(
        (list) => list.length,
      ),
    ).toEqual([19, 19, 19, 12]);
    const texts = (subject: string) => typed(subject).map((point) => [point.group, point.text, point.kind]);
    expect(texts("institute")).toEqual(texts("university"));
  });

  test("groups are the five, five and four of the annex, and one for the effect", () => {
    const groups = (subject: string) => [
      ...new Set(scheme.points.filter((point) => point.subject === subject).map((point) => point.group)),
    ];
    expect(groups("region")).toEqual([
      "优化管理服务",
      "构建双创生态",
      "拓宽融资渠道",
      "厚植双创文化",
      "提升支撑能力",
      "实施效果",
    ]);
    expect(groups("enterprise")).toEqual([
      "适应双创的制度创新",
      "创新创业投融资渠道",
      "双创资源共享平台",
      "建设“双创”支撑平台",
      "实施效果",
    ]);
    expect(groups("university")).toHaveLength(6);
  });

  test("an unanswered point is not a no; a yes needs evidence", () => {
    expect(check("region-1-1", {})?.status).toBe("to-confirm");
    expect(find(checkPoints(scheme, "region", []), "region-1-1")?.status).toBe("not-reported");
    expect(check("region-1-1", { verdict: "yes" })).toMatchObject({
      status: "to-confirm",
      reason: "no-evidence",
    });
    expect(check("region-1-1", { verdict: "yes", evidence: [evidence("已建")] })?.status).toBe("met");
    expect(check("region-1-1", { verdict: "no" })?.status).toBe("not-met");
    expect(check("region-effect", { verdict: "yes" })).toMatchObject({ reason: "effect-missing" });
  });

  test.each([
    ["59", "100", "not-met", "59 ÷ 100 × 100 = 59"],
    ["60", "100", "met", "60 ÷ 100 × 100 = 60"],
    ["2", "3", "met", "2 ÷ 3 × 100 ≈ 66.6667"],
  ])("≥60 %%: %s of %s is %s", (part, whole, status, arithmetic) => {
    expect(check("region-5-3", { inputs: { part, whole } })).toMatchObject({
      status,
      arithmetic,
      expected: "≥60%",
    });
  });

  test("one percentage point more than last year, exactly", () => {
    const change = (before: string, after: string) =>
      check("region-5-2", { inputs: { before, after } })?.status;
    expect(change("22.3", "23.3")).toBe("met");
    expect(change("22.3", "23.29")).toBe("not-met");
  });

  test("the sentence gives the value in the unit of what is asked for", () => {
    const share = check("region-5-3", { inputs: { part: "65", whole: "100" } });
    expect(share && sentenceOf("zh", share)).toContain("——65%，要求 ≥60%");
    const rise = check("region-5-2", { inputs: { before: "22.3", after: "23" } });
    expect(rise && sentenceOf("zh", rise)).toContain("——0.7个百分点，未达到");
  });

  test("a missing number is named, a whole of 0 gives no share", () => {
    expect(check("region-5-3", { inputs: { part: "3" } })).toMatchObject({
      status: "not-reported",
      params: { missing: "重点建设项目总数" },
    });
    expect(check("region-5-3", { inputs: { part: "0", whole: "0" } })).toMatchObject({ reason: "zero-base" });
  });

  test("R&D intensity: city of the body and province of the annex are both shown, and must agree", () => {
    const compare = (own: string, inputs: Record<string, string>) =>
      check("region-5-1", { inputs: { own, ...inputs } });
    expect(compare("2.1", { province: "1.3", city: "1.9" })?.status).toBe("met");
    expect(compare("1.2", { province: "1.3", city: "1.9" })?.status).toBe("not-met");
    const split = compare("1.5", { province: "1.3", city: "1.9" });
    expect(split).toMatchObject({ status: "to-confirm", reason: "reference-open" });
    expect(split?.arithmetic).toBe("1.5 − 1.3（全省平均水平）= 0.2; 1.5 − 1.9（全市平均水平）= -0.4");
    expect(split && sentenceOf("zh", split)).toContain("附件写高于全省平均水平，正文写高于全市平均水平");
    expect(compare("1.5", { province: "1.3" })?.status).toBe("to-confirm");
    expect(compare("1.3", { province: "1.3", city: "1.3" })?.status).toBe("not-met");
  });

  test("the latest answer counts, whatever order they come in", () => {
    const early = answer("region-1-1", { verdict: "no", at: "2018-08-01T00:00:00Z" });
    const late = answer("region-1-1", { verdict: "open", at: "2018-08-02T00:00:00Z" });
    for (const list of [
      [early, late],
      [late, early],
    ])
      expect(find(checkPoints(scheme, "region", list), "region-1-1")?.status).toBe("to-confirm");
  });

  test("answering a point never changes the finding of another", () => {
    const points = scheme.points.filter((point) => point.subject === "region");
    fc.assert(
      fc.property(fc.constantFrom(...points), fc.constantFrom("yes", "no", "open"), (point, verdict) => {
        const without = checkPoints(scheme, "region", []);
        const rest = checkPoints(scheme, "region", [answer(point.id, { verdict })]).filter(
          (finding) => finding.rule !== `point:${point.id}`,
        );
        expect(rest).toEqual(without.filter((finding) => finding.rule !== `point:${point.id}`));
      }),
    );
  });
});

test("a submission under a document without directions, thresholds or deadline is asked for none of them", () => {
  const findings = checkDossier(scheme, dossier(1, ["鹿泉区", "", "region", ""]), { registry: [] });
  const kinds = new Set(findings.map((finding) => finding.kind));
  expect(kinds).toEqual(new Set(["identity", "eligibility", "point"]));
  expect(find(findings, "none")).toBeUndefined();
  expect(findings.find((finding) => finding.rule === "identity:direction")).toBeUndefined();
  expect(findings.find((finding) => finding.rule === "eligibility")).toMatchObject({
    status: "met",
    reason: "type-only",
  });
});

test("a point of an unknown kind, or a number without a way to compute it, refuses the whole scheme", () => {
  const withPoint = (change: object) => ({
    ...scheme,
    points: scheme.points.map((point, index) => (index === 0 ? { ...point, ...change } : point)),
  });
  expect(validateScheme(withPoint({ kind: "vote" }))).toMatchObject({
    ok: false,
    params: { field: "points[0].kind" },
  });
  expect(validateScheme(withPoint({ kind: "numeric" }))).toMatchObject({
    ok: false,
    params: { field: "points[0].measure" },
  });
  expect(validateScheme({ ...scheme, lottery: true }).ok).toBe(false);
});

test("evaluation: support, 限期整改, and loss of the title only after it", () => {
  expect(scheme.evaluation?.outcomes.map(({ id, effect, after }) => [id, effect, after])).toEqual([
    ["support", "keep", null],
    ["rectify", "rectify", null],
    ["revoke", "remove", "rectify"],
  ]);
});

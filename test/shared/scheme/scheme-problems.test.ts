import { describe, expect, test } from "vitest";
import { deriveScheme } from "../../../shared/scheme/derive-scheme.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { problemCodes, problemSentence, schemeProblems } from "../../../shared/scheme/scheme-problems.ts";
import { validateScheme } from "../../../shared/scheme/validate-scheme.ts";
import { isWordKey } from "../../../shared/text/catalogue/index.ts";
import { allSchemes, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");

/** A copy with one place changed: `indicators.0.unit`. */
function changed(path: string, value: unknown, scheme: Scheme = guangxi): unknown {
  const copy: unknown = structuredClone(scheme);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const owner = keys.reduce<unknown>((here, key) => Reflect.get(Object(here), key), copy);
  if (value === undefined) Reflect.deleteProperty(Object(owner), last);
  else Reflect.set(Object(owner), last, value);
  return copy;
}
const sentences = (raw: unknown) => schemeProblems(raw).map((problem) => problemSentence("zh", raw, problem));

describe("what is wrong with a draft, in words", () => {
  test.each([
    ["year", undefined, "年份：没有填写，请补上。"],
    ["title", "", "标题：不能为空，请填写。"],
    ["deadline.date", "2020年9月25日", "截止时间 › 日期：要填日期，例如 2021-11-28。"],
    ["deadline.time", "下班前", "截止时间 › 钟点：要填钟点，例如 17:30；当天结束写 24:00。"],
    [
      "indicators.2.thresholds.region.value",
      "5%",
      "量化指标第 3 项“近三年新孵化或增加企业数量的年均增速” › 门槛 › 区域 › 数值：要填数字（可以有小数点，不带单位和逗号）。",
    ],
    [
      "subjects.1.directions",
      ["employment", "moon"],
      "主体类型第 2 项“高校” › 建设方向第 2 项：不是可选的内容，请从列表中选择。",
    ],
    ["quotas.0.cities", ["长沙市"], "名额第 1 项 › 市州名单：“长沙市”不在方案的市州名单里，请先加入名单。"],
    ["lottery", true, "lottery：程序不认识“lottery”，为避免漏算没有采用，请删除它或使用新版本程序。"],
    [
      "scoreSheet.items.0.objective",
      { kind: "linear", indicator: "gone", zero: "0", full: "10" },
      "评分表 › 评分项第 1 项“工作机制建设” › 本项怎样得分 › 指标：“工作机制建设”按一项指标得分，这项指标已不在方案里，请改选。",
    ],
    [
      "scoreSheet.items.0.objective",
      { kind: "linear", indicator: "lean-firms", zero: "5", full: "5.0" },
      "评分表 › 评分项第 1 项“工作机制建设” › 本项怎样得分 › 得满分的数值：“工作机制建设”得 0 分和得满分的数值相同，算不出得分，请修改。",
    ],
    ["quotas.0.max", 0, "名额第 1 项 › 上限：数字太小，请填正数。"],
  ])("%s = %j", (path, value, sentence) => {
    expect(sentences(changed(path, value))).toEqual([sentence]);
    expect(validateScheme(changed(path, value)).ok).toBe(false);
  });

  test("several faults are all said", () => {
    const raw = { ...(changed("outline.1.id", "basis") as Scheme), cities: ["南宁市", "南宁市"] };
    expect(sentences(raw)).toEqual([
      "提纲章节第 2 项“主要特色” › 编号：“basis”重复了，请改成不同的。",
      "市州名单第 2 项：“南宁市”重复了，请改成不同的。",
    ]);
  });

  test.each([null, "text", 7, []].map((raw) => [JSON.stringify(raw), raw]))(
    "%s is no scheme",
    (_name, raw) => {
      expect(schemeProblems(raw)).toEqual([{ field: "", code: "no-scheme", params: {} }]);
    },
  );

  test("every code has its words", () => {
    expect(problemCodes.filter((code) => !isWordKey(`scheme.problem.${code}`))).toEqual([]);
  });

  test("the schemes of the package have none", () => {
    expect(allSchemes().flatMap(schemeProblems)).toEqual([]);
  });
});

describe("a draft derived from a scheme", () => {
  test("is not computed between two numbers of the other notice", () => {
    const linear = { kind: "linear", indicator: "lean-firms", zero: "5", full: "80" };
    const scheme = changed("scoreSheet.items.0.objective", linear) as Scheme;
    const notice = { id: "new-1", title: "新通知", issuer: "某委", documentNo: "", year: 2022 };
    expect(deriveScheme(scheme, notice).scoreSheet.items[0]).not.toHaveProperty("objective");
    const share = changed("scoreSheet.items.0.objective", { kind: "met-share" }) as Scheme;
    expect(deriveScheme(share, notice).scoreSheet.items[0]?.objective).toEqual({ kind: "met-share" });
  });

  const numbers = /"(?:value|max|targetChars|totalChars|outlineTolerance|total)":\s*"?[\d.]+/;

  test.each(allSchemes().map((scheme) => [scheme.id, scheme] as const))(
    "of %s keeps no number",
    (_id, scheme) => {
      const draft = deriveScheme(scheme, {
        id: "new-1",
        title: "新通知",
        issuer: "某委",
        documentNo: "",
        year: 2022,
      });
      expect(JSON.stringify(draft)).not.toMatch(numbers);
      expect([draft.deadline, draft.quotas, draft.settings.baseYears]).toEqual([null, [], null]);
      if (draft.subjects.length > 0) expect(schemeProblems(draft)).toEqual([]);
    },
  );
});

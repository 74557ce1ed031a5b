import { describe, expect, test } from "vitest";
import { confusionOf, matchesWords } from "../../../shared/scheme/match.ts";
import type { Scheme, Source } from "../../../shared/scheme/scheme.ts";
import { allSchemes, noticeOf, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const hunan = schemeOf("hunan-2021");

function sourcesOf(value: unknown): Source[] {
  if (value === null || typeof value !== "object") return [];
  const entries = Object.entries(value);
  const own = "quote" in value && "place" in value ? [value as Source] : [];
  return [...own, ...entries.flatMap(([, child]) => sourcesOf(child))];
}

describe("every rule quotes its notice word for word", () => {
  test.each(allSchemes().map((scheme) => [scheme.id, scheme] as const))("%s", (id, scheme) => {
    const notice = noticeOf(id);
    const sources = sourcesOf(scheme);
    expect(sources.length).toBeGreaterThan(10);
    const strange = sources.filter((source) => !notice.includes(source.quote) && !/默认/.test(source.place));
    expect(strange).toEqual([]);
  });

  test("Guangxi 2020 borrows nothing", () => {
    expect(sourcesOf(guangxi).filter((source) => /默认/.test(source.place))).toEqual([]);
  });

  test("Guangxi: the cell of every threshold stands in the row of its indicator", () => {
    const rows = noticeOf("guangxi-2020").split("\n");
    for (const indicator of guangxi.indicators) {
      const row = rows.find((line) => line.includes(indicator.source.quote) && line.includes("≥")) ?? "";
      for (const threshold of Object.values(indicator.thresholds)) {
        expect(row).toContain(threshold.source.quote);
        expect(threshold.source.quote).toContain(`≥${threshold.value}`);
      }
    }
  });

  test("Hunan 2021: its own notice, and what is borrowed says so", () => {
    const notice = noticeOf("hunan-2021");
    const borrowed = sourcesOf(hunan).filter((source) => !notice.includes(source.quote));
    expect(borrowed.length).toBeGreaterThan(0);
    for (const source of borrowed) {
      expect(source.place).toMatch(/默认值|默认评分表/);
      expect(source.place).toContain("桂发改高技函〔2020〕1737号");
      expect(noticeOf("guangxi-2020")).toContain(source.quote);
    }
  });
});

describe("Hunan 2021", () => {
  test("ships no threshold number at all, for the same pairs as Guangxi", () => {
    const pairs = (scheme: Scheme) =>
      scheme.indicators.map((indicator) => [indicator.id, Object.keys(indicator.thresholds).sort()]);
    expect(pairs(hunan)).toEqual(pairs(guangxi));
    const values = hunan.indicators.flatMap((indicator) =>
      Object.values(indicator.thresholds).map((threshold) => threshold.value),
    );
    expect(values).toHaveLength(21);
    expect(new Set(values)).toEqual(new Set([null]));
  });

  test("gives 长沙 4, 株洲 and 湘潭 3, and every other of its 14 cities 2", () => {
    expect(hunan.cities).toHaveLength(14);
    expect(hunan.quotas.map((quota) => [quota.cities, quota.max])).toEqual([
      [["长沙市"], 4],
      [["株洲市", "湘潭市"], 3],
      [null, 2],
    ]);
  });
});

describe("words of the indicators", () => {
  /** Labels of the annex and phrases of the body and of real plans: each belongs to one indicator and to no other. */
  const phrases: readonly (readonly [string, string])[] = [
    ...guangxi.indicators.map((indicator) => [indicator.name, indicator.id] as const),
    ["近三年吸纳或带动重点人群的年平均就业人数", "employment-jobs"],
    ["年均带动重点人群就业 10500 人", "employment-jobs"],
    ["近三年支持创新创业的年平均投入", "employment-funding"],
    ["年均投入双创扶持资金1.2亿元", "employment-funding"],
    ["近三年新孵化或增加企业数量的年均增速", "employment-growth"],
    ["新增企业数量年均增长 6.5%", "employment-growth"],
    ["各类产学研融合创新创业平台的数量", "integration-platforms"],
    ["产学研融合创新创业平台２３个", "integration-platforms"],
    ["大中小企业产学研合作的年平均项目数量", "integration-projects"],
    ["产学研合作年平均金额9000万元", "integration-funding"],
    ["拥有创新型企业的数量", "lean-firms"],
    ["拥有各类专业化创新创业支撑平台", "lean-platforms"],
    ["每万人拥有专利数量", "lean-patents"],
    ["每万人口拥有专利 6 件", "lean-patents"],
    ["在国内外联合建立的创新创业合作平台数量", "global-platforms"],
    ["近三年与国外联合开展的重要创新创业活动年平均场次", "global-events"],
    ["吸引外籍高层次人才的数量", "global-talents"],
    ["吸 引 外 籍\n高层次人才（人）", "global-talents"],
  ];

  test.each(phrases)("%s → %s only", (phrase, id) => {
    const matching = guangxi.indicators.filter((indicator) => matchesWords(indicator.match, phrase));
    expect(matching.map((indicator) => indicator.id)).toEqual([id]);
  });

  test("patents without 每万人, and invention patents, are look-alikes", () => {
    const patents = guangxi.indicators.find((indicator) => indicator.id === "lean-patents");
    const confusion = (text: string) => (patents ? confusionOf(patents, text) : "");
    expect(confusion("拥有专利数量")).toMatch(/总量/);
    expect(confusion("每万人口发明专利拥有量")).toMatch(/发明专利/);
    expect(confusion("每万人拥有专利数量")).toBeNull();
  });
});

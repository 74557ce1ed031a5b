import { describe, expect, test } from "vitest";
import { applyProposals } from "../../../shared/scheme/apply-proposals.ts";
import { deriveScheme } from "../../../shared/scheme/derive-scheme.ts";
import { proposeThresholds } from "../../../shared/scheme/propose-thresholds.ts";
import { readRules } from "../../../shared/scheme/rule-cell.ts";
import type { DirectionId, Indicator } from "../../../shared/scheme/scheme.ts";
import { validateScheme } from "../../../shared/scheme/validate-scheme.ts";
import type { Cell, Document } from "../../../shared/submission/document.ts";
import { noticeOf, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const hunan = schemeOf("hunan-2021");

const documentOf = (rows: readonly (readonly string[])[]): Document => {
  const cells: Cell[] = rows.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === "" ? [] : [{ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
    ),
  );
  return {
    blocks: [
      { kind: "table", id: "b1", sheet: "附件1", hidden: false, rows: rows.length, columns: 6, cells },
    ],
  };
};
const read = (rows: readonly (readonly string[])[], scheme = hunan) =>
  proposeThresholds({ file: "附件1.xlsx", sha256: "a".repeat(64), document: documentOf(rows) }, scheme);
const annex = noticeOf("guangxi-2020")
  .split("\n")
  .filter((line) => line.includes("\t"))
  .map((line) => line.split("\t"));

describe("a cell of rules", () => {
  test.each([
    ["区域类≥10000 高校类≥2500", "region>=10000 university>=2500"],
    ["区域和高校类≥5", "region,university>=5"],
    ["区域和院所类≥5", "region,institute>=5"],
    ["区域类不少于15个，企业类不低于8个", "region>=15 enterprise>=8"],
    ["高校、科研院所：超过1,000万元", "university,institute>1000"],
    ["≥３家", ">=3"],
    ["不超过20%", "<=20"],
    ["15个以上", ">=15"],
    ["10000人（含）以上", ">=10000"],
    ["3家以上（含3家）", ">=3"],
    ["区域类不得低于5%，院所不得少于3%", "region>=5 institute>=3"],
    ["高校和科研院所均不少于10家", "university,institute>=10"],
    ["不大于20%", "<=20"],
    ["区域大于等于6件", "region>=6"],
    ["近三年不少于30个", ">=30"],
    ["区域类≥1.2万", "region>=12000"],
    ["应达到2500人", ">=2500"],
    ["10000人左右", ""],
    ["10000", ""],
    ["详见附件2", ""],
  ])("%s", (text, expected) => {
    const rules = readRules(text).map(({ subjects, op, value }) => `${subjects.join(",")}${op}${value}`);
    expect(rules.join(" ")).toBe(expected);
  });

  test("a bare number is a rule only in a column that stands for a type", () => {
    expect(readRules("10000", true)).toMatchObject([{ op: ">=", value: "10000" }]);
    expect(readRules("区域10000，高校2500", true)).toMatchObject([
      { subjects: ["region"], value: "10000" },
      { subjects: ["university"], value: "2500" },
    ]);
    expect(readRules("15个以上（含15个）", true)).toHaveLength(1);
    expect(readRules("近三年每年10个/年", true)).toMatchObject([{ op: ">=", value: "10", unit: "个" }]);
    expect(readRules("—", true)).toEqual([]);
  });
});

describe("annex 1 of Guangxi", () => {
  test("gives 12 rows and 21 thresholds, each at its cell", () => {
    const proposals = read(annex);
    expect(proposals).toHaveLength(12);
    expect(proposals.flatMap((one) => one.thresholds)).toHaveLength(21);
    expect(proposals.map((one) => one.indicator)).toEqual(guangxi.indicators.map((one) => one.id));
    expect(proposals[2]).toMatchObject({
      name: "近三年新孵化或增加企业数量的年均增速",
      unit: "%",
      measure: "yearly-growth",
      direction: "employment",
      questions: [],
      thresholds: [
        { subject: "region", op: ">=", value: "5", evidence: { cell: "C5", text: "区域和高校类≥5" } },
        { subject: "university", op: ">=", value: "5", evidence: { cell: "C5" } },
      ],
    });
  });

  test("put into the draft of another province it gives exactly the thresholds of Guangxi", () => {
    const confirmed = read(annex).map((one) => ({
      ...one,
      direction: one.direction as DirectionId,
      newId: "x",
    }));
    const made = applyProposals(hunan, confirmed);
    const values = (indicators: readonly Indicator[]) =>
      indicators.map((one) => [
        one.id,
        Object.entries(one.thresholds).map(([subject, { op, value }]) => [subject, op, value].join(" ")),
      ]);
    expect(values(made.indicators)).toEqual(values(guangxi.indicators));
    expect(made.indicators[0]?.thresholds.region?.source).toEqual({
      place: "附件1.xlsx C3",
      quote: "区域类≥10000 高校类≥2500",
    });
    expect(validateScheme(made).ok).toBe(true);
  });
});

describe("other layouts", () => {
  test("one column per type, bare numbers, a dash where it is not allowed", () => {
    const rows = [
      ["指标", "单位", "区域类", "高校类", "企业类", "院所类"],
      ["一、精益创业方向", "", "", "", "", ""],
      ["拥有创新型企业的数量(个)", "个", "60", "—", "—", "≥6"],
    ];
    const [first, ...rest] = read(rows);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ indicator: "lean-firms", direction: "lean", unit: "个", questions: [] });
    expect(first?.thresholds.map(({ subject, op, value }) => [subject, op, value])).toEqual([
      ["region", ">=", "60"],
      ["institute", ">=", "6"],
    ]);
  });

  test("what is not sure is asked: an unknown indicator without direction, unit or type", () => {
    const [first] = read([
      ["序号", "指标", "要求"],
      ["1", "近三年举办创业大赛的年平均场次", "≥4次"],
    ]);
    expect(first).toMatchObject({ indicator: null, direction: null, measure: "yearly-mean", unit: "次" });
    expect(first?.questions).toEqual(["direction-unknown", "indicator-unknown", "subject-unknown"]);
  });

  test("explanations, notes and units have columns of their own, and numbers are converted", () => {
    const head = ["指标名称", "指标解释", "计量单位", "园区", "高等院校", "企业"];
    const rows = [
      [...head, "备注"],
      ["一、创业就业方向", "", "", "", "", "", ""],
      [
        "近三年带动重点群体就业人数（年均）",
        "指示范基地吸纳或者带动各类群体新就业的人数，以登记为准",
        "人",
        "1.2万",
        "3千人",
        "—",
        "",
      ],
      [
        "近三年双创投入",
        "近三年年均投入，包括财政资金、自有资金以及社会资本",
        "万元",
        "1.5亿元",
        "≥2500",
        "/",
        "其中财政资金不少于1000万元",
      ],
    ];
    const read2 = read(rows).map(({ name, unit, measure, indicator, thresholds, questions }) => [
      name,
      unit,
      measure,
      indicator,
      thresholds.map(({ subject, value }) => `${subject} ${value}`).join(", "),
      questions,
    ]);
    expect(read2).toEqual([
      [
        "近三年带动重点群体就业人数（年均）",
        "人",
        "yearly-mean",
        "employment-jobs",
        "region 12000, university 3000",
        [],
      ],
      ["近三年双创投入", "万元", "yearly-mean", "employment-funding", "region 15000, university 2500", []],
    ]);
  });

  test("an explanation that speaks of another direction does not decide the direction", () => {
    const [first] = read([
      ["方向", "指标", "指标解释", "区域", "高校"],
      ["精益创业", "示例孵化面积（平方米）", "指用于创业带动就业的面积", "2万", "—"],
    ]);
    expect(first).toMatchObject({ direction: "lean", thresholds: [{ subject: "region", value: "20000" }] });
  });

  test("a look-alike is a new indicator, and so is a second row of the same words", () => {
    const read2 = read([
      ["序号", "指标", "定量要求"],
      ["三", "精益创业方向", ""],
      ["1", "每万人拥有专利数量(件)", "区域类≥5"],
      ["2", "拥有发明专利数量(件)", "区域类≥300"],
      ["3", "每万人拥有专利数量中的授权数(件)", "区域类≥2"],
    ]);
    expect(read2.map(({ indicator }) => indicator)).toEqual(["lean-patents", null, null]);
  });

  test("what stands in the column of a type and is no threshold is asked about", () => {
    const [first] = read([
      ["指标", "单位", "区域", "高校"],
      ["一、创业就业方向", "", "", ""],
      ["近三年支持创新创业的年平均投入", "万元", "10000", "高于全省平均水平"],
    ]);
    expect(first).toMatchObject({ thresholds: [{ subject: "region" }], questions: ["cell-unread"] });
  });

  test("a unit that cannot be converted is asked about", () => {
    const [first] = read([
      ["指标", "定量要求"],
      ["融通创新方向", ""],
      ["近三年大中小企业产学研合作的年平均项目数量(个)", "区域类≥8000万元"],
    ]);
    expect(first).toMatchObject({ unit: "个", questions: ["unit-differs"] });
    const [second] = read([
      ["指标", "定量要求"],
      ["创业就业方向", ""],
      ["近三年支持创新创业的年平均投入(万元)", "区域类≥1.2万"],
    ]);
    expect(second).toMatchObject({ thresholds: [{ value: "1.2" }], questions: ["unit-differs"] });
  });

  test("a new indicator, once confirmed, is matched by its own words", () => {
    const [first] = read([
      ["一", "创业就业方向", ""],
      ["1", "近三年举办创业大赛的年平均场次(次)", "区域类≥4"],
    ]);
    if (!first?.direction) throw new Error("nothing read");
    const draft = deriveScheme(hunan, {
      id: "new-2022",
      title: "新",
      issuer: "某委",
      documentNo: "",
      year: 2022,
    });
    const made = applyProposals(draft, [
      { ...first, direction: first.direction, newId: "employment-contests" },
    ]);
    expect(made.indicators.at(-1)).toMatchObject({
      id: "employment-contests",
      match: { require: [["举办创业大赛的年平均场次"]], exclude: [] },
      thresholds: { region: { op: ">=", value: "4" } },
    });
    expect(validateScheme(made).ok).toBe(true);
    const named = (name: string) =>
      applyProposals(draft, [
        { ...first, name, direction: "employment", newId: "employment-own-a" },
      ]).indicators.at(-1)?.match.require;
    expect(named("近三年吸引外籍专家人数（年均）")).toEqual([["吸引外籍专家"]]);
    expect(named("高新技术企业的总数量")).toEqual([["高新技术企业"]]);
  });
});

import { describe, expect, it } from "vitest";
import { document, extract, factLine, guangxiScheme, hunanScheme, type Place, table } from "../support.ts";

type Rows = readonly (readonly Place[])[];

const jobs = "近三年吸纳或带动重点人群的年平均就业人数（人）";
const funding = "近三年支持创新创业的年平均投入（万元）";
const growth = "近三年新孵化或增加企业数量的年均增速（%）";
const platforms = "拥有各类产学研融合创新创业平台的数量（个）";
const firms = "拥有创新型企业的数量（个）";

/** Facts without the block and the span, and the codes of the notes. */
const read = (rows: Rows, scheme = guangxiScheme): string[] => {
  const { extraction, messages } = extract(
    document((id) => table(id, rows)),
    "量化指标表.xlsx",
    scheme,
  );
  return [
    ...extraction.facts.map((fact) => factLine(fact).replace(/ @b1 (\S+) \d+-\d+$/, " $1")),
    ...messages.map(({ code, place }) => `! ${code} ${place}`),
  ];
};

describe("a cell beside an indicator", () => {
  const readCell = (text: string, label = funding): string =>
    read([
      ["序号", "指标内容", "完成值", "备注"],
      ["1", label, text, ""],
      ["2", firms, "56", ""],
    ])
      .filter((line) => line.includes("r2c3"))
      .join("; ");

  it.each([
    ["1.2亿元（其中财政0.3亿）", "employment-funding 12000万元 r2c3"],
    ["1亿2000万元", "employment-funding 12000万元 r2c3"],
    ["12 000", "employment-funding 12000万元 r2c3"],
    ["叁佰万元", "employment-funding 300万元 r2c3"],
    ["1.2亿", "employment-funding 12000万元 r2c3"],
    ["3000万", "employment-funding 3000万元 ?scale r2c3"],
    ["12000，其中区财政8000", "employment-funding 12000万元 r2c3"],
    ["12000，已超过10000的要求", "employment-funding 12000万元 r2c3"],
    ["9000+3000=12000", "employment-funding 12000万元 r2c3"],
    ["财政8000，社会资本4000，年均12000", "employment-funding 12000万元 r2c3"],
    [
      "9000（2018）\n11000（2019）",
      "employment-funding 9000万元 2018 r2c3; employment-funding 11000万元 2019 r2c3",
    ],
  ])("%s is certain", (text, expected) => {
    expect(readCell(text)).toBe(expected);
  });

  it.each([
    ["12000/11000", "several-numbers"],
    ["9000、11000、16000", "several-numbers"],
    ["8000+4000", "several-numbers"],
    ["①9000②11000", "several-numbers"],
    ["9000→12000", "several-numbers"],
    ["财政8000；企业4000", "several-numbers"],
    ["其中财政8000", "part-of"],
    ["三年共36000", "total-not-mean"],
    ["36000（三年合计）", "total-not-mean"],
    ["（8000）", "negative"],
  ])("%s is a question: %s", (text, doubt) => {
    expect(readCell(text)).toMatch(new RegExp(`\\?${doubt} r2c3$`));
  });

  it("more than each of its years is their sum", () => {
    expect(readCell("36000（2018年9000，2019年11000，2020年16000）")).toMatch(
      /^employment-funding 36000万元 \?total-not-mean r2c3; employment-funding 9000万元 2018 /,
    );
  });

  it.each(["见附表", "达标", "附件5：12000"])("%s gives no number, and a note", (text) => {
    expect(readCell(text)).toBe("! value-unread b1 r2c3");
  });

  it.each(["—", "/", "无"])("%s says nothing, and needs no note", (text) => {
    expect(readCell(text)).toBe("");
  });
});

describe("a table of indicators of an odd shape", () => {
  it("may have the indicators side by side, the requirement and the value below", () => {
    const rows: Rows = [
      ["指标", "近三年吸纳重点人群就业年平均人数", "近三年支持创新创业的年平均投入资金"],
      ["单位", "人", "亿元"],
      ["要求", "≥10000", "≥1"],
      ["完成值", "12000", "1.2"],
      ["自评得分", "10", "9"],
    ];
    expect(read(rows)).toEqual([
      "employment-jobs 10000人 at-least requirement r3c2",
      "employment-funding 10000万元 at-least requirement r3c3",
      "employment-jobs 12000人 r4c2",
      "employment-funding 12000万元 r4c3",
    ]);
  });

  it("may have two pairs of name and value in one row", () => {
    const rows: Rows = [
      ["指标", "数值", "指标", "数值"],
      [jobs, "12000", funding, "15000"],
      [growth, "15.3", firms, "56"],
    ];
    expect(read(rows)).toEqual([
      "employment-jobs 12000人 r2c2",
      "employment-growth 15.3% r3c2",
      "employment-funding 15000万元 r2c4",
      "lean-firms 56个 r3c4",
    ]);
  });

  it("may have no header, and sentences as values", () => {
    const rows: Rows = [
      [jobs, "2018年9800人；2019年10200人；年均10000人"],
      [funding, "2018年:0.9亿元\n2019年:1.1亿元"],
    ];
    expect(read(rows)).toEqual([
      "employment-jobs 9800人 2018 r1c2",
      "employment-jobs 10200人 2019 r1c2",
      "employment-jobs 10000人 r1c2",
      "employment-funding 9000万元 2018 r2c2",
      "employment-funding 11000万元 2019 r2c2",
    ]);
  });

  it("may have a row for each year, below a label merged or repeated", () => {
    const rows: Rows = [
      ["序号", "指标", "年份", "完成值"],
      [["1", 3, 1], [jobs, 3, 1], "2018年", "9800"],
      [null, null, "2019年", "10200"],
      [null, null, "年均", "10000"],
      ["2", funding, "2018年", "0.9亿元"],
      ["", funding, "2019年", "1.1亿元"],
    ];
    expect(read(rows)).toEqual([
      "employment-jobs 9800人 2018 r2c4",
      "employment-jobs 10200人 2019 r3c4",
      "employment-jobs 10000人 r4c4",
      "employment-funding 9000万元 2018 r5c4",
      "employment-funding 11000万元 2019 r6c4",
    ]);
  });

  it("does not take a part for the whole", () => {
    const rows: Rows = [
      ["序号", "指标", "数值"],
      ["1", platforms, "18"],
      ["", "其中：国家级产学研融合创新创业平台", "2"],
      ["", "省级产学研融合创新创业平台", "6"],
      ["2", firms, "56"],
    ];
    expect(read(rows)).toEqual(["integration-platforms 18个 r2c3", "lean-firms 56个 r5c3"]);
  });

  it("is sure of none of several parts of one record", () => {
    const rows: Rows = [
      ["序号", "指标", "分项", "数值"],
      [["1", 2, 1], [platforms, 2, 1], "国家级", "2"],
      [null, null, "省级", "6"],
      ["2", firms, "", "56"],
    ];
    expect(read(rows)).toEqual([
      "integration-platforms 2个 ?several-numbers r2c4",
      "integration-platforms 6个 ?several-numbers r3c4",
      "lean-firms 56个 r4c4",
    ]);
  });

  it("is sure of none of several areas, and leaves out what is only said about a value", () => {
    const rows: Rows = [
      [["指标", 2, 1], ["完成值", 1, 3], null, null, ["自评得分", 2, 1], ["数据来源", 2, 1]],
      [null, "核心区", "拓展区", "同比增长"],
      [firms, "40", "16", "5%", "10", "统计局"],
      [platforms, "12", "6", "3%", "10", "科技局"],
    ];
    expect(read(rows)).toEqual([
      "lean-firms 40个 ?several-numbers r3c2",
      "lean-firms 16个 ?several-numbers r3c3",
      "integration-platforms 12个 ?several-numbers r4c2",
      "integration-platforms 6个 ?several-numbers r4c3",
    ]);
  });

  it("does not take a row for a header because its label ends like one", () => {
    const rows: Rows = [
      ["序号", "指标", "年份", "完成值"],
      ["1", firms, "2018年", "56"],
      ["2", funding, "2018年", "0.9亿元"],
    ];
    expect(read(rows, hunanScheme)).toEqual([
      "lean-firms 56个 2018 r2c4",
      "employment-funding 9000万元 2018 r3c4",
    ]);
  });

  it.each<[string, Rows]>([
    [
      "with a header",
      [
        ["指标", "数值"],
        [jobs, "15000"],
        [firms, "100"],
      ],
    ],
    [
      "without one",
      [
        [jobs, "15000人"],
        [firms, "100家"],
      ],
    ],
    [
      "on its side",
      [
        ["时间", jobs, firms],
        ["三年后", "15000", "100"],
      ],
    ],
  ])("under 预期目标 holds aims and no values, %s", (_, rows) => {
    const plan = document("一、工作基础", "好。", "四、预期发展目标", (id) => table(id, rows));
    const { facts } = extract(plan, "方案.docx", guangxiScheme).extraction;
    expect(facts.map(({ key, value, role }) => `${key} ${value} ${role}`)).toEqual([
      "employment-jobs 15000 target",
      "lean-firms 100 target",
    ]);
  });

  it("that calls itself one of aims still says what is and what was", () => {
    const rows: Rows = [
      ["指标", "现状值", "2019年", "2023年", "数值"],
      [firms, "56", "50", "100", "110"],
    ];
    const plan = document("三年发展目标表", (id) => table(id, rows));
    const { facts } = extract(plan, "方案.docx", guangxiScheme).extraction;
    expect(facts.map(({ value, year, role }) => `${value} ${year ?? ""} ${role}`)).toEqual([
      "56  value",
      "50 2019 value",
      "100 2023 target",
      "110  target",
    ]);
  });

  it("of tasks is named, and its sentences are no values", () => {
    const rows: Rows = [
      ["任务", "内容", "牵头单位"],
      ["产学研合作项目", "每年签约项目40个", "科技局"],
      ["产学研融合创新创业平台", "20个以上", "发改局"],
    ];
    expect(read(rows)).toEqual(["! indicators-unread b1"]);
  });
});

import { describe, expect, it } from "vitest";
import { document, extract, factLine, guangxiScheme, hunanScheme, type Place, table } from "../support.ts";

type Rows = readonly (readonly Place[])[];
const head: readonly Place[] = ["序号", "项目名称", "建设单位", "总投资"];
const inYi = ["甲项目 12000"];

const projectsOf = (rows: Rows) => {
  const { extraction, messages } = extract(
    document((id) => table(id, rows)),
    "附件3.docx",
  );
  return {
    projects: extraction.projects.map(({ name, totalInvestment }) => `${name} ${totalInvestment}`),
    total: extraction.statedTotal?.value ?? null,
    notes: messages.map(({ code }) => code),
    all: extraction.projects,
  };
};

describe("the unit of a project table", () => {
  it.each<[string, Rows]>([
    [
      "in the title line",
      [[["主要建设项目汇总表（单位：亿元）", 1, 4]], head, ["1", "甲项目", "某公司", "1.2"]],
    ],
    [
      "in a line of its own beside 填报单位",
      [["填报单位：某区", "填报人：张三", "", "单位：亿元"], head, ["1", "甲项目", "某公司", "1.2"]],
    ],
    [
      "in one header",
      [
        [...head.slice(0, 3), "总投资\n(亿元)"],
        ["1", "甲项目", "某公司", "1.2"],
      ],
    ],
    [
      "in a group row below the header",
      [head, [["（金额单位：亿元人民币）", 1, 4]], ["1", "甲项目", "某公司", "1.2"]],
    ],
    ["in the cell", [head, ["1", "甲项目", "某公司", "１．２亿元"]]],
    [
      "in a footnote",
      [head, ["1", "甲项目", "某公司", "1.2"], [["备注：1.表中金额单位为亿元；2.数据截至6月。", 1, 4]]],
    ],
  ])("may stand %s", (_, rows) => {
    expect(projectsOf(rows)).toMatchObject({ projects: inYi, notes: [] });
  });

  it("may differ from row to row, and foreign money is not converted", () => {
    const rows = [
      [...head, "单位"],
      ["1", "甲项目", "某公司", "1.2", "亿元"],
      ["2", "乙项目", "某公司", "300", "万美元"],
    ];
    expect(projectsOf(rows)).toMatchObject({
      projects: ["甲项目 12000", "乙项目 null"],
      notes: ["other-currency"],
    });
  });

  it("is never assumed", () => {
    expect(projectsOf([head, ["1", "甲项目", "某公司", "1.2"]])).toMatchObject({
      projects: ["甲项目 null"],
      notes: ["unit-missing"],
    });
  });

  it("of 合计 holds for the columns it is the sum of", () => {
    const rows: Rows = [
      [
        ["序  号", 4, 1],
        ["项 目 名 称", 4, 1],
        ["资  金  情  况", 1, 4],
      ],
      [null, null, ["合计             (万元)", 3, 1], ["其中", 1, 3]],
      [null, null, null, ["财政资金", 1, 2], null, "社会资金"],
      [null, null, null, "中央", "省级", "自筹"],
      ["1", "甲项目", "60", "10", "20", "30"],
    ];
    const { projects, notes, all } = projectsOf(rows);
    expect([projects, notes]).toEqual([["甲项目 60"], []]);
    expect(all[0]?.funding).toEqual([
      { name: "中央", value: "10" },
      { name: "省级", value: "20" },
      { name: "自筹", value: "30" },
    ]);
  });
});

describe("合计 of a project table", () => {
  const inWan = [...head.slice(0, 3), "总投资（万元）"];
  const a = ["1", "甲项目", "某公司", "100"];
  const b = ["2", "乙项目", "某公司", "200"];

  it.each<[string, Rows]>([
    ["first", [inWan, ["", "合计", "", "300"], a, b]],
    ["last, with a count", [inWan, a, b, [["合计：2 个", 1, 3], null, null, "300"]]],
    ["as 总投资合计", [inWan, a, b, [["总投资合计", 1, 3], null, null, "300"]]],
    [
      "below 小计 of each group",
      [
        inWan,
        ["一", "平台类", "", ""],
        a,
        ["小计", "", "", "100"],
        ["二", "服务类", "", ""],
        b,
        ["小计", "", "", "200"],
        ["总  计", "", "", "300"],
      ],
    ],
    [
      "below groups that carry their own sums",
      [inWan, ["一", "平台类（1个）", "", "100"], a, ["二", "服务类", "", "200"], b, ["合计", "", "", "300"]],
    ],
  ])("may stand %s", (_, rows) => {
    expect(projectsOf(rows)).toMatchObject({
      projects: ["甲项目 100", "乙项目 200"],
      total: "300",
      notes: [],
    });
  });

  it("is not a project whose name begins with such a word", () => {
    const rows = [inWan, ["1", "累计算力中心", "某公司", "100"], ["2", "总计量检测平台", "某公司", "200"]];
    expect(projectsOf(rows)).toMatchObject({
      projects: ["累计算力中心 100", "总计量检测平台 200"],
      total: null,
    });
  });
});

describe("records and columns of a project table", () => {
  it("may take several rows, merged or left empty", () => {
    const merged: Rows = [
      [
        ["序号", 2, 1],
        ["项目名称", 2, 1],
        ["建设单位", 2, 1],
        ["总投资（万元）", 2, 1],
        ["分年度计划投资", 1, 2],
      ],
      [null, null, null, null, "年度", "金额"],
      [["1", 2, 1], ["甲项目", 2, 1], ["某公司", 2, 1], ["300", 2, 1], "2021", "100"],
      [null, null, null, null, "2022", "200"],
      ["2", "乙项目", "某院", "50", "2021", "50"],
    ];
    expect(projectsOf(merged).projects).toEqual(["甲项目 300", "乙项目 50"]);
    const open: Rows = [
      ["序号", "项目名称", "建设内容", "总投资（万元）"],
      ["1", "甲项目", "1.建设大楼", "600"],
      ["", "", "2.购置设备", ""],
      ["2", "乙项目", "改造", "50"],
    ];
    expect(projectsOf(open).all.map(({ content }) => content)).toEqual(["1.建设大楼\n2.购置设备", "改造"]);
  });

  it("are told apart by their whole path: 总投资 of the plan is not what is spent", () => {
    const rows: Rows = [
      [["项目名称", 2, 1], ["建设单位", 2, 1], ["累计完成", 1, 2], null, ["计划", 1, 2]],
      [null, null, "总投资（万元）", "资本金", "总投资（万元）", "资本金"],
      ["甲项目", "某公司", "50", "10", "100", "20"],
    ];
    expect(projectsOf(rows).projects).toEqual(["甲项目 100"]);
  });

  it("take 开工 and 完工 together as the period", () => {
    const rows: Rows = [
      [
        "序号",
        "项目名称",
        "建设单位",
        "开工时间",
        "完工时间",
        "总投资\n（万元）",
        "截至2020年底累计完成投资",
        "2021年计划投资",
      ],
      ["1", "甲项目", "某公司", "2021.3", "2022年12月", "1,200.50", "200", "300"],
    ];
    expect(projectsOf(rows).all).toMatchObject([{ period: "2021.3—2022年12月", totalInvestment: "1200.5" }]);
  });
});

describe("amounts nobody can be sure of", () => {
  const amount = (text: string) => {
    const { projects, notes } = projectsOf([
      [...head.slice(0, 3), "总投资（万元）"],
      ["1", "甲", "某公司", text],
    ]);
    return [projects[0]?.slice(2), ...notes];
  };
  it.each([
    ["约100", ["100", "amount-unsure"]],
    ["预计100", ["100", "amount-unsure"]],
    ["100—200", ["null", "amount-unsure"]],
    ["（100）", ["-100", "amount-unsure"]],
    ["3000万", ["3000", "amount-unsure"]],
    ["1.2亿", ["12000"]],
    ["1亿2000万元", ["12000"]],
    ["12 000", ["12000"]],
    ["8000+4000", ["null", "amount-unsure"]],
    ["8000+4000=12000", ["12000"]],
    ["一期8000，二期4000", ["null", "amount-unsure"]],
    ["12000（一期8000，二期4000）", ["12000"]],
    ["总投资12000，其中2021年5000", ["12000"]],
    ["2021年5000、2022年7000", ["null", "amount-unsure"]],
    ["12000/8000", ["null", "amount-unsure"]],
    ["见附表", ["null", "value-unread"]],
    ["暂无", ["null"]],
    ["1，200．50", ["1200.5"]],
  ])("%s is read as %j", (text, expected) => {
    expect(amount(text)).toEqual(expected);
  });
});

describe("a file called a table of which nothing could be read", () => {
  it("says that a person must name its columns", () => {
    const rows: Rows = [
      ["序号", "项目名秤", "建设单位", "建设内客"],
      ["1", "甲项目", "某公司", "新建"],
    ];
    const { extraction, messages } = extract(
      document((id) => table(id, rows)),
      "附件3.docx",
    );
    expect([extraction.kind, messages.map(({ code, place }) => [code, place])]).toEqual([
      "project-table",
      [["table-unread", "b1"]],
    ]);
  });
});

describe("a table of indicators", () => {
  const factsOf = (rows: Rows, scheme = guangxiScheme) => {
    const { extraction, messages } = extract(
      document((id) => table(id, rows)),
      "量化指标表.xlsx",
      scheme,
    );
    return [...extraction.facts.map(factLine), ...messages.map(({ code }) => `! ${code}`)];
  };

  it("takes units per row, from the label and from the cell, and years from the columns", () => {
    const rows: Rows = [
      ["序号", "指标名称", "单位", "2018年", "2019年", "2020年", "三年平均"],
      ["1", "近三年吸纳或带动重点人群年平均就业人数", "人", "9000", "10000", "1.1万人", "10000"],
      ["2", "近三年支持创新创业年平均投入（万元）", "", "1.2亿元", "１３，０００", "14000", "—"],
    ];
    expect(factsOf(rows, hunanScheme)).toEqual([
      "employment-jobs 9000人 2018 @b1 r2c4 0-4",
      "employment-jobs 10000人 2019 @b1 r2c5 0-5",
      "employment-jobs 11000人 2020 @b1 r2c6 0-5",
      "employment-jobs 10000人 @b1 r2c7 0-5",
      "employment-funding 12000万元 2018 @b1 r3c4 0-5",
      "employment-funding 13000万元 2019 @b1 r3c5 0-6",
      "employment-funding 14000万元 2020 @b1 r3c6 0-5",
    ]);
  });

  it("may be turned on its side, with a year in each row", () => {
    const rows: Rows = [
      ["年度", "吸纳重点人群就业人数（人）", "支持创新创业投入（万元）"],
      ["2018年", "9000", "10000"],
      ["2019年", "10000", "1.2亿元"],
    ];
    expect(factsOf(rows, hunanScheme)).toEqual([
      "employment-jobs 9000人 2018 @b1 r2c2 0-4",
      "employment-funding 10000万元 2018 @b1 r2c3 0-5",
      "employment-jobs 10000人 2019 @b1 r3c2 0-5",
      "employment-funding 12000万元 2019 @b1 r3c3 0-5",
    ]);
  });

  it("refuses a unit of another dimension, keeps a negative rate and leaves empty forms out", () => {
    const rows: Rows = [
      ["指标", "单位", "数值"],
      ["近三年吸纳或带动重点人群年平均就业人数", "人次", "9000"],
      ["近三年新孵化或增加企业数量年均增速", "%", "（5.2）"],
      ["吸引外籍高层次人才", "人", "无"],
    ];
    expect(factsOf(rows)).toEqual(["employment-growth -5.2% @b1 r3c3 1-4", "! unit-mismatch"]);
  });
});

describe("a table of applicants", () => {
  it("is read by meaning, with a city merged over several of them", () => {
    const rows: Rows = [
      [["申报汇总表", 1, 5]],
      ["填报单位：长沙市发展改革委（盖章）", null, null, null, "日期：2021年11月"],
      ["推荐市（州）", "基地名称", "申报类型\n（区域/高校/企业）", "示范方向", "联系人"],
      [["长沙市", 2, 1], "示例科技大学", "高等学校", "创业就业", "张三"],
      [null, "示例研究院", "科研院所", "精益创业方向", "李四"],
    ];
    const { extraction } = extract(
      document((id) => table(id, rows)),
      "附件4.xlsx",
    );
    expect(extraction.applications.map(({ evidence: _, ...row }) => Object.values(row).join(" "))).toEqual([
      "长沙市 示例科技大学 university employment 张三",
      "长沙市 示例研究院 institute lean 李四",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { document, extract, guangxiScheme, hunanScheme, type Place, table } from "../support.ts";

type Rows = readonly (readonly Place[])[];
type Part = string | ((id: string) => ReturnType<typeof table>);

const applicantOf = (...parts: readonly Part[]): string[] => {
  const { applicant } = extract(document(...parts)).extraction;
  return (["name", "city", "subject", "direction"] as const).map((field) => {
    const found = applicant[field];
    return found === null ? "-" : `${found.value}${found.sure ? "" : "?"}`;
  });
};

describe("the name of an applicant", () => {
  it("keeps its brackets, and loses only the one around its label", () => {
    expect(applicantOf("申报单位：湘潭经济技术开发区管理委员会（盖章）")[0]).toBe(
      "湘潭经济技术开发区管理委员会",
    );
    expect(applicantOf("（申报单位：湘潭示例大学）")[0]).toBe("湘潭示例大学");
  });

  it("may have another name in brackets", () => {
    expect(applicantOf("申报单位：宁乡高新技术产业园区管理委员会（宁乡高新区）").slice(0, 3)).toEqual([
      "宁乡高新技术产业园区管理委员会（宁乡高新区）",
      "长沙市",
      "region",
    ]);
    expect(applicantOf("单位名称：示例重工集团股份有限公司（长沙第二产业园）")[2]).toBe("enterprise");
  });

  it("is a question where several apply together", () => {
    expect(applicantOf("联合申报单位：示例大学、示例科技股份有限公司")[0]).toBe(
      "示例大学、示例科技股份有限公司?",
    );
    expect(applicantOf("申报单位：示例大学（与示例公司联合申报）")[0]).toBe(
      "示例大学（与示例公司联合申报）?",
    );
  });

  it("is a question where a table turned on its side has several", () => {
    const rows: Rows = [
      ["申报单位", "岳阳示例经济技术开发区", "湖南示例学院"],
      ["主体类型", "区域", "高校"],
      ["建设方向", "全球化创业", "创业就业"],
    ];
    const { extraction, messages } = extract(document("2021年申报汇总表", (id) => table(id, rows)));
    expect([extraction.kind, extraction.applicant.name?.sure, messages.map(({ code }) => code)]).toEqual([
      "application-table",
      false,
      ["table-unread"],
    ]);
    expect(applicantOf((id) => table(id, rows)).every((text) => text.endsWith("?"))).toBe(true);
  });

  it("is not the province whose requirements a table repeats", () => {
    expect(applicantOf("自治区双创示范基地基本量化指标要求")).toEqual(["-", "-", "-", "-"]);
  });
});

describe("the outline", () => {
  const words = (count: number): string => "双".repeat(count);
  const sections = (...parts: string[]): string[] =>
    extract(document(...parts), "方案.docx", guangxiScheme).extraction.outline.map(
      ({ section, chars }) => `${section} ${chars}`,
    );
  const whole = ["basis 30", "features 20", "tasks 10", "goals 10"];

  it.each([
    ["1、工作基础", "2．主要特色", "3 未来3年的发展思路和主要建设任务", "4) 预期发展目标"],
    [
      "第一部分 工作基础",
      "第二部分 主要特色",
      "第三部分、未来三年发展思路和主要建设任务",
      "第四部分：预期目标",
    ],
    ["Ⅰ、工作基础", "Ⅱ、主要特色", "Ⅲ、主要建设任务", "Ⅳ、预期发展目标"],
    ["【一】工作基础", "贰、主要特色", "③未来三年发展思路和主要建设任务", "（四）预期发展目标"],
    ["工作基础", "主要特色", "主要建设任务", "预期发展目标："],
  ])("is found by its titles: %s, %s, %s, %s", (basis, features, tasks, goals) => {
    expect(
      sections(
        basis,
        `${words(30)}。`,
        features,
        `${words(20)}。`,
        tasks,
        `${words(10)}。`,
        goals,
        `${words(10)}。`,
      ),
    ).toEqual(["basis 31", "features 21", "tasks 11", "goals 11"]);
  });

  it("is not its table of contents", () => {
    const titles = ["一、工作基础", "二、主要特色", "三、主要建设任务", "四、预期发展目标"];
    const [basis = "", features = "", tasks = "", goals = ""] = titles;
    expect(
      sections("目录", ...titles, basis, words(30), features, words(20), tasks, words(10), goals, words(10)),
    ).toEqual(whole);
  });
});

describe("tables of odd shapes", () => {
  it("on the next page a header of two rows may be repeated as one", () => {
    const rows: Rows = [
      [["单位：万元", 1, 5]],
      [
        ["序号", 2, 1],
        ["项目名称", 2, 1],
        ["建设单位", 2, 1],
        ["总投资", 2, 1],
        ["其中", 1, 1],
      ],
      [null, null, null, null, "自筹"],
      ["1", "甲", "某公司", "100", "60"],
      ["序号", "项目名称", "建设单位", "总投资", "自筹"],
      ["2", "乙", "某公司", "200", "70"],
    ];
    const { extraction, messages } = extract(
      document((id) => table(id, rows)),
      "附件3.docx",
    );
    expect(extraction.projects.map(({ name, totalInvestment }) => `${name} ${totalInvestment}`)).toEqual([
      "甲 100",
      "乙 200",
    ]);
    expect(messages).toEqual([]);
  });

  it("two of them may stand side by side in one sheet", () => {
    const rows: Rows = [
      [["主要建设项目汇总表（万元）", 1, 4], null, null, null, null, ["申报汇总表", 1, 4]],
      ["序号", "项目名称", "建设单位", "总投资", null, "序号", "申报单位", "主体类型", "申报方向"],
      ["1", "甲", "某公司", "3000", null, "1", "株洲示例高新区", "区域", "精益创业"],
      ["2", "乙", "某公司", "4000", null, "2", "湖南示例大学", "高校", "创业就业"],
    ];
    const { extraction } = extract(
      document((id) => table(id, rows, "汇总")),
      "汇总.xlsx",
      hunanScheme,
    );
    expect(extraction.projects.map(({ name, totalInvestment }) => `${name} ${totalInvestment}`)).toEqual([
      "甲 3000",
      "乙 4000",
    ]);
    expect(extraction.applications.map(({ name, evidence }) => `${name} ${evidence.cell}`)).toEqual([
      "株洲示例高新区 G3",
      "湖南示例大学 G4",
    ]);
  });

  it("a column left empty for looks does not cut one in two", () => {
    const rows: Rows = [
      [["主要建设项目汇总表（万元）", 1, 7]],
      ["项目名称", "建设单位", "建设内容", null, "总投资", "备注", "建设年限"],
      ["甲", "某公司", "厂房", null, "3000", "", "2021"],
    ];
    const { projects } = extract(document((id) => table(id, rows))).extraction;
    expect(projects).toMatchObject([{ name: "甲", totalInvestment: "3000", period: "2021" }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Extraction } from "../../../shared/submission/fact.ts";
import { document, extract, factLine, guangxiScheme, hunanScheme, table } from "./support.ts";

const long = (text: string, times: number): string => text.repeat(times);
const filler = "园区深化放管服改革，完善公共服务体系，营造良好创新创业生态。";

const plan = document(
  "# 长沙示例科技大学湖南省双创示范基地建设实施方案",
  "申报单位：长沙示例科技大学    联系人：张𠮷    联系电话：0731-88888888",
  (id) =>
    table(id, [
      ["所在市州", "长沙市", "主体类型", "□区域 ☑高校 □企业"],
      ["建设方向", "创业就业方向", "备注", ""],
    ]),
  "一、工作基础和成效",
  "（一）工作机制",
  long(filler, 30),
  "（二）成效",
  "2018年、2019年和2020年吸纳重点人群就业分别为2,400人、2,900人和3,100人，年均2,800人。",
  "二、特色与优势",
  long(filler, 10),
  "三、未来三年的发展思路和主要建设任务",
  long(filler, 10),
  "四、预期发展目标",
  "吸纳重点人群年平均就业人数达到4000人。",
);

describe("extractFile on a plan", () => {
  const { extraction, messages } = extract(plan, "方案.docx");

  it("knows it for a plan and leaves no message", () => {
    expect([extraction.kind, messages]).toEqual(["plan", []]);
  });

  it("reads who applies, where, as what and in which direction, each with its place", () => {
    const { applicant } = extraction;
    expect(
      [applicant.name, applicant.city, applicant.subject, applicant.direction].map((found) => [
        found?.value,
        found?.sure,
        found?.evidence.block,
        found?.evidence.cell,
        found?.evidence.text,
      ]),
    ).toEqual([
      ["长沙示例科技大学", true, "b2", undefined, "长沙示例科技大学"],
      ["长沙市", true, "b3", "r1c2", "长沙市"],
      ["university", true, "b3", "r1c4", "□区域 ☑高校 □企业"],
      ["employment", true, "b3", "r2c2", "创业就业方向"],
    ]);
  });

  it("reads its statements with years, and plans as targets", () => {
    expect(extraction.facts.map(factLine)).toEqual([
      "employment-jobs 2400人 2018 @b8 28-34",
      "employment-jobs 2900人 2019 @b8 35-41",
      "employment-jobs 3100人 2020 @b8 42-48",
      "employment-jobs 2800人 @b8 51-57",
      "employment-jobs 4000人 target @b14 15-20",
    ]);
  });

  it("matches its sections to the outline and counts each with its sub-sections", () => {
    const section = (text: string, times: number): number => Array.from(text).length * times;
    expect(extraction.outline.map(({ section: id, title, chars }) => [id, title, chars])).toEqual([
      ["basis", "工作基础和成效", section(filler, 30) + 7 + 5 + 33],
      ["features", "特色与优势", section(filler, 10)],
      ["tasks", "未来三年的发展思路和主要建设任务", section(filler, 10)],
      ["goals", "预期发展目标", 18],
    ]);
  });

  it("gives what the schema of an extraction asks for", () => {
    expect(Extraction.parse(extraction)).toEqual(extraction);
  });
});

describe("extractFile on an indicator table", () => {
  const sheet = document((id) =>
    table(
      id,
      [
        [["双创示范基地基本量化指标", 1, 9]],
        ["填报单位：株洲示例园区管理委员会"],
        [
          ["方向", 2, 1],
          ["指标名称", 2, 1],
          ["单位", 2, 1],
          ["完成值", 1, 4],
          null,
          null,
          null,
          ["2024年目标", 2, 1],
          ["要求", 2, 1],
        ],
        [null, null, null, "2018年", "2019年", "2020年", "年平均"],
        [
          ["创业就业", 3, 1],
          "近三年吸纳或带动重点人群的年平均就业人数",
          "人",
          "8400",
          "９３００",
          "9,660",
          "9120",
          "1.3万",
          "≥10000",
        ],
        [null, "近三年支持创新创业的年平均投入", "万元", "1.2亿元", "—", "0", "约12000", "", "≥10000"],
        [null, "近三年新孵化或增加企业数量的年均增速", "%", "5", "暂无", "7.1", "6.05", "", "≥5"],
      ],
      "附件1",
    ),
  );

  it("reads every value with its year, role, qualifier and cell; empty forms give nothing and a zero stays zero", () => {
    const { extraction, messages } = extract(sheet, "指标.xlsx");
    expect(extraction.kind).toBe("indicator-table");
    expect(messages).toEqual([]);
    expect(extraction.facts.map(factLine)).toEqual([
      "employment-jobs 8400人 2018 @b1 D5 0-4",
      "employment-jobs 9300人 2019 @b1 E5 0-4",
      "employment-jobs 9660人 2020 @b1 F5 0-5",
      "employment-jobs 9120人 @b1 G5 0-4",
      "employment-jobs 13000人 2024 target @b1 H5 0-4",
      "employment-jobs 10000人 at-least requirement @b1 I5 0-6",
      "employment-funding 12000万元 2018 @b1 D6 0-5",
      "employment-funding 0万元 2020 @b1 F6 0-1",
      "employment-funding 12000万元 about ?about @b1 G6 0-6",
      "employment-funding 10000万元 at-least requirement @b1 I6 0-6",
      "employment-growth 5% 2018 @b1 D7 0-1",
      "employment-growth 7.1% 2020 @b1 F7 0-3",
      "employment-growth 6.05% @b1 G7 0-4",
      "employment-growth 5% at-least requirement @b1 I7 0-2",
    ]);
  });

  it("takes the Guangxi annex, two rules in one cell, for requirements only", () => {
    const annex = document((id) =>
      table(id, [
        ["序号", "指 标 内 容", "定量要求"],
        ["一", "创业就业方向", null],
        [
          "1",
          "近三年吸纳或带动重点人群(包括返乡农民工、高校毕业生及其他各类社会群体)的年平均就业人数(人)",
          "区域类≥10000 高校类≥2500",
        ],
        ["2", "近三年新孵化或增加企业数量的年均增速(%)", "区域和高校类≥5"],
        ["三", "精益创业方向", null],
        ["1", "拥有创新型企业(各类科技型初创企业、高新技术企业等)的数量(个)", "区域类≥50 院所类≥5"],
        ["3", "每万人拥有专利数量(件)", "区域和院所类≥5"],
      ]),
    );
    const { extraction } = extract(annex, "附件1.docx", guangxiScheme);
    expect(extraction.facts.map(factLine)).toEqual([
      "employment-jobs 10000人 at-least requirement @b1 r3c3 3-9",
      "employment-jobs 2500人 at-least requirement @b1 r3c3 13-18",
      "employment-growth 5% at-least requirement @b1 r4c3 6-8",
      "lean-firms 50个 at-least requirement @b1 r6c3 3-6",
      "lean-firms 5个 at-least requirement @b1 r6c3 10-12",
      "lean-patents 5件 at-least requirement @b1 r7c3 6-8",
    ]);
  });

  it("reads a table turned on its side: a column for each indicator, a row for each year", () => {
    const { extraction } = extract(
      document((id) =>
        table(id, [
          ["年度", "吸纳带动重点人群就业人数（人）", "支持创新创业投入（亿元）", "新孵化企业数量增速（%）"],
          ["2019年", "9300", "0.95", "6"],
          ["2020年", "9660", "—", "7"],
          ["年平均", "9120", "0.92", "6.5"],
        ]),
      ),
    );
    expect([extraction.kind, ...extraction.facts.map(factLine)]).toEqual([
      "indicator-table",
      "employment-jobs 9300人 2019 @b1 r2c2 0-4",
      "employment-funding 9500万元 2019 @b1 r2c3 0-4",
      "employment-growth 6% 2019 @b1 r2c4 0-1",
      "employment-jobs 9660人 2020 @b1 r3c2 0-4",
      "employment-growth 7% 2020 @b1 r3c4 0-1",
      "employment-jobs 9120人 @b1 r4c2 0-4",
      "employment-funding 9200万元 @b1 r4c3 0-4",
      "employment-growth 6.5% @b1 r4c4 0-3",
    ]);
  });

  it("reads a yearly series and its mean out of one cell, and leaves parts of a number out", () => {
    const { extraction } = extract(
      document((id) =>
        table(id, [
          ["序号", "指标", "完成情况"],
          ["1", "近三年吸纳带动重点人群年平均就业人数", "2018年8400人，2019年9300人，年均9120人"],
          ["2", "创新型企业数量", "现有56家，其中高新技术企业30家"],
        ]),
      ),
    );
    expect(extraction.facts.map(factLine)).toEqual([
      "employment-jobs 8400人 2018 @b1 r2c3 5-10",
      "employment-jobs 9300人 2019 @b1 r2c3 16-21",
      "employment-jobs 9120人 @b1 r2c3 24-29",
      "lean-firms 56个 @b1 r3c3 2-5",
    ]);
  });

  it("reads indicators of a table without a header", () => {
    const { extraction } = extract(
      document((id) =>
        table(id, [
          ["近三年吸纳重点人群年平均就业人数", "12000人"],
          ["近三年支持创新创业年平均投入", "1.5亿元"],
        ]),
      ),
    );
    expect([extraction.kind, ...extraction.facts.map(factLine)]).toEqual([
      "indicator-table",
      "employment-jobs 12000人 @b1 r1c2 0-6",
      "employment-funding 15000万元 @b1 r2c2 0-5",
    ]);
  });

  it("flags the look-alike 拥有专利数量, a missing unit, and refuses dollars", () => {
    const odd = document((id) =>
      table(id, [
        ["序号", "指标名称", "完成值"],
        ["1", "拥有专利数量（件）", "3200"],
        ["2", "近三年支持创新创业的年平均投入", "12000"],
        ["3", "近三年大中小企业产学研合作的年平均金额（万元）", "1200万美元"],
      ]),
    );
    const { extraction, messages } = extract(odd);
    expect(extraction.facts.map(factLine)).toEqual([
      "lean-patents 3200件 ?confused-indicator @b1 r2c3 0-4",
      "employment-funding 12000万元 ?unit-missing @b1 r3c3 0-5",
    ]);
    expect(messages).toEqual([
      { code: "other-currency", place: "b1 r4c3", text: expect.stringContaining("1200万美元") },
    ]);
  });
});

describe("extractFile on a project table", () => {
  const sheet = document((id) =>
    table(
      id,
      [
        [["主要建设项目汇总表", 1, 8]],
        ["填报单位：湘潭示例高新区", null, null, null, null, null, "单位：亿元"],
        [
          ["序号", 2, 1],
          ["项 目\n名 称", 2, 1],
          ["项目法人", 2, 1],
          ["主要建设内容及规模", 2, 1],
          ["建设起止年限", 2, 1],
          ["总投资", 2, 1],
          ["资金来源", 1, 2],
        ],
        [null, null, null, null, null, null, "企业自筹", "银行贷款"],
        ["合计", null, null, null, null, "13", "", ""],
        ["1", "孵化器二期", "湘潭示例公司", "建筑面积5万㎡", "2021-2023", "12.345", "12", "0.345"],
        ["2", "众创空间", "示例学院", "改造", "2022", "6500万元", "无", "/"],
        ["3", "国际中心", "示例公司", "新建", "2022", "200万美元", "", ""],
      ],
      "附件3",
    ),
  );

  it("reads projects in 万元 with the unit that stands nearest, and the stated total with the digits it shows", () => {
    const { extraction, messages } = extract(sheet, "附件3.xlsx");
    expect(extraction.kind).toBe("project-table");
    expect(
      extraction.projects.map(({ evidence, ...project }) => ({
        ...project,
        at: `${evidence.cell} ${evidence.text}`,
      })),
    ).toEqual([
      {
        name: "孵化器二期",
        organization: "湘潭示例公司",
        content: "建筑面积5万㎡",
        period: "2021-2023",
        totalInvestment: "123450",
        funding: [
          { name: "企业自筹", value: "120000" },
          { name: "银行贷款", value: "3450" },
        ],
        remark: "",
        at: "B6 孵化器二期",
      },
      {
        name: "众创空间",
        organization: "示例学院",
        content: "改造",
        period: "2022",
        totalInvestment: "6500",
        funding: [],
        remark: "",
        at: "B7 众创空间",
      },
      {
        name: "国际中心",
        organization: "示例公司",
        content: "新建",
        period: "2022",
        totalInvestment: null,
        funding: [],
        remark: "",
        at: "B8 国际中心",
      },
    ]);
    expect([
      extraction.statedTotal?.value,
      extraction.statedTotal?.shownDecimals,
      extraction.statedTotal?.evidence.cell,
    ]).toEqual(["130000", -4, "F5"]);
    expect(messages).toEqual([
      { code: "other-currency", place: "b1 附件3!F8", text: expect.stringContaining("200万美元") },
    ]);
  });

  it("takes the unit of each row from a column of units", () => {
    const { extraction, messages } = extract(
      document((id) =>
        table(id, [
          ["序号", "项目名称", "项目业主", "建设规模及内容", "开工时间", "完工时间", "估算总投资", "单位"],
          ["1", "甲项目", "甲公司", "新建", "2021.01", "2022.12", "1.35", "亿元"],
          ["2", "乙项目", "乙公司", "改建", "2021.03", "2023.12", "200", "万美元"],
        ]),
      ),
    );
    expect(
      extraction.projects.map(({ name, organization, period, totalInvestment }) => [
        name,
        organization,
        period,
        totalInvestment,
      ]),
    ).toEqual([
      ["甲项目", "甲公司", "2021.01—2022.12", "13500"],
      ["乙项目", "乙公司", "2021.03—2023.12", null],
    ]);
    expect(messages.map(({ code, place }) => [code, place])).toEqual([["other-currency", "b1 r3c7"]]);
  });

  it("never assumes 万元 where no unit stands", () => {
    const { extraction, messages } = extract(
      document((id) =>
        table(id, [
          ["序号", "项目名称", "建设单位", "总投资"],
          ["1", "甲", "某公司", "300"],
        ]),
      ),
    );
    expect(extraction.projects.map((project) => project.totalInvestment)).toEqual([null]);
    expect(messages).toEqual([
      { code: "unit-missing", place: "b1 r2c4", text: expect.stringContaining("300") },
    ]);
  });

  it("stays a project table though what is to be built speaks of what indicators count", () => {
    const { extraction } = extract(
      document((id) =>
        table(id, [
          ["序号", "项目名称", "建设内容", "总投资（万元）"],
          ["1", "孵化楼", "建成后吸纳重点人群就业500人。", "100"],
          ["2", "实训基地", "每年带动重点群体就业300人。", "200"],
          ["3", "众创空间", "新增就业带动岗位80个，重点群体优先。", "300"],
        ]),
      ),
      "附件3.xlsx",
    );
    expect([extraction.kind, extraction.facts.length]).toEqual(["project-table", 0]);
    expect(extraction.projects.map(({ name, totalInvestment }) => [name, totalInvestment])).toEqual([
      ["孵化楼", "100"],
      ["实训基地", "200"],
      ["众创空间", "300"],
    ]);
  });
});

describe("extractFile on an application table", () => {
  it("reads a row per applicant; a city written once counts for its rows", () => {
    const { extraction } = extract(
      document((id) =>
        table(
          id,
          [
            [["2021年湖南省双创示范基地申报汇总表", 1, 7]],
            ["填报单位（盖章）：长沙市发展和改革委员会", null, null, null, "填报日期：2021年11月20日"],
            ["序号", "市州", "申报单位", "主体类型", "建设方向", "联系人", "联系电话"],
            ["1", ["长沙市", 2, 1], "示例南方大学", "高校", "创业就业", "张三", "0731-1"],
            ["2", null, "示例机械有限公司", "企业", "融通创新方向", "李四", "0731-2"],
            ["3", "湘西州", "示例农业科技园区", "区域", "精益创业", "王五", "0743-3"],
          ],
          "附件4",
        ),
      ),
      "附件4.xlsx",
    );
    expect(extraction.kind).toBe("application-table");
    expect(
      extraction.applications.map(({ evidence, ...row }) => [...Object.values(row), evidence.cell]),
    ).toEqual([
      ["长沙市", "示例南方大学", "university", "employment", "张三 0731-1", "C4"],
      ["长沙市", "示例机械有限公司", "enterprise", "integration", "李四 0731-2", "C5"],
      ["湘西土家族苗族自治州", "示例农业科技园区", "region", "lean", "王五 0743-3", "C6"],
    ]);
    expect(extraction.applicant.name).toBeNull();
  });
});

describe("extractFile on other shapes of plans", () => {
  it("finds a section by its order between its neighbours when its title says it in other words", () => {
    const { extraction } = extract(
      document(
        "湖南省双创示范基地建设实施方案",
        "（申报单位：湘潭示例大学）",
        "一、基础条件",
        "湘潭示例大学位于湘潭市，聚焦创业就业方向。",
        "二、特色优势",
        "特色。",
        "三、建设任务",
        "任务。",
        "四、发展目标",
        "目标。",
      ),
    );
    expect(extraction.outline.map((section) => [section.section, section.title])).toEqual([
      ["basis", "基础条件"],
      ["features", "特色优势"],
      ["tasks", "建设任务"],
      ["goals", "发展目标"],
    ]);
    const { name, city, subject, direction } = extraction.applicant;
    expect([name, city, subject, direction].map((found) => [found?.value, found?.sure])).toEqual([
      ["湘潭示例大学", true],
      ["湘潭市", true],
      ["university", true],
      ["employment", true],
    ]);
  });

  it("names the city of a county enterprise, and none where the name says nothing", () => {
    const cityOf = (name: string) =>
      extract(document(`# ${name}双创示范基地建设方案`, "一、工作基础", "略。")).extraction.applicant.city
        ?.value ?? null;
    expect([
      cityOf("浏阳示例科技股份有限公司"),
      cityOf("湖南示例理工大学"),
      cityOf("湘西示例文旅产业园区"),
    ]).toEqual(["长沙市", null, "湘西土家族苗族自治州"]);
  });
});

describe("extractFile", () => {
  it("knows a cover letter and an evidence by their words, and what says nothing by its name", () => {
    const kinds = [
      extract(
        document(
          "长沙市发展和改革委员会",
          "关于推荐申报2021年湖南省双创示范基地的函",
          "省发展改革委：",
          "现将材料报送贵委。",
        ),
        "1.docx",
      ),
      extract(document("营业执照", "统一社会信用代码"), "扫描.docx"),
      extract(document("内容不明"), "附件3项目汇总表.xlsx"),
      extract(document("内容不明"), "材料.docx"),
    ].map(({ extraction }) => extraction.kind);
    expect(kinds).toEqual(["letter", "evidence", "project-table", "unknown"]);
  });

  it("reads identity, projects and lengths without a scheme, and no indicators", () => {
    const { extraction } = extract(plan, "方案.docx", null);
    expect([extraction.applicant.name?.value, extraction.facts, extraction.totalChars > 0]).toEqual([
      "长沙示例科技大学",
      [],
      true,
    ]);
  });

  it("gives the same answer twice", () => {
    expect(extract(plan)).toEqual(extract(plan));
  });

  it("never fails, whatever a document holds", () => {
    const word = fc.constantFrom(
      "就业",
      "吸纳",
      "5",
      "万元",
      "，",
      "。",
      "申报单位：",
      "2020年",
      "一、",
      "序号",
      "项目名称",
      "𠮷",
      "\n",
      "☑",
      "（",
      "其中",
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 20 }).map((words) => words.join("")),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    const block = fc.oneof(
      text.map((content) => content),
      fc
        .array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
        .map((rows) => (id: string) => table(id, rows)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (parts) => {
        const { extraction } = extract(document(...parts), "x.docx", hunanScheme);
        expect(Extraction.safeParse(extraction).success).toBe(true);
      }),
    );
  });
});

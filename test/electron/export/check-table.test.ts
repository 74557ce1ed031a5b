import type { Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import { type CheckTable, writeCheckTable } from "../../../electron/export/check-table.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { schemeOf } from "../../support/dossier.ts";
import { at, openWorkbook } from "./support.ts";

const sha256 = "a".repeat(64);

const contradiction: Finding = {
  rule: "contradiction:employment-jobs",
  kind: "contradiction",
  status: "contradiction",
  subject: "近三年吸纳或带动重点人群年平均就业人数",
  actual: "12350",
  unit: "人",
  params: {},
  evidence: [
    {
      file: "衡阳市/雁城经开区实施方案.docx",
      sha256,
      block: "b14",
      start: 3,
      end: 9,
      text: "年平均就业12,350人",
    },
    { file: "衡阳市/雁城经开区附件1.xlsx", sha256, block: "b1", cell: "G6", text: "9,120" },
  ],
  source: { place: "附件1", quote: "=近三年年平均就业人数（人）" },
};

const notReported: Finding = {
  rule: "threshold:employment-funding",
  kind: "threshold",
  status: "not-reported",
  subject: "近三年支持创新创业年平均投入",
  expected: "≥10000",
  unit: "万元",
  params: {},
  evidence: [],
};

const identity: Finding = {
  rule: "identity:subject",
  kind: "identity",
  status: "met",
  subject: "subject",
  actual: "region",
  params: { field: "subject" },
  evidence: [],
};

const eligibility: Finding = {
  rule: "eligibility",
  kind: "eligibility",
  status: "met",
  subject: "区域",
  expected: "employment,global",
  actual: "employment",
  params: { subjectType: "region", direction: "employment" },
  evidence: [],
};

const quota: Finding = {
  rule: "quota:长沙市",
  kind: "quota",
  status: "not-met",
  subject: "长沙市",
  expected: "4",
  actual: "5",
  margin: "-1",
  params: { submitted: "5" },
  evidence: [],
};

const table: CheckTable = {
  round: "示例轮次",
  checks: {
    submissions: [
      {
        submission: "s1",
        number: 7,
        name: "衡阳示例雁城经济开发区",
        city: "衡阳市",
        subject: "region",
        direction: "employment",
        findings: [contradiction, notReported, identity, eligibility],
      },
      { submission: "s2", number: 8, name: "", city: "", subject: null, direction: null, findings: [] },
    ],
    round: [quota],
  },
  directionNames: {},
  at,
};

const page = async (name: string): Promise<Worksheet> => {
  const found = (await openWorkbook(await writeCheckTable(table))).getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

const rowOf = (sheet: Worksheet, row: number): unknown[] => {
  const { values } = sheet.getRow(row);
  return Array.isArray(values) ? values.slice(1) : [];
};

describe("the check table", () => {
  test("counts every status apart, so that 未填报 and 不适用 never look like 未达标", async () => {
    const sheet = await page("核查汇总");
    expect(rowOf(sheet, 3).slice(5)).toEqual([
      "达标",
      "未达标",
      "未填报",
      "不适用",
      "未设定",
      "矛盾",
      "待核实",
    ]);
    expect(rowOf(sheet, 4)).toEqual([
      7,
      "衡阳示例雁城经济开发区",
      "衡阳市",
      "区域",
      "创业就业",
      2,
      0,
      1,
      0,
      0,
      1,
      0,
    ]);
    expect(rowOf(sheet, 5)).toEqual([8, "", "", "", "", 0, 0, 0, 0, 0, 0, 0]);
  });

  test("gives each finding with its source and every place of evidence", async () => {
    const sheet = await page("核查明细");
    const row = rowOf(sheet, 4);
    expect(row.slice(2, 9)).toEqual([
      "前后不一致",
      "近三年吸纳或带动重点人群年平均就业人数",
      "矛盾",
      "",
      "12350",
      "人",
      "",
    ]);
    expect(row[10]).toBe("附件1：“=近三年年平均就业人数（人）”");
    expect(row[11]).toBe(
      "衡阳市/雁城经开区实施方案.docx  b14：“年平均就业12,350人”\n衡阳市/雁城经开区附件1.xlsx  b1 G6：“9,120”",
    );
  });

  test("shows words where a finding holds ids", async () => {
    const sheet = await page("核查明细");
    expect([rowOf(sheet, 6).slice(2, 7), rowOf(sheet, 7).slice(2, 7)]).toEqual([
      ["申报信息", "主体类型", "达标", "", "区域"],
      ["主体与方向", "区域", "达标", "创业就业、全球化创业", "创业就业"],
    ]);
  });

  test("keeps a value as the string that was read, also one that starts like a formula", async () => {
    const sheet = await page("名额与重复");
    const margin = sheet.getCell("G4");
    expect([margin.value, margin.numFmt]).toEqual(["-1", "@"]);
  });

  test("sets every applicant beside every indicator, with threshold, margin and place on lines of their own", async () => {
    const scheme = schemeOf("guangxi-2020");
    const met: Finding = {
      rule: "threshold:employment-jobs",
      kind: "threshold",
      status: "met",
      subject: "近三年吸纳或带动重点人群的年平均就业人数",
      expected: "≥10000",
      actual: "12350.5",
      margin: "2350.5",
      arithmetic: "(12000 + 12350 + 12701.5) ÷ 3 = 12350.5",
      unit: "人",
      params: {},
      evidence: contradiction.evidence,
    };
    const [first, ...rest] = table.checks.submissions;
    if (!first) throw new Error("no submission");
    const submissions = [{ ...first, findings: [met, ...first.findings] }, ...rest];
    const whole = await writeCheckTable({ ...table, checks: { submissions, round: [] }, scheme });
    const book = await openWorkbook(whole);
    const sheet = (name: string): Worksheet => {
      const found = book.getWorksheet(name);
      if (found === undefined) throw new Error(name);
      return found;
    };
    const matrix = sheet("指标矩阵");
    expect(rowOf(matrix, 3)).toHaveLength(5 + 12);
    expect(rowOf(matrix, 4).slice(5, 8)).toEqual([
      "12350.5（达标，要求≥10000，差额2350.5）",
      "未填报，要求≥10000",
      "—",
    ]);
    const lines = sheet("指标明细");
    const line = rowOf(lines, 4);
    expect(line.slice(6, 13)).toEqual(["人", "量化指标", 12350.5, "≥10000", 2350.5, "达标", met.arithmetic]);
    expect(line[13]).toContain("b1 G6：“9,120”");
    expect(line[14]).toContain("附件1");
    expect(rowOf(lines, 5).slice(7, 12)).toEqual(["前后不一致", 12350, "", "", "矛盾"]);
    const rules = sheet("门槛与出处");
    const cells: string[] = [];
    rules.eachRow((row, number) => {
      if (number > 3) cells.push([row.getCell(4).text, row.getCell(5).text].join(" "));
    });
    expect(cells).toHaveLength(12 * 4);
    expect(cells.slice(0, 4)).toEqual(["区域 ≥10000", "高校 ≥2500", "科研院所 不适用", "企业 不适用"]);
    expect(cells.filter((text) => !text.endsWith("不适用"))).toHaveLength(21);
  });

  test("a type that in principle applies elsewhere is not said to be shut out, and its sentence says why", async () => {
    const whole = await writeCheckTable({ ...table, scheme: schemeOf("hunan-2021") });
    const rules = (await openWorkbook(whole)).getWorksheet("门槛与出处");
    const cells: string[] = [];
    rules?.eachRow((row, number) => {
      if (number > 3) cells.push([4, 5, 6].map((column) => row.getCell(column).text).join(" "));
    });
    expect(cells.slice(0, 4).map((text) => text.split(" ").slice(0, 2).join(" "))).toEqual([
      "区域 未设定",
      "高校 未设定",
      "科研院所 原则上不报",
      "企业 原则上不报",
    ]);
    expect(cells[3]).toContain("原则上，企业示范基地聚焦融通");
    expect(cells.some((text) => text.includes("不适用"))).toBe(false);
  });

  test("has a header that stays in view and can be filtered", async () => {
    const sheet = await page("核查明细");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.autoFilter).toBe("A3:L7");
  });
});

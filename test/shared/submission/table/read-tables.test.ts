import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTables } from "../../../../shared/submission/table/read-tables.ts";
import type { TableReading } from "../../../../shared/submission/table/table-reading.ts";
import { type Place, table } from "../support.ts";

const paths = (reading: TableReading | undefined): string[] =>
  (reading?.columns ?? []).map(
    (column) => column.path.join("/") + (column.unit === null ? "" : ` [${column.unit}]`),
  );

const rowsOf = (reading: TableReading | undefined): (readonly [number, number, string])[] =>
  (reading?.records ?? []).map((record) => [
    record.firstRow,
    record.lastRow,
    [...record.cells.values()].map((cells) => cells.map((cell) => cell.text).join("+")).join(" "),
  ]);

const projectSheet = table(
  "b1",
  [
    [["附件3", 1, 9]],
    [["湖南省双创示范基地主要建设项目汇总表", 1, 9]],
    ["填报单位：株洲高新技术产业开发区", null, null, null, null, null, null, "单位：万元"],
    [
      ["序  号", 2, 1],
      ["项 目 名 称①", 2, 1],
      ["建设单位", 2, 1],
      ["建设\n内容", 2, 1],
      ["建设（起止)年限\n（如2021-2023）", 2, 1],
      ["总投资\n（万元）", 2, 1],
      ["资金来源", 1, 2],
      null,
      ["备注", 2, 1],
    ],
    [null, null, null, null, null, null, "自筹", "银行贷款", null],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    [["一、平台类", 1, 9]],
    ["1", "孵化器二期", "株洲高科", "建筑面积5万㎡", "2021—2023", "12,000", "8000", "4000", ""],
    ["2", "众创空间", "动力谷", "改造", "2021-2022", "3500.5", "3500.5", "—", ""],
    ["", "小计", "", "", "", "15500.5", "11500.5", "4000", ""],
    [["二、服务类（金额单位：亿元人民币）", 1, 9]],
    ["1", "检测中心", "某公司", "新建", "2022", "1.2", "1.2", "无", ""],
    ["合计：3 个", null, null, null, null, "27500.5"],
    ["注：投资含税。"],
  ],
  "附件3",
);

describe("readTables", () => {
  it("finds the header below title and 填报单位 lines and names each column by its whole path", () => {
    const [reading, more] = readTables(projectSheet);
    expect(more).toBeUndefined();
    expect(reading?.title).toBe("湖南省双创示范基地主要建设项目汇总表");
    expect(reading?.titleUnit).toBe("万元");
    expect(reading?.header).toEqual({ firstRow: 4, lastRow: 6 });
    expect(reading?.sure).toBe(true);
    expect(paths(reading)).toEqual([
      "序号",
      "项目名称",
      "建设单位",
      "建设内容",
      "建设年限",
      "总投资 [万元]",
      "资金来源/自筹",
      "资金来源/银行贷款",
      "备注",
    ]);
  });

  it("tells records, groups, their units, 小计 and 合计 apart", () => {
    const [reading] = readTables(projectSheet);
    expect(reading?.records.map((record) => [record.firstRow, record.group, record.groupUnit])).toEqual([
      [8, "一、平台类", null],
      [9, "一、平台类", null],
      [12, "二、服务类（金额单位：亿元人民币）", "亿元人民币"],
    ]);
    expect(reading?.totals.map((total) => [total.row, total.kind, total.label.text])).toEqual([
      [10, "subtotal", "小计"],
      [13, "total", "合计：3 个"],
    ]);
    expect(reading?.footnotes.map((cell) => cell.text)).toEqual(["注：投资含税。"]);
  });

  it("keeps the same label under two parents apart", () => {
    const [reading] = readTables(
      table("b1", [
        [["项目名称", 3, 1], ["总投资", 1, 3], null, null, ["已下达资金", 1, 2], null],
        [null, ["合计", 2, 1], ["其中", 1, 2], null, ["中央", 2, 1], ["省级", 2, 1]],
        [null, null, "中央", "省级", null, null],
        ["甲项目", "100", "60", "40", "10", "20"],
      ]),
    );
    expect(paths(reading)).toEqual([
      "项目名称",
      "总投资/合计",
      "总投资/其中/中央",
      "总投资/其中/省级",
      "已下达资金/中央",
      "已下达资金/省级",
    ]);
    expect(rowsOf(reading)).toEqual([[4, 4, "甲项目 100 60 40 10 20"]]);
  });

  it("gives an unmerged parent to the columns on its right", () => {
    const [reading] = readTables(
      table("b1", [
        ["序号", "项目名称", "总投资", null, "备注"],
        [null, null, "中央", "地方", null],
        ["1", "甲", "5", "6", ""],
      ]),
    );
    expect(paths(reading)).toEqual(["序号", "项目名称", "总投资/中央", "总投资/地方", "备注"]);
    expect(reading?.header).toEqual({ firstRow: 1, lastRow: 2 });
  });

  it("joins a record of several rows and not the records under one merged group cell", () => {
    const [several] = readTables(
      table("b1", [
        ["序号", "项目名称", "建设单位", "年度", "计划投资"],
        [["1", 2, 1], ["甲项目", 2, 1], ["某公司", 2, 1], "2021年", "100"],
        [null, null, null, "2022年", "200"],
        ["2", "乙项目", "某院", "2021年", "50"],
      ]),
    );
    expect(rowsOf(several)).toEqual([
      [2, 3, "1 甲项目 某公司 2021年+2022年 100+200"],
      [4, 4, "2 乙项目 某院 2021年 50"],
    ]);
    const [grouped] = readTables(
      table("b2", [
        ["方向", "指标名称", "数值"],
        [["创业就业", 2, 1], "就业人数", "9120"],
        [null, "投入", "12000"],
      ]),
    );
    expect(rowsOf(grouped)).toEqual([
      [2, 2, "创业就业 就业人数 9120"],
      [3, 3, "创业就业 投入 12000"],
    ]);
  });

  it("reads a second table below the first, each with its own title and unit", () => {
    const readings = readTables(
      table("b1", [
        [["表一 已建项目情况表", 1, 3]],
        ["单位：亿元"],
        ["序号", "项目名称", "总投资"],
        ["1", "甲", "1.5"],
        ["合计", "", "1.5"],
        [],
        [["表二 拟建项目情况表", 1, 3]],
        ["单位：万元"],
        ["序号", "项目名称", "计划投资", "建设年限"],
        ["1", "乙", "300", "2022"],
      ]),
    );
    expect(readings.map((reading) => [reading.title, reading.titleUnit, rowsOf(reading)])).toEqual([
      ["表一 已建项目情况表", "亿元", [[4, 4, "1 甲 1.5"]]],
      ["表二 拟建项目情况表", "万元", [[10, 10, "1 乙 300 2022"]]],
    ]);
  });

  it("skips a header repeated on the next page", () => {
    const [reading, more] = readTables(
      table("b1", [
        ["序号", "项目名称", "总投资（万元）"],
        ["1", "甲", "1"],
        ["序号", "项目名称", "总投资（万元）"],
        ["2", "乙", "2"],
      ]),
    );
    expect(more).toBeUndefined();
    expect(rowsOf(reading)).toEqual([
      [2, 2, "1 甲 1"],
      [4, 4, "2 乙 2"],
    ]);
  });

  it("takes title and unit of a Word table from the lines above it", () => {
    const block = table("b4", [
      ["序号", "项目名称", "总投资"],
      ["1", "甲", "1"],
    ]);
    const [reading] = readTables(block, ["三、重大项目", "主要建设项目汇总表", "单位：亿元"]);
    expect([reading?.title, reading?.titleUnit]).toEqual(["主要建设项目汇总表", "亿元"]);
  });

  it("finds a unit stated by a footnote", () => {
    const [reading] = readTables(
      table("b1", [["序号", "项目名称", "总投资"], ["1", "甲", "1"], ["注：本表金额单位均为亿元。"]]),
    );
    expect(reading?.footnoteUnit).toBe("亿元");
  });

  it("takes a form of labels and values for no table of records", () => {
    expect(
      readTables(
        table("b1", [
          ["申报单位", "某大学", "所在市州", "株洲市"],
          ["主体类型", "高校", "建设方向", "创业就业"],
        ]),
      ),
    ).toEqual([]);
  });

  it("never fails, whatever stands in the cells", () => {
    const text: fc.Arbitrary<Place> = fc.oneof(
      fc.constantFrom<Place>(
        "序号",
        "项目名称",
        "总投资",
        "合计",
        "一、",
        "填报单位：某市",
        "单位：万元",
        null,
        "1",
        "2020年",
        "—",
      ),
      fc.string({ maxLength: 12 }),
      fc.tuple(
        fc.constantFrom("总投资", "其中", "甲"),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
      ),
    );
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (lines) => {
        const block = table("b1", lines);
        for (const reading of readTables(block)) {
          expect(reading.header.lastRow).toBeLessThanOrEqual(reading.lastRow);
          expect(reading.header.lastRow - reading.header.firstRow).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});

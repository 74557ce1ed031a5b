import { describe, expect, test } from "vitest";
import { proposeInputs } from "../../../shared/scheme/propose-inputs.ts";
import type { Block } from "../../../shared/submission/document.ts";
import { schemeOf } from "../../support/dossier.ts";
import { sliceCodePoints } from "../../support/slice-code-points.ts";

const scheme = schemeOf("shijiazhuang-2018");
const sha256 = "a".repeat(64);

function measureOf(id: string) {
  const measure = scheme.points.find((point) => point.id === id)?.measure;
  if (!measure) throw new Error(id);
  return measure;
}
const fileOf = (...blocks: Block[]) => [{ file: "方案.docx", sha256, document: { blocks } }];
const paragraph = (text: string): Block => ({ kind: "paragraph", id: "b1", text });
const proposed = (point: string, ...blocks: Block[]) =>
  proposeInputs(measureOf(point), fileOf(...blocks), scheme.year).map(({ input, value, year, doubts }) =>
    [input, value, year ?? "", doubts.join("+")].join(" ").trim(),
  );

function table(rows: readonly (readonly string[])[]): Block {
  const cells = rows.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === "" ? [] : [{ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
    ),
  );
  return { kind: "table", id: "b2", hidden: false, rows: rows.length, columns: rows[0]?.length ?? 0, cells };
}

describe("numbers proposed for an evaluation point", () => {
  test("one's own intensity and the two averages are told apart by their words, each at its place", () => {
    const text = "2017年全区研发投入强度达到2.8%，高于全市平均水平2.1%和全省平均水平1.3%。";
    expect(proposed("region-5-1", paragraph(text))).toEqual(["own 2.8 2017", "province 1.3", "city 2.1"]);
    const [own] = proposeInputs(measureOf("region-5-1"), fileOf(paragraph(text)), scheme.year);
    expect(own).toMatchObject({ unit: "%", written: "2.8%", evidence: { file: "方案.docx", block: "b1" } });
    expect(sliceCodePoints(text, own?.evidence.start ?? 0, own?.evidence.end ?? 0)).toBe("2.8%");
  });

  test("this year and the year before come from the years that are given, in a table as in a sentence", () => {
    const text = "规模以上高新技术产业增加值占工业的比重2015年为15.6%、2016年为17.0%、2017年为18.2%。";
    expect(proposed("region-5-2", paragraph(text))).toEqual(["before 17 2016", "after 18.2 2017"]);
    const rows = [
      ["指标", "2016年", "2017年"],
      ["规模以上高新技术产业增加值占工业比重（%）", "17.0", "18.2"],
    ];
    expect(proposed("region-5-2", table(rows))).toEqual(["before 17 2016", "after 18.2 2017"]);
    expect(proposed("region-5-2", paragraph("高新技术产业增加值占工业的比重达到18.2%。"))).toEqual([
      "before 18.2  year-missing",
      "after 18.2  year-missing",
    ]);
  });

  test("counts of projects, part and whole; a share that is claimed is no count", () => {
    const text = "全区重点建设项目40个，其中高新技术及战略性新兴产业项目26个，占比65%。";
    expect(proposed("region-5-3", paragraph(text))).toEqual(["part 26", "whole 40"]);
  });

  test("an aim, an estimate, and several numbers are said; other units and other things are left out", () => {
    expect(proposed("region-5-1", paragraph("力争到2020年研发投入强度达到3.5%。"))).toEqual([
      "own 3.5 2020 target",
    ]);
    expect(proposed("region-5-1", paragraph("研发投入强度约2.5%。"))).toEqual(["own 2.5  approximate"]);
    expect(proposed("region-5-1", paragraph("研发投入强度2.5%。研发投入强度2.6%。"))).toEqual([
      "own 2.5  several",
      "own 2.6  several",
    ]);
    expect(proposed("region-5-1", paragraph("研发投入强度提高0.3个百分点，研发投入3亿元。"))).toEqual([]);
    expect(proposed("region-5-1", paragraph("绿化覆盖率41%。"))).toEqual([]);
  });

  test("platforms of state or province level are counted candidates, others are not", () => {
    const text = "现有国家级重点实验室2个、省级工程技术研究中心3个，市级创新平台9个。";
    expect(proposed("university-5-1", paragraph(text))).toEqual(["count 2  several", "count 3  several"]);
  });

  test("a point of an own scheme without words looks for the input's name", () => {
    const measure = {
      kind: "count",
      op: ">=",
      value: "10",
      count: { id: "n", name: "持证导师人数", unit: "人" },
    } as const;
    const found = proposeInputs(measure, fileOf(paragraph("现有持证导师人数为12人，学生3000人。")), 2022);
    expect(found.map(({ value }) => value)).toEqual(["12"]);
  });
});

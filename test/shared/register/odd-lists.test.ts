import { describe, expect, test } from "vitest";
import { proposeBases } from "../../../shared/register/propose-bases.ts";
import type { Document } from "../../../shared/submission/document.ts";

const read = (document: Document) => proposeBases({ file: "名单", sha256: "a".repeat(64), document }, [], []);
const linesOf = (...lines: readonly string[]) =>
  read({ blocks: lines.map((text, index) => ({ kind: "paragraph", id: `b${index + 1}`, text })) });
const tableOf = (...rows: readonly (readonly string[])[]) =>
  read({
    blocks: [
      {
        kind: "table",
        id: "b1",
        sheet: "Sheet1",
        hidden: false,
        rows: rows.length,
        columns: 6,
        cells: rows.flatMap((line, row) =>
          line.flatMap((text, column) =>
            text === "" ? [] : [{ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
          ),
        ),
      },
    ],
  });

describe("a published list of another layout", () => {
  test("headings without a number of names, numbered names, and who signs below", () => {
    const { rows, mismatches } = linesOf(
      "附件",
      "第二批省级双创示范基地名单",
      "一、区域示范基地",
      "1.长沙示例高新区",
      "2.株洲示例园区",
      "二、企业示范基地",
      "3.湘潭示例公司",
      "湖南省发展和改革委员会",
      "2022年1月5日",
    );
    expect(rows.map(({ name, subject }) => [name, subject])).toEqual([
      ["长沙示例高新区", "region"],
      ["株洲示例园区", "region"],
      ["湘潭示例公司", "enterprise"],
    ]);
    expect(mismatches).toEqual([]);
  });

  test("headings in brackets below others, counted in 家, with names in one line", () => {
    const { rows, mismatches } = linesOf(
      "省级双创示范基地名单（5家）",
      "一、区域（4家）",
      "（一）创业就业方向（2家）",
      "长沙示例新城、株洲示例新城",
      "（二）融通创新方向（2家）",
      "（1）湘潭示例新城；",
      "（2）衡阳示例新城。",
      "二、企业（2家）",
      "岳阳示例公司",
    );
    expect(rows.map(({ name, direction, subject }) => [name, direction, subject])).toEqual([
      ["长沙示例新城", "employment", "region"],
      ["株洲示例新城", "employment", "region"],
      ["湘潭示例新城", "integration", "region"],
      ["衡阳示例新城", "integration", "region"],
      ["岳阳示例公司", null, "enterprise"],
    ]);
    expect(mismatches).toEqual([{ heading: "二、企业（2家）", stated: 2, found: 1 }]);
  });

  test("names numbered 一、二、 are names", () => {
    const { rows } = linesOf("名单（3个）", "一、甲市高新区", "二、乙市经开区", "三、丙市大学");
    expect(rows.map(({ name }) => name)).toEqual(["甲市高新区", "乙市经开区", "丙市大学"]);
  });

  test("no headings and no number in the title: the numbered lines", () => {
    const { rows } = linesOf("拟认定名单公示", "1、甲市高新区", "2、乙市经开区", "联系人：某处");
    expect(rows.map(({ name }) => name)).toEqual(["甲市高新区", "乙市经开区"]);
  });

  test("a document that is no list gives no sentences as names", () => {
    const { rows } = linesOf(
      "一、总体要求",
      "贯彻落实党中央、国务院决策部署，深入实施创新驱动发展战略。",
      "二、申报条件",
      "1.具备独立法人资格，运行三年以上。",
    );
    expect(rows).toEqual([]);
  });

  test("two lists side by side on one sheet are both read, each with its own columns", () => {
    const { rows } = tableOf(
      ["双创示范基地名单"],
      ["序号", "单位名称", "类型", "序号", "单位名称", "类型"],
      ["1", "南宁示例新城", "区域", "4", "桂林示例集团", "企业"],
      ["2", "柳州示例大学", "高校", "5", "梧州示例新城", "区域"],
      ["3", "北海示例新城", "区域", "", "", ""],
    );
    expect(rows.map(({ name, subject }) => [name, subject])).toEqual([
      ["南宁示例新城", "region"],
      ["柳州示例大学", "university"],
      ["北海示例新城", "region"],
      ["桂林示例集团", "enterprise"],
      ["梧州示例新城", "region"],
    ]);
  });
});

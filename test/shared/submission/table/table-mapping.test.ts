import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableBlock } from "../../../../shared/submission/document.ts";
import { extractFile } from "../../../../shared/submission/extract-file.ts";
import { gridOf } from "../../../../shared/submission/table/grid.ts";
import { readTables } from "../../../../shared/submission/table/read-tables.ts";
import {
  type ColumnMapping,
  headerShape,
  holdsShape,
  type MappableTable,
  type MappedRole,
  mappingProblem,
  type TableMapping,
} from "../../../../shared/submission/table/table-mapping.ts";
import { factLine, guangxiScheme, sha256, table } from "../support.ts";

const column = (index: number, role: MappedRole, part: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column: index,
  role,
  year: null,
  unit: null,
  ...part,
});

function mapped(
  block: TableBlock,
  kind: MappableTable,
  rows: readonly [number, number],
  columns: ColumnMapping[],
  unit: string | null = null,
): TableMapping {
  const shape = headerShape(gridOf(block), rows[0], rows[1]);
  if (shape === null) throw new Error("no header");
  return { table: kind, shape, headerRows: rows[1] - rows[0] + 1, labels: [], columns, unit };
}

const extractWith = (block: TableBlock, mappings: readonly TableMapping[]) =>
  extractFile({ document: { blocks: [block] }, file: "表.xlsx", sha256, scheme: guangxiScheme, mappings });

/** Nothing in this header is a word the reader knows. */
const strange = (id: string, data: readonly (readonly string[])[]): TableBlock =>
  table(
    id,
    [
      ["附表", "", "", "", ""],
      ["填报单位：某市发展改革委", "", "", "", ""],
      ["甲", "事  项", "牵头方（全称）", "盘子", "何时"],
      ["", "", "", "亿", "起—止"],
      ...data,
    ],
    "Sheet1",
  );
const rows = [
  ["1", "众创空间扩建", "某大学", "1.2", "2021-2023"],
  ["2", "双创服务大厦", "某高新区", "3.45", "2021-2022"],
  ["合计", "", "", "4.65", ""],
];
const strangeColumns = [
  column(1, "sequence"),
  column(2, "name"),
  column(3, "organization"),
  column(4, "totalInvestment", { unit: "亿元" }),
  column(5, "period"),
];

describe("a table whose header the reader does not know", () => {
  const block = strange("b1", rows);
  const mapping = mapped(block, "project-table", [3, 4], strangeColumns);

  it("gives nothing without a mapping and everything with one", () => {
    expect(extractWith(block, []).extraction.projects).toEqual([]);
    const { extraction, messages } = extractWith(block, [mapping]);
    expect(extraction.kind).toBe("project-table");
    expect(messages).toEqual([]);
    expect(
      extraction.projects.map(({ name, organization, totalInvestment, period, evidence }) => [
        name,
        organization,
        totalInvestment,
        period,
        evidence.cell,
      ]),
    ).toEqual([
      ["众创空间扩建", "某大学", "12000", "2021-2023", "B5"],
      ["双创服务大厦", "某高新区", "34500", "2021-2022", "B6"],
    ]);
    expect(extraction.statedTotal).toMatchObject({ value: "46500", evidence: { cell: "D7" } });
  });

  it("is read the same in another file with other rows, blanks, brackets and place on the sheet", () => {
    const other = table(
      "b7",
      [
        [null, "甲", "事项", "牵头方【全称】", "盘 子", "何时"],
        [null, "", "", "", "亿", "起—止"],
        [null, "1", "创新飞地", "某区", "2", "2022"],
      ],
      "数据",
    );
    expect(extractWith(other, [mapping]).extraction.projects).toMatchObject([
      {
        name: "创新飞地",
        organization: "某区",
        totalInvestment: "20000",
        evidence: { cell: "C3", block: "b7" },
      },
    ]);
  });

  it("stays unread when one label of the header differs: that is another shape", () => {
    const other = table("b1", [
      ["甲", "事项", "牵头方（全称）", "盘子", "哪年"],
      ["", "", "", "亿", "起—止"],
      ["1", "创新飞地", "某区", "2", "2022"],
    ]);
    expect(holdsShape({ blocks: [other] }, [mapping])).toBe(false);
    expect(extractWith(other, [mapping]).extraction.projects).toEqual([]);
  });

  it("never assumes a unit: without one in table or mapping the money is not read and a note says so", () => {
    const silent = mapped(
      block,
      "project-table",
      [3, 4],
      strangeColumns.map((known) => ({ ...known, unit: null })),
    );
    const { extraction, messages } = extractWith(block, [silent]);
    expect(extraction.projects.map((project) => project.totalInvestment)).toEqual([null, null]);
    expect(messages.map((message) => message.code)).toContain("unit-missing");
    const whole = extractWith(block, [{ ...silent, unit: "万元" }]);
    expect(whole.extraction.projects.map((project) => project.totalInvestment)).toEqual(["1.2", "3.45"]);
  });
});

describe("a header read wrongly", () => {
  const block = table("b1", [
    ["市州", "单位", "类型", "方向"],
    ["株洲市", "某大学", "高校", "创业就业"],
    ["序号", "单位", "名称", "总投资（万元）"],
    ["1", "某大学", "众创空间", "100"],
  ]);
  const wrong = table("b1", [
    ["项目名称", "建设单位", "总投资（万元）", "备注"],
    ["创业孵化", "某大学", "100", "二期"],
  ]);

  it("is overruled: what a person named counts, not the words", () => {
    const mapping = mapped(
      wrong,
      "project-table",
      [1, 1],
      [column(1, "remark"), column(2, "organization"), column(3, "totalInvestment"), column(4, "name")],
    );
    expect(extractWith(wrong, [mapping]).extraction.projects).toMatchObject([
      { name: "二期", remark: "创业孵化", totalInvestment: "100", evidence: { cell: "r2c4" } },
    ]);
  });

  it("leaves a table above it alone, and ends that table's rows", () => {
    const mapping = mapped(block, "project-table", [3, 3], [column(3, "name"), column(4, "totalInvestment")]);
    const [above, below] = readTables(block, [], [mapping]);
    expect([above?.mapped, above?.lastRow, below?.mapped?.table]).toEqual([undefined, 2, "project-table"]);
    expect(extractWith(block, [mapping]).extraction.applications).toHaveLength(1);
  });

  it("skips the header where it is printed again on the next page", () => {
    const paged = strange("b1", [
      ...rows.slice(0, 1),
      ...[
        ["甲", "事项", "牵头方（全称）", "盘子", "何时"],
        ["", "", "", "亿", "起—止"],
      ],
      ...rows.slice(1, 2),
    ]);
    const mapping = mapped(paged, "project-table", [3, 4], strangeColumns);
    expect(extractWith(paged, [mapping]).extraction.projects.map((project) => project.name)).toEqual([
      "众创空间扩建",
      "双创服务大厦",
    ]);
  });
});

describe("the other tables", () => {
  it("names who applies in a list whose words are strange", () => {
    const block = table("b1", [
      ["归口", "牌子", "属性", "赛道", "对接人", "座机"],
      ["柳州市", "示例大学", "高校", "创业就业", "李四", "0772-1"],
    ]);
    const mapping = mapped(
      block,
      "application-table",
      [1, 1],
      [
        column(1, "city"),
        column(2, "name"),
        column(3, "subject"),
        column(4, "direction"),
        column(5, "contact"),
        column(6, "phone"),
      ],
    );
    expect(extractWith(block, []).extraction.applications).toEqual([]);
    expect(extractWith(block, [mapping]).extraction.applications).toMatchObject([
      {
        city: "柳州市",
        name: "示例大学",
        subject: "university",
        direction: "employment",
        contact: "李四 0772-1",
      },
    ]);
  });

  it("gives indicator values their year, role and unit", () => {
    const block = table("b1", [
      ["啥", "前年", "去年", "将来", "门槛"],
      ["近三年支持创新创业年平均投入", "8000", "9000", "12000", "≥10000"],
    ]);
    const mapping = mapped(
      block,
      "indicator-table",
      [1, 1],
      [
        column(1, "indicator"),
        column(2, "value", { year: 2018, unit: "万元" }),
        column(3, "value", { year: 2019, unit: "万元" }),
        column(4, "target", { unit: "万元" }),
        column(5, "requirement", { unit: "万元" }),
      ],
    );
    expect(extractWith(block, [mapping]).extraction.facts.map(factLine)).toEqual([
      "employment-funding 8000万元 2018 @b1 r2c2 0-4",
      "employment-funding 9000万元 2019 @b1 r2c3 0-4",
      "employment-funding 12000万元 target @b1 r2c4 0-5",
      "employment-funding 10000万元 at-least requirement @b1 r2c5 0-6",
    ]);
  });
});

describe("a mapping that cannot be used", () => {
  it.each([
    ["role-of-other-table", "project-table", [column(1, "name"), column(2, "city")]],
    ["role-twice", "project-table", [column(1, "name"), column(2, "name")]],
    ["column-twice", "project-table", [column(1, "name"), column(1, "remark")]],
    ["name-missing", "application-table", [column(1, "city")]],
    ["name-missing", "indicator-table", [column(1, "value")]],
    ["value-missing", "indicator-table", [column(1, "indicator"), column(2, "unit")]],
  ] as const)("says %s", (problem, kind, columns) => {
    expect(mappingProblem({ table: kind, columns: [...columns] })).toBe(problem);
  });

  it("may have several sources of money and several values", () => {
    const money = [column(1, "name"), column(2, "funding"), column(3, "funding")];
    const values = [column(1, "indicator"), column(2, "value"), column(3, "value")];
    expect(mappingProblem({ table: "project-table", columns: money })).toBeNull();
    expect(mappingProblem({ table: "indicator-table", columns: values })).toBeNull();
  });
});

it("a mapping of another shape changes nothing", () => {
  const mapping = mapped(strange("b1", rows), "project-table", [3, 4], strangeColumns);
  const text = fc.constantFrom("序号", "项目名称", "总投资（万元）", "建设单位", "某项目", "12", "", "合计");
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      (lines) => {
        const block = table("b1", lines);
        expect(extractWith(block, [mapping])).toEqual(extractWith(block, []));
      },
    ),
    { numRuns: 200 },
  );
});

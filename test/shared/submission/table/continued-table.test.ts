import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableBlock } from "../../../../shared/submission/document.ts";
import type { Project } from "../../../../shared/submission/fact.ts";
import { document, extract, type Place, table } from "../support.ts";

const header: readonly Place[] = ["序号", "项目名称", "建设单位", "建设内容", "总投资（亿元）"];
const record = (number: number, name: string, investment: string): Place[] => [
  String(number),
  name,
  "某公司",
  "新建",
  investment,
];
const first = [header, record(1, "甲项目", "1.5"), record(2, "乙项目", "2")];
const second = [record(3, "丙项目", "0.3"), record(4, "丁项目", "0.2"), ["", "合计", "", "", "4"]];

const read = (...parts: readonly (string | ((id: string) => TableBlock))[]) =>
  extract(document(...parts), "附件3.docx").extraction;
const part = (rows: readonly (readonly Place[])[], sheet?: string) => (id: string) => table(id, rows, sheet);
const linesOf = (projects: readonly Project[]): string[] =>
  projects.map(({ name, totalInvestment, evidence }) => `${name} ${totalInvestment} @${evidence.block}`);
const whole = ["甲项目 15000 @b1", "乙项目 20000 @b1"];

describe("a table that goes on in a block without a header", () => {
  it("is read with the header above, its 合计 is that of the whole, and the place says so", () => {
    const { extraction, messages } = extract(document(part(first), part(second)), "附件3.docx");
    expect(linesOf(extraction.projects)).toEqual([...whole, "丙项目 3000 @b2", "丁项目 2000 @b2"]);
    expect(extraction.statedTotal).toMatchObject({ value: "40000", evidence: { block: "b2", cell: "r3c5" } });
    expect(messages.map(({ code, place }) => [code, place])).toEqual([["table-continued", "b2"]]);
  });

  it.each(["续表", "（续上表）", "附件3主要建设项目汇总表（续）", "— 2 —"])(
    "may have %s between its parts",
    (between) => {
      expect(read(part(first), between, part(second)).projects).toHaveLength(4);
    },
  );

  it("may go on over several blocks and sheets while its numbers do", () => {
    const third = [record(5, "戊项目", "1"), record(6, "己项目", "1")];
    const open = second.slice(0, 2);
    expect(read(part(first, "甲"), part(open, "乙"), part(third, "丙")).projects).toHaveLength(6);
    expect(read(part(first, "甲"), part(third, "丙")).projects).toHaveLength(2);
  });

  it("may begin a new group, or go on with the one above and its unit", () => {
    const grouped = [
      header.slice(0, 4).concat("总投资"),
      [["一、平台类（单位：亿元）", 1, 5] as const],
      record(1, "甲项目", "1.5"),
    ];
    const more = [
      record(2, "乙项目", "2"),
      [["二、服务类（单位：万元）", 1, 5] as const],
      record(1, "丙项目", "300"),
    ];
    expect(linesOf(read(part(grouped), part(more)).projects)).toEqual([
      "甲项目 15000 @b1",
      "乙项目 20000 @b2",
      "丙项目 300 @b2",
    ]);
  });

  it("without numbers is known by rows of the same make", () => {
    const bare = (rows: readonly (readonly Place[])[]) => rows.map((row) => row.slice(1));
    expect(read(part(bare(first)), part(bare(second))).projects).toHaveLength(4);
    const words = [
      ["甲", "乙", "丙", "丁"],
      ["戊", "己", "庚", "辛"],
    ];
    expect(read(part(bare(first)), part(words)).projects).toHaveLength(2);
  });

  it.each([
    ["text between", [part(first), "以下为其他情况。", part(second)]],
    ["a heading between", [part(first), "# 四、其他", part(second)]],
    ["other columns", [part(first), part(second.map((row) => row.slice(0, 4)))]],
    ["numbers that begin again", [part(first), part([record(1, "丙项目", "3")])]],
    ["a 合计 above", [part([...first, ["", "合计", "", "", "3.5"]]), part(second)]],
  ] as const)("is another table with %s", (_, parts) => {
    expect(linesOf(read(...parts).projects)).toEqual(whole);
  });

  it("reads the same wherever it was cut", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁戊己]{2,4}$/), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(), (list, at) => {
        const rows = list.map((name, index) => record(index + 1, `${name}项目`, String(index + 1)));
        const cut = 1 + (at % (rows.length - 1));
        const bare = (projects: readonly Project[]) => projects.map(({ evidence: _, ...project }) => project);
        const one = read(part([header, ...rows]));
        const two = read(part([header, ...rows.slice(0, cut)]), part(rows.slice(cut)));
        expect(bare(two.projects)).toEqual(bare(one.projects));
      }),
    );
  });
});

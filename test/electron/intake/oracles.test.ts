import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../shared/submission/document.ts";
import { blocksOf, codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { cell, docxWith, paragraph, table } from "../../support/office-fixture.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../fixtures/intake", name));
const inspectFixture = async (name: string) => inspectOne(name, await fixture(name));

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === "table" ? block.cells.map((own) => own.text).join("") : block.text))
    .join("");

/** Characters of `wanted`, spaces aside, that `found` has not or has too few of. */
function missing(wanted: string, found: string): string[] {
  const counts = new Map<string, number>();
  for (const char of found) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...wanted.replace(/\s/g, "")].filter((char) => {
    const left = counts.get(char) ?? 0;
    counts.set(char, left - 1);
    return left <= 0;
  });
}

const mammothText = async (buffer: Buffer): Promise<string> =>
  (await mammoth.extractRawText({ buffer })).value;

const plan = [
  "h1 示例市创新创业示范基地实施方案",
  "h1 一、工作基础",
  "p 近三年年平均就业人数1.2万人，\t其中高校毕业生3000人。",
  "p 链接文字",
  "p 修订：新",
  "h2 （一）平台建设",
  "table 3x3 r1c1+2x1=指标 r1c2+1x2=年度 r2c2=2019年 r2c3=2020年 r3c1=就业人数（人） r3c2=11,000 r3c3=１３０００",
  "p 表后文字，含生僻字𠮷。",
  "p 数据来自统计年鉴。",
];

describe("a Word document written by another program", () => {
  it.each(["library.docx", "libreoffice.docx", "libreoffice.odt"])("%s reads as it shows", async (name) => {
    const file = await inspectFixture(name);
    expect(outlineOf(file)).toEqual(plan);
    expect([file.status, codesOf(file)]).toEqual(["ok", ["tracked-changes"]]);
  });

  it.each(["library.docx", "libreoffice.docx"])("%s loses no character that mammoth finds", async (name) => {
    const blocks = blocksOf(await inspectFixture(name));
    expect(missing(await mammothText(await fixture(name)), textOf(blocks))).toEqual([]);
  });

  it("loses no character that mammoth finds, however paragraphs and tables nest", async () => {
    const words = fc.string({ unit: fc.constantFrom("甲", "乙", "a", "1", "，", "𠮷", " "), maxLength: 12 });
    const { block } = fc.letrec<{ block: string; paragraph: string; table: string }>((tie) => ({
      block: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("paragraph"), tie("table")),
      paragraph: words.map((text) => paragraph(text)),
      table: fc
        .array(fc.array(fc.array(tie("block"), { maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((rows) =>
          table(...rows.map((cells) => cells.map((blocks) => cell(`${blocks.join("")}<w:p/>`)))),
        ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), async (blocks) => {
        const bytes = docxWith(blocks.join(""));
        const file = await inspectOne("a.docx", bytes);
        expect(missing(await mammothText(bytes), textOf(blocksOf(file)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const summary = [
  "table 5x5 r1c1+1x5=主要建设项目汇总表 r2c1=序号 r2c2=项目名称 r2c3=总投资（万元） r2c4=开工日期 r2c5=占比 " +
    "r3c1=1 r3c2=甲项目 r3c3=1351.78 r3c4=2020-09-25 r3c5=12.34% " +
    "r4c1=2 r4c2=乙项目 r4c3=648.22 r4c4=2021-01-01 r4c5=32.411% r5c1=合计 r5c3=2,000",
  "table 1x2 r1c1=底数 r1c2=42",
];

describe("a workbook written by another program", () => {
  it.each(["library.xlsx", "libreoffice.xlsx", "excel97.xls", "libreoffice.ods"])(
    "%s reads as it shows, hidden parts marked",
    async (name) => {
      const file = await inspectFixture(name);
      expect(outlineOf(file)).toEqual(summary);
      expect(codesOf(file).toSorted()).toEqual(["hidden-rows", "hidden-sheet", "rounded-display"]);
      expect(blocksOf(file)).toMatchObject([
        { sheet: "附件3", hidden: false, hiddenRows: [4] },
        { sheet: "隐藏", hidden: true },
      ]);
    },
  );

  it.each(["extras.xlsx", "extras.xls", "extras.ods"])(
    "%s has its text box behind the table, and names what is beside the cells",
    async (name) => {
      const file = await inspectFixture(name);
      expect(outlineOf(file)).toEqual([
        "table 3x3 r1c1=项目名称 r1c2=总投资 r1c3=底数 r2c1=甲项目 r2c2=1351.78 r2c3=42 r3c1=乙项目 r3c2=#DIV/0! r3c3=43",
        "p 填报说明：以统计口径为准",
      ]);
      const said = new Map(file.messages.map(({ code, text }) => [code, text]));
      expect(said.get("hidden-columns")).toContain("（C）");
      expect(said.get("error-value")).toContain("B3");
      expect(said.get("comments-listed")).toContain("“B2：请核实”");
      expect(said.has("hidden-rows")).toBe(true);
      if (name !== "extras.ods") expect(said.get("header-footer")).toContain("“单位：万元”");
    },
  );

  it("of Excel 95 reads its GBK text", async () => {
    const file = await inspectFixture("excel95.xls");
    expect(outlineOf(file)).toEqual(["table 2x2 r1c1=项目名称 r1c2=总投资 r2c1=甲项目 r2c2=1351.78"]);
  });

  it.each(["library.xlsx", "libreoffice.xlsx"])("%s loses no cell that @e965/xlsx finds", async (name) => {
    const book = read(await fixture(name), { dense: true });
    const places = book.SheetNames.map((sheet) =>
      (book.Sheets[sheet]?.["!data"] ?? []).flatMap((row, r) =>
        (row ?? []).flatMap((own, c) => (own?.v === undefined || own.v === "" ? [] : [`r${r + 1}c${c + 1}`])),
      ),
    );
    const ours = blocksOf(await inspectFixture(name)).map((block) =>
      block.kind === "table" ? block.cells.map((own) => `r${own.row}c${own.column}`) : [],
    );
    expect(ours).toEqual(places);
  });
});

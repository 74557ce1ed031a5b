import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import WordExtractor from "word-extractor";
import { type DocFixture, docWith, rowEnd, sprm } from "../../support/doc-fixture.ts";
import { blocksOf, codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../fixtures/intake", name));
const read = (runs: DocFixture["runs"], more: Partial<DocFixture> = {}) =>
  inspectOne("方案.doc", docWith({ runs, ...more }));
const inTable = sprm(0x2416, 1);
const cellRun = (text: string) => ({ text: `${text}\u0007`, paragraph: inTable });
const rowRun = (edges: readonly number[], merges: readonly number[] = []) => ({
  text: "\u0007",
  paragraph: rowEnd(edges, merges),
});

describe("an old Word document written by LibreOffice", () => {
  it.each(["word97.doc", "方案.wps", "方案.docx"])("reads as it shows, as %s", async (name) => {
    const file = await inspectOne(name, await fixture("word97.doc"));
    expect(outlineOf(file)).toEqual([
      "h1 示例市创新创业示范基地实施方案",
      "h1 一、工作基础",
      "p 近三年年平均就业人数1.2万人，\t其中高校毕业生3000人。",
      "p 链接文字",
      "p 修订：新",
      "h2 （一）平台建设",
      "table 3x3 r1c1+2x1=指标 r1c2+1x2=年度 r2c2=2019年 r2c3=2020年 r3c1=就业人数（人） r3c2=11,000 r3c3=１３０００",
      "p 表后文字，含生僻字𠮷。",
      "p 数据来自统计年鉴。",
    ]);
    expect(codesOf(file)).toEqual([...(name.endsWith("x") ? ["extension-differs"] : []), "tracked-changes"]);
    expect(file.status).toBe("ok");
  });

  it("keeps automatic numbers, symbols, tables in tables and tables of many columns", async () => {
    const file = await inspectOne("report.doc", await fixture("report.doc"));
    const months = Array.from({ length: 12 }, (_, index) => `r1c${index + 2}=${index + 1}月`).join(" ");
    const counts = Array.from({ length: 12 }, (_, index) => `r2c${index + 2}=${index * 1000}`).join(" ");
    expect(outlineOf(file)).toEqual([
      "h1 一、工作基础",
      "h2 （一）平台建设",
      "p 已建成孵化平台21个。",
      "h2 （二）人才引进",
      "h1 二、主要特色",
      "p ☑区域类",
      "table 3x3 r1c1=1 r1c2=甲项目 r1c3+2x1=在建 r2c1=1 r2c2=乙项目 r3c1+1x2=合计 r3c3=其中\n表末",
      "table 2x2 r1c1=内甲 r1c2=内乙 r2c1=1 r2c2=2",
      "p 分月情况",
      `table 2x13 r1c1=指标 ${months} r2c1=就业人数 ${counts}`,
      "p 以上为全部内容。",
    ]);
    expect(file.messages).toEqual([
      { code: "header-footer", place: "", text: expect.stringContaining("示例市发展和改革委员会 报送") },
    ]);
  });

  it.each(["word97.doc", "report.doc"])("%s loses no character that word-extractor finds", async (name) => {
    const document = await new WordExtractor().extract(await fixture(name));
    const wanted = `${document.getBody()}${document.getFootnotes()}`.replace(/[\s\uf000-\uf0ff]/g, "");
    const blocks = blocksOf(await inspectOne(name, await fixture(name)));
    const found = blocks
      .map((block) => (block.kind === "table" ? block.cells.map((cell) => cell.text).join("") : block.text))
      .join("")
      .replace(/\s/g, "");
    const counts = new Map<string, number>();
    for (const char of found) counts.set(char, (counts.get(char) ?? 0) + 1);
    const missing = [...wanted].filter((char) => {
      counts.set(char, (counts.get(char) ?? 0) - 1);
      return (counts.get(char) ?? 0) < 0;
    });
    expect(missing).toEqual([]);
  });
});

describe("text of an old Word document", () => {
  it("in eight-bit pieces is Western, or GBK where a program put it there", async () => {
    const file = await read([
      { text: Buffer.from("R\x26D \x9325\x94\r", "latin1") },
      { text: Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0x31, 0xbb, 0xf9, 0xb4, 0xa1, 0x0d]) },
      { text: "末段\r" },
    ]);
    expect(outlineOf(file)).toEqual(["p R&D “25”", "p 工作1基础", "p 末段"]);
  });

  it("gives fields as they show and drops their instructions", async () => {
    const file = await read([
      {
        text: "共\u0013 =SUM(A1) \u001412\u0015家，\u0013 HYPERLINK \u0013 REF a \u0014b\u0015 \u0014链接\u0015\u0013 PAGE \u0015。\r",
      },
    ]);
    expect(outlineOf(file)).toEqual(["p 共12家，链接。"]);
    expect(file.messages).toEqual([]);
  });

  it("leaves out what was deleted with changes tracked, also a paragraph mark and a row", async () => {
    const deleted = sprm(0x0800, 1);
    const file = await read([
      { text: "前" },
      { text: "删", character: deleted },
      { text: "\r", character: deleted },
      { text: "增", character: sprm(0x0801, 1) },
      { text: "\r" },
      cellRun("留"),
      rowRun([0, 2000]),
      { ...cellRun("去"), character: deleted },
      { ...rowRun([0, 2000]), character: deleted },
      { text: "后\r" },
    ]);
    expect(outlineOf(file)).toEqual(["p 前增", "table 1x1 r1c1=留", "p 后"]);
    expect(codesOf(file)).toEqual(["tracked-changes"]);
  });

  it("takes symbols from their fonts, breaks, tabs and hyphens as they show, pictures as blocks", async () => {
    const file = await read([
      { text: "甲\u000b乙\t丙\u001e丁\u001f戊" },
      { text: "\u0001", character: sprm(0x0855, 1) },
      { text: "(", character: Buffer.concat([sprm(0x0855, 1), sprm(0x6a09, 0, 0, 0x41, 0x00)]) },
      { text: "\r" },
    ]);
    expect(outlineOf(file)).toEqual(["p 甲\n乙\t丙-丁戊A", "image image1"]);
  });

  it("reads hidden text and says so", async () => {
    const file = await read([{ text: "明" }, { text: "暗", character: sprm(0x083c, 1) }, { text: "\r" }]);
    expect(outlineOf(file)).toEqual(["p 明暗"]);
    expect(file.messages).toMatchObject([{ code: "hidden-text", text: expect.stringContaining("“暗”") }]);
  });

  it("follows body, text boxes, footnotes and endnotes, and says what stands beside them", async () => {
    const file = await read(
      [{ text: "正文\r" }, { text: "脚注\r" }, { text: "批注\r" }, { text: "尾注\r" }, { text: "文本框\r" }],
      { lengths: [3, 0, 0, 3, 3, 4], streams: { "Macros/VBA/dir": Buffer.from("x") } },
    );
    expect(outlineOf(file)).toEqual(["p 正文", "p 文本框", "p 脚注", "p 尾注"]);
    expect(codesOf(file)).toEqual(["comments-listed", "macros-ignored"]);
    expect(file.messages[0]?.text).toContain("“批注”");
  });

  it("says what is missing when the file is cut or a field never ends", async () => {
    const cut = await read([{ text: "正文\r" }, { text: "\u0013 一直没有结束\r" }]);
    expect([cut.status, outlineOf(cut), codesOf(cut)]).toEqual(["partial", ["p 正文"], ["text-damaged"]]);
  });
});

describe("tables of an old Word document", () => {
  it("lie on the grid their borders make, with merged cells once", async () => {
    const file = await read([
      cellRun("指标"),
      cellRun("年度"),
      rowRun([0, 2000, 6000], [0x60, 0]),
      cellRun(""),
      cellRun("2019"),
      cellRun("2020"),
      rowRun([10, 2030, 4000, 5990], [0x20, 0, 0]),
      cellRun("左"),
      cellRun("右"),
      cellRun("末"),
      rowRun([0, 2000, 4000, 6000], [1, 2, 0]),
    ]);
    expect(outlineOf(file)).toEqual([
      "table 3x3 r1c1+2x1=指标 r1c2+1x2=年度 r2c2=2019 r2c3=2020 r3c1+1x2=左\n右 r3c3=末",
    ]);
  });

  it("take quick-saved changes of a piece into account", async () => {
    const file = await read([
      { text: "甲\u0007", modifier: (0x18 << 1) | (1 << 8) },
      { text: "乙\u0007", paragraph: inTable },
      { text: "\u0007", paragraph: inTable, modifier: (0x19 << 1) | (1 << 8) },
      { text: "后\r" },
    ]);
    expect(outlineOf(file)).toEqual(["table 1x2 r1c1=甲 r1c2=乙", "p 后"]);
  });

  it("end where the text goes on without them, in the middle of a row too", async () => {
    const file = await read([cellRun("甲"), { text: "正文\r" }]);
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=甲", "p 正文"]);
  });
});

describe("an old Word document that cannot be read", () => {
  it.each([
    ["encrypted", { flags: 0x100 }, {}],
    ["unsupported", { version: 101 }, { message: expect.stringContaining("Word 95") }],
  ])("is refused as %s", async (code, more, error) => {
    expect((await read([{ text: "正文\r" }], more)).error).toMatchObject({ code, ...error });
  });

  it("is broken when its table stream or its pieces are missing", async () => {
    const whole = docWith({ runs: [{ text: "正文\r" }] });
    const renamed = Buffer.from(
      whole.toString("latin1").replaceAll("1\0T\0a\0b\0l\0e\0", "2\0T\0a\0b\0l\0e\0"),
      "latin1",
    );
    expect((await inspectOne("a.doc", renamed)).error?.code).toBe("broken");
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { pdfWith, shown } from "../../support/pdf-fixture.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../fixtures/intake", name));

/** 一、工作基础 · 已建成平台 · 二十一个 · 甲项目 · 总投资, in GBK. */
const heading = "d2bba1a2b9a4d7f7bbf9b4a1";
const built = "d2d1bda8b3c9c6bdcca8";
const count = "b6fecaaed2bbb8f6";
const project = "bcd7cfeec4bf";
const total = "d7dccdb6d7ca";

describe("a PDF written by LibreOffice", () => {
  it("gives headings and paragraphs, and says that tables are only lines", async () => {
    const file = await inspectOne("方案.pdf", await fixture("libreoffice.pdf"));
    expect(outlineOf(file)).toEqual([
      "p 示例市创新创业示范基地实施方案",
      "h1 一、工作基础",
      "p 近三年年平均就业人数1.2万人1，\t其中高校毕业生3000人。",
      "p 链接文字",
      "p 修订：旧新",
      "h2 （一）平台建设",
      "p 指标\t年度",
      "p 2019年\t2020年",
      "p 就业人数（人）\t11,000\t１３０００",
      "p 表后文字，含生僻字𠮷。",
      "p 1数据来自统计年鉴。",
    ]);
    expect([file.status, codesOf(file)]).toEqual(["partial", ["pdf-tables"]]);
  });

  it("with a password is encrypted", async () => {
    expect((await inspectOne("a.pdf", await fixture("encrypted.pdf"))).error?.code).toBe("encrypted");
  });
});

describe("text of a PDF", () => {
  it("is read from fonts that are not in the file, joined to paragraphs across lines and pages", async () => {
    const full = built.repeat(6) + count;
    const file = await inspectOne(
      "a.pdf",
      pdfWith([
        {
          content:
            shown(heading, 92, 780) +
            shown(full.slice(0, 120), 92, 750) +
            shown(full.slice(0, 128), 60, 722) +
            shown("d2bb", 60, 694) +
            shown("31", 290, 40),
        },
        { content: shown(built, 92, 780) + shown("32", 290, 40) },
      ]),
    );
    expect(file.status).toBe("ok");
    expect(outlineOf(file)).toEqual([
      "h1 一、工作基础",
      expect.stringMatching(/^p 已建成平台.{50,}一$/),
      "p 已建成平台",
    ]);
  });

  it("goes on over headers and footers, which are named once; a line that stands twice is text", async () => {
    const one = "d2bb";
    const texts = [built.repeat(6) + count, count.repeat(8) + one.repeat(2), project.repeat(11) + one];
    const pageOf = (number: number): { content: string } => ({
      content:
        shown(total, 60, 800) +
        shown(texts[number - 1] ?? "", 60, 750) +
        shown(project, 60, 60) +
        shown(`3${number}`, 290, 40),
    });
    const three = await inspectOne("a.pdf", pdfWith([1, 2, 3].map(pageOf)));
    expect(outlineOf(three)).toEqual([
      `p ${"已建成平台".repeat(6)}二十一个${"二十一个".repeat(8)}一一${"甲项目".repeat(11)}一`,
    ]);
    expect(three.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["header-footer", "总投资；甲项目"],
    ]);
    const two = await inspectOne("a.pdf", pdfWith([1, 2].map(pageOf)));
    expect(outlineOf(two).filter((text) => text.includes("总投资"))).toHaveLength(2);
    expect(codesOf(two)).toEqual([]);
  });

  it("puts a sign that was drawn last where it stands", async () => {
    const file = await inspectOne(
      "a.pdf",
      pdfWith([{ content: shown(project, 60, 750) + shown("d2bb", 126, 750) + shown("a1c3", 111, 750) }]),
    );
    expect(outlineOf(file)).toEqual(["p 甲项目∶一"]);
    const gap = await inspectOne(
      "a.pdf",
      pdfWith([{ content: shown("342031", 60, 750) + shown("a1c3", 77, 750) + shown(project, 108, 750) }]),
    );
    expect(outlineOf(gap)).toEqual(["p 4∶1甲项目"]);
  });

  it("keeps the cells of a line apart", async () => {
    const row = (y: number) => shown(project, 60, y) + shown(total, 300, y);
    const file = await inspectOne("a.pdf", pdfWith([{ content: row(700) + row(670) }]));
    expect([outlineOf(file), codesOf(file)]).toEqual([
      ["p 甲项目\t总投资", "p 甲项目\t总投资"],
      ["pdf-tables"],
    ]);
  });
});

describe("a PDF without text", () => {
  it("is a scan when it shows pictures, named page by page", async () => {
    const scan = { content: "", picture: true };
    const text = { content: shown(heading, 60, 700) };
    const all = await inspectOne("a.pdf", pdfWith([scan, scan]));
    const some = await inspectOne("b.pdf", pdfWith([text, scan]));
    expect([all.status, codesOf(all)]).toEqual(["partial", ["scanned", "no-text"]]);
    expect(all.messages[0]?.text).toMatch(/^扫描件/);
    expect([some.status, codesOf(some)]).toEqual(["partial", ["scanned-pages"]]);
    expect(some.messages[0]?.text).toContain("第 2 页");
  });

  it("is only empty when it shows nothing", async () => {
    const file = await inspectOne("a.pdf", pdfWith([{ content: "" }]));
    expect([file.status, codesOf(file)]).toEqual(["ok", ["no-text"]]);
  });
});

describe("a PDF that is too much or damaged", () => {
  it("is cut after the pages allowed", async () => {
    const page = { content: shown(heading, 60, 700) };
    const file = await inspectOne("a.pdf", pdfWith([page, page, page]), { pages: 2 });
    expect([file.status, codesOf(file), outlineOf(file).length]).toEqual(["partial", ["pages-cut"], 2]);
  });

  it("is broken when nothing of it can be found", async () => {
    expect((await inspectOne("a.pdf", "%PDF-1.4\n")).error?.code).toBe("broken");
  });

  it("does not run for ever when its pages contain themselves", async () => {
    const ring = pdfWith([{ content: "" }])
      .toString("latin1")
      .replace("/Kids[7 0 R]", "/Kids[2 0 R]");
    const file = await inspectOne("a.pdf", Buffer.from(ring, "latin1"));
    expect([file.status, file.error?.code]).toEqual(["refused", "broken"]);
  });
});

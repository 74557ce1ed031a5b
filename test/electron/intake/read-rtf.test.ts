import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../fixtures/intake", name));

const FONTS = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset2 Wingdings;}}";
const read = (body: string | Buffer, head = "\\ansicpg936") =>
  inspectOne(
    "方案.rtf",
    Buffer.concat([Buffer.from(`{\\rtf1\\ansi${head}\\deff0${FONTS}`), Buffer.from(body), Buffer.from("}")]),
  );

describe("an RTF document written by LibreOffice", () => {
  it.each(["方案.rtf", "方案.doc"])("reads as it shows, as %s", async (name) => {
    const file = await inspectOne(name, await fixture("libreoffice.rtf"));
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
    expect(codesOf(file)).toEqual([
      ...(name.endsWith("doc") ? ["extension-differs"] : []),
      "tracked-changes",
    ]);
  });

  it("keeps automatic numbers, symbols, tables in tables and tables of many columns", async () => {
    const file = await inspectOne("report.rtf", await fixture("report.rtf"));
    const months = Array.from({ length: 12 }, (_, index) => `r1c${index + 2}=${index + 1}月`).join(" ");
    const counts = Array.from({ length: 12 }, (_, index) => `r2c${index + 2}=${index * 1000}`).join(" ");
    expect(outlineOf(file)).toEqual([
      "h1 一、工作基础",
      "h2 （一）平台建设",
      "p 已建成孵化平台21个。",
      "h2 （二）人才引进",
      "h1 二、主要特色",
      "p ☑区域类",
      "table 3x3 r1c1=1 r1c2=甲项目 r1c3+2x1=在建 r2c1=2 r2c2=乙项目 r3c1+1x2=合计 r3c3=其中\n表末",
      "table 2x2 r1c1=内甲 r1c2=内乙 r2c1=1 r2c2=2",
      "p 分月情况",
      `table 2x13 r1c1=指标 ${months} r2c1=就业人数 ${counts}`,
      "p 以上为全部内容。",
    ]);
    expect(codesOf(file)).toEqual(["header-footer"]);
  });
});

describe("text of an RTF document", () => {
  it("is GBK in escaped and bare bytes, also where the second half of a character is a letter", async () => {
    const bare = Buffer.concat([Buffer.from("\\f1 "), Buffer.from("b7bdb0b8", "hex"), Buffer.from("\\par ")]);
    const file = await read(
      Buffer.concat([Buffer.from("\\f1 \\'b9\\'a4\\'d7\\'f7\\par \\'81A\\'90\\\\\\par "), bare]),
    );
    expect(outlineOf(file)).toEqual([
      "p 工作",
      `p ${new TextDecoder("gb18030").decode(Buffer.from("8141905c", "hex"))}`,
      "p 方案",
    ]);
  });

  it("under a Western font is GBK only when it can be nothing else", async () => {
    const file = await read("\\f0 \\'b9\\'a4\\'d7\\'f7\\par \\'93R&D\\'94\\par ");
    expect(outlineOf(file)).toEqual(["p 工作", "p “R&D”"]);
  });

  it("takes Unicode characters once, whatever repeats them for old readers", async () => {
    const file = await read(
      "\\u24037\\'b9\\'a4\\u20316?{\\uc2\\u22522\\'bb\\'f9}{\\uc0\\u30784}\\u-10187?\\u-8263?\\par ",
      "\\uc2",
    );
    expect(outlineOf(file)).toEqual(["p 工作基础\ud835\udfb9"]);
  });

  it("keeps tabs, breaks, quotes and symbols, drops instructions, hidden data and binary bytes", async () => {
    const file = await read(
      "甲\\tab\\ldblquote b\\rdblquote\\line c\\_d\\~e{\\f2 \\'fe}" +
        '{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link}}{\\*\\unheard of}{\\info{\\title t}}' +
        "{\\*\\objdata 0105}\\bin5 \\{\\}}}{\\pict\\pngblip 8950}\\par ",
    );
    expect(outlineOf(file)[0]).toMatch(/^p .*\t“b”\nc-d\u00a0e☑link$/s);
    expect(outlineOf(file)[1]).toBe("image image1");
  });

  it("keeps the level of a paragraph whose number has properties of its own", async () => {
    const file = await read(
      "\\pard\\outlinelevel1 {\\listtext\\pard\\plain 1.\\tab}head\\par\\pard text\\par ",
    );
    expect(outlineOf(file)).toEqual(["h2 1. head", "p text"]);
  });

  it("reads words drawn as a picture", async () => {
    const file = await read(
      "a{\\shp{\\*\\shpinst{\\sp{\\sn wzName}{\\sv name}}{\\sp{\\sn gtextUNICODE}{\\sv Word{}Art}}{\\sp{\\sn gtextFont}{\\sv font}}}}b\\par ",
    );
    expect(outlineOf(file)).toEqual(["p ab", "p WordArt"]);
  });

  it("has no cells but those its rows define", async () => {
    const row = "\\trowd\\cellx1000\\cellx2000 ";
    const file = await read(
      `${row}\\intbl a\\cell b\\cell\\cell\\cell\\row ${row}\\intbl c\\cell d\\cell\\row\\pard `,
    );
    expect(outlineOf(file)).toEqual(["table 2x2 r1c1=a r1c2=b r2c1=c r2c2=d"]);
  });

  it("reads hidden text and says so", async () => {
    const file = await read("seen {\\v unseen}{\\v0 again}\\par ");
    expect(outlineOf(file)).toEqual(["p seen unseenagain"]);
    expect(file.messages).toMatchObject([{ code: "hidden-text", text: expect.stringContaining("“unseen”") }]);
  });

  it("puts notes behind the body and says what stands beside it", async () => {
    const file = await read(
      "{\\header\\pard \\'d2\\'b3 head\\par}body{\\footnote note\\par}{\\*\\annotation remark}{\\deleted gone}{\\shp{\\*\\shpinst{\\shptxt box\\par}}} end\\par ",
    );
    expect(outlineOf(file)).toEqual(["p body end", "p box", "p note"]);
    expect(codesOf(file)).toEqual(["tracked-changes", "header-footer", "comments-listed"]);
    expect(file.messages[2]?.text).toContain("“remark”");
  });

  it("has headings by outline level, by style and by style name", async () => {
    const file = await read(
      "{\\stylesheet{\\s1\\outlinelevel1 one;}{\\s2 heading 3;}{Normal;}}\\s1 a\\par\\pard\\s2 b\\par\\pard\\outlinelevel0 c\\par\\pard d\\par ",
    );
    expect(outlineOf(file)).toEqual(["h2 a", "h3 b", "h1 c", "p d"]);
  });

  it("takes the better form where a file gives two", async () => {
    expect(outlineOf(await read("{\\upr{?}{\\*\\ud{\\u24037?}}}\\par "))).toEqual(["p 工"]);
  });
});

describe("tables of an RTF document", () => {
  it("keep merged cells once, wherever the row is described", async () => {
    const file = await read(
      "\\trowd\\clvmgf\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000\\pard\\intbl a\\cell b\\cell\\cell\\row" +
        "\\pard\\intbl\\cell c\\cell d\\cell\\trowd\\clvmrg\\cellx2000\\cellx4000\\cellx6000\\row" +
        "\\trowd\\cellx6000\\intbl e\\par f\\cell\\row\\pard g\\par ",
    );
    expect(outlineOf(file)).toEqual(["table 3x3 r1c1+2x1=a r1c2+1x2=b r2c2=c r2c3=d r3c1+1x3=e\nf", "p g"]);
  });
});

describe("an RTF document that cannot be read", () => {
  it("is refused when its groups nest without end", async () => {
    expect((await read("{".repeat(100_000))).error?.code).toBe("too-deep");
  });

  it("gives what is there when it is cut", async () => {
    const whole = await fixture("report.rtf");
    const file = await inspectOne("a.rtf", whole.subarray(0, whole.length / 2));
    expect([file.status, codesOf(file)]).toEqual(["partial", ["text-damaged", "header-footer"]]);
    expect(outlineOf(file)[0]).toBe("h1 一、工作基础");
  });
});

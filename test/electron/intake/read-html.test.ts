import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";

const read = (body: string, name = "方案.html") => inspectOne(name, `<html><body>${body}</body></html>`);

/** "项目,总投资,甲项目" in GBK. */
const gbk = { project: "cfeec4bf", total: "d7dccdb6d7ca", first: "bcd7cfeec4bf" };

describe("a web page saved as a document", () => {
  it("written by LibreOffice keeps headings, numbers and tables", async () => {
    const bytes = await readFile(join(import.meta.dirname, "../../fixtures/intake/report.html"));
    const file = await inspectOne("方案.doc", bytes);
    expect(outlineOf(file).slice(0, 7)).toEqual([
      "h3 1. 工作基础",
      "h3 1. 平台建设",
      "p 已建成孵化平台21个。",
      "h3 2. 人才引进",
      "h3 1. 主要特色",
      expect.stringMatching(/^p .*区域类$/),
      "table 3x3 r1c1=1. r1c2=甲项目 r1c3+2x1=在建 r2c1=2. r2c2=乙项目 r3c1+1x2=合计 r3c3=其中\n表末",
    ]);
    expect(codesOf(file)).toEqual(["extension-differs", "header-footer"]);
  });

  it("is read in the encoding it declares, or the one it really has", async () => {
    const cells = [gbk.project, gbk.total].map((hex) =>
      Buffer.concat([Buffer.from("<td>"), Buffer.from(hex, "hex")]),
    );
    const page = (head: string, body: Uint8Array[]) =>
      Buffer.concat([Buffer.from(`<html><head>${head}</head><table><tr>`), ...body]);
    const declared = page('<meta http-equiv=Content-Type content="text/html; charset=gb2312">', cells);
    const wrong = page('<meta charset="utf-8">', cells);
    const silent = page("", cells);
    const utf8 = page('<meta charset="gb2312">', [Buffer.from("<td>项目<td>总投资")]);
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("<html><table><tr><td>项目<td>总投资", "utf16le"),
    ]);
    for (const bytes of [declared, wrong, silent, utf8, wide])
      expect(outlineOf(await inspectOne("汇总.xls", bytes))).toEqual(["table 1x2 r1c1=项目 r1c2=总投资"]);
  });

  it("gives merged cells once, hidden rows marked, cells and rows that are never closed too", async () => {
    const file = await read(
      `<table><tr><th rowspan=2>序号<th colspan=2>年度<tr><td>2019<td>2020<tr style="display: none"><td>1<td>２<td>3
       <tr><td colspan=3>合计</table>尾`,
    );
    expect(outlineOf(file)).toEqual([
      "table 4x3 r1c1+2x1=序号 r1c2+1x2=年度 r2c2=2019 r2c3=2020 r3c1=1 r3c2=２ r3c3=3 r4c1+1x3=合计",
      "p 尾",
    ]);
    expect(file.document?.blocks[0]).toMatchObject({ hiddenRows: [3] });
  });

  it("puts back the digits that a saved sheet only shows rounded", async () => {
    const file = await read(
      '<table><tr><td x:num="1351.78">1,352</td><td sdval="0.1234">12%</td><td x:num>5</td><td sdval="44099">2020-09-25</td></tr></table>',
    );
    expect(outlineOf(file)).toEqual(["table 1x4 r1c1=1351.78 r1c2=12.34% r1c3=5 r1c4=2020-09-25"]);
    expect(codesOf(file)).toEqual(["rounded-display"]);
  });

  it("gives a table in a table as a block of its own", async () => {
    const file = await read("<table><tr><td>外<table><tr><td>内</td></tr></table>续</td></tr></table>");
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=外\n续", "table 1x1 r1c1=内"]);
  });

  it("has headings by element, by Word's outline level and by typed number", async () => {
    const file = await read(
      `<h2>甲</h2><p style='mso-outline-level:1'>乙</p><div>一、丙</div><p>正  文<br>第二&nbsp;行 &ldquo;x&rdquo;</p>`,
    );
    expect(outlineOf(file)).toEqual(["h2 甲", "h1 乙", "h1 一、丙", "p 正 文\n第二\u00a0行 “x”"]);
  });

  it("runs nothing, follows nothing, and leaves out what is not its text", async () => {
    const file = await read(
      `<script>document.write("坏")</script><style>p{}</style><!-- 注 --><p>正文<del>旧</del><ins>新</ins><span style='mso-hide:all'>暗</span></p>
       <img src="http://example.cn/a/章.png" alt="公章"><div style='mso-element:header'>页眉</div>
       <div style='mso-element:comment-list'><p>批注</p></div>`,
    );
    expect(outlineOf(file)).toEqual(["p 正文新暗", "image 章.png"]);
    expect(file.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["tracked-changes", "接受全部修订"],
      ["header-footer", "页眉"],
      ["comments-listed", "批注"],
      ["hidden-text", "暗"],
    ]);
  });

  it("names header and footer of LibreOffice's pages, which are no text of the document", async () => {
    const file = await read(
      '<div title="header"><p>某某局 报送</p></div><p>正文</p><div title="说明"><p>附注</p></div><div title="footer"><p>— 2 —</p></div>',
    );
    expect(outlineOf(file)).toEqual(["p 正文", "p 附注"]);
    expect(file.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["header-footer", "某某局 报送"],
    ]);
  });

  it("keeps the remark on a cell out of the cell's value", async () => {
    const file = await read(
      '<table><tr><td>总投资</td><td sdval="1351.78"><comment>请核实</comment>1,352</td></tr></table>',
    );
    expect(outlineOf(file)).toEqual(["table 1x2 r1c1=总投资 r1c2=1351.78"]);
    expect(file.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["rounded-display", "1"],
      ["comments-listed", "请核实"],
    ]);
  });

  it("says so when its content lies in other files", async () => {
    const file = await inspectOne(
      "a.xls",
      '<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>',
    );
    expect([file.status, codesOf(file)]).toEqual([
      "partial",
      ["extension-differs", "page-elsewhere", "no-text"],
    ]);
  });

  it("is refused when tables nest without end", async () => {
    expect((await read("<table><tr><td>".repeat(1000))).error?.code).toBe("too-deep");
    expect((await read("<div>".repeat(100_000))).error?.code).toBe("too-deep");
  });
});

describe("a web page in one file", () => {
  it("gives all its pages, decoded", async () => {
    const mht = Buffer.concat([
      Buffer.from(
        'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="--=1"\r\n\r\n' +
          '----=1\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
      ),
      Buffer.from(
        Buffer.concat([
          Buffer.from("<html><table><tr><td>"),
          Buffer.from(gbk.first, "hex"),
          Buffer.from("</table></html>"),
        ]).toString("base64"),
      ),
      Buffer.from("\r\n----=1--\r\n"),
    ]);
    const file = await inspectOne("附件3.xls", mht);
    expect([file.status, outlineOf(file), codesOf(file)]).toEqual([
      "ok",
      ["table 1x1 r1c1=甲项目"],
      ["extension-differs"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import type { IntakeLimits } from "../../../electron/intake/limits.ts";
import { withAllDigits } from "../../../electron/intake/sheet/shown-number.ts";
import { blocksOf, codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { relationships, sheetXml, type WorkbookFixture, xlsxWith } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const read = (workbook: WorkbookFixture, limits: Partial<IntakeLimits> = {}) =>
  inspectOne("表.xlsx", xlsxWith(workbook), limits);
const one = (data: string, after = "", before = "") => ({
  sheets: [{ name: "表", xml: sheetXml(data, after, before) }],
});
const styles = (...codes: string[]): string =>
  `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join("")}</numFmts>
   <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
   <cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}<xf numFmtId="14"/><xf numFmtId="31"/></cellXfs>`;

describe("cells of a workbook", () => {
  it("are read by type: shared, inline and formula strings, booleans, errors, numbers", async () => {
    const file = await read({
      ...one(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c>
         <c r="C1" t="str"><f>A1&amp;"x"</f><v>公式</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>1351.78</v></c></row>
         <row r="2"><c r="A2" t="e"><f>Z1</f><v>#REF!</v></c><c r="F8"/></row>`,
      ),
      strings: `<si><r><t>共</t></r><r><t xml:space="preserve">享 </t></r><rPh><t>gong</t></rPh></si>`,
    });
    expect(outlineOf(file)).toEqual([
      "table 2x5 r1c1=共享  r1c2=行内 r1c3=公式 r1c4=TRUE r1c5=1351.78 r2c1=#REF!",
    ]);
    expect(file.messages.map(({ code, place, text }) => [code, place, text.includes("A2")])).toEqual([
      ["error-value", "表", true],
    ]);
    expect(file.status).toBe("ok");
  });

  it("show what a person sees, with the digits a format hides put back and said so", async () => {
    const codes = ["#,##0", "0.00&quot;万元&quot;", "0%", "0!.0,&quot;万&quot;", ";;;", "0.00"];
    const values = ["1351.78", "12.3456", "0.1234", "12345", "7", "12.5"];
    const cells = values.map(
      (value, index) => `<c r="${"ABCDEF"[index]}1" s="${index + 1}"><v>${value}</v></c>`,
    );
    const file = await read({ ...one(`<row r="1">${cells.join("")}</row>`), styles: styles(...codes) });
    const table = blocksOf(file)[0];
    expect(table?.kind === "table" && table.cells.map((cell) => cell.text)).toEqual([
      "1351.78",
      "12.3456万元",
      "12.34%",
      "1.2345万",
      "7",
      "12.50",
    ]);
    expect(codesOf(file)).toEqual(["rounded-display"]);
  });

  it.each([
    ["0!.0000", "12345", "1.2345"],
    ["0!.00,,&quot;亿元&quot;", "123456789", "1.23456789亿元"],
    ["G/通用格式&quot;人&quot;", "12", "12人"],
    ["[DBNum1][$-804]General", "12.5", "12.5"],
    ["yyyy&quot;年&quot;m&quot;月&quot;;@", "44099", "2020年9月"],
  ])("formatted %s show %s as %s", async (code, value, text) => {
    const file = await read({
      ...one(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`),
      styles: styles(code),
    });
    expect(outlineOf(file)).toEqual([`table 1x1 r1c1=${text}`]);
  });

  it("show dates as Chinese Excel shows them, in both calendars", async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>44099</v></c><c r="B1" s="2"><v>44099</v></c></row>`;
    expect(outlineOf(await read({ ...one(row), styles: styles() }))).toEqual([
      "table 1x2 r1c1=2020/9/25 r1c2=2020年9月25日",
    ]);
    expect(outlineOf(await read({ ...one(row), styles: styles(), date1904: true }))[0]).toContain(
      "2024/9/26",
    );
  });

  it("do not carry the noise of binary floats", async () => {
    const file = await read(
      one(`<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1.2E+5</v></c></row>`),
    );
    expect(outlineOf(file)).toEqual(["table 1x2 r1c1=0.3 r1c2=120000"]);
  });

  it("are counted by what is there, not by what the sheet claims", async () => {
    const file = await read(
      one(`<row r="3"><c r="B3"><v>1</v></c></row>`, "", '<dimension ref="A1:XFD1048576"/>'),
    );
    expect(outlineOf(file)).toEqual(["table 3x2 r3c2=1"]);
  });

  it("without addresses stand one after the other", async () => {
    const file = await read(one("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));
    expect(outlineOf(file)).toEqual(["table 2x2 r1c1=1 r1c2=2 r2c1=3"]);
  });

  it("that hold a picture of WPS are named, not read as text", async () => {
    const file = await read(
      one(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>',
      ),
    );
    expect([outlineOf(file), codesOf(file)]).toEqual([["table 1x1 r1c1=1"], ["picture-in-cell"]]);
  });

  it("with a formula but no stored result make the file partial", async () => {
    const file = await read(one(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c></row>`));
    expect([file.status, codesOf(file)]).toEqual(["partial", ["formula-without-value"]]);
  });

  it.each([
    ["<f>A1*2</f><v></v>", "", ["formula-without-value"]],
    ["<f>A1*2</f><v/>", "", ["formula-without-value"]],
    ["<f>A1*2</f><v></v>", ' t="str"', []],
  ])("with %s and the type%s are told apart from an empty text", async (inner, type, codes) => {
    const file = await read(one(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"${type}>${inner}</c></row>`));
    expect(codesOf(file)).toEqual(codes);
  });
});

describe("sheets of a workbook", () => {
  it("keep merged cells once, cut at the used area", async () => {
    const data = `<row r="1"><c r="A1" t="str"><v>标题</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row>`;
    const merges = '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A4"/></mergeCells>';
    expect(outlineOf(await read(one(data, merges)))).toEqual(["table 2x3 r1c1+1x3=标题 r2c1=1 r2c3=2"]);
  });

  it("that are hidden, and hidden rows and columns, are read and marked", async () => {
    const hiddenRow = `<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" ht="0"><c r="A3"><v>3</v></c></row>`;
    const file = await read({
      sheets: [
        {
          name: "明",
          xml: sheetXml(
            hiddenRow,
            "",
            '<cols><col min="3" max="4" hidden="1"/><col min="5" max="16384" width="0"/></cols>',
          ),
        },
        { name: "暗", xml: sheetXml(`<row r="1"><c r="A1"><v>9</v></c></row>`), state: "veryHidden" },
        { name: "空", xml: sheetXml("") },
      ],
    });
    expect(blocksOf(file)).toMatchObject([
      { sheet: "明", hidden: false, hiddenRows: [2, 3] },
      { sheet: "暗", hidden: true },
    ]);
    expect(codesOf(file)).toEqual(["hidden-columns", "hidden-rows", "hidden-sheet"]);
    // Of the hidden columns only those that hold something are named.
    expect(file.messages[0]?.text).toContain("1 个隐藏列（D）");
  });

  it("that are damaged do not cost the others, and are named", async () => {
    const good = { name: "好", xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') };
    const bad = { name: "坏", xml: "<worksheet><sheetData><row>" };
    const file = await read({ sheets: [bad, good] });
    expect([file.status, outlineOf(file)]).toEqual(["partial", ["table 1x1 r1c1=1"]]);
    expect(file.messages.map(({ code, place }) => [code, place])).toEqual([["sheet-unreadable", "坏"]]);
    expect((await read({ sheets: [bad] })).error?.code).toBe("broken");
  });

  it("have remarks and printed margins, which stand in messages", async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;12单位：万元&amp;R第&amp;P页</oddHeader></headerFooter>',
    );
    const rels = (...types: [string, string][]) => ({
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(...types),
    });
    const notes = `<comments><commentList><comment ref="A1"><text><r><t>作者:</t></r><r><t>请核实</t></r></text></comment></commentList></comments>`;
    const threads = `<ThreadedComments><threadedComment ref="A1"><text>已核实</text></threadedComment></ThreadedComments>`;
    const noted = await read({
      sheets: [{ name: "表", xml: sheet }],
      parts: { ...rels(["comments", "../comments1.xml"]), "xl/comments1.xml": notes },
    });
    expect(outlineOf(noted)).toEqual(["table 1x1 r1c1=1"]);
    expect(noted.messages.map(({ code, place, text }) => [code, place, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["comments-listed", "表", "A1：作者:请核实"],
      ["header-footer", "", "单位：万元 第页"],
    ]);
    const threaded = await read({
      sheets: [{ name: "表", xml: sheet }],
      parts: {
        ...rels(
          ["comments", "../comments1.xml"],
          ["threadedComment", "../threadedComments/threadedComment1.xml"],
        ),
        "xl/comments1.xml": notes,
        "xl/threadedComments/threadedComment1.xml": threads,
      },
    });
    expect(threaded.messages[0]?.text).toContain("“A1：已核实”");
  });

  it("over the limits are cut with a message", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    );
    for (const limits of [{ rows: 10 }, { cells: 10 }]) {
      const file = await read(one(rows.join("")), limits);
      expect([file.status, codesOf(file)]).toEqual(["partial", ["cells-cut"]]);
      expect(file.messages[0]?.text).toMatch(/工作表“表”.*从 A11 起有 20 个单元格没有读取/);
      expect(outlineOf(file)[0]).toMatch(/^table 10x1/);
    }
    const far = await read(one('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'), {
      columns: 100,
    });
    expect([far.status, outlineOf(far)]).toEqual(["partial", ["table 1x1 r1c1=1"]]);
  });
});

describe("a workbook of the strict kind", () => {
  it("is read under any prefix and any names of parts, with its dates in words", async () => {
    const main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const strict = (...targets: [string, string][]) =>
      relationships(...targets).replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        office,
      );
    const cells = `<x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="d" s="1"><x:v>2020-09-25</x:v></x:c><x:c r="C1" t="d"><x:v>2020-09-25T00:00:00</x:v></x:c><x:c r="D1" t="e"><x:v>#DIV/0!</x:v></x:c><x:c r="E1" t="inlineStr"><x:is><x:t>行内</x:t></x:is></x:c><x:c r="F1" s="1"><x:v>60</x:v></x:c>`;
    const parts = {
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": strict(["officeDocument", "/xl/book.xml"]),
      "xl/book.xml": `<x:workbook xmlns:x="${main}" xmlns:q="${office}" conformance="strict"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      "xl/_rels/book.xml.rels": strict(
        ["worksheet", "worksheets/a.xml"],
        ["sharedStrings", "/xl/s.xml"],
        ["styles", "st.xml"],
      ),
      "xl/s.xml": `<x:sst xmlns:x="${main}"><x:si><x:r><x:t>项</x:t></x:r><x:r><x:t>目</x:t></x:r><x:rPh><x:t>xiangmu</x:t></x:rPh></x:si></x:sst>`,
      "xl/st.xml": `<x:styleSheet xmlns:x="${main}"><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
      "xl/worksheets/a.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1">${cells}</x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>`,
    };
    const file = await inspectOne(
      "a.xlsx",
      rawZip(Object.entries(parts).map(([name, content]) => ({ name, content }))),
    );
    expect(outlineOf(file)).toEqual([
      "table 1x6 r1c1=项目 r1c2=2020/09/25 r1c3=2020/09/25 r1c4=#DIV/0! r1c5=行内 r1c6=1900/2/29",
    ]);
  });
});

describe("withAllDigits", () => {
  it.each([
    ["1,352", "1351.78", "1351.78", true],
    ["(1,352)", "-1351.78", "(1351.78)", true],
    ["¥1,351.78", "1351.78", "¥1,351.78", false],
    ["50%", "0.5", "50%", false],
    ["####", "12", "12", false],
    ["1.2E+05", "123456", "123456", true],
    ["0", "0.004", "0.004", true],
  ])("%s stored as %s reads %s", (shown, stored, text, rounded) => {
    expect(withAllDigits(shown, stored)).toEqual({ text, rounded });
  });
});

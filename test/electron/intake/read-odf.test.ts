import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { rawZip } from "../../support/raw-zip.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../fixtures/intake", name));

const odf = (
  kind: "text" | "spreadsheet",
  body: string,
  styles = "",
  parts: Record<string, string> = {},
): Buffer =>
  rawZip(
    Object.entries({
      mimetype: `application/vnd.oasis.opendocument.${kind}`,
      "META-INF/manifest.xml": "<manifest/>",
      "content.xml": `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
      ...parts,
    }).map(([name, content]) => ({ name, content, ...(name === "mimetype" ? { method: 0 } : {}) })),
  );
const text = (body: string, styles = "", parts = {}) =>
  inspectOne("方案.odt", odf("text", body, styles, parts));
const sheets = (body: string, styles = "", limits = {}) =>
  inspectOne("表.ods", odf("spreadsheet", body, styles), limits);

describe("an OpenDocument text", () => {
  it("reads as it shows, with numbers and tables in tables, also when it is called .docx", async () => {
    for (const name of ["report.odt", "方案.docx"]) {
      const file = await inspectOne(name, await fixture("report.odt"));
      expect(outlineOf(file).slice(0, 8)).toEqual([
        "h1 一、工作基础",
        "h2 （一）平台建设",
        "p 已建成孵化平台21个。",
        "h2 （二）人才引进",
        "h1 二、主要特色",
        "p ☑区域类",
        "table 3x3 r1c1=1 r1c2=甲项目 r1c3+2x1=在建 r2c1=2 r2c2=乙项目 r3c1+1x2=合计 r3c3=其中\n表末",
        "table 2x2 r1c1=内甲 r1c2=内乙 r2c1=1 r2c2=2",
      ]);
      expect(codesOf(file)).toEqual([
        ...(name === "方案.docx" ? ["extension-differs"] : []),
        "header-footer",
      ]);
    }
  });

  it("keeps blanks, tabs and breaks as they show, and headings by level and style", async () => {
    const file = await text(
      `<text:h text:outline-level="2">甲</text:h><text:p text:style-name="P1">乙</text:p>
       <text:p>  a \n b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e<text:a xlink:href="x">链</text:a></text:p>`,
      `<style:style style:name="P1" style:parent-style-name="Heading_20_3"/><style:style style:name="Heading_20_3" style:display-name="Heading 3"/>`,
    );
    expect(outlineOf(file)).toEqual(["h2 甲", "h3 乙", "p a b   c\td\ne链"]);
  });

  it("reads hidden text and says so", async () => {
    const file = await text(
      `<text:p>明<text:span text:style-name="T1">暗</text:span></text:p>`,
      `<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>`,
    );
    expect(outlineOf(file)).toEqual(["p 明暗"]);
    expect(file.messages).toMatchObject([{ code: "hidden-text", text: expect.stringContaining("“暗”") }]);
  });

  it("puts notes last and text boxes after their paragraph, names comments, leaves deleted text out", async () => {
    const file = await text(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>
       <text:p>正<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>文<office:annotation><text:p>批注</text:p></office:annotation><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>题</svg:title></draw:frame>续<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>`,
    );
    expect(outlineOf(file)).toEqual(["p 正文续", "p 框", "image a.png", "p 注"]);
    expect(codesOf(file)).toEqual(["tracked-changes", "comments-listed"]);
    expect(file.messages[1]?.text).toContain("“批注”");
  });

  it("marks hidden rows and repeats what is repeated", async () => {
    const file = await text(
      `<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>同</text:p></table:table-cell></table:table-row>
       <table:table-row table:visibility="collapse"><table:table-cell><text:p>藏</text:p></table:table-cell></table:table-row></table:table>`,
    );
    expect(outlineOf(file)).toEqual(["table 2x2 r1c1=同 r1c2=同 r2c1=藏"]);
    expect(file.document?.blocks[0]).toMatchObject({ hiddenRows: [2] });
  });

  it("has formulas in one line, and says that other objects are not read", async () => {
    const formula = (content: string): string =>
      `<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>${content}<annotation encoding="StarMath 5.0">nobody</annotation></semantics></math>`;
    const object = (number: number): string =>
      `<draw:frame><draw:object xlink:href="./Object ${number}"/><draw:image xlink:href="./ObjectReplacements/Object ${number}"/></draw:frame>`;
    const file = await text(`<text:p>增速${object(1)}，面积${object(2)}，另见${object(3)}</text:p>`, "", {
      "Object 1/content.xml": formula(
        "<mrow><mi>g</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>-</mo><mi>b</mi></mrow><mn>3</mn></mfrac></mrow>",
      ),
      "Object 2/content.xml": formula("<msup><mn>10</mn><mn>4</mn></msup><msqrt><mi>x</mi></msqrt>"),
      "Object 3/content.xml": "<office:document-content/>",
    });
    expect(outlineOf(file)).toEqual(["p 增速g=(a-b)/3，面积10^4√x，另见"]);
    expect([file.status, codesOf(file)]).toEqual(["partial", ["embedded-object"]]);
  });

  it("in one XML file reads the same, deleted text left out where it stands", async () => {
    const changes = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>`;
    const inner = `<draw:frame><draw:object><office:document><office:body><table:table><table:table-row><table:table-cell><text:p>图</text:p></table:table-cell></table:table-row></table:table></office:body></office:document></draw:object></draw:frame>`;
    const math = `<draw:frame><draw:object><math:math><math:mfrac><math:mn>1</math:mn><math:mn>3</math:mn></math:mfrac></math:math></draw:object></draw:frame>`;
    const file = await inspectOne(
      "方案.fodt",
      `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>某局</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>${changes}<text:h text:outline-level="1">工作基础</text:h><text:p>数<text:change-start text:change-id="c1"/>旧<text:change-end text:change-id="c1"/><text:change-start text:change-id="c2"/>新<text:change-end text:change-id="c2"/>占${math}${inner}</text:p></office:text></office:body></office:document>`,
    );
    expect(outlineOf(file)).toEqual(["h1 工作基础", "p 数新占1/3"]);
    expect([file.status, codesOf(file)]).toEqual([
      "partial",
      ["tracked-changes", "embedded-object", "header-footer"],
    ]);
  });

  it("with a password is encrypted", async () => {
    const manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    expect((await text("<text:p>x</text:p>", "", { "META-INF/manifest.xml": manifest })).error?.code).toBe(
      "encrypted",
    );
  });

  it("in depths no one draws is refused", async () => {
    const file = await text("<text:section>".repeat(500) + "</text:section>".repeat(500));
    expect(file.error?.code).toBe("too-deep");
  });
});

describe("an OpenDocument workbook", () => {
  it("marks hidden sheets, rows and columns, keeps full values, errors and missing results", async () => {
    const file = await sheets(
      `<table:table table:name="甲" table:style-name="ta1"><table:table-column table:visibility="collapse"/>
        <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>表题</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
        <table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="1351.78"><text:p>1,352</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2020-09-25"><text:p>2020年9月25日</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=A1"/></table:table-row></table:table>
       <table:table table:name="乙" table:style-name="ta2"><table:table-row><table:table-cell><text:p>藏</text:p></table:table-cell></table:table-row></table:table>`,
      `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`,
    );
    expect(outlineOf(file)).toEqual([
      "table 5x3 r1c1+1x2=表题 r5c1=1351.78 r5c2=2020年9月25日 r5c3=#DIV/0!",
      "table 1x1 r1c1=藏",
    ]);
    expect(file.document?.blocks).toMatchObject([
      { sheet: "甲", hidden: false, hiddenRows: [5] },
      { sheet: "乙", hidden: true },
    ]);
    expect([file.status, codesOf(file).toSorted()]).toEqual([
      "partial",
      [
        "error-value",
        "formula-without-value",
        "hidden-columns",
        "hidden-rows",
        "hidden-sheet",
        "rounded-display",
      ],
    ]);
  });

  it("has boxes and remarks that are no text of its cells", async () => {
    const file = await sheets(
      `<table:table table:name="甲"><table:shapes><draw:custom-shape><text:p>填报<text:span>说明</text:span></text:p></draw:custom-shape></table:shapes>
       <table:table-row><table:table-cell><office:annotation><dc:creator>某人</dc:creator><text:p>请核实</text:p></office:annotation><text:p>1</text:p><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame><draw:frame><draw:image xlink:href="Pictures/章.png"/></draw:frame><draw:frame><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame></table:table-cell></table:table-row></table:table>`,
    );
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=1", "p 填报说明", "p 框", "image 章.png"]);
    expect(file.messages).toMatchObject([
      { code: "comments-listed", place: "甲", text: expect.stringContaining("“A1：请核实”") },
    ]);
  });

  it("names what is printed above and below its own sheets, not what stands on pages it does not use", async () => {
    const page = (name: string, header: string): string =>
      `<style:master-page style:name="${name}"><style:header>${header}</style:header><style:footer style:display="false"><text:p>关</text:p></style:footer></style:master-page>`;
    const styles = `<office:document-styles><office:master-styles>${page("Default", "<text:p><text:sheet-name>???</text:sheet-name>缺省</text:p>")}${page("P1", "<style:region-left><text:p>单位：万元</text:p></style:region-left><style:region-right><text:p>第<text:page-number>1</text:page-number>页</text:p></style:region-right>")}</office:master-styles></office:document-styles>`;
    const file = await inspectOne(
      "表.ods",
      odf(
        "spreadsheet",
        '<table:table table:name="甲" table:style-name="ta1"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        '<style:style style:name="ta1" style:family="table" style:master-page-name="P1"/>',
        { "styles.xml": styles },
      ),
    );
    expect(file.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1]])).toEqual([
      ["header-footer", "单位：万元 第页"],
    ]);
  });

  it("with more sheets than are read names the first that is not", async () => {
    const sheet = (name: string): string =>
      `<table:table table:name="${name}"><table:table-row><table:table-cell><text:p>${name}</text:p></table:table-cell></table:table-row></table:table>`;
    const file = await sheets(["甲", "乙", "丙", "丁"].map(sheet).join(""), "", { sheets: 2 });
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=甲", "table 1x1 r1c1=乙"]);
    expect([file.status, file.messages.map(({ code, place }) => [code, place])]).toEqual([
      "partial",
      [["sheets-cut", "丙"]],
    ]);
  });

  it("with rows repeated to its very end costs nothing", async () => {
    const empty =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const full =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>';
    const file = await sheets(
      `<table:table table:name="甲">${empty}</table:table><table:table table:name="乙">${full}</table:table>`,
    );
    expect([file.status, codesOf(file)]).toEqual(["partial", ["cells-cut"]]);
    expect(file.messages[0]?.text).toContain("从 KC489 起有 17179369184 个");
  });
});

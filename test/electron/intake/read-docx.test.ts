import { describe, expect, it } from "vitest";
import { blocksOf, codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { cell, docxWith, paragraph, table } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const read = (body: string, parts: Record<string, string> = {}) =>
  inspectOne("方案.docx", docxWith(body, parts));
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const styles = `<w:styles xmlns:w="w">
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="一级标题"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="b"><w:name w:val="derived"/><w:basedOn w:val="1"/></w:style>
  <w:style w:type="paragraph" w:styleId="body"><w:name w:val="Body"/></w:style></w:styles>`;

describe("headings of a Word document", () => {
  it("come from style names, style outline levels, inherited styles and the paragraph's own level", async () => {
    const file = await read(
      paragraph("甲", '<w:pStyle w:val="1"/>') +
        paragraph("乙", '<w:pStyle w:val="a5"/>') +
        paragraph("丙", '<w:pStyle w:val="b"/>') +
        paragraph("丁", '<w:outlineLvl w:val="2"/>') +
        paragraph("戊", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>') +
        paragraph("己", '<w:pStyle w:val="body"/>'),
      { "styles.xml": styles },
    );
    expect(outlineOf(file)).toEqual(["h1 甲", "h1 乙", "h1 丙", "h3 丁", "p 戊", "p 己"]);
    expect(file.messages).toEqual([]);
  });

  it("come from typed numbers that stand alone, not from sentences or numbers", async () => {
    const file = await read(
      [
        "一、工作基础",
        "（一）平台建设",
        "1.众创空间",
        "（1）概况",
        "一、本市围绕创新创业开展了大量工作。",
        "1.25亿元",
        "2021.10",
      ]
        .map((text) => paragraph(text))
        .join(""),
    );
    expect(outlineOf(file)).toEqual([
      "h1 一、工作基础",
      "h2 （一）平台建设",
      "h3 1.众创空间",
      "h4 （1）概况",
      "p 一、本市围绕创新创业开展了大量工作。",
      "p 1.25亿元",
      "p 2021.10",
    ]);
  });
});

const numberingXml = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/><w:pStyle w:val="1"/></w:lvl></w:abstractNum>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="9"/></w:num></w:numbering>`;
const numbered = (text: string, list: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

describe("automatic numbers of a Word document", () => {
  it("stand in front of the text as they show, counted per level, and make headings", async () => {
    const file = await read(
      numbered("工作基础", 3) +
        numbered("平台", 3, 1) +
        numbered("人才", 3, 1) +
        numbered("细目", 3, 2) +
        numbered("要点", 3, 3) +
        numbered("主要特色", 3) +
        numbered("政策", 3, 1) +
        numbered("附则", 4) +
        numbered("附则二", 4) +
        numbered("2021年新增", 5),
      { "numbering.xml": numberingXml },
    );
    expect(outlineOf(file)).toEqual([
      "h1 一、工作基础",
      "h2 （一）平台",
      "h2 （二）人才",
      "p 1.2.1 细目",
      "p 要点",
      "h1 二、主要特色",
      "h2 （一）政策",
      "h1 十一、附则",
      "h1 十二、附则二",
      "p 1 2021年新增",
    ]);
  });

  it("go on below another heading where the list says so", async () => {
    const level = (index: number, text: string, restart = ""): string =>
      `<w:lvl w:ilvl="${index}"><w:numFmt w:val="decimal"/>${restart}<w:lvlText w:val="${text}"/></w:lvl>`;
    const list = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, "第%1章")}${level(1, "第%2条", '<w:lvlRestart w:val="0"/>')}${level(2, "（%3）", '<w:lvlRestart w:val="1"/>')}${level(3, "%4.")}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const levels = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2];
    const file = await read(levels.map((index) => numbered("x", 3, index)).join(""), {
      "numbering.xml": list,
    });
    expect(outlineOf(file).map((line) => line.replace(/^\w+ | ?x$/g, ""))).toEqual([
      "第1章",
      "第1条",
      "（1）",
      "1.",
      "第2条",
      "（2）",
      "1.",
      "第2章",
      "第3条",
      "（1）",
    ]);
  });

  it("come from the style of a paragraph too", async () => {
    const style = `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style></w:styles>`;
    const own = (text: string, more = ""): string => paragraph(text, `<w:pStyle w:val="1"/>${more}`);
    const file = await read(own("甲") + own("无号", '<w:numPr><w:numId w:val="0"/></w:numPr>') + own("乙"), {
      "numbering.xml": numberingXml,
      "styles.xml": style,
    });
    expect(outlineOf(file)).toEqual(["p 第1条 甲", "p 无号", "p 第2条 乙"]);
  });

  it("fill the cells of a column that has nothing but numbers", async () => {
    const file = await read(table([cell(numbered("", 5)), cell("甲")], [cell(numbered("", 5)), cell("乙")]), {
      "numbering.xml": numberingXml,
    });
    expect(outlineOf(file)).toEqual(["table 2x2 r1c1=1 r1c2=甲 r2c1=2 r2c2=乙"]);
  });
});

describe("text of a Word document", () => {
  it("keeps tabs, breaks, hyphens, links, fields, content controls and symbols", async () => {
    const file = await read(
      `<w:p>${run("甲")}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r>` +
        `<w:hyperlink>${run("链接")}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>` +
        `<w:sdt><w:sdtContent>${run("控件")}</w:sdtContent></w:sdt>` +
        `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
    );
    expect(outlineOf(file)).toEqual(["p 甲\t乙\n丙-链接控件☑"]);
  });

  it("shows what letters of a symbol font show, in that font alone", async () => {
    const wings = (text: string): string =>
      `<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const plain = '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>þ\uf0fe</w:t></w:r>';
    const file = await read(`<w:p>${wings("\uf0fe")}${run("区域 o")}${wings("o是þ")}${plain}</w:p>`);
    expect(outlineOf(file)).toEqual(["p ☑区域 o□是☑þ\uf0fe"]);
  });

  it("counts a text box once although it is stored twice", async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const file = await read(
      `<w:p>${run("正文")}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box("文本框")}</mc:Choice>` +
        `<mc:Fallback>${box("文本框")}</mc:Fallback></mc:AlternateContent></w:r>${run("续")}</w:p>`,
    );
    expect(outlineOf(file)).toEqual(["p 正文续", "p 文本框"]);
  });

  it("reads tracked changes as accepted, joins paragraphs whose mark was deleted, and says so", async () => {
    const file = await read(
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("前")}` +
        `<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins>${run("增")}</w:ins></w:p>` +
        paragraph("后") +
        table([cell("留")], [cell("去")]).replace(
          /<w:tr>(?=<w:tc><w:tcPr><\/w:tcPr><w:p><w:pPr><\/w:pPr><w:r><w:t xml:space="preserve">去)/,
          "<w:tr><w:trPr><w:del/></w:trPr>",
        ),
    );
    expect(outlineOf(file)).toEqual(["p 前增后", "table 1x1 r1c1=留"]);
    expect(codesOf(file)).toEqual(["tracked-changes"]);
  });

  it("reads notes after the body, without separators, and notes that comments were left out", async () => {
    const footnotes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator">${paragraph("线")}</w:footnote>
      <w:footnote w:id="2">${paragraph("脚注")}</w:footnote></w:footnotes>`;
    const file = await read(`<w:p>${run("正文")}<w:r><w:commentReference w:id="0"/></w:r></w:p>`, {
      "footnotes.xml": footnotes,
    });
    expect(outlineOf(file)).toEqual(["p 正文", "p 脚注"]);
    expect(codesOf(file)).toEqual(["comments-ignored"]);
  });

  it("passes over control characters that XML forbids, with a message", async () => {
    const file = await read(paragraph("甲\u000b乙"));
    expect(codesOf(file)).toEqual(["xml-repaired"]);
    expect(outlineOf(file).join()).toMatch(/甲.*乙/);
  });

  it("does not cut characters beyond the basic plane", async () => {
    expect(outlineOf(await read(paragraph("𠮷林𬭎")))).toEqual(["p 𠮷林𬭎"]);
  });
});

describe("tables of a Word document", () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const goesOn = "<w:vMerge/>";
  const wide = (span: number): string => `<w:gridSpan w:val="${span}"/>`;

  it("keep a merged cell once, with its spans", async () => {
    const file = await read(
      table(
        [cell("项目", restart), cell("资金", wide(2)), cell("备注", restart)],
        [cell("", goesOn), cell("自筹"), cell("贷款"), cell("", goesOn)],
        [cell("甲"), cell("1"), cell("2"), cell("")],
      ),
    );
    expect(outlineOf(file)).toEqual([
      "table 3x4 r1c1+2x1=项目 r1c2+1x2=资金 r1c4+2x1=备注 r2c2=自筹 r2c3=贷款 r3c1=甲 r3c2=1 r3c3=2",
    ]);
  });

  it("give a nested table as a block of its own after the outer one, with stable ids", async () => {
    const inner = table([cell("内")]);
    const body = table([cell(`${paragraph("外")}${inner}<w:p/>`), cell("右")]) + paragraph("后");
    const file = await read(body);
    expect(outlineOf(file)).toEqual(["table 1x2 r1c1=外 r1c2=右", "table 1x1 r1c1=内", "p 后"]);
    expect(blocksOf(file).map((block) => block.id)).toEqual(["b1", "b2", "b3"]);
    expect(blocksOf(await read(body))).toEqual(blocksOf(file));
  });

  it("join the paragraphs of a cell with line breaks", async () => {
    const file = await read(table([cell(paragraph("上") + paragraph("下"))]));
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=上\n下"]);
  });
});

describe("a damaged part of a Word package", () => {
  it.each(["styles", "numbering", "footnotes", "comments", "header"])(
    "%s does not cost the body, and is named",
    async (part) => {
      const body =
        paragraph("甲", '<w:pStyle w:val="x"/><w:numPr><w:numId w:val="1"/></w:numPr>') +
        '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>';
      const file = await read(body, { [`${part}.xml`]: "<w:x><w:p>" });
      expect([outlineOf(file), file.status]).toEqual([["p 甲"], "partial"]);
      expect(file.messages.find(({ code }) => code === "part-unreadable")?.place).toBe(`word/${part}.xml`);
    },
  );

  it("refuses the file when it is the body", async () => {
    expect((await read("<w:p>")).error?.code).toBe("broken");
  });
});

describe("a Word package", () => {
  it("is read under other prefixes, strict namespaces and another main part", async () => {
    const xml = `<doc:document xmlns:doc="http://purl.oclc.org/ooxml/wordprocessingml/main"><doc:body><doc:p>
      <doc:pPr><doc:outlineLvl doc:val="0"/></doc:pPr><doc:r><doc:t>严格</doc:t></doc:r></doc:p></doc:body></doc:document>`;
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
      Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`;
    const bytes = rawZip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "_rels/.rels", content: rels },
      { name: "word/document2.xml", content: xml },
    ]);
    expect(outlineOf(await inspectOne("a.docx", bytes))).toEqual(["h1 严格"]);
  });

  it("names its pictures by their files", async () => {
    const drawing = `<w:p><w:r><w:drawing><wp:docPr name="图片 1" descr="园区"/><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>`;
    const file = await read(drawing, { "picture.xml": "" });
    expect(blocksOf(file)).toEqual([{ kind: "image", id: "b1", name: "picture.xml", text: "园区" }]);
  });
});

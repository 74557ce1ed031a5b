import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";

const workbook = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="#,##0"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="附件3"><Table><Column ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">汇总表</Data></Cell><Cell><Data ss:Type="String">注</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:StyleID="s1"><Data ss:Type="Number">1351.78</Data></Cell><Cell ss:Index="3" ss:StyleID="s2"><Data ss:Type="Number">0.1234</Data></Cell><Cell><Data ss:Type="DateTime">2020-09-25T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="Error">#REF!</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>体</ss:Data><Comment ss:Author="甲"><ss:Data><B>甲:</B>请核实</ss:Data></Comment></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;

const word = `<?xml version="1.0"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>
<w:body><wx:sect xmlns:wx="x"><w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>工作基础</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:pict><w:binData>QUJD</w:binData></w:pict><w:t>正文</w:t></w:r></w:p><w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`;

describe("an Office 2003 document in XML", () => {
  it("of Excel is read with spans, formats, hidden rows and sheets, also as .xls", async () => {
    const file = await inspectOne("表.xls", workbook);
    expect(outlineOf(file)).toEqual([
      "table 5x4 r1c1+1x3=汇总表 r1c4=注 r4c1=1351.78 r4c3=12.34% r4c4=2020/09/25 r5c1=#REF! r5c2=粗体",
      "table 1x1 r1c1=TRUE",
    ]);
    expect(file.document?.blocks).toMatchObject([
      { sheet: "附件3", hiddenRows: [4] },
      { sheet: "藏", hidden: true },
    ]);
    expect(codesOf(file).toSorted()).toEqual([
      "comments-listed",
      "error-value",
      "extension-differs",
      "hidden-columns",
      "hidden-rows",
      "hidden-sheet",
      "rounded-display",
    ]);
  });

  it("of Word is read with headings and tables, and says what is not read", async () => {
    const file = await inspectOne("方案.doc", word);
    expect(outlineOf(file)).toEqual(["h1 工作基础", "table 1x2 r1c1+1x2=甲", "p 正文"]);
    expect(codesOf(file)).toEqual(["extension-differs", "old-xml"]);
  });

  it("of Word keeps merged cells, leaves deleted text out and names remarks", async () => {
    const note = (kind: string, content: string): string =>
      `<aml:annotation aml:id="1" w:type="Word.${kind}" aml:author="甲"><aml:content>${content}</aml:content></aml:annotation>`;
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const merged = (text: string, value: string): string =>
      `<w:tc><w:tcPr><w:vmerge${value}/></w:tcPr><w:p>${text && run(text)}</w:p></w:tc>`;
    const file = await inspectOne(
      "方案.doc",
      `<?xml version="1.0"?><w:wordDocument xmlns:w="w" xmlns:aml="a"><w:body><w:p>${run("投资")}${note("Deletion", "<w:r><w:delText>旧</w:delText></w:r>")}${note("Insertion", run("新"))}${note("Comment", `<w:p>${run("请核实")}</w:p>`)}${run("万元")}</w:p><w:tbl><w:tr>${merged("指标", ' w:val="restart"')}<w:tc><w:p>${run("2019年")}</w:p></w:tc></w:tr><w:tr>${merged("", "")}<w:tc><w:p>${run("2020年")}</w:p></w:tc></w:tr></w:tbl></w:body></w:wordDocument>`,
    );
    expect(outlineOf(file)).toEqual(["p 投资新万元", "table 2x2 r1c1+2x1=指标 r1c2=2019年 r2c2=2020年"]);
    expect(file.messages.map(({ code, text }) => [code, /“(.*)”/.exec(text)?.[1] ?? ""])).toEqual([
      ["extension-differs", ""],
      ["tracked-changes", "接受全部修订"],
      ["comments-listed", "请核实"],
      ["old-xml", ""],
    ]);
  });

  it("of neither is refused by name", async () => {
    const { error } = await inspectOne("a.doc", '<?xml version="1.0"?><data/>');
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringContaining("XML") });
  });
});

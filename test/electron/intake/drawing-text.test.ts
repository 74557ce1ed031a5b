import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { documentXml, paragraph, relationships, sheetXml, xlsxWith } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const points = (values: readonly string[]): string =>
  values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join("");
const chart = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>就业</a:t></a:r><a:r><a:t>人数</a:t></a:r></a:p></c:rich></c:tx></c:title>
  <c:plotArea><c:ser><c:tx><c:strRef><c:strCache>${points(["新增"])}</c:strCache></c:strRef></c:tx><c:cat><c:strCache>${points(["2019年", "2020年"])}</c:strCache></c:cat><c:val><c:numCache>${points(["11000", "13000.000000000002"])}</c:numCache></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>`;
const shape = (text: string): string =>
  `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;

const graphic = (content: string): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

function docx(body: string, parts: Readonly<Record<string, string>>, targets: readonly [string, string][]) {
  return rawZip(
    Object.entries({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": documentXml(body),
      "word/_rels/document.xml.rels": relationships(...targets),
      ...parts,
    }).map(([name, content]) => ({ name, content })),
  );
}

describe("words that a document keeps in parts of their own", () => {
  it("are read from charts, as title and table, and from diagrams", async () => {
    const body = `<w:p><w:r><w:t>正文</w:t></w:r>${graphic('<c:chart r:id="rId1"/>')}${graphic('<dgm:relIds r:dm="rId2"/>')}</w:p>${paragraph("后")}`;
    const file = await inspectOne(
      "a.docx",
      docx(
        body,
        {
          "word/charts/chart1.xml": chart,
          "word/diagrams/data1.xml":
            '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><dgm:t><a:p><a:r><a:t>领导小组</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
        },
        [
          ["chart", "charts/chart1.xml"],
          ["diagramData", "diagrams/data1.xml"],
        ],
      ),
    );
    expect(outlineOf(file)).toEqual([
      "p 正文",
      "p 就业人数",
      "table 3x2 r1c2=新增 r2c1=2019年 r2c2=11000 r3c1=2020年 r3c2=13000",
      "p 领导小组",
      "p 后",
    ]);
    expect([file.status, file.messages]).toEqual(["ok", []]);
  });

  it("leave a message when their part cannot be found", async () => {
    const file = await inspectOne("a.docx", docx(`<w:p>${graphic('<c:chart r:id="rId9"/>')}</w:p>`, {}, []));
    expect([file.status, codesOf(file)]).toEqual(["partial", ["drawing-text-skipped", "no-text"]]);
  });

  it("of headers and footers stand in a message, page numbers do not", async () => {
    const part = (text: string): string => documentXml(paragraph(text)).replaceAll("w:document", "w:hdr");
    const file = await inspectOne(
      "a.docx",
      docx(
        paragraph("正文"),
        {
          "word/header1.xml": part("示例市人民政府"),
          "word/header2.xml": part("示例市人民政府"),
          "word/footer1.xml": part("— 3 —"),
        },
        [
          ["header", "header1.xml"],
          ["header", "header2.xml"],
          ["footer", "footer1.xml"],
        ],
      ),
    );
    expect([file.status, outlineOf(file)]).toEqual(["ok", ["p 正文"]]);
    expect(file.messages).toEqual([
      { code: "header-footer", place: "", text: "页眉页脚里的文字没有计入正文：“示例市人民政府”。" },
    ]);
  });
});

describe("words that lie on a sheet", () => {
  it("follow its table: text boxes, titles of charts, pictures", async () => {
    const file = await inspectOne(
      "a.xlsx",
      xlsxWith({
        sheets: [{ name: "表", xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }],
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": relationships(["drawing", "../drawings/drawing1.xml"]),
          "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><mc:AlternateContent><mc:Choice>${shape("填报说明：单位万元")}</mc:Choice><mc:Fallback>${shape("看不到")}</mc:Fallback></mc:AlternateContent><xdr:pic><xdr:cNvPr descr="盖章页"/><a:blip r:embed="rId2"/></xdr:pic><xdr:graphicFrame><a:graphicData><c:chart r:id="rId1"/></a:graphicData></xdr:graphicFrame></xdr:wsDr>`,
          "xl/drawings/_rels/drawing1.xml.rels": relationships(
            ["chart", "../charts/chart1.xml"],
            ["image", "../media/image1.png"],
          ),
          "xl/charts/chart1.xml": chart,
        },
      }),
    );
    expect(outlineOf(file)).toEqual([
      "table 1x1 r1c1=1",
      "p 填报说明：单位万元",
      "p 就业人数",
      "image image1.png",
    ]);
    expect(file.messages).toEqual([]);
  });
});

describe("a document that is made of pictures alone", () => {
  const scan = `<w:p>${graphic('<a:blip r:embed="rId1"/>')}</w:p>`;
  const pages = (body: string) =>
    docx(body, { "word/media/image1.jpeg": "x" }, [["image", "media/image1.jpeg"]]);

  it("is said to be a scan that has to be typed in", async () => {
    const file = await inspectOne("证明材料.docx", pages(scan + scan));
    expect(outlineOf(file)).toEqual(["image image1.jpeg", "image image1.jpeg"]);
    expect([file.status, codesOf(file)]).toEqual(["partial", ["pictures-only"]]);
  });

  it("is none as soon as a line of it is text", async () => {
    const file = await inspectOne("证明材料.docx", pages(scan + paragraph("营业执照")));
    expect([file.status, codesOf(file)]).toEqual(["ok", []]);
  });
});

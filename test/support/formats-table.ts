import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CFB, utils, write } from "@e965/xlsx";
import type { InspectedFile } from "../../electron/intake/inspect.ts";
import { docWith } from "./doc-fixture.ts";
import { blocksOf, codesOf, inspectBytes, inspectOne, outlineOf } from "./inspect-bytes.ts";
import { mailWith } from "./mail-fixture.ts";
import { msgWith } from "./msg-fixture.ts";
import { docxWith, paragraph } from "./office-fixture.ts";
import { pdfWith } from "./pdf-fixture.ts";
import { rawZip } from "./raw-zip.ts";
import { tnefWith } from "./tnef-fixture.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../fixtures/intake", name));
const textOf = (file: InspectedFile): string => outlineOf(file).join("\n");
const READ = "读取";
const PARTLY = "部分";
const NAMED = "不读，有提示";
const REFUSED = "拒绝，说明原因";
const NONE = "—";

interface DocumentFiles {
  readonly plan: InspectedFile;
  readonly report: InspectedFile;
  readonly extras: InspectedFile;
  readonly locked: InspectedFile | null;
}

const lockedState = ({ locked }: { readonly locked: InspectedFile | null }): string =>
  locked === null ? NONE : locked.error?.code === "encrypted" ? REFUSED : "！";

const LISTED = "列在提示里";
const commentsState = (file: InspectedFile): string => {
  if (codesOf(file).includes("comments-listed")) return LISTED;
  return codesOf(file).includes("comments-ignored") ? NAMED : NONE;
};

/** Each looks at what was really read of the fixtures. */
const documentFeatures: Readonly<Record<string, (files: DocumentFiles) => string>> = {
  标题层级: ({ plan }) => (textOf(plan).includes("h1 一、工作基础") ? READ : NONE),
  "表格、合并单元格": ({ plan }) =>
    textOf(plan).includes("r1c1+2x1=指标")
      ? READ
      : codesOf(plan).includes("pdf-tables")
        ? "只按行读成文字，有提示"
        : NONE,
  表中表: ({ report }) => (textOf(report).includes("r1c1=内甲 r1c2=内乙") ? READ : PARTLY),
  自动编号: ({ report }) => {
    if (textOf(report).includes("一、工作基础")) return READ;
    return textOf(report).includes("1. 工作基础") ? "按文件写明的数字" : NONE;
  },
  "脚注、尾注": ({ plan }) => (textOf(plan).includes("数据来自统计年鉴") ? READ : NONE),
  文本框: ({ extras }) => (textOf(extras).includes("文本框里的说明") ? READ : NONE),
  修订: ({ plan }) => {
    if (codesOf(plan).includes("tracked-changes")) return "按接受后读取，有提示";
    return textOf(plan).includes("旧新") ? "照文件显示的读" : NONE;
  },
  批注: ({ extras }) => commentsState(extras),
  页眉页脚: ({ report }) =>
    codesOf(report).includes("header-footer")
      ? LISTED
      : textOf(report).includes("示例市发展和改革委员会")
        ? "作为正文"
        : NONE,
  打开密码: lockedState,
};

const compound = (streams: Readonly<Record<string, Uint8Array>>): Buffer => {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
};
const encryptedOffice = compound({ EncryptedPackage: Buffer.alloc(5000) });
const encryptedOdf = rawZip([
  { name: "mimetype", content: "application/vnd.oasis.opendocument.text", method: 0 },
  { name: "META-INF/manifest.xml", content: "<manifest><encryption-data/></manifest>" },
  { name: "content.xml", content: "x" },
]);

/** A workbook of Excel 97 that says it is locked: the record stands behind the first one. */
function lockedXls(): Buffer {
  const book = utils.book_new(utils.aoa_to_sheet([["甲"]]));
  const plain = CFB.find(
    CFB.read(write(book, { type: "buffer", bookType: "biff8" }), { type: "buffer" }),
    "Workbook",
  );
  const stream = Buffer.from(plain?.content ?? []);
  const first = 4 + stream.readUInt16LE(2);
  const record = Buffer.concat([Buffer.from("2f003600010001000100", "hex"), Buffer.alloc(48)]);
  return compound({
    Workbook: Buffer.concat([stream.subarray(0, first), record, stream.subarray(first), Buffer.alloc(4096)]),
  });
}

/** The rich text box of RTF is written by hand: LibreOffice leaves it out. */
const rtfBox = Buffer.from(
  `{\\rtf1\\ansi\\uc0 {\\shp{\\*\\shpinst{\\shptxt ${[..."文本框里的说明"].map((char) => `\\u${char.codePointAt(0)} `).join("")}\\par}}}{\\*\\annotation x}\\par}`,
);

async function documents(): Promise<readonly (readonly [string, DocumentFiles])[]> {
  const read = async (name: string, bytes?: Uint8Array) => inspectOne(name, bytes ?? (await fixture(name)));
  const files = async (
    plan: string,
    extension: string,
    locked: Uint8Array | null,
    extras?: Uint8Array,
  ): Promise<DocumentFiles> => ({
    plan: await read(plan),
    report: await read(`report.${extension}`),
    extras: await read(`extras.${extension}`, extras),
    locked: locked === null ? null : await read(`locked.${extension}`, locked),
  });
  return [
    ["Word .docx", await files("library.docx", "docx", encryptedOffice)],
    [
      "Word 97-2003 .doc、WPS .wps",
      await files("word97.doc", "doc", docWith({ runs: [{ text: "甲\r" }], flags: 0x100 })),
    ],
    ["RTF .rtf", await files("libreoffice.rtf", "rtf", null, rtfBox)],
    ["OpenDocument .odt、.fodt", await files("libreoffice.odt", "odt", encryptedOdf)],
    ["网页 .html（也包括存成 .doc、.xls 的）", await files("libreoffice.html", "html", null)],
    ["PDF .pdf", await files("libreoffice.pdf", "pdf", await fixture("encrypted.pdf"))],
  ];
}

interface SheetFiles {
  readonly book: InspectedFile;
  /** What lies on or beside the cells, for the formats that have it. */
  readonly extras: InspectedFile | null;
  readonly locked: InspectedFile | null;
}

const sheetFeatures: Readonly<Record<string, (files: SheetFiles) => string>> = {
  单元格: ({ book }) => (textOf(book).includes("=甲项目") ? READ : NONE),
  合并单元格: ({ book }) => (/\+1x\d=主要建设项目汇总表/.test(textOf(book)) ? READ : NONE),
  显示时舍入的数: ({ book }) => (textOf(book).includes("=1351.78") ? "读完整数值" : "读显示的数值"),
  日期: ({ book }) => (/=2020[-/]0?9[-/]25/.test(textOf(book)) ? READ : NONE),
  隐藏行: ({ book }) => (codesOf(book).includes("hidden-rows") ? "读取并注明" : NONE),
  隐藏工作表: ({ book }) => (codesOf(book).includes("hidden-sheet") ? "读取并注明" : NONE),
  隐藏列: ({ extras }) => (extras && codesOf(extras).includes("hidden-columns") ? "读取并注明" : NONE),
  文本框: ({ extras }) => (extras && textOf(extras).includes("填报说明") ? READ : NONE),
  批注: ({ extras }) => (extras ? commentsState(extras) : NONE),
  打印页眉页脚: ({ extras }) => (extras && codesOf(extras).includes("header-footer") ? LISTED : NONE),
  公式错误值: ({ extras }) => (extras && codesOf(extras).includes("error-value") ? "读取并注明" : NONE),
  打开密码: lockedState,
};

const xmlBook = `<?xml version="1.0"?><Workbook><Styles><Style ss:ID="s"><NumberFormat ss:Format="#,##0"/></Style></Styles><Worksheet ss:Name="表"><Table><Column ss:Hidden="1"/><Row><Cell ss:MergeAcross="4"><Data ss:Type="String">主要建设项目汇总表</Data></Cell></Row><Row ss:Hidden="1"><Cell><Data ss:Type="String">甲项目</Data><Comment><ss:Data>请核实</ss:Data></Comment></Cell><Cell ss:StyleID="s"><Data ss:Type="Number">1351.78</Data></Cell><Cell><Data ss:Type="DateTime">2020-09-25T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#DIV/0!</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><Visible>SheetHidden</Visible></Worksheet></Workbook>`;

async function workbooks(): Promise<readonly (readonly [string, SheetFiles])[]> {
  const files = async (
    name: string,
    bytes: Uint8Array | string,
    locked: Uint8Array | null,
    extras: Uint8Array | string | null,
  ): Promise<SheetFiles> => ({
    book: await inspectOne(name, bytes),
    extras: extras === null ? null : await inspectOne(name, extras),
    locked: locked === null ? null : await inspectOne(name, locked),
  });
  const csv = "主要建设项目汇总表\r\n序号,项目名称,总投资,开工日期\r\n1,甲项目,1352,2020-09-25\r\n";
  return [
    [
      "Excel .xlsx、.xlsm",
      await files("a.xlsx", await fixture("library.xlsx"), encryptedOffice, await fixture("extras.xlsx")),
    ],
    [
      "Excel 97-2003 .xls、WPS .et",
      await files("a.xls", await fixture("excel97.xls"), lockedXls(), await fixture("extras.xls")),
    ],
    [
      "OpenDocument .ods、.fods",
      await files("a.ods", await fixture("libreoffice.ods"), encryptedOdf, await fixture("extras.ods")),
    ],
    ["Excel 2003 XML（常存成 .xls）", await files("a.xls", xmlBook, null, xmlBook)],
    ["网页表格 .html（常存成 .xls）", await files("a.xls", await fixture("workbook.html"), null, null)],
    ["文本 .csv、.txt", await files("a.csv", csv, null, null)],
  ];
}

const plain = docxWith(paragraph("正文"));
const attachment = { headers: ["Content-Disposition: attachment; filename=a.docx"], content: plain };
const headers = ["From: a@b.cn", "Received: x; Fri, 25 Sep 2020 16:59:30 +0800", "Subject: s"];

function others(): readonly (readonly [string, string, Uint8Array | string])[] {
  return [
    ["邮件 .eml", "a.eml", mailWith({ headers, attachments: [attachment] })],
    [
      "Outlook 邮件 .msg",
      "a.msg",
      msgWith({ body: "x", delivered: 1, attachments: [{ name: "a.docx", content: plain }] }),
    ],
    [
      "winmail.dat",
      "winmail.dat",
      tnefWith({ attachments: [{ title: Buffer.from("a.docx"), content: plain }] }),
    ],
    ["压缩包 .zip", "a.zip", rawZip([{ name: "a.docx", content: plain }])],
    ["压缩包分卷 .z01、.zip.001、.part1.rar（不齐的）", "a.zip.001", "x"],
    ["压缩包 .rar", "a.rar", Buffer.from("526172211a0700", "hex")],
    ["压缩包 .7z", "a.7z", Buffer.from("377abcaf271c0004", "hex")],
    ["扫描成 PDF 的文件", "a.pdf", pdfWith([{ content: "", picture: true }])],
    ["图片 .jpg、.png 等", "a.png", Buffer.from("89504e470d0a1a0a00", "hex")],
    ["Word 95 及更早的 .doc", "a.doc", docWith({ runs: [{ text: "甲\r" }], version: 101 })],
    ["版式文件 .ofd", "a.ofd", rawZip([{ name: "OFD.xml", content: "<x/>" }])],
    ["演示文稿 .pptx", "a.pptx", rawZip([{ name: "[Content_Types].xml" }, { name: "ppt/presentation.xml" }])],
    ["程序 .exe", "a.exe", Buffer.from("4d5a90000300", "hex")],
  ];
}

async function otherRow(label: string, name: string, bytes: Uint8Array | string): Promise<string[]> {
  const [outer, ...inner] = await inspectBytes(name, bytes);
  if (!outer) throw new Error("nothing was read");
  if (outer.error) return [label, "拒绝", outer.error.message];
  if (inner.length > 0 && inner.every((file) => blocksOf(file).length > 0))
    return [label, "拆开", "取出其中的文件，逐个读取。"];
  return [label, outer.status === "partial" ? PARTLY : READ, outer.messages[0]?.text ?? ""];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

function featureTable<Files>(
  formats: readonly (readonly [string, Files])[],
  features: Readonly<Record<string, (files: Files) => string>>,
): string {
  const rows = Object.entries(features).map(([name, state]) => [
    name,
    ...formats.map(([, files]) => state(files)),
  ]);
  return tableOf(["内容", ...formats.map(([name]) => name)], rows);
}

/** The help page about formats, from what is really read of the fixtures. */
export async function formatsPage(): Promise<string> {
  const rows = await Promise.all(others().map((other) => otherRow(...other)));
  return `# 能读哪些文件

程序按文件的内容判断格式，不看扩展名；扩展名与内容不符的会提示。没有读到的内容都写在文件的提示里，请打开原文件核对。

本页的表由测试从实际读到的结果生成，请勿手工修改。“—”表示这种格式没有这一项，或没有验证过。

## 文字材料

${featureTable(await documents(), documentFeatures)}

图表、SmartArt 和艺术字里的文字（.docx）读成段落和表格；文档里嵌入的 Excel 表和 Word 文档（.docx）读在它所在的位置，其他嵌入对象不读，有提示；隐藏文字计入正文，有提示；公式（.docx、.odt）读成一行，分数写成“甲/乙”；PDF 有三页以上的，各页相同的页眉页脚列在提示里，不打断正文；宏从不运行；链接从不打开。

## 表格

${featureTable(await workbooks(), sheetFeatures)}

## 其他

${tableOf(["文件", "处理", "说明"], rows)}

.zip 的分卷（.z01 … .zip，或 .zip.001 …）一起导入时自动合并后读取，可以分在几封邮件里。
`;
}

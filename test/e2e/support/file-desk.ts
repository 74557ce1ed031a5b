import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import {
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { seedFileRound } from "../../support/file-round.ts";
import { docxWith } from "../../support/office-fixture.ts";
import { pdfWith, shown } from "../../support/pdf-fixture.ts";
import { ask, startProgram } from "../../support/program.ts";
import type { Desk } from "./open-desk.ts";
import { projectRoot } from "./running-program.ts";
import { expect } from "./window.ts";

interface PlacedFile {
  readonly name: string;
  readonly sha256: string;
  readonly submission: string;
}

export interface FileRound {
  readonly dataFolder: string;
  /** Folder with every file as it was given. */
  readonly originals: string;
  readonly round: string;
  readonly expert: string;
  readonly submissions: readonly string[];
  readonly files: ReadonlyMap<string, PlacedFile>;
}

const fixtures = join(projectRoot, "test", "fixtures", "intake");
const samples = join(projectRoot, "resources", "samples", "round");

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("加密") && !basename(name).startsWith("~$"))
    .map((name) => join(folder, name));

/** A name of its own for each, as they all lie in one round. */
const nameOfSample = (file: string): string =>
  file.startsWith(fixtures) ? basename(file) : `${basename(dirname(file))}-${basename(file)}`;

const wordFiles = (): string[] => [...filesBelow(samples, ".docx"), ...filesBelow(fixtures, ".docx")];

/** One of the samples is a document of Word 97 under the name of a new one: it has no page look. */
const isPackage = (file: string): boolean => readFileSync(file).subarray(0, 2).toString("latin1") === "PK";

export const sampleWordFiles = (): string[] => wordFiles().filter(isPackage).map(nameOfSample);

const pages = Array.from({ length: 60 }, (_, index) => index + 1);

/** Sixty pages with a heading, text and a table on each. */
const sixtyPages = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: pages.flatMap((page) => [
            new Paragraph({
              text: `第${page}章 工作基础`,
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: page > 1,
            }),
            ...Array.from(
              { length: 8 },
              (_, line) => new Paragraph(`第${page}章第${line + 1}段，营造良好创新创业生态。`),
            ),
            new Paragraph({
              children: [
                new TextRun("前文，"),
                new TextRun({ text: `第${page}页的`, bold: true }),
                new TextRun("数字是21家。"),
              ],
            }),
            new Table({
              rows: Array.from(
                { length: 5 },
                (_, row) =>
                  new TableRow({
                    children: Array.from(
                      { length: 4 },
                      (_unused, column) =>
                        new TableCell({ children: [new Paragraph(`${page}-${row + 1}-${column + 1}`)] }),
                    ),
                  }),
              ),
            }),
          ]),
        },
      ],
    }),
  );

/** Rows of the long table of 千行表.docx, of four cells each. */
export const TABLE_ROWS = 1200;

/** A table over many pages between two paragraphs, wider than they are. */
const longTable = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph("项目清单如下"),
            new Table({
              columnWidths: [2600, 2600, 2600, 2600],
              rows: Array.from(
                { length: TABLE_ROWS },
                (_, row) =>
                  new TableRow({
                    children: Array.from(
                      { length: 4 },
                      (_unused, column) =>
                        new TableCell({ children: [new Paragraph(`项目${row + 1}-${column + 1}`)] }),
                    ),
                  }),
              ),
            }),
            new Paragraph("清单到此为止"),
          ],
        },
      ],
    }),
  );

/** A text box without a picture of it for older programs, and a field of the short kind: the drawing library leaves both out. */
const withTextBox = (): Buffer =>
  docxWith(`
    <w:p><w:r><w:t>正文在此</w:t></w:r></w:p>
    <w:p><w:fldSimple w:instr="DOCPROPERTY Title"><w:r><w:t>自动字段里的标题</w:t></w:r></w:fldSimple></w:p>
    <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1000000" cy="1000000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p><w:r><w:t>文本框里的话</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`);

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const withPicture = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph("图前文字"),
            new Paragraph({
              children: [
                new ImageRun({
                  type: "png",
                  data: onePixel,
                  transformation: { width: 200, height: 100 },
                  altText: { name: "园区", title: "园区", description: "园区全景照片" },
                }),
              ],
            }),
            new Paragraph("图后文字"),
          ],
        },
      ],
    }),
  );

/** Everything a document can try: values that end a rule, addresses to load, foreign pages, links, shapes over the window. */
function hostile(): Buffer {
  const evil = "https://evil.example/x";
  const escaped = `&quot;; } * { background: url(${evil}) } body { display: none } @import url(${evil}); .x {`;
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${evil}" TargetMode="External"/>
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a${escaped}"><w:name w:val="x"/><w:rPr><w:rFonts w:ascii="${escaped}"/></w:rPr></w:style></w:styles>`;
  const body = `
    <w:p><w:r><w:t>正文还在</w:t></w:r></w:p>
    <w:p><w:r><w:rPr><w:rFonts w:ascii="${escaped}"/><w:color w:val="red; background: url(${evil})"/></w:rPr><w:t>字体</w:t></w:r></w:p>
    <w:p><w:hyperlink r:id="rId1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>
    <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1000000" cy="1000000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId2" r:embed="rId2"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
    <w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:fixed;top:0;left:0;width:2000px;height:2000px;background:url(${evil})" fillcolor="url(${evil})" onload="alert(1)"><v:textbox><w:txbxContent><w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`;
  return docxWith(body, { "_rels/document.xml.rels": rels, "styles.xml": styles });
}

const numerals: Readonly<Record<string, string>> = {
  一: "D2BB",
  二: "B6FE",
  三: "C8FD",
  四: "CBC4",
  五: "CEE5",
  六: "C1F9",
  七: "C6DF",
  八: "B0CB",
  九: "BEC5",
  十: "CAAE",
  第: "B5DA",
  页: "D2B3",
  正: "D5FD",
  文: "CEC4",
};

function chinese(number: number): string {
  const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${digits[number % 10]}`;
}

const gbk = (text: string): string => [...text].map((character) => numerals[character] ?? "").join("");

/** Thirty pages in a Chinese font that is not inside the file. */
const withoutFonts = (): Buffer =>
  pdfWith(
    Array.from({ length: 30 }, (_, index) => ({
      content: shown(gbk(`第${chinese(index + 1)}页`), 60, 760) + shown(gbk("正文正文"), 60, 700),
    })),
  );

/** A round with real files of every kind, open for an expert; made by the services themselves. */
export async function fileRound(): Promise<FileRound> {
  const originals = mkdtempSync(join(tmpdir(), "pingshen-originals-"));
  const made: Readonly<Record<string, Uint8Array>> = {
    "六十页.docx": await sixtyPages(),
    "图.docx": await withPicture(),
    "千行表.docx": await longTable(),
    "文本框.docx": withTextBox(),
    "不怀好意.docx": hostile(),
    "其实是别的.docx": Buffer.from("<html><body><p>这里只有文字</p></body></html>"),
    "没有字体.pdf": withoutFonts(),
    "扫描.pdf": pdfWith([{ content: "", picture: true }]),
    "照片.png": onePixel,
    "report.doc": readFileSync(join(fixtures, "report.doc")),
    "library.xlsx": readFileSync(join(fixtures, "library.xlsx")),
    ...Object.fromEntries(wordFiles().map((file) => [nameOfSample(file), readFileSync(file)])),
  };
  mkdirSync(originals, { recursive: true });
  for (const [name, bytes] of Object.entries(made)) writeFileSync(join(originals, name), bytes);
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-file-round-"));
  const program = await startProgram(dataFolder);
  const opened = await seedFileRound(
    program,
    Object.entries(made).map(([path, bytes]) => ({ path, bytes })),
  );
  const files = new Map<string, PlacedFile>();
  const { submissions } = await ask(program, "intake/list", { round: opened.round });
  for (const { id } of submissions) {
    const dossier = await ask(program, "submission/get", { submission: id });
    for (const { name, sha256 } of dossier.files) files.set(name, { name, sha256, submission: id });
  }
  await program.close();
  return {
    dataFolder,
    originals,
    round: opened.round,
    expert: opened.experts[0]?.id ?? "",
    submissions: submissions.map(({ id }) => id),
    files,
  };
}

/** Shows a file at the desk of the first expert, in a look when one is named. */
export async function openFile(
  desk: Desk,
  round: FileRound,
  name: string,
  look?: "阅读" | "版面",
): Promise<PlacedFile> {
  const file = round.files.get(name);
  if (file === undefined) throw new Error(`no ${name} in ${[...round.files.keys()].join(", ")}`);
  const at = { round: round.round, expert: round.expert, submission: file.submission };
  await desk.call("desk/declare", { ...at, recusal: null });
  // The desk reads its address when it is entered.
  await desk.page.evaluate(() => {
    location.hash = "/";
  });
  await expect(desk.page.locator(".reading-room")).toHaveCount(0);
  await desk.page.evaluate((path) => {
    location.hash = path;
  }, `/round/${round.round}/desk/${round.expert}?submission=${file.submission}&file=${file.sha256}&block=none`);
  await expect(desk.page.locator(`.doc-scroll[data-sha256="${file.sha256}"]`)).toBeVisible();
  if (look !== undefined) await desk.page.getByRole("button", { name: look, exact: true }).click();
  return file;
}

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Grid } from "./grid.ts";
import { repackOfficeFile } from "./repack.ts";

export type Part =
  | { readonly kind: "title" | "h1" | "h2" | "p" | "line" | "centre" | "right"; readonly text: string }
  | { readonly kind: "table"; readonly grid: Grid };

export interface WordFile {
  readonly header: string;
  readonly headings: "styled" | "bold";
  readonly landscape?: boolean;
  readonly parts: readonly Part[];
}

const song = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋" };
const hei = { ...song, eastAsia: "黑体" };
const kai = { ...song, eastAsia: "楷体" };
const title = { ...song, eastAsia: "方正小标宋简体" };

export async function writeWord(file: WordFile): Promise<Buffer> {
  const document = new Document({
    creator: "示例",
    lastModifiedBy: "示例",
    title: "示例材料",
    styles: { default: { document: { run: { font: song, size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, ...(file.landscape ? { orientation: "landscape" } : {}) },
            margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
          },
        },
        headers: { default: new Header({ children: [line(file.header, { size: 18, align: "right" })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: file.parts.map((part) => draw(part, file.headings)),
      },
    ],
  });
  return repackOfficeFile(await Packer.toBuffer(document));
}

function draw(part: Part, headings: "styled" | "bold"): Paragraph | Table {
  if (part.kind === "table") return drawTable(part.grid);
  const { text } = part;
  if (part.kind === "title") return line(text, { font: title, size: 44, align: "center", after: 300 });
  if (part.kind === "centre") return line(text, { align: "center" });
  if (part.kind === "right") return line(text, { align: "right" });
  if (part.kind === "line") return line(text, {});
  if (part.kind === "p") return line(text, { indent: true });
  const font = part.kind === "h1" ? hei : kai;
  const heading = part.kind === "h1" ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return line(text, { font, indent: true, ...(headings === "styled" ? { heading } : {}) });
}

interface LineLook {
  readonly font?: typeof song;
  readonly size?: number;
  readonly align?: "center" | "right";
  readonly indent?: boolean;
  readonly after?: number;
  readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
}

function line(text: string, look: LineLook): Paragraph {
  return new Paragraph({
    ...(look.heading ? { heading: look.heading } : {}),
    ...(look.align ? { alignment: AlignmentType[look.align === "center" ? "CENTER" : "RIGHT"] } : {}),
    ...(look.indent ? { indent: { firstLine: 640 } } : {}),
    spacing: { line: 579, lineRule: "exact", before: 0, after: look.after ?? 0 },
    children: [new TextRun({ text, font: look.font ?? song, size: look.size ?? 32, color: "000000" })],
  });
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: song, size: 28 })],
  });

function drawTable(grid: Grid): Table {
  const sum = grid.widths.reduce((total, width) => total + width, 0);
  const rows = Array.from({ length: grid.rows }, (_, i) => {
    const cells = grid.cells.filter((cell) => cell.row === i + 1).sort((a, b) => a.column - b.column);
    return new TableRow({
      children: cells.map(
        (cell) =>
          new TableCell({
            rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan,
            verticalAlign: VerticalAlign.CENTER,
            width: {
              size: Math.round(((grid.widths[cell.column - 1] ?? 1) * 100) / sum),
              type: WidthType.PERCENTAGE,
            },
            children: cell.text.split("\n").map(
              (text) =>
                new Paragraph({
                  ...(cell.head ? { alignment: AlignmentType.CENTER } : {}),
                  children: [new TextRun({ text, font: cell.head ? hei : song, size: 21 })],
                }),
            ),
          }),
      ),
    });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
}

import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { type Font, fallbackFonts, fonts, gb9704 } from "./gb9704.ts";
import { restamp } from "./office-package.ts";

export interface Line {
  readonly text: string;
  readonly style:
    | "annex"
    | "title"
    | "level-one"
    | "level-two"
    | "text"
    | "salutation"
    | "signature"
    | "blank";
}

export interface PageMargin {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const looks: Readonly<
  Record<Line["style"], { font: Font; size: number; indent: boolean; centred: boolean }>
> = {
  annex: { font: fonts.levelOne, size: gb9704.size.text, indent: false, centred: false },
  title: { font: fonts.title, size: gb9704.size.title, indent: false, centred: true },
  "level-one": { font: fonts.levelOne, size: gb9704.size.text, indent: true, centred: false },
  "level-two": { font: fonts.levelTwo, size: gb9704.size.text, indent: true, centred: false },
  text: { font: fonts.text, size: gb9704.size.text, indent: true, centred: false },
  // 7.3.2: 主送机关 flush left.
  salutation: { font: fonts.text, size: gb9704.size.text, indent: false, centred: false },
  signature: { font: fonts.text, size: gb9704.size.text, indent: false, centred: false },
  blank: { font: fonts.text, size: gb9704.size.text, indent: false, centred: false },
};

/** A document after GB/T 9704-2012. `at`: ISO instant written into the file; `margin` where an office differs. */
export async function writeOfficialDocument(
  lines: readonly Line[],
  info: { readonly title: string; readonly at: string; readonly margin?: PageMargin },
): Promise<Buffer> {
  const document = new Document({
    title: info.title,
    creator: "",
    lastModifiedBy: "",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fonts.text, size: gb9704.size.text } } },
      // The character grid is measured from the size of this style: LibreOffice takes 12 pt when it is not there.
      paragraphStyles: [
        {
          id: "Normal",
          name: "Normal",
          quickFormat: true,
          run: { font: fonts.text, size: gb9704.size.text },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...gb9704.page },
            margin: { ...(info.margin ?? gb9704.margin), footer: gb9704.footer },
            pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: gb9704.linePitch,
            charSpace: gb9704.charSpace,
          },
        },
        footers: { default: pageNumber("right"), even: pageNumber("left") },
        children: lines.map((line, index) => paragraph(line, keepsNext(lines, index))),
      },
    ],
  });
  return restamp(await Packer.toBuffer(document), info.at, finishPart);
}

/** 7.3.5.1: 成文日期右空四字; the office stands above it, flush with its end. */
const signatureLayout = {
  alignment: AlignmentType.RIGHT,
  indent: { right: 1280 },
} as const;

const headings: readonly Line["style"][] = ["annex", "title", "level-one", "level-two"];
/** Lines of text that go over to the next page with a signature for which there is no room. */
const withSignature = 2;

/** A heading stands on the page of what follows it, and a signature on one that holds text (7.3.5.4: never on a page of its own). */
function keepsNext(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || index === lines.length - 1) return false;
  if (headings.includes(line.style)) return true;
  const signature = lines.findIndex(({ style }) => style === "signature");
  if (signature < 0) return false;
  const texts = lines.flatMap(({ style }, at) => (style === "text" && at < signature ? [at] : []));
  return index >= (texts.at(-withSignature) ?? signature);
}

function paragraph({ text, style }: Line, keepNext: boolean): Paragraph {
  const look = looks[style];
  return new Paragraph({
    ...(keepNext ? { keepNext } : {}),
    ...(look.centred ? { alignment: AlignmentType.CENTER } : {}),
    ...(style === "signature" ? signatureLayout : {}),
    ...(look.indent ? { indent: { firstLineChars: gb9704.indentChars, firstLine: 640 } } : {}),
    spacing: { line: gb9704.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [
      new TextRun({
        text,
        font: look.font,
        size: look.size,
        ...(look.size === gb9704.size.text ? { characterSpacing: gb9704.characterSpacing } : {}),
      }),
    ],
  });
}

/** 一字线 on both sides of the number, one character from the edge: outside on a sheet printed on both sides. */
function pageNumber(side: "left" | "right"): Footer {
  const run = { font: fonts.pageNumber, size: gb9704.size.pageNumber };
  const one = gb9704.pageNumberIndentChars;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === "right" ? { right: 280 } : { firstLineChars: one, firstLine: 280 },
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], ...run })],
      }),
    ],
  });
}

/**
 * What the docx library cannot write. The page carries the grid of the standard, and paragraphs reach it by exact pitch and spacing
 * without snapping to it: LibreOffice gives a 16 pt character two cells of 15.79 pt, and a title of 22 pt two lines.
 */
function finishPart(name: string, text: string): string {
  if (name === "word/fontTable.xml") return fontTable();
  if (name !== "word/document.xml") return text;
  return text.replaceAll(
    /<w:pPr>(<w:keepNext\/>)?<w:spacing /g,
    '<w:pPr>$1<w:snapToGrid w:val="0"/><w:spacing ',
  );
}

/** Names a replacement for each font that may be missing (ECMA-376 17.8.3.1). */
function fontTable(): string {
  const used = [...new Set(Object.values(fonts).flatMap((font) => [font.eastAsia, font.ascii]))];
  const entries = used.map((name) => {
    const fallback = fallbackFonts[name];
    return `<w:font w:name="${name}">${fallback ? `<w:altName w:val="${fallback}"/>` : ""}</w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join("")}</w:fonts>`;
}

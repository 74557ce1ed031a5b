import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { BlockList } from "./flow/block-list.ts";
import { newParagraph } from "./flow/drafts.ts";
import { noteMargins } from "./flow/note-margins.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { ParagraphJoiner } from "./pdf/join-lines.ts";
import { BundledTables, loadPdfjs } from "./pdf/load-pdfjs.ts";
import { type PageLine, type PlacedText, pageLines, withoutPageNumber } from "./pdf/page-lines.ts";
import { runningLines } from "./pdf/running-lines.ts";
import type { Reading, ReadResult } from "./reading.ts";

/** Only the dictionary of a picture tells that a page is a scan; it is never compressed. */
const hasPictures = (bytes: Uint8Array): boolean =>
  /\/Subtype\s*\/Image|\/Im\d+\s+Do|\bBI\s/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"),
  );

/** Characters no one wrote: the font does not say what its shapes mean. */
function isGarbled(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code < 9) odd += 1;
  }
  return odd * 5 > text.length;
}

async function pieces(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent();
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = page.getViewport({ scale: 1 }).transform;
  const placed: PlacedText[] = [];
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, , skew = 0, height = 0, x = 0, y = 0]: number[] = item.transform;
    const size = Math.hypot(skew, height) || item.height || 1;
    placed.push({ text: item.str, x: a * x + c * y + e, y: b * x + d * y + f, width: item.width, size });
  }
  return placed;
}

/** Values typed into the fields of a form. */
async function fieldTexts(page: PDFPageProxy): Promise<string[]> {
  const texts: string[] = [];
  for (const field of await page.getAnnotations()) {
    const { subtype, fieldValue, alternativeText, fieldName } = field;
    if (subtype !== "Widget" || typeof fieldValue !== "string" || fieldValue.trim() === "") continue;
    const name = alternativeText || fieldName;
    texts.push(name ? `${name}：${fieldValue}` : fieldValue);
  }
  return texts;
}

interface ReadPage {
  readonly lines: readonly PageLine[];
  /** What was typed into its form. */
  readonly fields: readonly string[];
  readonly width: number;
}

class PdfReader {
  private readonly source: PDFDocumentProxy;
  private readonly reading: Reading;
  private readonly textless: number[] = [];
  private tables = false;
  private garbled = false;

  constructor(source: PDFDocumentProxy, reading: Reading) {
    this.source = source;
    this.reading = reading;
  }

  async read(): Promise<readonly string[]> {
    const count = Math.min(this.source.numPages, this.reading.limits.pages);
    const pages: ReadPage[] = [];
    for (let number = 1; number <= count; number += 1) {
      this.reading.check();
      pages.push(await this.readPage(number));
    }
    if (count < this.source.numPages) this.noteMissing("pages-cut", { limit: String(count) });
    return this.joined(pages);
  }

  /** Headers and footers would stand in the middle of sentences that go on over the page. */
  private joined(pages: readonly ReadPage[]): readonly string[] {
    const running = runningLines(pages.map((page) => page.lines));
    const joiner = new ParagraphJoiner();
    for (const { lines, fields, width } of pages) {
      const own = running.size === 0 ? lines : lines.filter((line) => !running.has(line));
      joiner.addPage(withoutPageNumber(own), width);
      joiner.paragraphs.push(...fields);
    }
    noteMargins(
      [...running].map((line) => line.text),
      this.reading,
    );
    return joiner.paragraphs;
  }

  private async readPage(number: number): Promise<ReadPage> {
    const page = await this.source.getPage(number);
    const lines = withoutPageNumber(pageLines(await pieces(page)));
    const fields = await fieldTexts(page);
    if (lines.length === 0 && fields.length === 0) this.textless.push(number);
    if (lines.filter((line) => line.gaps > 0).length > 1) this.tables = true;
    if (isGarbled(lines.map((line) => line.text).join(""))) this.garbled = true;
    page.cleanup();
    return { lines, fields, width: page.getViewport({ scale: 1 }).width };
  }

  /** What of the file is not in the text. */
  note(pictures: boolean): void {
    const { textless } = this;
    if (pictures && textless.length > 0) {
      const all = textless.length === this.source.numPages;
      const pages = `${textless.slice(0, 10).join("、")}${textless.length > 10 ? "…" : ""}`;
      this.noteMissing(all ? "scanned" : "scanned-pages", { pages, count: String(textless.length) });
    }
    if (this.tables) this.noteMissing("pdf-tables");
    if (this.garbled) this.noteMissing("pdf-garbled");
  }

  private noteMissing(
    code: "scanned" | "scanned-pages" | "pages-cut" | "pdf-tables" | "pdf-garbled",
    params: Readonly<Record<string, string>> = {},
  ): void {
    this.reading.partial = true;
    this.reading.messages.add(code, "", params);
  }
}

function refusalOf(error: unknown): IntakeRefusal {
  if (error instanceof IntakeRefusal) return error;
  const name = error instanceof Error ? error.name : "";
  return new IntakeRefusal(name === "PasswordException" ? "encrypted" : "broken");
}

/** Waits no longer than the file may take: pdf.js gives way to other work between its steps. */
async function withinTime<Value>(work: Promise<Value>, reading: Reading): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const look = (): void => {
      const left = reading.remaining();
      if (left < 0) reject(new IntakeRefusal("timeout"));
      else timer = setTimeout(look, left + 1);
    };
    look();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readPages(bytes: Uint8Array, reading: Reading): Promise<ReadResult> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: BundledTables,
    cMapUrl: "bundled/",
    cMapPacked: true,
    verbosity: 0,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  });
  try {
    const reader = new PdfReader(await task.promise, reading);
    const paragraphs = await reader.read();
    reader.note(hasPictures(bytes));
    const list = new BlockList(reading);
    for (const text of paragraphs) if (reading.admit(text)) list.addAll([{ ...newParagraph(), text }]);
    if ((await (await task.promise).getAttachments()) !== null) reading.messages.add("embedded-object");
    return reading.result(list.blocks);
  } finally {
    await task.destroy();
  }
}

/**
 * Reads the text of a PDF into paragraphs; where tables were drawn, their rows are lines. Pages without text that show
 * pictures are scans and are named. No script runs, no font is loaded, nothing is fetched. Throws `IntakeRefusal`.
 */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<ReadResult> {
  try {
    return await withinTime(readPages(bytes, reading), reading);
  } catch (error) {
    throw refusalOf(error);
  }
}

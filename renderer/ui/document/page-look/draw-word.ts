import { parseAsync, renderDocument } from "docx-preview";
import JSZip from "jszip";
import type { Block } from "../../../../shared/submission/document.ts";
import { Aligner } from "./align-units.ts";
import { anchorUnits, collectUnits, type DrawnUnit } from "./collect-units.ts";
import { purify, safeBuilder, safeRules, styleTextOf } from "./safe-nodes.ts";
import { pagePieces, type SectionProps, type WordElement, type WordPage, wordPages } from "./word-pages.ts";

/** Larger than any dossier; a file that unfolds to more is not drawn. */
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_TEXT_BYTES = 60 * 1024 * 1024;
const MOST_ELEMENTS = 20_000;

/** Why a document is not drawn: the reading view stays. */
export class NotDrawn extends Error {
  readonly reason: "format" | "too-large";
  constructor(reason: "format" | "too-large") {
    super(reason);
    this.reason = reason;
  }
}

/** The parsed document of docx-preview, as far as it is touched here. */
interface ParsedWord {
  readonly documentPart: { body: { children: readonly WordElement[]; props: SectionProps } & object };
  readonly stylesPart?: {
    readonly styles: readonly { id: string | null; paragraphProps?: { pageBreakBefore?: boolean } }[];
  };
}

export interface DrawnPage {
  readonly element: HTMLElement;
  readonly number: number;
  readonly lastNumber: number;
}

export interface DrawEvents {
  /** The rules of the document's styles, before the first page. */
  readonly onStyles: (css: string, paginated: boolean) => void;
  readonly onPage: (page: DrawnPage) => void;
  /** More of the page drawn last. */
  readonly onMore: () => void;
}

const options = {
  breakPages: false,
  ignoreFonts: true,
  renderAltChunks: false,
  renderComments: false,
  renderChanges: false,
  experimental: false,
  inWrapper: false,
  debug: false,
};

/** Sizes as the package declares them: nothing is unfolded to find out. */
async function refuseLarge(bytes: ArrayBuffer): Promise<void> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new NotDrawn("format");
  });
  let all = 0;
  for (const [name, file] of Object.entries(zip.files)) {
    const size = declaredSize(file);
    all += size;
    if (all > MOST_BYTES || (/\.xml$/i.test(name) && size > MOST_TEXT_BYTES)) throw new NotDrawn("too-large");
  }
}

function declaredSize(file: JSZip.JSZipObject): number {
  const data: unknown = Reflect.get(file, "_data");
  const size: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "uncompressedSize") : 0;
  return typeof size === "number" ? size : 0;
}

/** Lets the window do what waits: typing, scrolling, painting. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    requestAnimationFrame(() => channel.port2.postMessage(null));
    // A window in the background paints nothing: go on without.
    setTimeout(() => channel.port2.postMessage(null), 120);
  });

/** The first page of a section may have a header of its own; each page is drawn alone and must not take it for its own. */
const propsOfPage = (page: WordPage, before: WordPage | undefined): SectionProps =>
  before?.props === page.props ? { ...page.props, titlePage: false } : page.props;

class WordDrawing {
  private readonly word: ParsedWord;
  private readonly aligner: Aligner;
  private readonly build: ReturnType<typeof safeBuilder>;
  private readonly notes: DrawnUnit[] = [];
  private readonly events: DrawEvents;
  private styled = false;

  constructor(word: ParsedWord, blocks: readonly Block[], events: DrawEvents) {
    this.word = word;
    this.aligner = new Aligner(blocks);
    this.build = safeBuilder(document.implementation.createHTMLDocument(""));
    this.events = events;
  }

  async drawAll(signal: AbortSignal): Promise<void> {
    const { children, props } = this.word.documentPart.body;
    if (children.length > MOST_ELEMENTS) throw new NotDrawn("too-large");
    const broken = new Set(
      (this.word.stylesPart?.styles ?? []).flatMap(({ id, paragraphProps }) =>
        id !== null && paragraphProps?.pageBreakBefore === true ? [id] : [],
      ),
    );
    const { pages, paginated } = wordPages(children, props, (style) => broken.has(style));
    for (const [index, page] of pages.entries())
      await this.drawPage(page, propsOfPage(page, pages[index - 1]), paginated, signal);
    this.anchor(this.notes);
  }

  private async drawPage(page: WordPage, props: SectionProps, paginated: boolean, signal: AbortSignal) {
    let drawn: HTMLElement | null = null;
    for (const elements of pagePieces(page.elements)) {
      const { sections, css } = await this.drawPiece(elements, props);
      if (signal.aborted) return;
      if (!this.styled) this.events.onStyles(safeRules(css), paginated);
      this.styled = true;
      for (const section of sections) {
        if (drawn === null) {
          drawn = section;
          this.events.onPage({ element: section, number: page.number, lastNumber: page.lastNumber });
        } else append(drawn, section);
      }
      this.events.onMore();
      await breathe();
      if (signal.aborted) return;
    }
  }

  private async drawPiece(children: readonly WordElement[], props: SectionProps) {
    const part = this.word.documentPart;
    part.body = { ...part.body, children, props };
    const nodes = await renderDocument(this.word, { ...options, h: this.build });
    const css = nodes.flatMap((node) => styleTextOf(node) ?? []).join("\n");
    const sections = nodes.filter(
      (node): node is HTMLElement => node instanceof HTMLElement && node.matches("section"),
    );
    for (const section of sections) {
      purify(section);
      const { body, notes } = collectUnits(section);
      this.anchor(body);
      this.notes.push(...notes);
    }
    return { sections, css };
  }

  private anchor(units: readonly DrawnUnit[]): void {
    anchorUnits(units, this.aligner.align(units.map(({ unit }) => unit)));
  }
}

/** The rest of a page joins what was drawn of it: text to text, notes to notes; its header and footer are there already. */
function append(page: HTMLElement, more: HTMLElement): void {
  const article = [...page.querySelectorAll(":scope > article")].at(-1);
  for (const child of more.querySelectorAll(":scope > article > *")) article?.append(child);
  const notes = page.querySelector(":scope > ol");
  const further = more.querySelector(":scope > ol");
  if (further === null) return;
  if (notes) notes.append(...further.children);
  else article?.after(further);
}

/**
 * Draws a Word document page by page, from what is allowed only, and says of each paragraph and cell which block it shows.
 * Throws `NotDrawn`.
 */
export async function drawWord(
  bytes: ArrayBuffer,
  blocks: readonly Block[],
  events: DrawEvents,
  signal: AbortSignal,
): Promise<void> {
  await refuseLarge(bytes);
  const word: ParsedWord = await parseAsync(bytes, options);
  if (signal.aborted) return;
  if (!word.documentPart?.body) throw new NotDrawn("format");
  await new WordDrawing(word, blocks, events).drawAll(signal);
}

/** Pictures were given addresses of their own: they are taken back when the document is put away. */
export function releasePictures(root: ParentNode): void {
  for (const picture of root.querySelectorAll("img, image")) {
    const address = picture.getAttribute("src") ?? picture.getAttribute("href") ?? "";
    if (address.startsWith("blob:")) URL.revokeObjectURL(address);
  }
}

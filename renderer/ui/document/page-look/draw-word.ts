import { renderDocument } from "docx-preview";
import type { Block } from "../../../../shared/submission/document.ts";
import { Aligner } from "./align-units.ts";
import {
  anchorLateCells,
  anchorUnits,
  collectUnits,
  type DrawnUnit,
  hasUnplacedCells,
} from "./collect-units.ts";
import { NotDrawn } from "./not-drawn.ts";
import { type OpenedWord, openWord, options } from "./open-word.ts";
import { purify, safeBuilder, safeRules, styleTextOf } from "./safe-nodes.ts";
import { boxTableParts } from "./table-part.ts";
import { PageDivider, type PagePiece, type SectionProps } from "./word-pages.ts";

const MOST_ELEMENTS = 20_000;
/** Milliseconds of drawing, after which the window has its turn. */
const TURN = 20;

export interface DrawnPage {
  readonly element: HTMLElement;
  readonly number: number;
  /** As far as it is known: more of the page may come. */
  readonly lastNumber: number;
}

export interface WholeDrawing {
  /** The file says where its pages end. */
  readonly paginated: boolean;
  /** Blocks of the text that were drawn nowhere, or so that nobody could tell. */
  readonly leftOut: number;
}

export interface DrawEvents {
  /** The rules of the document's styles, before the first page. `paginated`: as it seems so far. */
  readonly onStyles: (css: string, paginated: boolean) => void;
  readonly onPage: (page: DrawnPage) => void;
  /** More of the page drawn last. */
  readonly onMore: (page: DrawnPage) => void;
  /** The nodes that were drawn since, or got their place since: the window is about to have its turn. */
  readonly onTurn: (nodes: readonly Element[]) => void;
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
    // A window in the background paints nothing, a busy one late: go on without.
    setTimeout(() => channel.port2.postMessage(null), 50);
  });

/**
 * The first page of a section may have a header of its own; each page is drawn alone and must not take it for its own. More of
 * a page has its header already.
 */
function propsOfPiece(piece: PagePiece, before: SectionProps | null): SectionProps {
  if (!piece.first) return { ...piece.props, headerRefs: [], footerRefs: [] };
  return before === piece.props ? { ...piece.props, titlePage: false } : piece.props;
}

/** A Word document that is drawn page by page, from what is allowed only, with the block each paragraph and cell shows. */
export class WordDrawing {
  private readonly bytes: ArrayBuffer;
  private readonly aligner: Aligner;
  private readonly build = safeBuilder(document.implementation.createHTMLDocument(""));
  private readonly notes: DrawnUnit[] = [];
  private readonly events: DrawEvents;
  private readonly signal: AbortSignal;
  private blocks: readonly Block[];
  /** Tables with rows that were drawn before they were known. */
  private readonly unplaced: { readonly block: string; readonly drawn: DrawnUnit }[] = [];
  private page: HTMLElement | null = null;
  private props: SectionProps | null = null;
  private fresh: Element[] = [];
  private turnBegan = 0;

  constructor(bytes: ArrayBuffer, blocks: readonly Block[], events: DrawEvents, signal: AbortSignal) {
    this.bytes = bytes;
    this.blocks = blocks;
    this.aligner = new Aligner(blocks);
    this.events = events;
    this.signal = signal;
  }

  /** Draws all. Throws `NotDrawn`. */
  async draw(): Promise<WholeDrawing> {
    this.turnBegan = performance.now();
    const opened = await openWord(this.bytes);
    const broken = new Set(
      (opened.word.stylesPart?.styles ?? []).flatMap(({ id, paragraphProps }) =>
        id !== null && paragraphProps?.pageBreakBefore === true ? [id] : [],
      ),
    );
    const divider = new PageDivider(opened.sections, (style) => broken.has(style));
    let count = 0;
    for (const elements of opened.parts) {
      count += elements.length;
      if (count > MOST_ELEMENTS) throw new NotDrawn("too-large");
      for (const piece of divider.divide(elements)) {
        await this.giveTurn();
        if (this.signal.aborted) return { paginated: divider.paginated, leftOut: 0 };
        await this.drawPiece(opened, piece);
      }
      await this.giveTurn();
    }
    this.anchor(this.notes);
    this.fresh.push(...this.notes.map(({ element }) => element));
    this.endTurn();
    return { paginated: divider.paginated, leftOut: this.aligner.leftOut().length };
  }

  /** More rows of the document's tables are known now. */
  async complete(blocks: readonly Block[]): Promise<void> {
    if (blocks === this.blocks) return;
    this.blocks = blocks;
    for (const { block, drawn } of this.unplaced.splice(0)) {
      if (this.signal.aborted) return;
      const { unit } = drawn;
      if (unit.kind !== "table") continue;
      this.fresh.push(...anchorLateCells(drawn, this.aligner.alignAgain(blocks, block, unit.cells)));
      await this.giveTurn();
    }
    this.endTurn();
  }

  private endTurn(): void {
    if (!this.signal.aborted) this.events.onTurn(this.fresh.splice(0));
  }

  /** Opening a document takes longer than a turn, so that its first piece is shown before the second is drawn. */
  private async giveTurn(): Promise<void> {
    if (this.signal.aborted || performance.now() - this.turnBegan < TURN) return;
    this.endTurn();
    await breathe();
    this.turnBegan = performance.now();
  }

  private async drawPiece({ word, seemsPaginated }: OpenedWord, piece: PagePiece): Promise<void> {
    const part = word.documentPart;
    part.body = { ...part.body, children: piece.elements, props: propsOfPiece(piece, this.props) };
    const styled = this.props !== null;
    this.props = piece.props;
    const nodes = await renderDocument(word, { ...options, h: this.build });
    if (this.signal.aborted) return;
    if (!styled) {
      const css = nodes.flatMap((node) => styleTextOf(node) ?? []).join("\n");
      this.events.onStyles(safeRules(css), seemsPaginated);
    }
    if (piece.first) this.page = null;
    for (const node of nodes)
      if (node instanceof HTMLElement && node.matches("section")) this.place(node, piece);
  }

  private place(section: HTMLElement, { elements, number, lastNumber }: PagePiece): void {
    purify(section);
    const { body, notes } = collectUnits(section, elements[0]?.rowsBefore ?? 0);
    this.anchor(body);
    this.notes.push(...notes);
    boxTableParts(section);
    if (this.page === null) {
      this.page = section;
      this.fresh.push(section);
      this.events.onPage({ element: section, number, lastNumber });
    } else {
      this.fresh.push(...append(this.page, section));
      this.events.onMore({ element: this.page, number, lastNumber });
    }
  }

  private anchor(units: readonly DrawnUnit[]): void {
    const placements = this.aligner.align(units.map(({ unit }) => unit));
    anchorUnits(units, placements);
    for (const [index, drawn] of units.entries()) {
      const placement = placements[index];
      if (placement?.kind === "table" && hasUnplacedCells(drawn))
        this.unplaced.push({ block: placement.block, drawn });
    }
  }
}

const childrenOf = (element: Element, tag: string): Element[] =>
  [...element.children].filter((child) => child.matches(tag));

/** The rest of a page joins what was drawn of it: text to text, notes to notes; gives what has joined. */
function append(page: HTMLElement, more: HTMLElement): Element[] {
  const article = childrenOf(page, "article").at(-1);
  const joined = childrenOf(more, "article").flatMap((part) => [...part.children]);
  article?.append(...joined);
  const [notes] = childrenOf(page, "ol");
  const [further] = childrenOf(more, "ol");
  if (further === undefined) return joined;
  if (notes) notes.append(...further.children);
  else article?.after(further);
  return joined;
}

/** Pictures were given addresses of their own: they are taken back when the document is put away. */
export function releasePictures(root: ParentNode): void {
  for (const picture of root.querySelectorAll("img, image")) {
    const address = picture.getAttribute("src") ?? picture.getAttribute("href") ?? "";
    if (address.startsWith("blob:")) URL.revokeObjectURL(address);
  }
}

import type { Block } from "../../../../shared/submission/document.ts";
import { inkOf } from "../anchors.ts";
import { ItemAligner, type ItemPlace } from "./align-items.ts";
import type { PageItem, PageText, Pdf } from "./load-pdf.ts";

export interface PlacedPage {
  readonly text: PageText;
  /** One for each piece of text, in their order. */
  readonly places: readonly (ItemPlace | null)[];
  /** No text at all: a scan, or blank. */
  readonly textless: boolean;
}

const itemsOf = (text: PageText): PageItem[] => text.items.filter((item): item is PageItem => "str" in item);

/** The text of all pages with its places, read one page after the other: a place needs those before it. */
export class PdfText {
  readonly pages: PlacedPage[] = [];
  private readonly pdf: Pdf;
  private readonly aligner: ItemAligner;
  private readonly pageOf = new Map<string, number>();

  constructor(pdf: Pdf, blocks: readonly Block[]) {
    this.pdf = pdf;
    this.aligner = new ItemAligner(blocks);
  }

  /** Reads on to the end; `onPage` after each page, from 0. */
  async readAll(onPage: (index: number) => void, signal: AbortSignal): Promise<void> {
    for (let number = 1; number <= this.pdf.numPages && !signal.aborted; number += 1) {
      const page = await this.pdf.getPage(number);
      if (signal.aborted) return;
      const text = await page.getTextContent();
      this.add(text);
      onPage(number - 1);
    }
  }

  private add(text: PageText): void {
    const places = itemsOf(text).map(({ str }) => this.aligner.place(str));
    for (const place of places)
      if (place && !this.pageOf.has(place.block)) this.pageOf.set(place.block, this.pages.length);
    const textless = itemsOf(text).every(({ str }) => inkOf(str).length === 0);
    this.pages.push({ text, places, textless });
  }

  /** Index of the page a block begins on, once it was read. */
  pageOfBlock(block: string): number | null {
    return this.pageOf.get(block) ?? null;
  }
}

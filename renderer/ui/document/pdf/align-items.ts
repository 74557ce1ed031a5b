import type { Block } from "../../../../shared/submission/document.ts";
import { inkOf } from "../anchors.ts";

/** Where a piece of drawn text stands in a paragraph that was read. */
export interface ItemPlace {
  readonly block: string;
  readonly text: string;
  /** Characters that are no blanks before it. */
  readonly at: number;
}

/** How many paragraphs ahead a piece is looked for when the page holds something that was not read (a page number). */
const AHEAD = 30;
/** A shorter piece is not looked for: it would be found in the wrong place. */
const SURE = 4;

const startsAt = (ink: readonly string[], at: number, piece: readonly string[]): boolean =>
  at + piece.length <= ink.length && piece.every((point, index) => ink[at + index] === point);

/**
 * Follows the pieces of text of a PDF, page by page, and finds the paragraph each belongs to. Reader and page draw the same
 * pieces in the same order; what the reader left out (page numbers) has no place.
 */
export class ItemAligner {
  private readonly blocks: readonly { readonly id: string; readonly text: string }[];
  private readonly inks: (readonly string[] | undefined)[] = [];
  private index = 0;
  private at = 0;

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks.flatMap((block) =>
      block.kind === "table" ? [] : [{ id: block.id, text: block.text }],
    );
  }

  private inkAt(index: number): readonly string[] {
    const known = this.inks[index];
    if (known) return known;
    const made = inkOf(this.blocks[index]?.text ?? "");
    this.inks[index] = made;
    return made;
  }

  /** Place of the next piece; `null`: a blank, or nothing that was read. */
  place(text: string): ItemPlace | null {
    const piece = inkOf(text);
    if (piece.length === 0) return null;
    if (this.at >= this.inkAt(this.index).length) this.turn(this.index + 1);
    if (startsAt(this.inkAt(this.index), this.at, piece)) return this.take(this.at, piece.length);
    if (piece.length < SURE) return null;
    for (let index = this.index + 1; index <= this.index + AHEAD && index < this.blocks.length; index += 1) {
      if (!startsAt(this.inkAt(index), 0, piece)) continue;
      this.turn(index);
      return this.take(0, piece.length);
    }
    return this.placeFurther(piece);
  }

  /** Something of the paragraph was not drawn as text: the piece may stand further on in it. */
  private placeFurther(piece: readonly string[]): ItemPlace | null {
    const ink = this.inkAt(this.index);
    for (let at = this.at + 1; at + piece.length <= ink.length; at += 1)
      if (startsAt(ink, at, piece)) return this.take(at, piece.length);
    return null;
  }

  private turn(index: number): void {
    this.index = index;
    this.at = 0;
  }

  private take(at: number, length: number): ItemPlace | null {
    const block = this.blocks[this.index];
    this.at = at + length;
    return block === undefined ? null : { block: block.id, text: block.text, at };
  }
}

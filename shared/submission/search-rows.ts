import { indexGrams } from "../text/search-grams.ts";
import type { Block, Document } from "./document.ts";

/** One block as the full-text index keeps it. */
export interface SearchRow {
  readonly block: string;
  /** As it is searched: a table's cells one per line. */
  readonly text: string;
  /** `indexGrams` of the text. */
  readonly grams: string;
}

const blockText = (block: Block): string =>
  block.kind === "table" ? block.cells.map((cell) => cell.text).join("\n") : block.text;

/** What the index keeps of a document: its blocks that have text, in reading order. */
export const searchRows = (document: Document): SearchRow[] =>
  document.blocks.flatMap((block) => {
    const text = blockText(block);
    return text.trim() === "" ? [] : [{ block: block.id, text, grams: indexGrams(text) }];
  });

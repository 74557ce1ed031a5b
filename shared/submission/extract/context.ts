import type { Scheme } from "../../scheme/scheme.ts";
import { extractionWords } from "../../text/catalogue/extraction.ts";
import { codePointLength, type RawSpan } from "../../text/normalise-text.ts";
import type { Cell, ReadMessage, TableBlock } from "../document.ts";
import type { Evidence } from "../evidence.ts";
import { cellAddress } from "../table/grid.ts";

/** What every reader of one file shares. Messages are added in reading order. */
export interface Context {
  readonly file: string;
  readonly sha256: string;
  readonly scheme: Scheme | null;
  readonly messages: ReadMessage[];
}

/** Codes of the notes extraction leaves. */
export const extractMessageCodes = [
  "unit-missing",
  "unit-mismatch",
  "other-currency",
  "header-unsure",
  "table-continued",
  "table-unread",
  "amount-unsure",
  "value-unread",
  "indicators-unread",
] as const;
export type ExtractMessage = (typeof extractMessageCodes)[number];

const longestQuote = 60;

/** `text`: what stands at the place; the note quotes it. */
export function note(context: Context, code: ExtractMessage, place: string, text: string): void {
  const characters = Array.from(text.trim());
  const quote = characters.slice(0, longestQuote).join("") + (characters.length > longestQuote ? "…" : "");
  const sentence = extractionWords.zh[`message.${code}`].replace("{text}", () => quote);
  context.messages.push({ code, place, text: sentence });
}

export const placeOfCell = (block: TableBlock, cell: Cell): string =>
  `${block.id} ${block.sheet === undefined ? "" : `${block.sheet}!`}${cellAddress(block, cell)}`;

/** Evidence in a cell: the whole cell's text, and where in it the value stands. */
export const cellEvidence = (
  context: Context,
  block: TableBlock,
  cell: Cell,
  span?: { readonly start: number; readonly end: number },
): Evidence => ({
  file: context.file,
  sha256: context.sha256,
  block: block.id,
  cell: cellAddress(block, cell),
  start: span?.start ?? 0,
  end: span?.end ?? codePointLength(cell.text),
  text: cell.text,
});

/** Evidence in running text: the statement that was read, and where in the block the value stands. */
export const textEvidence = (
  context: Context,
  block: string,
  value: RawSpan,
  statement: string,
): Evidence => ({
  file: context.file,
  sha256: context.sha256,
  block,
  start: value.start,
  end: value.end,
  text: statement,
});

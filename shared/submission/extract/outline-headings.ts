import { compact } from "../../text/normalise-text.ts";
import type { Block, Document } from "../document.ts";

export interface Heading {
  /** Place among the document's blocks. */
  readonly index: number;
  readonly block: Block;
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; a style's level where nothing is numbered. */
  readonly level: number;
  readonly numbered: boolean;
  /** Title without its number, blanks and closing marks. */
  readonly title: string;
  readonly text: string;
}

const numberings: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]+[章部节篇](?:分)?[、.:]?/, 1],
  [/^[一二三四五六七八九十]{1,3}[、.,]/, 1],
  [/^[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.]/, 1],
  [/^[【〔[][一二三四五六七八九十]{1,3}[】〕\]]/, 1],
  [/^(?:[Ⅰ-Ⅻ]|[IVX]{1,4})[、.]/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)[、.]?/, 2],
  [/^\d{1,2}(?:\.\d{1,2}){2,}[、.]?/, 5],
  [/^\d{1,2}\.\d{1,2}[、.]?(?!\d)/, 4],
  [/^\d{1,2}[、.)](?!\d)/, 3],
  [/^\(\d{1,2}\)/, 4],
];
const longestTitle = 40;

function numberingOf(text: string): { readonly level: number; readonly length: number } | null {
  for (const [pattern, level] of numberings) {
    const found = pattern.exec(text);
    if (found !== null) return { level, length: found[0].length };
  }
  return null;
}

/** A paragraph is a heading when it is numbered, short and no sentence. */
const isTypedHeading = (text: string): boolean =>
  text.length <= longestTitle && !/[。;!?,]/.test(text) && !/\d$/.test(text);

function headingOf(block: Block, index: number): Heading | null {
  if (block.kind !== "heading" && block.kind !== "paragraph") return null;
  if (block.kind === "paragraph" && block.text.length > 2 * longestTitle) return null;
  const text = compact(block.text);
  const numbering = numberingOf(text);
  if (block.kind === "paragraph" && (numbering === null || !isTypedHeading(text))) return null;
  const title = text.slice(numbering?.length ?? 0).replace(/[:。.;]+$/, "");
  if (title === "") return null;
  const level = numbering?.level ?? (block.kind === "heading" ? block.level : 1);
  return { index, block, level, numbered: numbering !== null, title, text: block.text };
}

const headings = new WeakMap<Document, readonly Heading[]>();

/** Headings by style and by typed numbering (一、（一）1.), in reading order. Looked for once in a document. */
export function headingsOf(document: Document): readonly Heading[] {
  const known = headings.get(document);
  if (known !== undefined) return known;
  const found = document.blocks.flatMap((block, index) => headingOf(block, index) ?? []);
  headings.set(document, found);
  return found;
}

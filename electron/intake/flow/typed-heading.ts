import { codePointLength } from "../../../shared/text/normalise-text.ts";

/** Longer than this is a sentence that happens to start with a number, or a paragraph in a heading's clothes. */
const LONGEST_TYPED = 40;
const LONGEST_STYLED = 100;

const patterns: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百]{1,4}[章部编篇]/, 1],
  [/^[一二三四五六七八九十]{1,3}[、.．]/, 1],
  [/^第[一二三四五六七八九十百]{1,4}节/, 2],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 2],
  [/^\d{1,2}[.．、](?![\d\s]*\d)/, 3],
  [/^[（(]\d{1,2}[）)]/, 4],
];

/** At most so many code points; one is at most two units. */
const codePoints = (text: string, limit: number): boolean =>
  text.length <= limit || (text.length <= 2 * limit && codePointLength(text) <= limit);

/**
 * Level of a heading that was only typed: 一、 (1) （一） (2) 1. (3) （1） (4), as GB/T 9704 numbers them. It must stand
 * alone, be short and not end like a sentence; `null` otherwise.
 */
export function typedHeadingLevel(text: string): number | null {
  const line = text.trim();
  if (line.includes("\n") || !codePoints(line, LONGEST_TYPED) || /[。；;，,！!？?]$/.test(line)) return null;
  for (const [pattern, level] of patterns) {
    const found = pattern.exec(line);
    if (found) return line.length > found[0].length ? level : null;
  }
  return null;
}

/** Whole paragraphs set in a heading style by mistake are text, not headings. */
export const fitsHeading = (text: string): boolean => codePoints(text.trim(), LONGEST_STYLED);

/** Level 1 to 9 a paragraph style gives by its name alone: `heading 1`, `标题 2`, `Title`. */
export function namedHeadingLevel(name: string): number | null {
  const numbered = /^(?:heading|标题)\s*([1-9])(?!\d)/i.exec(name.trim());
  if (numbered) return Number(numbered[1]);
  return /^(title|标题)$/i.test(name.trim()) ? 1 : null;
}

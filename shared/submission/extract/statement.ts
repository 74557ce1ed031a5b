import type { Quantity } from "../../text/quantity.ts";
import { isTimeUnit } from "./amount.ts";

/** A number of a sentence with the words that speak of it. All ranges are UTF-16 in the normalised block text. */
export interface Statement {
  readonly quantity: Quantity;
  /** The last clause before the number and the noun behind it, without blanks. */
  readonly near: string;
  /** Everything since the previous number, and the noun behind. */
  readonly head: string;
  /** The sentence up to the number, and the noun behind. */
  readonly wide: string;
  readonly clauseAt: number;
  /** As `clauseAt`, not cut at 、: 2018年、2019年和2020年分别为 is one thing. */
  readonly phraseAt: number;
  readonly headAt: number;
  readonly sentenceAt: number;
  /** End of the statement: the number, or the noun behind it (56家创新型企业). */
  readonly to: number;
}

const sentenceEnd = /[。!?！？\n]/;
const clauseMark = /[,，;；:：、()（）]/;
const phraseMark = /[,，;；()（）]/;
const tailEnd = /[,，。;；:：、()（）\n]|以及|并且|其中|同比|较|比上年/;

function tailLength(text: string, from: number, limit: number): number {
  const rest = text.slice(from, Math.min(limit, from + 40));
  const end = rest.search(tailEnd);
  return end === -1 ? rest.length : end;
}

/** The text is normalised already; only its blanks are in the way of matching words. */
const withoutBlanks = (text: string): string => text.replace(/\s+/g, "");

/** A text without sentence ends must not be read again from its beginning for each of its numbers. */
const longestSentence = 300;

function sentenceStart(text: string, at: number): number {
  const limit = Math.max(0, at - longestSentence);
  for (let index = at - 1; index >= limit; index -= 1)
    if (sentenceEnd.test(text[index] ?? "")) return index + 1;
  return limit;
}

/** `,` inside 8,400 is no clause mark; it lies inside a number, and heads never reach into one. */
function lastMark(mark: RegExp, text: string, from: number, to: number): number {
  for (let index = to - 1; index >= from; index -= 1) if (mark.test(text[index] ?? "")) return index + 1;
  return from;
}

const trimStart = (text: string, from: number, to: number): number => {
  const skipped =
    /^\s*(?:\(?\d{1,2}[.、)](?!\d))?[\s,，;；:：、。()（）和及与]*/.exec(text.slice(from, to))?.[0].length ??
    0;
  return from + skipped;
};

/** Cuts a normalised text into its statements: one for each number that is no period of time. */
export function statementsOf(text: string, quantities: readonly Quantity[]): Statement[] {
  const counted = quantities.filter((quantity) => !isTimeUnit(quantity.unit));
  let reached = 0;
  return counted.map((quantity, index) => {
    const sentenceAt = sentenceStart(text, quantity.at);
    const next = counted[index + 1]?.at ?? text.length;
    const to = quantity.to + tailLength(text, quantity.to, next);
    const headAt = trimStart(text, Math.max(sentenceAt, reached), quantity.at);
    const clauseAt = lastMark(clauseMark, text, headAt, quantity.at);
    const phraseAt = lastMark(phraseMark, text, headAt, quantity.at);
    reached = to;
    const tail = text.slice(quantity.to, to);
    return {
      quantity,
      near: withoutBlanks(text.slice(clauseAt, quantity.at) + tail),
      head: withoutBlanks(text.slice(headAt, quantity.at) + tail),
      wide: withoutBlanks(text.slice(sentenceAt, quantity.at) + tail),
      clauseAt,
      phraseAt,
      headAt,
      sentenceAt,
      to,
    };
  });
}

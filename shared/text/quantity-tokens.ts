import { chineseNumeralClass } from "./chinese-number.ts";
import { type NumberToken, readNumber } from "./read-number.ts";
import { readYear, type YearToken } from "./year.ts";

export type QuantityToken = NumberToken | YearToken;

/** Digits that are no quantity: document numbers, telephones, months, list numbers, model names, 第3, 3号, 500强, 985高校, 十四五. */
const skipped = new RegExp(
  [
    /\d{4}[〕\])]\s*\d+\s*号/,
    /0\d{2,3}-\d{7,8}(?:-\d+)?/,
    /1[3-9]\d{9}(?!\d)/,
    /\d{1,2}月(?:\d{1,2}日)?/,
    /\d+(?:\.\d+)?[A-Za-z]+\d*/,
    /\d+\s*[号#强]/,
    /(?:985|211)(?=工程|高校|院校|大学|[、/和])/,
    /\d+(?:\.\d+)?\s*[:∶]\s*\d+(?:\.\d+)?/,
    /\d+(?=[²³⁴⁵⁶⁷⁸⁹⁻])/,
    /十[一二三四五]五/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
const notCounted = /[第A-Za-z_@]/;
const numeralRun = /[\d.零〇一二三四五六七八九十百]+/y;
const listNumber = /^\s*(?:\(?\d{1,2}\s*[.、)](?!\d)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;
const enumerated = /\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)/y;

/** Whether a number can begin with a UTF-16 unit, or brackets around one: asked for every character of every text. */
const begins = new Uint8Array(0x10000);
for (const character of `0123456789${chineseNumeralClass}(`) begins[character.charCodeAt(0)] = 1;

function nextCandidate(text: string, from: number): number {
  let at = from;
  while (at < text.length && begins[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}

function skipAt(text: string, at: number): number {
  const head = text[at - 1] ?? "";
  if (notCounted.test(head)) return Math.min(20, lengthAt(numeralRun, text, at));
  return lengthAt(skipped, text, at);
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

function enumerationAt(text: string, at: number): number {
  enumerated.lastIndex = at;
  const found = enumerated.exec(text);
  return found !== null && (text.length > 40 || found[0].length < text.trim().length) ? found[0].length : 1;
}

/** Numbers and years of a normalised text, in order, with everything that only looks like a number left out. */
export function quantityTokens(text: string): QuantityToken[] {
  const tokens: QuantityToken[] = [];
  let at = listNumber.exec(text)?.[0].length ?? 0;
  for (;;) {
    at = nextCandidate(text, at);
    if (at >= text.length) return tokens;
    if (text[at] === "(") {
      at += enumerationAt(text, at);
      continue;
    }
    const year = readYear(text, at);
    const skip = year === null ? skipAt(text, at) : 0;
    const token = year ?? (skip > 0 ? null : readNumber(text, at));
    if (token !== null) tokens.push(token);
    // 三百六十行: a run that was refused as a whole must not be read again from its middle.
    at = token?.to ?? at + Math.max(1, skip, lengthAt(chineseRun, text, at));
  }
}

const chineseRun = new RegExp(`[${chineseNumeralClass}]+`, "y");

import { chineseNumeralClass } from "./chinese-number.ts";
import { type NumberToken, readNumber } from "./read-number.ts";
import { readYear, type YearToken } from "./year.ts";

export type QuantityToken = NumberToken | YearToken;

/** Digits that are no quantity: document numbers, telephones, months, list numbers, model names, 第3, 3号, 十四五. */
const skipped: readonly RegExp[] = [
  /\d{4}[〕\])]\s*\d+\s*号/y,
  /0\d{2,3}-\d{7,8}(?:-\d+)?/y,
  /1[3-9]\d{9}(?!\d)/y,
  /\d{1,2}月(?:\d{1,2}日)?/y,
  /\d+(?:\.\d+)?[A-Za-z]+\d*/y,
  /\d+\s*[号#]/y,
  /十[一二三四五]五/y,
  /\d+(?:\.\d+)?\s*[:∶]\s*\d+(?:\.\d+)?/y,
  /\d+(?=[²³⁴⁵⁶⁷⁸⁹⁻])/y,
];
const listNumber = /^\s*(?:\(?\d{1,2}\s*[.、)](?!\d)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;
const enumerated = /\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)/y;
const candidate = new RegExp(`[\\d${chineseNumeralClass}(]`, "g");

function skipAt(text: string, at: number): number {
  const head = text[at - 1] ?? "";
  if (/[第A-Za-z_@]/.test(head))
    return /^[\d.零〇一二三四五六七八九十百]+/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
  for (const pattern of skipped) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return found[0].length;
  }
  return 0;
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
    candidate.lastIndex = at;
    const found = candidate.exec(text);
    if (found === null) return tokens;
    at = found.index;
    if (found[0] === "(") {
      at += enumerationAt(text, at);
      continue;
    }
    const token = readYear(text, at) ?? (skipAt(text, at) > 0 ? null : readNumber(text, at));
    if (token !== null) tokens.push(token);
    at = token?.to ?? at + Math.max(1, skipAt(text, at), chineseRun(text, at));
  }
}

const run = new RegExp(`[${chineseNumeralClass}]+`, "y");

/** 三百六十行: a run that was refused as a whole must not be read again from its middle. */
function chineseRun(text: string, at: number): number {
  run.lastIndex = at;
  return run.exec(text)?.[0].length ?? 0;
}

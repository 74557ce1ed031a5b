import { Decimal } from "decimal.js";
import type { Qualifier } from "../submission/fact.ts";
import { attachYears } from "./attach-years.ts";
import { type NormalisedText, normaliseText, rawSpan } from "./normalise-text.ts";
import { isExpected, qualifierAfter, qualifierBefore } from "./qualifier.ts";
import { type QuantityToken, quantityTokens } from "./quantity-tokens.ts";
import type { NumberToken } from "./read-number.ts";
import { isCanonical } from "./unit.ts";
import type { YearToken } from "./year.ts";

export interface Quantity {
  /** Exact decimal string, in `unit` as it stands in the text. */
  readonly value: string;
  /** Upper end of a range (15-20个); `value` is its lower end. */
  readonly high?: string;
  /** As written: `亿元`, `万人`, `%`; `null` where none stands. */
  readonly unit: string | null;
  /** `10000` for 1.2万 without a unit: the value holds the magnitude already, so a unit around it may hold it twice. */
  readonly scale?: string;
  readonly qualifier?: Qualifier;
  readonly year?: number;
  /** Code point offsets in the raw text, end exclusive, qualifiers included. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** UTF-16 range in the normalised text. */
  readonly at: number;
  readonly to: number;
}

/** A number token with what stands around it. */
export interface QualifiedNumber {
  readonly token: NumberToken;
  readonly high: NumberToken | null;
  readonly qualifier: Qualifier | null;
  readonly at: number;
  readonly to: number;
}

const rangeLink = /^\s*[-~〜至到]+\s*$/;
const clauseMarks = ",，。;；:：!！?？\n(（";
const longestClause = 60;

function clauseBefore(text: string, at: number): string {
  const limit = Math.max(0, at - longestClause);
  let from = at;
  while (from > limit && !clauseMarks.includes(text[from - 1] ?? "\n")) from -= 1;
  return text.slice(from, at);
}

function qualify(text: string, token: NumberToken, high: NumberToken | null): QualifiedNumber {
  const before = qualifierBefore(text, token.at);
  const end = (high ?? token).to;
  const after = qualifierAfter(text, end);
  const excess = token.excess || (high?.excess ?? false);
  const own = before?.qualifier ?? after?.qualifier ?? (excess ? "more-than" : null);
  const softened = after?.qualifier === "about" || before?.qualifier === "about" ? "about" : own;
  return {
    token,
    high,
    qualifier: isExpected(clauseBefore(text, token.at)) ? "expected" : softened,
    at: before?.at ?? token.at,
    to: end + (after?.length ?? 0),
  };
}

/** `120,130,140人` after 分别 is three values, not one. */
function splitSeries(text: string, token: QuantityToken): QuantityToken[] {
  if (token.kind === "year") return [token];
  const parts = token.digits.split(",");
  const head = text.slice(Math.max(0, token.at - 16), token.at);
  if (parts.length < 3 || !/分别|依次/.test(head) || /[、;]/.test(text.slice(token.to, token.to + 2)))
    return [token];
  let at = token.at;
  return parts.map((part, index) => {
    const start = at;
    at += part.length + 1;
    const to = index === parts.length - 1 ? token.to : start + part.length;
    return { ...token, at: start, to, value: new Decimal(part.trim()), digits: part, excess: false };
  });
}

function qualifyAll(text: string, tokens: readonly QuantityToken[]): (QualifiedNumber | YearToken)[] {
  const flat = tokens.flatMap((token) => splitSeries(text, token));
  const result: (QualifiedNumber | YearToken)[] = [];
  for (let index = 0; index < flat.length; index += 1) {
    const token = flat[index];
    if (token === undefined) break;
    if (token.kind === "year") {
      result.push(token);
      continue;
    }
    const next = flat[index + 1];
    const isRange = next?.kind === "number" && rangeLink.test(text.slice(token.to, next.at));
    result.push(qualify(text, token, isRange ? next : null));
    if (isRange) index += 1;
  }
  return result;
}

const listLink = /^[\s、,和及与]+$/;

/** 分别达9800、10200、11000人: the numbers of a yearly list share the unit written once at its end. */
function shareUnits(text: string, quantities: Quantity[]): Quantity[] {
  if (quantities.every((quantity) => quantity.year === undefined)) return quantities;
  let next: Quantity | null = null;
  return quantities
    .toReversed()
    .map((quantity) => {
      const shared: string | null =
        next !== null &&
        next.year !== undefined &&
        quantity.year !== undefined &&
        listLink.test(text.slice(quantity.to, next.at))
          ? next.unit
          : null;
      next = quantity.unit === null && shared !== null ? { ...quantity, unit: shared } : quantity;
      return next;
    })
    .toReversed();
}

/** Most cells of a table of money are this and nothing else; eleven digits may be a telephone, 2020.5 a month. */
const plainNumber = /^(?!(?:19|20)\d\d\.)\d{1,10}(?:\.\d+)?$/;

function plainQuantity(normalised: NormalisedText): Quantity {
  const { text } = normalised;
  const span = rawSpan(normalised, 0, text.length);
  const { start, end, text: raw } = span;
  const value = isCanonical(text) ? text : new Decimal(text).toFixed();
  return { value, unit: null, start, end, raw, at: 0, to: text.length };
}

/** As `readQuantities`, for a text that is normalised already. */
export function quantitiesOf(normalised: NormalisedText): Quantity[] {
  if (plainNumber.test(normalised.text)) return [plainQuantity(normalised)];
  const items = qualifyAll(normalised.text, quantityTokens(normalised.text));
  const quantities = attachYears(normalised.text, items).map(({ number, year }) => {
    const span = rawSpan(normalised, number.at, number.to);
    return {
      value: number.token.value.toFixed(),
      ...(number.high === null ? {} : { high: number.high.value.toFixed() }),
      unit: number.token.unit ?? number.high?.unit ?? null,
      ...(number.token.scale === undefined ? {} : { scale: number.token.scale.toFixed() }),
      ...(number.qualifier === null ? {} : { qualifier: number.qualifier }),
      ...(year === null ? {} : { year }),
      start: span.start,
      end: span.end,
      raw: span.text,
      at: number.at,
      to: number.to,
    };
  });
  return shareUnits(normalised.text, quantities);
}

/**
 * Every quantity of a text with unit, qualifier and year, in order. Full-width forms, separators of both widths,
 * Chinese numerals, 万/亿, ranges and yearly series (2018年、2019年分别为 A、B) are read; dates, telephones, document
 * numbers and list numbers are not quantities. Values are exact; nothing is converted.
 */
export const readQuantities = (text: string): Quantity[] => quantitiesOf(normaliseText(text));

const saysSomething = /^(?![无暂没未空])[\d\u4e00-\u9fff]/;
const emptyForms = /^(?:[-/\\*×]+|无|暂无|没有|未填|空|无数据|n\/?a|\.{2,}|…+)[。.]?$/i;

/** —, /, 无, 暂无 or nothing at all: not reported, which is never zero. A written 0 is not an empty form. */
export function isEmptyForm(text: string): boolean {
  if (saysSomething.test(text)) return false;
  const clean = normaliseText(text).text.replace(/\s/g, "");
  return clean === "" || emptyForms.test(clean);
}

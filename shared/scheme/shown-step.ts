import { Exact } from "../scoring/decimal.ts";
import { normaliseText } from "../text/normalise-text.ts";

const number = /\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

const steps = Array.from({ length: 25 }, (_, index) => new Exact(10).pow(index - 12));

const powerOfTen = (exponent: number): Exact => steps[exponent + 12] ?? new Exact(10).pow(exponent);

/** 10 to the minus `decimals`. */
export const stepOfDecimals = (decimals: number): Exact => powerOfTen(-decimals);

interface Digits {
  /** Without zeros at either end; empty: the number is 0. */
  readonly significant: string;
  /** Power of ten of the last significant digit. */
  readonly exponent: number;
}

function digitsOf(text: string): Digits {
  const all = text.replace(/[-.]/g, "").replace(/^0+/, "");
  const significant = all.replace(/0+$/, "");
  return { significant, exponent: all.length - significant.length - decimalsOf(text) };
}

/**
 * The value of the last digit a reader saw, in the unit of `value`: `1.35` in 1.35亿元 is a step of 100 万元. Two numbers that
 * agree within half a step agree as far as they were shown. Without the number in the text (十二), the digits of `value`.
 * Read from the digits alone: numbers differ by a power of ten when their significant digits are the same.
 */
export function shownStep(text: string, value: string): Exact {
  const wanted = digitsOf(value);
  if (text === value || wanted.significant === "") return stepOfDecimals(decimalsOf(value));
  let least: number | null = null;
  for (const shown of normaliseText(text).text.match(number) ?? []) {
    const plain = shown.replaceAll(",", "");
    const seen = digitsOf(plain);
    if (seen.significant !== wanted.significant) continue;
    const exponent = wanted.exponent - seen.exponent - decimalsOf(plain);
    least = Math.min(least ?? exponent, exponent);
  }
  return least === null ? stepOfDecimals(decimalsOf(value)) : powerOfTen(least);
}

/** For 约9000: zeros at the end are not meant to the last digit. */
export function roundStep(value: string): Exact {
  const exact = new Exact(value);
  const zeros = exact.isInteger() ? (/0*$/.exec(exact.toFixed())?.[0].length ?? 0) : 0;
  return exact.isZero() || zeros === 0 ? stepOfDecimals(decimalsOf(value)) : new Exact(10).pow(zeros);
}

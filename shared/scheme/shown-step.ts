import { Exact } from "../scoring/decimal.ts";
import { normaliseText } from "../text/normalise-text.ts";

const number = /\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const powerOfTen = /^10*$|^0\.0*1$/;

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

const steps = Array.from({ length: 12 }, (_, decimals) => new Exact(10).pow(-decimals));

/** 10 to the minus `decimals`. */
export const stepOfDecimals = (decimals: number): Exact => steps[decimals] ?? new Exact(10).pow(-decimals);

/**
 * The value of the last digit a reader saw, in the unit of `value`: `1.35` in 1.35亿元 is a step of 100 万元. Two numbers that
 * agree within half a step agree as far as they were shown. Without the number in the text (十二), the digits of `value`.
 */
export function shownStep(text: string, value: string): Exact {
  if (text === value) return stepOfDecimals(decimalsOf(value));
  const exact = new Exact(value);
  const shownNumbers = normaliseText(text).text.match(number) ?? [];
  const steps = exact.isZero()
    ? []
    : shownNumbers.flatMap((shown) => {
        const digits = shown.replaceAll(",", "");
        // Most numbers stand in the text as they are read.
        if (digits === value) return [stepOfDecimals(decimalsOf(digits))];
        const seen = new Exact(digits);
        if (seen.isZero()) return [];
        const ratio = exact.abs().div(seen);
        return powerOfTen.test(ratio.toFixed()) ? [stepOfDecimals(decimalsOf(digits)).times(ratio)] : [];
      });
  return steps.length > 0 ? Exact.min(...steps) : stepOfDecimals(decimalsOf(value));
}

/** For 约9000: zeros at the end are not meant to the last digit. */
export function roundStep(value: string): Exact {
  const exact = new Exact(value);
  const zeros = exact.isInteger() ? (/0*$/.exec(exact.toFixed())?.[0].length ?? 0) : 0;
  return exact.isZero() || zeros === 0 ? stepOfDecimals(decimalsOf(value)) : new Exact(10).pow(zeros);
}

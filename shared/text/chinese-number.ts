import { Decimal } from "decimal.js";

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Characters a written-out number is made of. */
export const chineseNumeralClass = "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

/**
 * A number written out in Chinese, exact: 十二, 两百, 一万二千三百, 一点五, 二〇二〇, 壹佰. `null` when it is none.
 * 一万二 means 12000 and 三百五 means 350, as spoken.
 */
export function parseChineseNumber(text: string): Decimal | null {
  const [whole, fraction, more] = text.split("点");
  if (whole === undefined || whole === "" || more !== undefined) return null;
  const value = parseWhole(whole);
  if (value === null || fraction === undefined) return value;
  const decimals = positional(fraction);
  return decimals === null || fraction === "" ? null : new Decimal(`${value.toFixed()}.${decimals}`);
}

/** 二〇二〇 → `2020`: each character one digit. */
function positional(text: string): string | null {
  let result = "";
  for (const character of text) {
    const digit = digits[character];
    if (digit === undefined) return null;
    result += String(digit);
  }
  return result;
}

function parseWhole(text: string): Decimal | null {
  const plain = positional(text);
  if (plain !== null) return new Decimal(plain);
  let total = new Decimal(0);
  let section = new Decimal(0);
  let digit: number | null = null;
  let lastFactor = 1;
  for (const character of text) {
    const next = digits[character];
    const factor = small[character];
    const bigFactor = large[character];
    if (next !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = next;
      if (next === 0) lastFactor = 1;
    } else if (factor !== undefined) {
      section = section.plus((digit ?? 1) * factor);
      digit = null;
      lastFactor = factor;
    } else if (bigFactor !== undefined) {
      section = section.plus(digit ?? 0);
      const counted = section.isZero() && total.isZero() ? new Decimal(1) : section;
      total =
        bigFactor === 100_000_000
          ? total.plus(counted).times(bigFactor)
          : total.plus(counted.times(bigFactor));
      section = new Decimal(0);
      digit = null;
      lastFactor = bigFactor;
    } else {
      return null;
    }
  }
  const spoken = digit !== null && lastFactor >= 100 ? digit * (lastFactor / 10) : (digit ?? 0);
  return total.plus(section).plus(spoken);
}

/** Factor of a magnitude word after a number: 1.2万 → 10000, 3千 → 1000, 5百万 → 1000000. `1` for none. */
export function magnitude(word: string): Decimal {
  let factor = new Decimal(1);
  for (const character of word) factor = factor.times(small[character] ?? large[character] ?? 1);
  return factor;
}

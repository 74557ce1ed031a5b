import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseChineseNumber } from "../../../shared/text/chinese-number.ts";
import { normaliseText, rawSpan } from "../../../shared/text/normalise-text.ts";
import { readQuantities } from "../../../shared/text/quantity.ts";
import { convert } from "../../../shared/text/unit.ts";
import { sliceCodePoints } from "../../support/slice-code-points.ts";

const fullWidth = (text: string): string =>
  text.replace(/[0-9.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

const written = fc
  .record({
    whole: fc.integer({ min: 0, max: 999_999_999 }),
    decimals: fc.constantFrom("", ".5", ".25", ".125", ".07"),
    separated: fc.boolean(),
    wide: fc.boolean(),
    unit: fc.constantFrom("人", "万元", "亿元", "家", "%", "个百分点", "人次", "万美元"),
  })
  .map(({ whole, decimals, separated, wide, unit }) => {
    const value = `${whole}${decimals}`;
    const digits = (separated ? grouped(String(whole)) : String(whole)) + decimals;
    return { value, unit, text: `${wide ? fullWidth(digits) : digits}${unit}` };
  });

const digitWords = "零一二三四五六七八九";

function sectionToChinese(section: number): string {
  const units = ["", "十", "百", "千"];
  let text = "";
  let zero = false;
  String(section)
    .split("")
    .forEach((digit, index, all) => {
      const place = all.length - 1 - index;
      if (digit === "0") zero = text !== "";
      else {
        text += (zero ? "零" : "") + (digitWords[Number(digit)] ?? "") + (units[place] ?? "");
        zero = false;
      }
    });
  return text;
}

function toChinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return sectionToChinese(low);
  const gap = low > 0 && low < 1000 ? "零" : "";
  return `${sectionToChinese(high)}万${low === 0 ? "" : gap + sectionToChinese(low)}`;
}

describe("quantities", () => {
  it("are read back exactly from every way of writing them", () => {
    fc.assert(
      fc.property(written, ({ value, unit, text }) => {
        const [found, more] = readQuantities(text);
        expect(more).toBeUndefined();
        expect([found?.value, found?.unit, found?.raw]).toEqual([
          value.includes(".") ? value.replace(/0+$/, "") : value,
          unit,
          text,
        ]);
      }),
    );
  });

  it("written in Chinese numerals are read back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(parseChineseNumber(toChinese(value))?.toFixed()).toBe(String(value));
      }),
    );
  });

  it("stand where they say, in any text", () => {
    const noise = fc.string({
      unit: fc.constantFrom("就", "业", "，", "。", "（", "𠮷", " ", "㎡", "：", "5", "万", "年"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(noise, written, noise, (before, { text }, after) => {
        const whole = before + text + after;
        for (const found of readQuantities(whole)) {
          expect(sliceCodePoints(whole, found.start, found.end)).toBe(found.raw);
        }
      }),
    );
  });

  it("never make the reader fail, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const found of readQuantities(text)) expect(found.end).toBeGreaterThan(found.start);
      }),
    );
  });
});

describe("normalised text", () => {
  it("maps every range back to the characters it came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (raw) => {
        const normalised = normaliseText(raw);
        const span = rawSpan(normalised, 0, normalised.text.length);
        expect(span.text).toBe(sliceCodePoints(raw, span.start, span.end));
        expect(normaliseText(span.text).text).toBe(normalised.text);
      }),
    );
  });
});

describe("conversion", () => {
  const amount = fc
    .record({ whole: fc.bigInt({ min: 0n, max: 10n ** 18n }), decimals: fc.stringMatching(/^\d{0,6}$/) })
    .map(({ whole, decimals }) => (decimals === "" ? String(whole) : `${whole}.${decimals}`));

  it("goes there and back without losing a digit", () => {
    const money = fc.constantFrom("元", "千元", "万元", "百万元", "亿元");
    fc.assert(
      fc.property(amount, money, money, (value, from, to) => {
        const there = convert(value, from, to);
        const back = there.ok ? convert(there.value, to, from) : there;
        expect(back).toEqual(convert(value, from, from));
      }),
    );
  });
});

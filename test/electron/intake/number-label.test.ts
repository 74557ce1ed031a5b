import { describe, expect, it } from "vitest";
import { formatByNumber, numberLabel } from "../../../electron/intake/flow/number-label.ts";

describe("a number as a list shows it", () => {
  it.each([
    ["chineseCounting", "一 十 十一 二十 二十一 一百 一百零五 一百一十"],
    ["chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零伍 壹佰壹拾"],
    ["ideographDigital", "一 一〇 一一 二〇 二一 一〇〇 一〇五 一一〇"],
    ["ideographTraditional", "甲 癸 11 20 21 100 105 110"],
    ["decimalEnclosedCircle", "① ⑩ ⑪ ⑳ 21 100 105 110"],
    ["upperRoman", "I X XI XX XXI C CV CX"],
    ["lowerLetter", "a j k t u vvvv aaaaa fffff"],
    ["decimalZero", "01 10 11 20 21 100 105 110"],
    ["decimalFullWidth", "１ １０ １１ ２０ ２１ １００ １０５ １１０"],
    ["unheard-of", "1 10 11 20 21 100 105 110"],
    ["bullet", "       "],
  ])("%s", (format, shown) => {
    expect([1, 10, 11, 20, 21, 100, 105, 110].map((value) => numberLabel(value, format)).join(" ")).toBe(
      shown,
    );
  });

  it("has the same names for the numbers of old Word files", () => {
    expect([0, 37, 38, 23, 255].map(formatByNumber)).toEqual([
      "decimal",
      "chineseCounting",
      "chineseLegalSimplified",
      "bullet",
      "none",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { convert, parseUnit } from "../../../shared/text/unit.ts";

describe("convert", () => {
  it.each([
    ["1.2", "亿元", "万元", "12000"],
    ["9800", "万元", "万元", "9800"],
    ["12345678.9", "元", "万元", "1234.56789"],
    ["0.1", "亿元", "万元", "1000"],
    ["1.39", "万人", "人", "13900"],
    ["56", "家", "个", "56"],
    ["5", "场次", "次", "5"],
    ["1352", "亿元人民币", "万元", "13520000"],
  ])("%s %s in %s is %s", (value, from, to, expected) => {
    expect(convert(value, from, to)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ["万美元", "万元", "other-currency"],
    ["万元", "万美元", "other-currency"],
    ["万美元", "万欧元", "other-currency"],
    ["人次", "人", "unit-mismatch"],
    ["个百分点", "%", "unit-mismatch"],
    ["家", "人", "unit-mismatch"],
    ["万元", "个", "unit-mismatch"],
    ["石", "个", "unit-unknown"],
  ])("refuses %s → %s as %s", (from, to, code) => {
    expect(convert("1", from, to)).toEqual({ ok: false, code, params: { value: "1", from, to } });
  });
});

describe("parseUnit", () => {
  it("reads units as they stand in headers and cells", () => {
    expect(
      ["（万元）", "( 万 元 )", "家/个", "亿元人民币", "人、次"].map((text) => parseUnit(text)?.name ?? null),
    ).toEqual(["万元", "万元", "家", "亿元人民币", null]);
  });
});

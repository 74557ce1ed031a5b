import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateScore } from "../../../shared/scoring/validate-score.ts";
import { scoreForm } from "../../support/score-form.ts";

const form = scoreForm({ basis: "25", plan: "12.5" });
const typed = (text: string, item = "basis") => {
  const result = validateScore(form, item, text);
  return result.ok ? result.value : result.code;
};

describe("a typed score", () => {
  it("is taken in half and full width and comes out in one form", () => {
    expect(
      ["12.5", "12.50", "０１２．５", "12。5", " 12.5 ", "+12.5", "12.5　"].map((text) => typed(text)),
    ).toEqual(Array(7).fill("12.5"));
  });

  it("may be 0 and may be the maximum", () => {
    expect([typed("0"), typed("-0"), typed("0.0"), typed("25"), typed("12.5", "plan")]).toEqual([
      "0",
      "0",
      "0",
      "25",
      "12.5",
    ]);
  });

  it("is refused out of range, off the step and when it is no number", () => {
    expect([typed("25.5"), typed("-1"), typed("99"), typed("13", "plan")]).toEqual(
      Array(4).fill("out-of-range"),
    );
    expect([typed("12.3"), typed("0.0000001")]).toEqual(Array(2).fill("off-step"));
    expect(
      [
        "",
        " ",
        ".",
        "-",
        "十",
        "1e1",
        "0x10",
        "12,5",
        "NaN",
        "Infinity",
        "1 2",
        "８²",
        "①",
        "9".repeat(30),
      ].map((text) => typed(text)),
    ).toEqual(Array(14).fill("not-a-number"));
    expect(typed("1", "toString")).toBe("unknown-item");
  });

  it("never changes once it is in its normal form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), (halves) => {
        const first = typed(String(halves / 2));
        expect(typed(first)).toBe(first);
        expect(Number(first)).toBe(halves / 2);
      }),
    );
  });
});

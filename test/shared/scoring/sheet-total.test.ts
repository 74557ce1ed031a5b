import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isComplete, missingItems, sheetTotal } from "../../../shared/scoring/sheet-total.ts";
import { scoreForm } from "../../support/score-form.ts";

const form = scoreForm({ a: "10", b: "10", c: "10" }, "0.1");

describe("the total of a sheet", () => {
  it("is exact where binary numbers are not", () => {
    expect(
      sheetTotal(form, [
        { item: "a", score: "0.1" },
        { item: "b", score: "0.2" },
      ]),
    ).toBe("0.3");
  });

  it("is nothing, not 0, while nothing is scored", () => {
    expect([sheetTotal(form, []), sheetTotal(form, [{ item: "a", score: null }])]).toEqual([null, null]);
    expect(sheetTotal(form, [{ item: "a", score: "0" }])).toBe("0");
  });

  it("tells an unscored item from one scored 1 and from one scored 0", () => {
    const items = [
      { item: "a", score: "1" },
      { item: "b", score: null },
      { item: "c", score: "0" },
    ];
    expect([sheetTotal(form, items), missingItems(form, items), isComplete(form, items)]).toEqual([
      "1",
      ["b"],
      false,
    ]);
  });

  it("does not count an item twice, nor one the form does not have", () => {
    const items = [
      { item: "a", score: "4" },
      { item: "a", score: "4" },
      { item: "not-applicable", score: "99" },
    ];
    expect(sheetTotal(form, items)).toBe("4");
  });

  it("equals the sum in whole tenths, whatever the scores", () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(tenths, (scores) => {
        const items = ["a", "b", "c"].map((item, index) => ({
          item,
          score: `${Math.trunc((scores[index] ?? 0) / 10)}.${(scores[index] ?? 0) % 10}`,
        }));
        const sum = BigInt(scores.reduce((one, other) => one + other, 0));
        const whole = String(sum / 10n);
        expect(sheetTotal(form, items)).toBe(sum % 10n === 0n ? whole : `${whole}.${sum % 10n}`);
      }),
    );
  });
});

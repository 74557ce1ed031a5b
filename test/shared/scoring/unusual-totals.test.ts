import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unusualTotals } from "../../../shared/scoring/unusual-totals.ts";

const of = (...totals: readonly string[]) =>
  unusualTotals(totals.map((total, index) => ({ submission: `s${index + 1}`, total })));

describe("totals far from the expert's own", () => {
  it("are named with their side and the mean of the others, from five on", () => {
    expect(of("80", "82", "81", "79", "60")).toEqual([
      { submission: "s5", total: "60", side: "below", mean: "80.50" },
    ]);
    expect(of("60", "62", "61", "59", "95.5").map(({ side }) => side)).toEqual(["above"]);
    expect(of("80", "82", "81", "60")).toEqual([]);
  });

  it("are told apart when all others are equal", () => {
    expect(of("80", "80", "80", "80", "20").map(({ submission }) => submission)).toEqual(["s5"]);
    expect(of("80", "80", "80", "80", "80")).toEqual([]);
  });

  it("do not depend on where the scale begins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 12 }),
        fc.integer({ min: 0, max: 40 }),
        (totals, more) => {
          const named = (shift: number) =>
            of(...totals.map((total) => String(total + shift))).map(({ submission, side }) => [
              submission,
              side,
            ]);
          expect(named(more)).toEqual(named(0));
        },
      ),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../../shared/scoring/aggregate.ts";

/** The same rule in whole hundredths: an independent second opinion. */
function inHundredths(method: "mean" | "trimmed", totals: number[], decimals: number): string {
  const sorted = [...totals].sort((one, other) => one - other);
  const counted = method === "trimmed" ? sorted.slice(1, -1) : sorted;
  const sum = counted.reduce((all, total) => all + BigInt(total), 0n) * 10n ** BigInt(decimals);
  const divisor = 100n * BigInt(counted.length);
  const digits = String((2n * sum + divisor) / (2n * divisor)).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const hundredths = (total: number): string =>
  `${Math.trunc(total / 100)}.${String(total % 100).padStart(2, "0")}`;

describe("one score out of several totals", () => {
  it("is the mean, rounded half up once with the declared decimals", () => {
    expect([
      aggregate("mean", ["88", "89"], 2)?.score,
      aggregate("mean", ["88", "88.01"], 2)?.score,
      aggregate("mean", ["1", "1", "0"], 2)?.score,
      aggregate("mean", ["90"], 0)?.score,
      aggregate("mean", ["0.5"], 0)?.score,
    ]).toEqual(["88.50", "88.01", "0.67", "90", "1"]);
  });

  it("leaves out exactly one highest and one lowest when trimmed", () => {
    expect(aggregate("trimmed", ["70", "95", "80", "85", "60"], 2)).toEqual({
      score: "78.33",
      dropped: [1, 4],
    });
    expect(aggregate("trimmed", ["60", "60", "95", "95"], 2)).toEqual({ score: "77.50", dropped: [0, 3] });
  });

  it("is a number when all totals are equal", () => {
    expect(aggregate("trimmed", ["80", "80", "80"], 2)).toEqual({ score: "80.00", dropped: [0, 2] });
    expect(aggregate("mean", ["0", "0"], 2)?.score).toBe("0.00");
  });

  it("does not exist for fewer totals than the method needs", () => {
    expect([aggregate("mean", [], 2), aggregate("trimmed", ["1", "2"], 2)]).toEqual([null, null]);
  });

  it("agrees with whole-number arithmetic and always drops two different sheets", () => {
    const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 15 });
    fc.assert(
      fc.property(
        totals,
        fc.constantFrom("mean", "trimmed"),
        fc.integer({ min: 0, max: 6 }),
        (values, method, places) => {
          const result = aggregate(method, values.map(hundredths), places);
          expect(result?.score).toBe(inHundredths(method, values, places));
          expect(new Set(result?.dropped).size).toBe(method === "trimmed" ? 2 : 0);
        },
      ),
    );
  });
});

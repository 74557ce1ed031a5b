import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, findUnit, unitNames } from "../../../shared/text/unit.ts";

const groups = [
  ...Map.groupBy(unitNames, (name) => `${findUnit(name)?.dimension} ${findUnit(name)?.currency ?? ""}`),
];
const amount = fc
  .record({ whole: fc.bigInt({ min: 0n, max: 10n ** 15n }), decimals: fc.stringMatching(/^\d{0,8}$/) })
  .map(({ whole, decimals }) => (decimals === "" ? String(whole) : `${whole}.${decimals}`));

describe("conversion between all units the program knows", () => {
  test.each(groups)("%s: there and back without losing a digit", (_dimension, names) => {
    const unit = fc.constantFrom(...names);
    fc.assert(
      fc.property(amount, unit, unit, (value, from, to) => {
        const there = convert(value, from, to);
        expect(there.ok).toBe(true);
        const back = there.ok ? convert(there.value, to, from) : there;
        expect(back).toEqual(convert(value, from, from));
      }),
    );
  });

  test("between two dimensions or two currencies nothing is ever converted", () => {
    const two = fc
      .tuple(fc.constantFrom(...groups), fc.constantFrom(...groups))
      .filter(([one, other]) => one !== other);
    fc.assert(
      fc.property(amount, two, fc.nat(), fc.nat(), (value, [[, from], [, to]], one, other) => {
        const [source = "", target = ""] = [from[one % from.length], to[other % to.length]];
        expect(convert(value, source, target).ok).toBe(false);
      }),
    );
  });
});

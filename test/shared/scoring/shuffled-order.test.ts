import fc from "fast-check";
import { expect, test } from "vitest";
import { shuffledOrder } from "../../../shared/scoring/shuffled-order.ts";

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 12 });

test("every id stands in it once, and the order of the list that came in does not matter", () => {
  fc.assert(
    fc.property(fc.string(), ids, (seed, list) => {
      const order = shuffledOrder(seed, list);
      expect(order.toSorted()).toEqual(list.toSorted());
      expect(shuffledOrder(seed, list.toReversed())).toEqual(order);
    }),
  );
});

test("an applicant that joins later leaves the others in their order", () => {
  fc.assert(
    fc.property(fc.string(), ids, fc.string({ minLength: 9, maxLength: 12 }), (seed, list, late) => {
      expect(shuffledOrder(seed, [...list, late]).filter((id) => id !== late)).toEqual(
        shuffledOrder(seed, list),
      );
    }),
  );
});

test("over many seeds each of ten applicants is first about equally often", () => {
  const list = Array.from({ length: 10 }, (_, index) => `0193a7f0-0000-7000-8000-00000000000${index}`);
  const first = new Map<string, number>();
  for (let seed = 0; seed < 5000; seed += 1) {
    const [id = ""] = shuffledOrder(`seed ${seed}`, list);
    first.set(id, (first.get(id) ?? 0) + 1);
  }
  // 500 expected, standard deviation 21: six of them either way.
  for (const id of list) expect(Math.abs((first.get(id) ?? 0) - 500)).toBeLessThan(127);
});

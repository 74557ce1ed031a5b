import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AlignedDocument,
  alignedPlace,
} from "../../../../renderer/features/desk/model/aligned-scroll.ts";

const document = (blocks: number, starts: Record<string, number>): AlignedDocument => ({
  blocks,
  starts: new Map(Object.entries(starts)),
});
const short = document(40, { basis: 2, traits: 10, plan: 30 });
const long = document(400, { basis: 5, traits: 105, plan: 305 });

test("the beginning of a section stands for the beginning of the same section", () => {
  expect([2, 10, 30].map((at) => alignedPlace(short, long, at))).toEqual([5, 105, 305]);
  expect([5, 105, 305].map((at) => alignedPlace(long, short, at))).toEqual([2, 10, 30]);
});

test("half of a section stands for half of it", () => {
  expect(alignedPlace(short, long, 20)).toBe(205);
});

test("a section the other one lacks, or has in another order, is passed over evenly", () => {
  expect(alignedPlace(short, document(400, { basis: 5, plan: 305 }), 16)).toBe(155);
  expect(alignedPlace(short, document(100, { plan: 10, traits: 50 }), 0)).toBe(0);
});

test("going down in one never goes up in the other, and never beyond its end", () => {
  const any = fc
    .tuple(
      fc.integer({ min: 1, max: 300 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 4 }),
    )
    .map(([blocks, starts]) =>
      document(
        blocks,
        Object.fromEntries(starts.map((start, index) => [`s${index}`, Math.min(start, blocks - 1)])),
      ),
    );
  fc.assert(
    fc.property(
      any,
      any,
      fc.double({ min: 0, max: 300, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (one, other, at, by) => {
        const first = alignedPlace(one, other, at);
        const second = alignedPlace(one, other, at + by);
        expect(second).toBeGreaterThanOrEqual(first - 1e-6);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(Math.max(other.blocks, 1) + 1e-6);
      },
    ),
  );
});

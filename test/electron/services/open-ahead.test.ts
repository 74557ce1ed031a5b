import fc from "fast-check";
import { expect, test } from "vitest";
import { ahead, openAhead } from "../../../electron/services/open-ahead.ts";

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const sizes = fc.array(
  fc.record({ bytes: fc.nat({ max: ahead.bytes * 2 }), turns: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 40 },
);

test("every source is opened once and in order, and no more lie in memory than was said, however long each takes", async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async (sources) => {
      const order: unknown[] = [];
      const inMemory: number[] = [];
      let ended = 0;
      await openAhead(sources, never, async (source) => {
        order.push(source);
        expect(inMemory.length).toBeLessThan(ahead.files);
        expect(inMemory.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(ahead.bytes);
        await turn();
        inMemory.push(source.bytes);
        const end = async (): Promise<void> => {
          for (let left = source.turns; left > 0; left -= 1) await turn();
          inMemory.splice(inMemory.indexOf(source.bytes), 1);
          ended += 1;
        };
        return { bytes: source.bytes, end: end() };
      });
      expect(order).toEqual(sources);
      expect(ended).toBe(sources.length);
    }),
  );
});

test("small sources are opened while an earlier one has not come to its end, as many as may lie ready", async () => {
  const release: (() => void)[] = [];
  const done = openAhead(Array.from({ length: ahead.files + 1 }), never, async () => ({
    bytes: 1,
    end: new Promise<void>((resolve) => release.push(resolve)),
  }));
  await turn();
  expect(release).toHaveLength(ahead.files);
  release[3]?.();
  await turn();
  expect(release).toHaveLength(ahead.files + 1);
  for (const end of release) end();
  await done;
});

test("after a cancel nothing more is opened, and what was opened comes to its end first", async () => {
  const control = new AbortController();
  const seen: number[] = [];
  await openAhead([1, 2, 3], control.signal, async (source) => {
    seen.push(source);
    if (source === 2) control.abort();
    return { bytes: 1, end: turn().then(() => void seen.push(-source)) };
  });
  expect(seen).toEqual([1, 2, -1, -2]);
});

test("a mistake in one is not lost, whenever it happens", async () => {
  const failing = openAhead(
    Array.from({ length: 30 }, (_, at) => at),
    never,
    async (source) => ({
      bytes: 1,
      end: source === 5 ? turn().then(() => Promise.reject(new Error("five"))) : turn(),
    }),
  );
  await expect(failing).rejects.toThrow("five");
});

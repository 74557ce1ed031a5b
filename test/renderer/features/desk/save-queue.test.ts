import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSaveQueue } from "../../../../renderer/features/desk/model/save-queue.ts";
import { fail, type Result, succeed } from "../../../../shared/contract/result.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function fixture() {
  const stored = new Map<string, string>();
  const calls: { key: string; value: string; answer: (result: Result<string>) => void }[] = [];
  const saved: string[] = [];
  const queue = createSaveQueue<string, string>({
    gather: 300,
    send: (key, value) =>
      new Promise((resolve) => {
        calls.push({
          key,
          value,
          answer: (result) => {
            if (result.ok) stored.set(key, value);
            resolve(result);
          },
        });
      }),
    onSaved: (answer) => saved.push(answer),
    onChange: () => {},
  });
  return { queue, stored, calls, saved };
}

describe("save queue", () => {
  test("keystrokes within the gathering time travel as one call with the newest value", async () => {
    const { queue, calls } = fixture();
    queue.put("a", "1");
    queue.put("a", "12");
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(calls.map(({ key, value }) => [key, value])).toEqual([["a", "12"]]);
  });

  test("further typing does not push the save away", async () => {
    const { queue, calls } = fixture();
    queue.put("a", "1");
    await vi.advanceTimersByTimeAsync(200);
    queue.put("a", "12");
    await vi.advanceTimersByTimeAsync(100);
    expect(calls.map(({ value }) => value)).toEqual(["12"]);
  });

  test("a value typed while an older one is on its way is sent after it", async () => {
    const { queue, stored, calls } = fixture();
    queue.put("a", "1");
    await vi.advanceTimersByTimeAsync(300);
    queue.put("a", "2");
    calls[0]?.answer(succeed("first"));
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.state()).toMatchObject({ unsaved: ["a"], saving: true });
    calls[1]?.answer(succeed("second"));
    await vi.advanceTimersByTimeAsync(0);
    expect([stored.get("a"), queue.state().unsaved, queue.state().saving]).toEqual(["2", [], false]);
  });

  test("a refused value stays unsaved with its reason, the others go on, and retry sends it again", async () => {
    const { queue, stored, calls } = fixture();
    queue.put("a", "1");
    queue.put("b", "2");
    await vi.advanceTimersByTimeAsync(300);
    calls[0]?.answer(fail("internal"));
    await vi.advanceTimersByTimeAsync(0);
    calls[1]?.answer(succeed("b"));
    await vi.advanceTimersByTimeAsync(0);
    expect([...stored]).toEqual([["b", "2"]]);
    expect(queue.state()).toEqual({
      unsaved: ["a"],
      saving: false,
      failed: new Map([["a", fail("internal")]]),
    });
    const again = queue.retry();
    calls[2]?.answer(succeed("a"));
    await again;
    expect([stored.get("a"), queue.state().unsaved, queue.state().failed.size]).toEqual(["1", [], 0]);
  });

  test("a transport that throws is a failure that keeps what was typed", async () => {
    const queue = createSaveQueue<string, string>({
      gather: 300,
      send: () => Promise.reject(new Error("gone")),
      onSaved: () => {},
      onChange: () => {},
    });
    queue.put("a", "1");
    await queue.flush();
    expect(queue.state()).toEqual({
      unsaved: ["a"],
      saving: false,
      failed: new Map([["a", fail("internal", { detail: "gone" })]]),
    });
  });

  test("whatever fails on the way, after a good retry the newest value of every key is stored", async () => {
    vi.useRealTimers();
    const step = fc.record({ key: fc.constantFrom("a", "b", "c"), value: fc.string(), broken: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const stored = new Map<string, string>();
        let broken = false;
        const queue = createSaveQueue<string, null>({
          gather: 60_000,
          send: async (key, value) => {
            await Promise.resolve();
            if (broken) return fail("internal");
            stored.set(key, value);
            return succeed(null);
          },
          onSaved: () => {},
          onChange: () => {},
        });
        const newest = new Map<string, string>();
        for (const { key, value, broken: state } of steps) {
          broken = state;
          queue.put(key, value);
          newest.set(key, value);
          if (value.length % 2 === 0) void queue.flush();
          if (value.length % 3 === 0) await Promise.resolve();
        }
        broken = false;
        await queue.flush();
        await queue.retry();
        expect([new Map([...stored].sort()), queue.state().unsaved]).toEqual([
          new Map([...newest].sort()),
          [],
        ]);
      }),
    );
  });
});

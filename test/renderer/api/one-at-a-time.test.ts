import { describe, expect, it } from "vitest";
import { createOneAtATime } from "../../../renderer/api/one-at-a-time.ts";

function counted() {
  const done: string[] = [];
  const acts = createOneAtATime();
  const ask = (key: string): Promise<string> =>
    acts.ask(key, async () => {
      done.push(key);
      return `${key} ${done.length}`;
    });
  return { acts, ask, done };
}

describe("an act that is asked twice", () => {
  it("is done once while it is under way, and both who asked get its answer", async () => {
    const { ask, done } = counted();
    expect(await Promise.all([ask("create"), ask("create")])).toEqual(["create 1", "create 1"]);
    expect(done).toEqual(["create"]);
  });

  it("is one act also after the answer came, until all that follows from it is over", async () => {
    const { acts, ask, done } = counted();
    await ask("create");
    await ask("create");
    acts.settle("create");
    await ask("create");
    expect(done).toEqual(["create", "create"]);
  });

  it("is a new act when something else was asked in between", async () => {
    const { ask, done } = counted();
    await Promise.all([ask("on"), ask("off"), ask("on")]);
    expect(done).toEqual(["on", "off", "on"]);
  });

  it("may be asked again after it failed", async () => {
    const acts = createOneAtATime();
    await expect(acts.ask("sign", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    acts.settle("sign");
    expect(await acts.ask("sign", () => Promise.resolve("signed"))).toBe("signed");
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { Reading } from "../../../electron/intake/reading.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("the clock of a reading", () => {
  const limits = { ...defaultLimits, timeFloorMs: 1000, timePerMegabyteMs: 0 };

  it("refuses with timeout once the file's time is over, and gives it anew after a file inside", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const reading = new Reading(1, limits);
    vi.advanceTimersByTime(1000);
    reading.check();
    vi.advanceTimersByTime(1);
    expect(() => reading.check()).toThrow(expect.objectContaining({ code: "timeout" }));
    reading.restartClock();
    expect(reading.remaining()).toBe(1000);
    reading.check();
  });

  it("looks at the clock while elements are counted, not only between files", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const reading = new Reading(1, limits);
    vi.advanceTimersByTime(1001);
    const count = (): void => {
      for (let element = 0; element < 5000; element += 1) reading.tick();
    };
    expect(count).toThrow(expect.objectContaining({ code: "timeout" }));
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clockPerTime, defaultLimits } from "../../../electron/intake/limits.ts";
import { Reading } from "../../../electron/intake/reading.ts";

let processor = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.spyOn(process, "threadCpuUsage").mockImplementation(() => ({
    user: processor * 600,
    system: processor * 400,
  }));
});
afterEach(() => {
  vi.useRealTimers();
});

/** The computer does nothing else. */
const work = (milliseconds: number): void => {
  processor += milliseconds;
  vi.advanceTimersByTime(milliseconds);
};
const refusal = expect.objectContaining({ code: "timeout" });

describe("the time of a reading", () => {
  const limits = { ...defaultLimits, timeFloorMs: 1000, timePerMegabyteMs: 0 };

  it("refuses with timeout once the file's time is over, and gives it anew after a file inside", () => {
    const reading = new Reading(1, limits);
    work(1000);
    reading.check();
    work(1);
    expect(() => reading.check()).toThrow(refusal);
    reading.restartClock();
    expect(reading.remaining()).toBe(1000);
    reading.check();
  });

  it("looks at the time while elements are counted, not only between files", () => {
    const reading = new Reading(1, limits);
    work(1001);
    const count = (): void => {
      for (let element = 0; element < 5000; element += 1) reading.tick();
    };
    expect(count).toThrow(refusal);
  });

  it("does not blame a file for a computer that is busy with other work, but ends what waits for ever", () => {
    const reading = new Reading(1, limits);
    vi.advanceTimersByTime(5000);
    expect(reading.remaining()).toBe(1000);
    work(600);
    reading.check();
    expect(reading.remaining()).toBe(400);
    vi.advanceTimersByTime(1000 * clockPerTime - 5600);
    reading.check();
    vi.advanceTimersByTime(1);
    expect(() => reading.check()).toThrow(refusal);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const Playwright = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

const readJson = (file: string): unknown =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as unknown) : undefined;

export function readVitestCounts(file: string): Counts {
  const report = Vitest.safeParse(readJson(file)).data;
  return report === undefined
    ? noCounts
    : { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

export function readPlaywrightCounts(file: string): Counts {
  const stats = Playwright.safeParse(readJson(file)).data?.stats;
  return stats === undefined
    ? noCounts
    : { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

import { defineConfig } from "@playwright/test";
import { browserLaunchOptions } from "./test/e2e/support/launch-options.ts";

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results/window",
  globalSetup: "./test/e2e/support/build-window.ts",
  // Each test starts a program of its own; more of them than cores only slows all down.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // On machines of any speed: only a hang takes so long. No test and no expectation has less.
  timeout: 1_800_000,
  expect: { timeout: 180_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    trace: "off",
    screenshot: "only-on-failure",
    video: "off",
    acceptDownloads: true,
    // A list or a question that is still growing to its place loses a click. Said here and not to the browser: the
    // emulation of a page, which by itself asks for motion, wins over the browser's flag.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 180_000,
    launchOptions: browserLaunchOptions(),
  },
});

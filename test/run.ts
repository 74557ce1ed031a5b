import "../electron/node-version.cjs";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findOrInstallBrowser } from "./support/run/find-or-install-browser.ts";
import { type Counts, noCounts, readPlaywrightCounts, readVitestCounts } from "./support/run/read-counts.ts";
import { type CommandOutcome, runCommand } from "./support/run/run-command.ts";

/** `npm test` (all) and `npm run check` (fast: nothing is built, no browser). The last line counts everything. */
interface Step {
  readonly name: string;
  readonly run: () => Promise<CommandOutcome>;
  readonly counts?: () => Counts;
}

const root = join(import.meta.dirname, "..");
process.chdir(root);
const fast = process.argv[2] === "fast";
const reports = join(root, "test-results");
const unitReport = join(reports, "unit.json");
const windowReport = join(reports, "window.json");
const playwright = join("node_modules", "@playwright", "test", "cli.js");

/** Minutes end what hangs; the slowest machine needs a small part of them. */
const node = (minutes: number, args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  runCommand({ file: process.execPath, args, minutes, environment: { ...environment, ...steady } });

/** A developer's own settings must not change what is tested. */
const steady: NodeJS.ProcessEnv = {
  PINGSHEN_DATA: "",
  PINGSHEN_WAY: "",
  TZ: "Asia/Shanghai",
  LC_ALL: "C.UTF-8",
  FORCE_COLOR: "0",
  PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
};

const lint: Step = {
  name: "format and lint",
  run: () => node(20, [join("node_modules", "@biomejs", "biome", "bin", "biome"), "ci", "--colors=off", "."]),
};

const types: readonly Step[] = ["shared", "electron", "renderer", "test"].map((project) => ({
  name: `types of ${project}/`,
  run: () => node(20, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", project]),
}));

const unit: Step = {
  name: fast ? "layers and unit tests" : "layers, unit and built-bundle tests",
  run: () =>
    node(120, [
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${unitReport}`,
      ...(fast ? ["--exclude=**/*.built.test.ts"] : []),
    ]),
  counts: () => readVitestCounts(unitReport),
};

const build: Step = { name: "build", run: () => node(30, [join("electron", "build.ts")]) };

const browser: Step = { name: "browser", run: () => findOrInstallBrowser(playwright) };

const window: Step = {
  name: "end-to-end tests in the browser window",
  run: () =>
    node(120, [playwright, "test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: windowReport,
      PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport,
    }),
  counts: () => readPlaywrightCounts(windowReport),
};

const steps: readonly Step[] = fast ? [lint, ...types, unit] : [lint, ...types, build, unit, browser, window];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
for (const step of steps) {
  const started = performance.now();
  const outcome = await step.run();
  const counts = step.counts?.() ?? noCounts;
  passed += counts.passed + (outcome.ok ? 1 : 0);
  failed += counts.failed + (outcome.ok ? 0 : 1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!outcome.ok) console.log(outcome.output.trimEnd());
  console.log(`${outcome.ok ? "ok  " : "FAIL"} ${step.name}${inWords(counts)} (${seconds} s)`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function inWords({ passed: good, failed: bad, skipped }: Counts): string {
  if (good + bad + skipped === 0) return "";
  return `: ${good} passed, ${bad} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

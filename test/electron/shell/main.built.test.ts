import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { buildStale } from "../../../electron/build/build-stale.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const run = promisify(execFile);

beforeAll(() => buildStale(root));

test("the built desktop program comes up to its window and answers a call", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-built-"));
  const boot = join(root, "test", "support", "boot-built-main.ts");
  const main = join(root, "dist", "electron", "main.cjs");
  const { stdout } = await run(process.execPath, [boot, main, dataFolder]);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    state: { ok: true, value: { way: "electron", dataFolder, rounds: 0 } },
    errors: [],
    menu: 4,
    script: { type: "text/javascript; charset=utf-8" },
  });
  expect(report.page).toContain('<div id="root">');
  expect(report.script.bytes).toBeGreaterThan(100_000);
});

test("the built preload script needs nothing but Electron, because the sandbox gives it nothing else", () => {
  const code = readFileSync(join(root, "dist", "electron", "preload.cjs"), "utf8");
  const required = [...code.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
  expect(required).toEqual(["electron"]);
});

test("no bundle needs a module that is not shipped", () => {
  const shipped = new Set(["electron", "better-sqlite3"]);
  const folder = join(root, "dist", "electron");
  const parts = readdirSync(join(folder, "intake-parts")).map((part) => `intake-parts/${part}`);
  for (const name of ["main.cjs", "serve.cjs", "intake-worker.cjs", ...parts]) {
    const text = readFileSync(join(folder, name), "utf8");
    const code = text.replace(/^\s*\*.*$/gm, "");
    const required = [...code.matchAll(/(?<!\.)\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(
      (match) => match[1] ?? "",
    );
    const beside = (module: string): boolean =>
      /^\.\.?\//.test(module) && existsSync(join(folder, dirname(name), module));
    const missing = required.filter(
      (module) => !module.startsWith("node:") && !shipped.has(module) && !beside(module),
    );
    expect(
      missing.filter((module) => !isNodeModule(module)),
      name,
    ).toEqual([]);
  }
});

const isNodeModule = (name: string): boolean => process.getBuiltinModule(name) !== undefined;

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const check = join(root, "electron", "node-version.cjs");

const isOld = (file: string): boolean =>
  existsSync(file) &&
  Number.parseInt(execFileSync(file, ["-p", "process.versions.node"], { encoding: "utf8" }), 10) < 24;

/** A Node that is really too old where this computer has one, and one that only says so everywhere. */
const oldNodes = ["/usr/bin/node", "/usr/local/bin/node"].filter(isOld);

test("a Node that is too old is one sentence before anything else is loaded", () => {
  const pretend = join(mkdtempSync(join(tmpdir(), "pingshen-node-")), "pretend.cjs");
  writeFileSync(pretend, 'Object.defineProperty(process.versions, "node", { value: "20.11.1" });');
  const ways: [string, string[]][] = [
    [process.execPath, ["-r", pretend, "-r", check, "electron/start.ts", "--way", "address"]],
    ...oldNodes.map((file): [string, string[]] => [file, ["-r", check, "electron/start.ts"]]),
  ];
  for (const [file, args] of ways) {
    const { status, stdout, stderr } = spawnSync(file, args, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "zh_CN.UTF-8" },
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^评审台需要 Node 24 或更新版本，当前是 Node 20\.\d+\.\d+。[^\n]+\n$/);
  }
});

test("every command in package.json that runs a source checks the Node first", async () => {
  const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
  const commands = Object.values(manifest.scripts).filter((command) => command.includes(".ts"));
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((command) => !command.startsWith("node -r ./electron/node-version.cjs "))).toEqual(
    [],
  );
});

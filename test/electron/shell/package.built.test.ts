import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { buildStale } from "../../../electron/build/build-stale.ts";
import { makeElectronStandIn } from "../../support/electron-stand-in.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const run = promisify(execFile);
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const work = mkdtempSync(join(tmpdir(), "pingshen-package-"));
const unpacked = join(work, "out", "linux-unpacked");
const archive = join(unpacked, "resources", "app.asar");

/** The packager's stand-in is a Linux executable; on another system there is nothing to check here. */
const here = process.platform === "linux" && process.arch === "x64";

beforeAll(async () => {
  if (!here) return;
  await buildStale(root);
  const standIn = join(work, "electron");
  makeElectronStandIn(standIn, root, "45.4.1");
  const builder = join(root, "node_modules", "electron-builder", "cli.js");
  const options = [`-c.electronDist=${standIn}`, `-c.directories.output=${join(work, "out")}`];
  await run(process.execPath, [builder, "--linux", "dir", "--x64", "--publish", "never", ...options], {
    cwd: root,
  });
});

test.runIf(here)(
  "the package holds the bundles, the resources and one native binary, and nothing else",
  async () => {
    const { stdout } = await run(bin("asar"), ["list", archive], { maxBuffer: 10_000_000 });
    const files = stdout.trim().split("\n");
    const unexpected = files.filter(
      (file) =>
        !/^\/(?:dist(?:\/electron(?:\/(?:(?:main|preload|intake-worker)\.cjs|intake-parts(?:\/[\w.-]+\.cjs)?))?|\/renderer.*)?|resources(?:\/(?:schemes|registry|samples|templates|help).*)?|package\.json|node_modules(?:\/better-sqlite3.*)?)$/.test(
          file,
        ),
    );
    expect(unexpected).toEqual([]);
    expect(files.filter((file) => file.endsWith(".node"))).toEqual([
      "/node_modules/better-sqlite3/prebuilds/linux-x64.node",
    ]);
    for (const needed of [
      "/dist/renderer/index.html",
      "/resources/schemes/hunan-2021.json",
      "/resources/samples/round",
    ])
      expect(files).toContain(needed);
    for (const outside of ["intake-worker.cjs", "intake-parts/read-pdf.cjs"])
      expect(existsSync(join(`${archive}.unpacked`, "dist", "electron", outside))).toBe(true);
  },
);

test.runIf(here)("the fuses let the binary be nothing but this program", async () => {
  const { stdout } = await run(bin("electron-fuses"), ["read", "--app", join(unpacked, "pingshen")]);
  const states = Object.fromEntries(
    [...stdout.matchAll(/(\w+) is (\w+)/g)].map(([, name, state]) => [name, state]),
  );
  expect(states).toMatchObject({
    RunAsNode: "Disabled",
    EnableNodeOptionsEnvironmentVariable: "Disabled",
    EnableNodeCliInspectArguments: "Disabled",
    EnableEmbeddedAsarIntegrityValidation: "Enabled",
    OnlyLoadAppFromAsar: "Enabled",
    GrantFileProtocolExtraPrivileges: "Disabled",
  });
});

test.runIf(here)("what is inside the package comes up to its window", async () => {
  const resources = join(work, "resources");
  await run(bin("asar"), ["extract", archive, join(resources, "app.asar")]);
  cpSync(`${archive}.unpacked`, join(resources, "app.asar.unpacked"), { recursive: true });
  const boot = join(root, "test", "support", "boot-built-main.ts");
  const main = join(resources, "app.asar", "dist", "electron", "main.cjs");
  const { stdout } = await run(process.execPath, [boot, main, join(work, "data")]);
  expect(JSON.parse(stdout)).toMatchObject({ state: { ok: true }, errors: [], menu: 4 });
});

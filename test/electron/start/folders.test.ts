import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseFolders } from "../../../electron/start/folders.ts";
import { readStartArguments } from "../../../electron/start/start-arguments.ts";

const home = mkdtempSync(join(tmpdir(), "pingshen-home-"));

test("a named data folder keeps its exports inside itself", () => {
  expect(chooseFolders("/media/usb/评审", { platform: "linux", environment: {}, home })).toEqual({
    dataFolder: "/media/usb/评审",
    exportFolder: "/media/usb/评审/exports",
  });
});

test("the usual data folder is where each system keeps such things", () => {
  const dataFolder = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string =>
    chooseFolders(null, { platform, environment, home }).dataFolder;
  expect(dataFolder("linux", {})).toBe(join(home, ".local", "share", "pingshen"));
  expect(dataFolder("linux", { XDG_DATA_HOME: "/data" })).toBe("/data/pingshen");
  expect(dataFolder("win32", { APPDATA: "/c/Roaming" })).toBe(join("/c/Roaming", "pingshen"));
  expect(dataFolder("darwin", {})).toBe(join(home, "Library", "Application Support", "pingshen"));
});

test("exports go to the documents, also where those have a Chinese name", () => {
  mkdirSync(join(home, ".config"));
  mkdirSync(join(home, "文档"));
  writeFileSync(join(home, ".config", "user-dirs.dirs"), 'XDG_DOCUMENTS_DIR="$HOME/文档"\n');
  expect(chooseFolders(null, { platform: "linux", environment: {}, home }).exportFolder).toBe(
    join(home, "文档", "双创评审台"),
  );
});

test("arguments stand over the environment", () => {
  const environment = { PINGSHEN_DATA: "/a", PINGSHEN_WAY: "browser" };
  expect(readStartArguments([], environment)).toEqual({ ok: true, value: { data: "/a", way: "browser" } });
  expect(readStartArguments(["--data=/b=c", "--way", "address"], environment)).toEqual({
    ok: true,
    value: { data: "/b=c", way: "address" },
  });
  expect(readStartArguments(["--data", ""], {})).toMatchObject({ ok: false, code: "usage" });
});

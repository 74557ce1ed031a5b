import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { afterEach, beforeAll, expect, test } from "vitest";
import { buildStale } from "../../../electron/build/build-stale.ts";
import { addressPattern, freshFolder, runStart, type Started } from "../../support/run-start.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const running: Started[] = [];

beforeAll(() => buildStale(root));

afterEach(async () => {
  for (const started of running.splice(0)) {
    started.child.kill("SIGKILL");
    await started.ended;
  }
});

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const started = runStart(args, environment);
  running.push(started);
  return started;
}

/** One sentence on the error output, nothing that only a programmer could read, exit code 1. */
async function refusal(started: Started, code = 1): Promise<string> {
  expect(await started.ended).toBe(code);
  expect(started.said.err.trimEnd().split("\n")).toHaveLength(1);
  expect(started.said.out + started.said.err).not.toMatch(/^\s+at |Error|node:internal|\{\w+\}/m);
  return started.said.err;
}

test("without a display it says so, prints the address, and ends cleanly on Ctrl+C", async () => {
  const started = start(["--data", freshFolder()]);
  const address = await started.waitFor(addressPattern);
  expect(started.said.out).toContain("没有图形显示");
  expect(started.said.err).toBe("");
  const opened = await fetch(address ?? "", { redirect: "manual" });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = await fetch(new URL("/", address ?? ""), { headers: { cookie } });
  expect(await page.text()).toContain('<div id="root">');
  started.child.kill("SIGINT");
  expect(await started.ended).toBe(0);
  expect(started.said.out).toContain("评审台已结束");
});

test("without a browser it says so and prints the address, which ends on SIGTERM too", async () => {
  const started = start(["--data", freshFolder(), "--way", "browser"], {
    DISPLAY: ":99",
    PINGSHEN_BROWSER: "/nowhere/chromium",
  });
  expect(await started.waitFor(addressPattern)).not.toBeNull();
  expect(started.said.out).toContain("没有找到 Chromium、Chrome 或 Edge");
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
});

test("a browser that does not come up leaves the address instead", async () => {
  const dataFolder = freshFolder();
  const browser = join(dataFolder, "browser.sh");
  writeFileSync(browser, "#!/bin/sh\nexit 127\n");
  chmodSync(browser, 0o755);
  const started = start(["--data", dataFolder, "--way", "browser"], {
    DISPLAY: ":99",
    PINGSHEN_BROWSER: browser,
  });
  expect(await started.waitFor(addressPattern)).not.toBeNull();
  expect(started.said.out).toContain("没有打开");
});

test("the program ends when its app window is closed, and the browser got a quiet profile of its own", async () => {
  const dataFolder = freshFolder();
  const browser = join(dataFolder, "browser.sh");
  writeFileSync(browser, '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\n');
  chmodSync(browser, 0o755);
  const started = start(["--data", dataFolder, "--way", "browser"], {
    DISPLAY: ":99",
    PINGSHEN_BROWSER: browser,
  });
  expect(await started.ended).toBe(0);
  expect(started.said.out).toContain("独立窗口");
  expect(started.said.out).not.toMatch(addressPattern);
  const given = readFileSync(join(dataFolder, "arguments"), "utf8").split("\n");
  expect(given[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/open\?token=/);
  expect(given).toContain(`--user-data-dir=${join(dataFolder, "window")}`);
  expect(given).toContain("--disable-background-networking");
  expect(given).toContain("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
});

test("an address taken over by a browser that was still open keeps the program until that one is closed", async () => {
  const dataFolder = freshFolder();
  mkdirSync(join(dataFolder, "window"));
  const lock = join(dataFolder, "window", "SingletonLock");
  symlinkSync("somewhere-4711", lock);
  const started = start(["--data", dataFolder, "--way", "browser"], {
    DISPLAY: ":99",
    PINGSHEN_BROWSER: "/bin/true",
  });
  await started.waitFor(/独立窗口/);
  expect(started.child.exitCode).toBeNull();
  rmSync(lock);
  expect(await started.ended).toBe(0);
});

/** Stands where Electron's binary would be, writes down how it was called, and ends with the code. */
function electronEndingWith(code: number): { folder: string; calledWith: () => string[] } {
  const folder = freshFolder();
  const file = join(folder, "electron");
  writeFileSync(file, `#!/bin/sh\nprintf "%s\\n" "$@" > "${folder}/arguments"\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return {
    folder,
    calledWith: () => readFileSync(join(folder, "arguments"), "utf8").trim().split("\n"),
  };
}

test("where Electron's binary is there, it gets the program and the data folder, and its end is the end", async () => {
  const dataFolder = freshFolder();
  const electron = electronEndingWith(0);
  const started = start(["--data", dataFolder], {
    DISPLAY: ":99",
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
  });
  expect(await started.ended).toBe(0);
  expect([started.said.out, started.said.err]).toEqual(["", ""]);
  expect(electron.calledWith().slice(-3)).toEqual([root, "--data", dataFolder]);
});

test("an Electron that cannot run here is replaced by a browser window", async () => {
  const started = start(["--data", freshFolder()], {
    DISPLAY: ":99",
    ELECTRON_OVERRIDE_DIST_PATH: electronEndingWith(127).folder,
    PINGSHEN_BROWSER: "/nowhere/chromium",
  });
  expect(await started.waitFor(addressPattern)).not.toBeNull();
  expect(started.said.out).toContain("Electron 没有启动，改用浏览器窗口");
});

test("a desktop program that refused to start has said why, and nothing else is opened", async () => {
  const started = start(["--data", freshFolder()], {
    DISPLAY: ":99",
    ELECTRON_OVERRIDE_DIST_PATH: electronEndingWith(3).folder,
  });
  expect(await started.ended).toBe(1);
  expect([started.said.out, started.said.err]).toEqual(["", ""]);
});

test("a data folder in use by another window is one sentence", async () => {
  const dataFolder = freshFolder();
  const first = start(["--data", dataFolder, "--way", "address"]);
  expect(await first.waitFor(addressPattern)).not.toBeNull();
  const second = start(["--data", dataFolder, "--way", "address"]);
  const sentence = await refusal(second);
  expect(sentence).toContain("正被另一个评审台窗口使用");
  expect(sentence).toContain(dataFolder);
});

test("a program that was killed does not lock its data folder", async () => {
  const dataFolder = freshFolder();
  const first = start(["--data", dataFolder, "--way", "address"]);
  await first.waitFor(addressPattern);
  first.child.kill("SIGKILL");
  await first.ended;
  const second = start(["--data", dataFolder, "--way", "address"]);
  expect(await second.waitFor(addressPattern)).not.toBeNull();
});

test("a database of a newer version is one sentence and stays as it is", async () => {
  const dataFolder = freshFolder();
  const file = join(dataFolder, "pingshen.db");
  const db = new BetterSqlite(file);
  db.exec("CREATE TABLE of_tomorrow (id TEXT) STRICT");
  db.pragma("user_version = 999");
  db.close();
  expect(await refusal(start(["--data", dataFolder, "--way", "address"]))).toContain("更新版本");
  const after = new BetterSqlite(file);
  expect(after.pragma("user_version", { simple: true })).toBe(999);
  expect(after.prepare("SELECT count(*) AS n FROM of_tomorrow").get()).toEqual({ n: 0 });
  after.close();
});

test("a damaged database is one sentence and stays as it is", async () => {
  const dataFolder = freshFolder();
  const file = join(dataFolder, "pingshen.db");
  const garbage = "这不是数据库".repeat(1000);
  writeFileSync(file, garbage);
  expect(await refusal(start(["--data", dataFolder, "--way", "address"]))).toContain("已损坏");
  expect(readFileSync(file, "utf8")).toBe(garbage);
});

test("a data folder that cannot be one is one sentence", async () => {
  const file = join(freshFolder(), "a-file");
  writeFileSync(file, "");
  expect(await refusal(start(["--data", file, "--way", "address"]))).toContain("无法读写");
});

test("words it does not understand are one sentence with the usage", async () => {
  for (const args of [["--colour", "blue"], ["--data"], ["--way", "telnet"]])
    expect(await refusal(start(args), 2)).toMatch(/^用法：npm start/);
});

test("an English system is told in English", async () => {
  const started = start(["--way", "telnet"], { LANG: "en_GB.UTF-8" });
  expect(await refusal(started, 2)).toMatch(/^Usage: npm start/);
});

test("the data folder may be named by PINGSHEN_DATA", async () => {
  const dataFolder = freshFolder();
  const started = start(["--way=address"], { PINGSHEN_DATA: dataFolder });
  expect(await started.waitFor(addressPattern)).not.toBeNull();
  expect(existsSync(join(dataFolder, "pingshen.db"))).toBe(true);
});

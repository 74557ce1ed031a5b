import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { findBrowser } from "../../electron/start/find-browser.ts";
import { thisSystem } from "../../electron/start/folders.ts";
import { listPages, sendCommand } from "../support/debugging-port.ts";
import { projectRoot } from "./support/running-program.ts";

const running = new Set<ChildProcess>();

test.afterEach(() => {
  for (const program of running) program.kill();
  running.clear();
});

/** What `npm start` does where Electron is not: a real browser's app window, seen through its debugging pipe. */
test("npm start opens an app window on the first screen, and closing it ends the program", async () => {
  const system = findBrowser(thisSystem());
  const file = system?.file ?? chromium.executablePath();
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-window-"));
  const wrapper = join(dataFolder, "browser.sh");
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexec "${file}" --headless --disable-gpu --disable-dev-shm-usage --remote-debugging-port=0 "$@"\n`,
  );
  chmodSync(wrapper, 0o755);
  const program = spawn(
    process.execPath,
    [join("electron", "start.ts"), "--data", dataFolder, "--way", "browser"],
    {
      cwd: projectRoot,
      env: { ...process.env, DISPLAY: ":99", PINGSHEN_BROWSER: wrapper },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  running.add(program);
  const closed = once(program, "close");
  const portFile = join(dataFolder, "window", "DevToolsActivePort");
  await expect.poll(() => readIfThere(portFile)).toMatch(/^\d+\n\/devtools/);
  const [port = "", browserPath = ""] = readIfThere(portFile).split("\n");
  const shown = async (): Promise<string[]> =>
    (await listPages(port)).map(({ title, url }) => `${title} ${url}`);
  await expect
    .poll(shown)
    .toEqual([expect.stringMatching(/^双创评审台.* http:\/\/127\.0\.0\.1:\d+\/(?:#.*)?$/)]);
  const [page] = await listPages(port);
  const seen = (expression: string): Promise<unknown> =>
    sendCommand(page?.webSocketDebuggerUrl ?? "", "Runtime.evaluate", { expression });
  await expect
    .poll(() => seen("document.body.innerText"))
    .toMatchObject({ result: { value: expect.stringContaining("轮次") } });
  expect(await seen("document.cookie")).toMatchObject({ result: { value: "" } });
  // Without a screen Chromium does not end with its last page, so the whole of it is told to close.
  await sendCommand(`ws://127.0.0.1:${port}${browserPath}`, "Browser.close");
  // Not "exit": what it said last may still be on its way then.
  await closed;
  expect(program.exitCode).toBe(0);
  expect(said).toContain("评审台已结束");
  expect(said).not.toContain("token");
});

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../../electron/start/find-browser.ts";
import { thisSystem } from "../../../electron/start/folders.ts";
import { type CommandOutcome, runCommand } from "./run-command.ts";

const found = (): string | null => {
  const system = findBrowser(thisSystem());
  if (system !== null) return system.file;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
};

/** A browser of this computer, else one from Debian's packages, else Playwright's own download. */
export async function findOrInstallBrowser(playwright: string): Promise<CommandOutcome> {
  const present = found();
  if (present !== null) return { ok: true, output: `browser: ${present}\n` };
  let output = "no Chromium, Chrome or Edge here; installing one\n";
  for (const attempt of attempts(playwright)) {
    const outcome = await attempt();
    output += outcome.output;
    const file = found();
    if (file !== null) return { ok: true, output: `${output}\nbrowser: ${file}\n` };
  }
  return {
    ok: false,
    output: `${output}\nNo browser for the end-to-end tests: there is no Chromium, Chrome or Edge here and none could be installed.\nInstall one (Debian: apt-get install chromium fonts-noto-cjk) or name its file in PINGSHEN_BROWSER.\n`,
  };
}

function attempts(playwright: string): (() => Promise<CommandOutcome>)[] {
  const asRoot = process.getuid?.() === 0;
  const apt = (...args: string[]) =>
    runCommand({
      file: "apt-get",
      args,
      minutes: 30,
      environment: { DEBIAN_FRONTEND: "noninteractive" },
    });
  const debian = async (): Promise<CommandOutcome> => {
    const updated = await apt("update");
    const installed = await apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
    return { ok: installed.ok, output: updated.output + installed.output };
  };
  const own = () =>
    runCommand({ file: process.execPath, args: [playwright, "install", "chromium"], minutes: 30 });
  return asRoot && existsSync("/usr/bin/apt-get") ? [debian, own] : [own];
}

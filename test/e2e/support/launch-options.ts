import type { LaunchOptions } from "@playwright/test";
import { quietBrowserFlags } from "../../../electron/start/app-window.ts";
import { findBrowser } from "../../../electron/start/find-browser.ts";
import { thisSystem } from "../../../electron/start/folders.ts";

/** The browser of this computer with the flags the program itself gives it, else the one Playwright brought. */
export function browserLaunchOptions(): LaunchOptions {
  const browser = findBrowser(thisSystem());
  const asRoot = process.getuid?.() === 0;
  return {
    ...(browser === null ? {} : { executablePath: browser.file }),
    headless: true,
    args: [
      ...quietBrowserFlags,
      "--disable-gpu",
      "--disable-dev-shm-usage",
      ...(asRoot ? ["--no-sandbox"] : []),
    ],
  };
}

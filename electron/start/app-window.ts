import { spawn } from "node:child_process";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "./find-browser.ts";
import { cannotRun } from "./run-electron.ts";

export interface AppWindow {
  /** `closed` by a person, or `failed` to come up at all. */
  readonly ended: Promise<"closed" | "failed">;
  close(): void;
}

/** A browser's own services, each of which would use the network. Names cannot be resolved at all in this window. */
export const quietBrowserFlags = [
  "--no-first-run",
  "--no-default-browser-check",
  "--allow-browser-signin=false",
  "--disable-background-networking",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions,NetworkTimeServiceQuerying",
  "--disable-quic",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-pings",
  "--no-proxy-server",
  "--password-store=basic",
  "--use-mock-keychain",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
] as const;

/** An error this early means that the browser did not come up; later it is a window that ended. */
const shortestUse = 3_000;
const lookAgain = 1_000;

/** Opens the address as a window of its own, with a profile that nothing else of this person uses. */
export function openAppWindow(browser: Browser, address: string, dataFolder: string): AppWindow {
  const profile = profileFolder(browser, dataFolder);
  const started = performance.now();
  const child = spawn(browser.file, appWindowArguments(address, profile), { stdio: "ignore" });
  const ended = new Promise<"closed" | "failed">((resolve) => {
    child.once("error", () => resolve("failed"));
    child.once("exit", (code) => {
      if (code === 0) void whenUnused(profile).then(() => resolve("closed"));
      else resolve(!cannotRun(code) && performance.now() - started > shortestUse ? "closed" : "failed");
    });
  });
  return { ended, close: () => void child.kill() };
}

/**
 * A browser that still had this profile open (the program was killed, its window was not) takes the address over and
 * the new process ends at once. Chromium keeps a lock in the profile until its last window is closed.
 */
async function whenUnused(profile: string): Promise<void> {
  const locks = ["SingletonLock", "lockfile"].map((name) => join(profile, name));
  while (locks.some((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined))
    await new Promise((resolve) => setTimeout(resolve, lookAgain));
}

function appWindowArguments(address: string, profile: string): string[] {
  const root = process.getuid?.() === 0;
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--window-size=1366,768",
    ...quietBrowserFlags,
    // Chromium refuses to run as root inside its sandbox; that is a container or a rescue system.
    ...(root ? ["--no-sandbox", "--test-type"] : []),
  ];
}

/** A browser from a snap may not write into hidden folders, where data usually is. */
const profileFolder = (browser: Browser, dataFolder: string): string =>
  browser.file.startsWith("/snap/")
    ? join(process.env.HOME ?? dataFolder, "snap", "chromium", "common", "pingshen")
    : join(dataFolder, "window");

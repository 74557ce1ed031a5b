import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Browser } from "./find-browser.ts";

export interface AppWindow {
  /**
   * How it ended: `closed` by a person; `failed` at once; `handed-over` to a browser that still had this profile open,
   * so that the end of the window cannot be seen from here.
   */
  readonly ended: Promise<"closed" | "failed" | "handed-over">;
  close(): void;
}

/** A browser's own services, each of which would use the network. Names cannot be resolved at all in this window. */
export const quietBrowserFlags = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions",
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

/** A start that ends this early was no window a person closed. */
const shortestUse = 3_000;

/** Opens the address as a window of its own, with a profile that nothing else of this person uses. */
export function openAppWindow(browser: Browser, address: string, dataFolder: string): AppWindow {
  const started = performance.now();
  const child = spawn(browser.file, appWindowArguments(browser, address, dataFolder), { stdio: "ignore" });
  const ended = new Promise<Awaited<AppWindow["ended"]>>((resolve) => {
    child.once("error", () => resolve("failed"));
    child.once("exit", (code) => {
      const used = performance.now() - started > shortestUse;
      resolve(used ? "closed" : code === 0 ? "handed-over" : "failed");
    });
  });
  return { ended, close: () => void child.kill() };
}

function appWindowArguments(browser: Browser, address: string, dataFolder: string): string[] {
  const root = process.getuid?.() === 0;
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder(browser, dataFolder)}`,
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

import { existsSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../compose.ts";
import type { Program } from "../program.ts";
import { type AppWindow, openAppWindow } from "../start/app-window.ts";
import { findBrowser, hasDisplay } from "../start/find-browser.ts";
import { firstLine } from "../start/first-line.ts";
import { chooseFolders, thisSystem } from "../start/folders.ts";
import { makePorts } from "../start/make-ports.ts";
import { findProgramFiles } from "../start/program-root.ts";
import { complain, tell } from "../start/say-on-terminal.ts";
import type { StartArguments } from "../start/start-arguments.ts";
import { startLocale } from "../start/start-locale.ts";
import { type LocalServer, startLocalServer } from "./http-server.ts";

/** From arguments to an open window; every way this can fail is one sentence and exit code 1. */
export async function runBrowserWindow(wanted: StartArguments, entryFolder: string): Promise<void> {
  const files = findProgramFiles(entryFolder);
  const folders = chooseFolders(wanted.data);
  const page = join(files.rendererFolder, "index.html");
  if (!existsSync(page)) return giveUp(() => complain("start.not-built", { file: page }));
  try {
    const composed = await compose(makePorts("browser", files, folders));
    if (!composed.ok)
      return giveUp(() =>
        complain(`start.${composed.code}`, { dataFolder: folders.dataFolder, ...composed.params }),
      );
    const program = composed.value;
    const server = await startLocalServer({
      program,
      rendererFolder: files.rendererFolder,
      locale: startLocale(process.env),
    });
    // Before anything is printed: whoever reads the address may end the program at once.
    const opened: { window: AppWindow | null } = { window: null };
    const stop = stopOnSignals(program, server, opened);
    opened.window = openWindow(wanted, server, folders.dataFolder);
    void opened.window?.ended.then((end) => (end === "closed" ? stop() : undefined));
  } catch (error) {
    giveUp(() => complain("start.unexpected", { reason: firstLine(error) }));
  }
}

function giveUp(explain: () => void): void {
  explain();
  process.exitCode = 1;
}

function openWindow(wanted: StartArguments, server: LocalServer, dataFolder: string): AppWindow | null {
  const system = thisSystem();
  const browser = findBrowser(system);
  if (wanted.way === "address") return tellAddress("start.address", server);
  if (!hasDisplay(system)) return tellAddress("start.no-display", server);
  if (browser === null) return tellAddress("start.no-browser", server);
  const window = openAppWindow(browser, server.startAddress, dataFolder);
  tell("start.opened", { browser: browser.name });
  void window.ended.then((end) => {
    if (end !== "failed") return;
    tell("start.browser-failed", { browser: browser.name });
    process.stdout.write(`${server.startAddress}\n`);
  });
  return window;
}

/** Without a window of our own a person has to carry the token to one; it works once, and only on this computer. */
function tellAddress(
  key: "start.address" | "start.no-display" | "start.no-browser",
  server: LocalServer,
): null {
  tell(key);
  process.stdout.write(`${server.startAddress}\n`);
  return null;
}

/** Ends once, whether by Ctrl+C, by the system, or because the window was closed. */
function stopOnSignals(
  program: Program,
  server: LocalServer,
  opened: { readonly window: AppWindow | null },
): () => Promise<void> {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    opened.window?.close();
    await server.close();
    await program.close();
    tell("start.stopped");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  return stop;
}

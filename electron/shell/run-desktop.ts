import { join } from "node:path";
import { app, BrowserWindow, dialog, session } from "electron";
import type { Result } from "../../shared/contract/result.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import type { StartFailure } from "../compose.ts";
import type { Ports } from "../ports.ts";
import type { Program } from "../program.ts";
import { createWebHandler } from "../serve/web-content.ts";
import { firstLine } from "../start/first-line.ts";
import { chooseFolders } from "../start/folders.ts";
import { makePorts } from "../start/make-ports.ts";
import { findProgramFiles, type ProgramFiles } from "../start/program-root.ts";
import { refusedStartCode } from "../start/run-electron.ts";
import { readStartArguments } from "../start/start-arguments.ts";
import { startLocale } from "../start/start-locale.ts";
import { openIpcGate } from "./ipc-gate.ts";
import { lockCommandLine, lockContents, lockSession } from "./lockdown.ts";
import { setMenu } from "./menu.ts";
import { registerAppScheme, serveAppScheme } from "./protocol.ts";
import { guardQuit } from "./quit-guard.ts";
import { openWindow } from "./window.ts";

export interface DesktopInput {
  readonly compose: (ports: Ports) => Promise<Result<Program, StartFailure>>;
  readonly entryFolder: string;
  /** What follows the program's name on the command line. */
  readonly words: readonly string[];
}

/** The desktop program from its first line to its window. One per data folder. */
export async function runDesktop({ compose, entryFolder, words }: DesktopInput): Promise<void> {
  const files = findProgramFiles(entryFolder);
  const folders = chooseFolders(readData(words));
  const ports = makePorts("electron", files, folders);
  // Chromium's profile decides what "already running" means, so it belongs to the data folder.
  app.setPath("userData", join(ports.dataFolder, "window"));
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerAppScheme();
  lockCommandLine(app);
  app.enableSandbox();
  app.on("web-contents-created", (_event, contents) => lockContents(contents));
  app.on("second-instance", focusWindow);
  await app.whenReady();
  try {
    const composed = await compose(ports);
    if (!composed.ok)
      return refuseStart(`start.${composed.code}`, { dataFolder: ports.dataFolder, ...composed.params });
    await showProgram(composed.value, ports, files);
  } catch (error) {
    refuseStart("start.unexpected", { reason: firstLine(error) });
  }
}

/** Electron adds words of its own to the command line; only ours are read, and none of them stops the start. */
function readData(words: readonly string[]): string | null {
  const at = words.indexOf("--data");
  const read = readStartArguments(at === -1 ? [] : words.slice(at, at + 2), process.env);
  return read.ok ? read.value.data : null;
}

function refuseStart(
  key: `start.${StartFailure}` | "start.unexpected",
  params: Record<string, string>,
): void {
  const locale = startLocale(process.env);
  dialog.showErrorBox(say(locale, "app.name"), say(locale, key, params));
  app.exit(refusedStartCode);
}

async function showProgram(program: Program, ports: Ports, files: ProgramFiles): Promise<void> {
  let locale = await chosenLocale(program);
  const partition = session.defaultSession;
  lockSession(partition);
  serveAppScheme(partition, createWebHandler({ program, rendererFolder: files.rendererFolder, locale }));
  const window = openWindow({
    title: say(locale, "app.name"),
    preloadFolder: join(files.root, "dist", "electron"),
    session: partition,
  });
  guardQuit(window, program, () => locale);
  const showMenu = (): void => setMenu({ locale, ports, window });
  openIpcGate(program, (name) => {
    if (name !== "app/save-preferences") return;
    void chosenLocale(program).then((chosen) => {
      locale = chosen;
      showMenu();
    });
  });
  showMenu();
  endWithWindow(program);
}

async function chosenLocale(program: Program): Promise<Locale> {
  const state = await program.call("app/get-state", {});
  return state.ok ? state.value.preferences.locale : startLocale(process.env);
}

/** The last window is the program; the database is closed before the process ends. */
function endWithWindow(program: Program): void {
  app.on("window-all-closed", () => {
    void program.close().finally(() => app.quit());
  });
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

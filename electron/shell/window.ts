import { join } from "node:path";
import { BrowserWindow, type Session } from "electron";
import { appOrigin } from "./app-origin.ts";

export interface WindowInput {
  readonly title: string;
  readonly preloadFolder: string;
  readonly session: Session;
}

/** A window without Node, in the sandbox, that shows itself when its first screen is painted. */
export function openWindow({ title, preloadFolder, session }: WindowInput): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    title,
    show: false,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload: join(preloadFolder, "preload.cjs"),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}

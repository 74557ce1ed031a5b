import { existsSync } from "node:fs";
import { join } from "node:path";
import type { System } from "./folders.ts";

export interface Browser {
  readonly name: string;
  readonly file: string;
}

const linuxNames: readonly (readonly [command: string, name: string])[] = [
  ["chromium", "Chromium"],
  ["chromium-browser", "Chromium"],
  ["google-chrome-stable", "Chrome"],
  ["google-chrome", "Chrome"],
  ["microsoft-edge-stable", "Edge"],
  ["microsoft-edge", "Edge"],
];

/** Chromium, Chrome or Edge of this computer; `PINGSHEN_BROWSER` names another file. Each can show an app window. */
export function findBrowser(system: System): Browser | null {
  const named = system.environment.PINGSHEN_BROWSER;
  if (named !== undefined && named !== "")
    return existsSync(named) ? { name: "Chromium", file: named } : null;
  return candidates(system).find((browser) => existsSync(browser.file)) ?? null;
}

function candidates({ platform, environment, home }: System): Browser[] {
  if (platform === "win32") {
    const folders = [
      environment.ProgramFiles,
      environment["ProgramFiles(x86)"],
      environment.LOCALAPPDATA,
    ].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => [
      { name: "Edge", file: join(folder, "Microsoft", "Edge", "Application", "msedge.exe") },
      { name: "Chrome", file: join(folder, "Google", "Chrome", "Application", "chrome.exe") },
      { name: "Chromium", file: join(folder, "Chromium", "Application", "chrome.exe") },
    ]);
  }
  if (platform === "darwin")
    return [
      ["Google Chrome", "Chrome"],
      ["Chromium", "Chromium"],
      ["Microsoft Edge", "Edge"],
    ].flatMap(([app = "", name = ""]) =>
      ["/Applications", join(home, "Applications")].map((folder) => ({
        name,
        file: join(folder, `${app}.app`, "Contents", "MacOS", app),
      })),
    );
  const folders = [...(environment.PATH ?? "").split(":"), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return linuxNames.flatMap(([command, name]) =>
    folders.filter((folder) => folder !== "").map((folder) => ({ name, file: join(folder, command) })),
  );
}

/** On Linux a window needs X or Wayland; elsewhere there always is a desktop. */
export const hasDisplay = ({ platform, environment }: System): boolean =>
  platform !== "linux" || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);

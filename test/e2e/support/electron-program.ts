import { _electron, type Page } from "@playwright/test";
import { findElectronBinary } from "../../../electron/start/electron-binary.ts";
import { hasDisplay } from "../../../electron/start/find-browser.ts";
import { thisSystem } from "../../../electron/start/folders.ts";
import { projectRoot, type RunningProgram } from "./running-program.ts";

/**
 * The desktop program's binary, where it is present together with a display; `PINGSHEN_E2E=browser` leaves it out.
 * The same specs then drive the real Electron.
 */
export function electronToDrive(): string | null {
  if (process.env.PINGSHEN_E2E === "browser" || !hasDisplay(thisSystem())) return null;
  return findElectronBinary(projectRoot, process.env);
}

export async function startElectron(
  binary: string,
  dataFolder: string,
): Promise<{ program: RunningProgram; page: Page }> {
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(asRoot ? ["--no-sandbox"] : []), projectRoot, "--data", dataFolder],
  });
  const program: RunningProgram = {
    way: "electron",
    dataFolder,
    origin: "app://pingshen",
    startAddress: "app://pingshen/",
    stop: () => app.close(),
    kill: async () => void app.process().kill("SIGKILL"),
  };
  return { program, page: await app.firstWindow() };
}

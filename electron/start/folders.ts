import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export interface Folders {
  readonly dataFolder: string;
  readonly exportFolder: string;
}

export interface System {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
}

export const thisSystem = (): System => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
});

/**
 * A named data folder keeps everything inside itself (a USB stick, a test). In the usual one, exports go where a
 * person looks for them: their documents.
 */
export function chooseFolders(named: string | null, system: System = thisSystem()): Folders {
  if (named !== null) {
    const dataFolder = resolve(named);
    return { dataFolder, exportFolder: join(dataFolder, "exports") };
  }
  const dataFolder = usualDataFolder(system);
  const documents = documentsFolder(system);
  return {
    dataFolder,
    exportFolder: existsSync(documents) ? join(documents, "双创评审台") : join(dataFolder, "exports"),
  };
}

function usualDataFolder({ platform, environment, home }: System): string {
  if (platform === "win32") return join(environment.APPDATA || join(home, "AppData", "Roaming"), "pingshen");
  if (platform === "darwin") return join(home, "Library", "Application Support", "pingshen");
  return join(environment.XDG_DATA_HOME || join(home, ".local", "share"), "pingshen");
}

/** On a Chinese Linux desktop the documents are in ~/文档, which only user-dirs.dirs knows. */
function documentsFolder({ platform, environment, home }: System): string {
  const usual = join(home, "Documents");
  if (platform === "win32" || platform === "darwin") return usual;
  const file = join(environment.XDG_CONFIG_HOME || join(home, ".config"), "user-dirs.dirs");
  if (!existsSync(file)) return usual;
  const named = /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(readFileSync(file, "utf8"))?.[1];
  return named === undefined ? usual : named.replace("$HOME", home);
}

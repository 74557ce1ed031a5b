import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";

const packageFolder = (root: string): string => join(root, "node_modules", "electron");

/** The binary where Electron's own package puts it; importing that package would start a download. */
export function findElectronBinary(root: string, environment: NodeJS.ProcessEnv): string | null {
  const pathFile = join(packageFolder(root), "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : "electron";
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder(root), "dist");
  const file = join(folder, name);
  return existsSync(file) ? file : null;
}

export const fetchSeconds = 120;
const reachSeconds = 2;

/** An office computer without network must not wait at every start: one failed attempt is remembered. */
const attemptFile = (root: string): string =>
  join(root, "node_modules", ".cache", "pingshen", "electron-not-available");

export const mayFetchElectron = (root: string): boolean =>
  existsSync(join(packageFolder(root), "install.js")) && !existsSync(attemptFile(root));

/** Runs Electron's own installer (which checks the published digest), never longer than `fetchSeconds`. */
export async function fetchElectronBinary(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (await canReach(downloadHost(environment))) await runInstaller(root);
  const binary = findElectronBinary(root, environment);
  if (binary === null) {
    mkdirSync(dirname(attemptFile(root)), { recursive: true });
    writeFileSync(attemptFile(root), "Delete this file to let npm start try again.\n");
  }
  return binary;
}

/** Through a proxy the host cannot be reached directly, but its proxy can. */
function downloadHost(environment: NodeJS.ProcessEnv): URL {
  const named =
    environment.https_proxy ||
    environment.HTTPS_PROXY ||
    environment.ELECTRON_MIRROR ||
    environment.npm_config_electron_mirror;
  return named && URL.canParse(named) ? new URL(named) : new URL("https://github.com");
}

const canReach = (url: URL): Promise<boolean> =>
  new Promise((resolve) => {
    const port = Number(url.port) || (url.protocol === "http:" ? 80 : 443);
    const socket = connect({ host: url.hostname, port });
    const end = (reached: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached);
    };
    // What came in while this program itself had no time is heard first.
    const timer = setTimeout(() => setImmediate(() => end(false)), reachSeconds * 1000);
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });

const runInstaller = (root: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder(root), "install.js")], {
      stdio: "ignore",
      timeout: fetchSeconds * 1000,
    });
    child.once("error", () => resolve()).once("exit", () => resolve());
  });

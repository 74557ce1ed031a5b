import "./node-version.cjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildStale } from "./build/build-stale.ts";
import {
  fetchElectronBinary,
  fetchSeconds,
  findElectronBinary,
  mayFetchElectron,
} from "./start/electron-binary.ts";
import { hasDisplay } from "./start/find-browser.ts";
import { firstLine } from "./start/first-line.ts";
import { thisSystem } from "./start/folders.ts";
import { runElectron } from "./start/run-electron.ts";
import { complain, tell } from "./start/say-on-terminal.ts";
import { readStartArguments, type StartArguments } from "./start/start-arguments.ts";

/** `npm start`: builds what is stale, then opens the best window this computer has. */
const root = join(import.meta.dirname, "..");
const read = readStartArguments(process.argv.slice(2), process.env);
if (read.ok) {
  await start(read.value);
} else {
  complain("start.usage", read.params);
  process.exitCode = 2;
}

async function start(wanted: StartArguments): Promise<void> {
  if (!(await build())) return;
  if (wanted.way !== "browser" && wanted.way !== "address" && hasDisplay(thisSystem())) {
    const binary = findElectronBinary(root, process.env) ?? (await fetchElectron());
    if (binary !== null && (await runElectron(binary, root, wanted.data))) return;
    if (binary !== null) tell("start.electron-failed");
    if (binary === null && wanted.way === "electron") {
      complain("start.electron-absent");
      process.exitCode = 1;
      return;
    }
  }
  // The bundle reads the same command line; it loads in a quarter of the time its sources take.
  await import(pathToFileURL(join(root, "dist", "electron", "serve.cjs")).href);
}

async function build(): Promise<boolean> {
  try {
    await buildStale(root);
    return true;
  } catch (error) {
    complain("start.build-failed", { reason: firstLine(error) });
    process.exitCode = 1;
    return false;
  }
}

async function fetchElectron(): Promise<string | null> {
  if (!mayFetchElectron(root)) return null;
  tell("start.electron-fetch", { seconds: String(fetchSeconds) });
  const binary = await fetchElectronBinary(root, process.env);
  if (binary === null) tell("start.electron-missing");
  return binary;
}

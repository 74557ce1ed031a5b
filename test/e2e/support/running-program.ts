import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const projectRoot = join(import.meta.dirname, "..", "..", "..");

export interface RunningProgram {
  readonly way: "browser" | "electron";
  readonly dataFolder: string;
  /** `http://127.0.0.1:<port>`, or `app://pingshen` in Electron. */
  readonly origin: string;
  /** Works once. */
  readonly startAddress: string;
  /** Ends it as Ctrl+C does, and waits for it. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the built program on a data folder, without a window of its own. */
export async function startProgram(dataFolder: string): Promise<RunningProgram> {
  const serve = join(projectRoot, "dist", "electron", "serve.cjs");
  const child = spawn(process.execPath, [serve, "--data", dataFolder, "--way", "address"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const startAddress = await readAddress(child);
  return {
    way: "browser",
    dataFolder,
    origin: new URL(startAddress).origin,
    startAddress,
    stop: () => end(child, "SIGINT"),
    kill: () => end(child, "SIGKILL"),
  };
}

/** What the program says on its terminal, up to the address; everything it said when it ends before. */
async function readAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  if (child.stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("http://127.0.0.1:")) {
      child.stdout.resume();
      return line.trim();
    }
    said.push(line);
  }
  throw new Error(`the program did not start: ${said.join("\n")}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

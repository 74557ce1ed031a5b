import { spawn } from "node:child_process";

/** What the desktop program says with its exit code when it has already told the user why it did not start. */
export const refusedStartCode = 3;
const shortestUse = 5_000;

/** What the system says of a program that cannot be run, or that lacks a library, however long it took to find out. */
export const cannotRun = (code: number | null): boolean => code === 126 || code === 127;

/** Runs the desktop program to its end. `false`: Electron itself did not come up (a library missing, no sandbox). */
export function runElectron(binary: string, root: string, data: string | null): Promise<boolean> {
  const started = performance.now();
  const asRoot = process.getuid?.() === 0;
  const child = spawn(
    binary,
    [...(asRoot ? ["--no-sandbox"] : []), root, ...(data === null ? [] : ["--data", data])],
    { stdio: "ignore", env: withoutNodeMode(process.env) },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void child.kill(signal));
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => {
      if (code === refusedStartCode) process.exitCode = 1;
      const ended = code === 0 || code === refusedStartCode;
      resolve(ended || (!cannotRun(code) && performance.now() - started > shortestUse));
    });
  });
}

/** Set by some editors' terminals; Electron would then be a plain Node and show nothing. */
function withoutNodeMode(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _ignored, ...rest } = environment;
  return rest;
}

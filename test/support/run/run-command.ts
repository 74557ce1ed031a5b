import { spawn } from "node:child_process";

export interface CommandOutcome {
  readonly ok: boolean;
  readonly output: string;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly minutes: number;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a command to its end or its time limit; a hang is a failure with a sentence, together with all it started. */
export function runCommand({ file, args, minutes, environment = {} }: Command): Promise<CommandOutcome> {
  const detached = process.platform !== "win32";
  const child = spawn(file, [...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
    detached,
  });
  let output = "";
  const collect = (text: string): void => {
    output += text;
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  const timer = setTimeout(() => {
    collect(`\nstopped after ${minutes} minutes\n`);
    if (detached && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  }, minutes * 60_000);
  return new Promise((resolve) => {
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      resolve({ ok, output });
    };
    child.once("error", (error) => {
      collect(`${error.message}\n`);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

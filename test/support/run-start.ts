import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface Started {
  readonly child: ChildProcess;
  /** Everything said so far. */
  readonly said: { out: string; err: string };
  /** Resolves with the text that matched, or with `null` when the program ended before. */
  waitFor(pattern: RegExp): Promise<string | null>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "pingshen-start-"));

/** `npm start` as a person runs it, without the npm in front. */
export function runStart(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, LANG: _lang, LC_ALL: _all, ...plain } = process.env;
  const child = spawn(
    process.execPath,
    ["-r", "./electron/node-version.cjs", join("electron", "start.ts"), ...args],
    { cwd: root, env: { ...plain, ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const ended = once(child, "close").then(() => child.exitCode);
  const waitFor = async (pattern: RegExp): Promise<string | null> => {
    for (;;) {
      const match = pattern.exec(said.out)?.[0];
      if (match !== undefined) return match;
      const more = await Promise.race([once(child.stdout, "data").then(() => true), ended.then(() => false)]);
      if (!more) return pattern.exec(said.out)?.[0] ?? null;
    }
  };
  return { child, said, waitFor, ended };
}

export const addressPattern = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]{43}/;

import { execFile } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./program.ts";

export interface CliOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Last line of the answer as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of many shapes
  readonly json: any;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The program's command line as a script would use it. */
export function cli(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<CliOutcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, "electron/cli.ts"), ...words],
      {
        cwd: projectRoot,
        env: { ...process.env, PINGSHEN_PASSPHRASE: "", ...environment },
        maxBuffer: 256 * 1024 * 1024,
      },
      (error, out, err) =>
        resolve({
          code: typeof error?.code === "number" ? error.code : error ? -1 : 0,
          out,
          err,
          json: parsed(out.trim().split("\n").at(-1) ?? ""),
        }),
    );
  });
}

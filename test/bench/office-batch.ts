import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Time } from "./row.ts";
import { pathsEnding } from "./sources.ts";

const program = "/usr/bin/soffice";

/** `times` of a shell: user and system time of what it waited for, as `1m2.345s`. */
function secondsOf(times: string): number {
  const [user = "", system = ""] = (times.trim().split("\n").at(-1) ?? "").split(/\s+/);
  return [user, system].reduce((sum, part) => {
    const [, minutes = "0", seconds = "0"] = /^(\d+)m([\d.]+)s$/.exec(part) ?? [];
    return sum + Number(minutes) * 60 + Number(seconds);
  }, 0);
}

/** LibreOffice reads all files and writes their text, in one batch for each format; `null` where it is not installed. */
export function measureOfficeBatch(folder: string): Time | null {
  if (!existsSync(program)) return null;
  const start = performance.now();
  let cpuMs = 0;
  for (const [ending, format] of [
    [".docx", "txt:Text"],
    [".xlsx", "csv"],
  ] as const) {
    const home = `-env:UserInstallation=file://${join(folder, "office-home")}`;
    const script = '"$@" >/dev/null 2>&1; times';
    const args = [home, "--headless", "--convert-to", format, "--outdir", join(folder, "converted")];
    const output = execFileSync(
      "/bin/sh",
      ["-c", script, "sh", program, ...args, ...pathsEnding(folder, ending)],
      { encoding: "utf8" },
    );
    cpuMs += secondsOf(output) * 1000;
  }
  return { ms: performance.now() - start, cpuMs };
}

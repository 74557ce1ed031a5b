import "../../electron/node-version.cjs";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { ScreenMeasure } from "./measures/first-screen.ts";
import type { ImportMeasure } from "./measures/import.ts";
import type { ReviewMeasure } from "./measures/review.ts";
import { against, fullSize, milliseconds, quickSize, type Row } from "./row.ts";

/** `npm run bench [-- --quick]`: what the program needs, each beside a raw limit measured in the same run. */
const quick = process.argv.includes("--quick");
const asJson = process.argv.includes("--json");
const size = quick ? quickSize : fullSize;
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pingshen-bench-"));
  folders.push(folder);
  return folder;
}

function measure<Value>(what: string, folder: string): Value {
  if (!asJson) process.stderr.write(`${what} …\n`);
  const script = join(import.meta.dirname, "measure.ts");
  const answer = execFileSync(process.execPath, [script, what, folder, quick ? "quick" : "full"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(answer.trim().split("\n").at(-1) ?? "");
}

interface RawReading {
  readonly passMs: number;
  readonly librariesMs: number;
  readonly htmlMs: number;
}

function importRows(): Row[] {
  const small = measure<ImportMeasure>("import-small", newFolder());
  const raw = measure<RawReading>("raw", newFolder());
  const made = measure<ImportMeasure>("import", newFolder());
  const what = `import of ${made.submissions} submissions (${made.files} files)`;
  const speed = `${milliseconds(made.ms)}, ${Math.round((made.files * 1000) / made.ms)} files/s, CPU ${milliseconds(made.cpuMs)}`;
  return [
    against(what, made.ms, speed, raw.passMs, `inflate + one XML pass ${milliseconds(raw.passMs)}`),
    against(
      `${what}, against libraries`,
      made.ms,
      speed,
      raw.htmlMs,
      `mammoth (HTML) + @e965/xlsx, parse only ${milliseconds(raw.htmlMs)}`,
    ),
    against(
      `${what}, against libraries`,
      made.ms,
      speed,
      raw.librariesMs,
      `mammoth (raw text) + @e965/xlsx, parse only ${milliseconds(raw.librariesMs)}`,
    ),
    {
      what: "peak memory of the process",
      measured: `${made.peakMegabytes} MB for ${made.files} files`,
      raw: `${small.peakMegabytes} MB for ${small.files} files`,
      ratio: made.peakMegabytes / small.peakMegabytes,
    },
    {
      what: "longest wait of the window while importing",
      measured: milliseconds(made.longestWaitMs),
      raw: "goal 50 ms",
      ratio: null,
    },
  ];
}

function screenRows(folder: string, large: ImportMeasure): Row[] {
  const screen = measure<ScreenMeasure>("first-screen", folder);
  const calls = Object.entries(screen.calls).map(([name, ms]) => `${name} ${milliseconds(ms)}`);
  return [
    {
      what: `import of ${large.submissions} submissions (${large.files} files)`,
      measured: `${milliseconds(large.ms)}, ${Math.round((large.files * 1000) / large.ms)} files/s, ${large.peakMegabytes} MB`,
      raw: `longest wait ${milliseconds(large.longestWaitMs)}`,
      ratio: null,
    },
    {
      what: `first screen after start with ${large.submissions} submissions`,
      measured: `${milliseconds(screen.totalMs)}`,
      raw: `start ${milliseconds(screen.composeMs)}; ${calls.join(", ")}`,
      ratio: null,
    },
  ];
}

function reviewRows(folder: string): Row[] {
  const { checkMs, parseMs, search, merge, ranking, backup, saveItemMs } = measure<ReviewMeasure>(
    "review",
    folder,
  );
  return [
    against(
      `check of ${size.submissions} submissions`,
      checkMs,
      milliseconds(checkMs),
      parseMs,
      `JSON.parse of their dossiers ${milliseconds(parseMs)}`,
    ),
    against(
      `search in ${search.characters} characters`,
      search.wordMs,
      `${milliseconds(search.wordMs)} each`,
      search.scanMs,
      `substring scan ${milliseconds(search.scanMs)}`,
    ),
    against(
      `merge of ${merge.sheets} signed sheets in ${merge.results} results`,
      merge.ms,
      milliseconds(merge.ms),
      merge.verifyMs,
      `bare verification of the ${merge.results} signatures ${milliseconds(merge.verifyMs)}`,
    ),
    against(
      `ranking of ${ranking.sheets} sheets`,
      ranking.ms,
      milliseconds(ranking.ms),
      ranking.sumMs,
      `plain sums and sort in binary floats ${milliseconds(ranking.sumMs)}`,
    ),
    {
      what: "one score at the desk, stored",
      measured: milliseconds(saveItemMs),
      raw: "goal 50 ms",
      ratio: null,
    },
    {
      what: `copy of the database (${backup.megabytes.toFixed(0)} MB)`,
      measured: milliseconds(backup.ms),
      raw: `longest wait of the window ${milliseconds(backup.longestWaitMs)}`,
      ratio: null,
    },
  ];
}

try {
  const rows = importRows();
  const folder = newFolder();
  const large = measure<ImportMeasure>("import-large", folder);
  rows.push(...screenRows(folder, large), ...reviewRows(folder));
  if (asJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else print(rows);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function print(rows: readonly Row[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  const lines = [
    "| what | measured | beside | times as long |",
    "|---|---|---|---|",
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.measured} | ${row.raw} | ${row.ratio === null ? "" : row.ratio.toFixed(2)} |`,
    ),
  ];
  process.stdout.write(`${machine}\n\n${lines.join("\n")}\n`);
}

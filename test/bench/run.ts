import "../../electron/node-version.cjs";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { buildStale } from "../../electron/build/build-stale.ts";
import { deskRows } from "./desk-rows.ts";
import type { ScreenMeasure } from "./measures/first-screen.ts";
import type { ImportMeasure } from "./measures/import.ts";
import type { ReadingMeasure } from "./measures/reading.ts";
import type { ReviewMeasure } from "./measures/review.ts";
import type { RawMeasure } from "./raw-reading.ts";
import { against, fullSize, inWords, milliseconds, quickSize, type Row, type Time } from "./row.ts";

/** `npm run bench [-- --quick] [--import]`: what the program needs, each beside a raw limit measured in the same run. */
const quick = process.argv.includes("--quick");
/** Reading and storing alone. */
const onlyImport = process.argv.includes("--import");
const asJson = process.argv.includes("--json");
const size = quick ? quickSize : fullSize;
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pingshen-bench-"));
  folders.push(folder);
  return folder;
}

function measure<Value>(what: string, folder: string, sort = quick ? "quick" : "full"): Value {
  if (!asJson) process.stderr.write(`${what} …\n`);
  const script = join(import.meta.dirname, "measure.ts");
  const answer = execFileSync(process.execPath, [script, what, folder, sort], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(answer.trim().split("\n").at(-1) ?? "");
}

interface Cold {
  readonly time: Time;
  readonly wholeCpuMs: number;
}

/** Middle one by processor time. */
const middle = <Run extends Cold>(runs: readonly Run[]): Run => {
  const [first] = runs;
  if (!first) throw new Error("no run");
  return runs.toSorted((a, b) => a.time.cpuMs - b.time.cpuMs)[Math.floor(runs.length / 2)] ?? first;
};

const speedOf = ({ files, time }: ImportMeasure): string =>
  `, ${Math.round((files * 1000) / time.ms)} files/s`;

/** Written by a process of its own: the peak of one that is started counts the memory of the one that starts it. */
function folderWith(submissions: number): string {
  const folder = newFolder();
  measure("write", folder, String(submissions));
  return folder;
}

function copyOf(files: string): string {
  const folder = newFolder();
  cpSync(files, folder, { recursive: true });
  return folder;
}

const turns = quick ? 1 : 3;

/** The import and what it is compared with in turn, each in a process of its own and with code as cold as the others'. */
function importRows(): Row[] {
  const small = measure<ImportMeasure>("import", folderWith(Math.ceil(size.imported / 2)));
  const imports: ImportMeasure[] = [];
  const raw: Record<"pass" | "html" | "text", RawMeasure[]> = { pass: [], html: [], text: [] };
  const files = folderWith(size.imported);
  for (let turn = 0; turn < turns; turn += 1) {
    imports.push(measure<ImportMeasure>("import", copyOf(files)));
    for (const way of ["pass", "html", "text"] as const)
      raw[way].push(measure<RawMeasure>(`raw-${way}`, files));
  }
  const made = middle(imports);
  const html = middle(raw.html);
  const what = `import of ${made.submissions} submissions (${made.files} files)`;
  const speed = speedOf(made);
  const office = quick ? null : measure<Time | null>("office", files);
  return [
    against(what, made.time, speed, html.time, "mammoth (HTML) + @e965/xlsx, parse only"),
    against(what, made.time, speed, middle(raw.text).time, "mammoth (raw text) + @e965/xlsx, parse only"),
    against(what, made.time, speed, middle(raw.pass).time, "inflate + one XML pass"),
    ...(office ? [against(what, made.time, speed, office, "LibreOffice, batch to text and CSV")] : []),
    {
      what: "the same, whole processes: program or libraries loaded from source and started",
      measured: `CPU ${milliseconds(made.wholeCpuMs)}`,
      raw: `mammoth (HTML) + @e965/xlsx CPU ${milliseconds(html.wholeCpuMs)}`,
      ratio: made.wholeCpuMs / html.wholeCpuMs,
    },
    {
      what: "peak memory of the process",
      measured: `${made.peakMegabytes} MB for ${made.files} files`,
      raw: `${small.peakMegabytes} MB for ${small.files} files`,
      ratio: made.peakMegabytes / small.peakMegabytes,
    },
    {
      what: "longest wait of the window while importing",
      measured: inWords({ ms: made.longestWaitMs, cpuMs: made.longestWorkMs }),
      raw: "goal 50 ms",
      ratio: null,
    },
  ];
}

function readingRows(): Row[] {
  const made = measure<ReadingMeasure>("reading", newFolder());
  return [
    {
      what: `workbook of ${made.projects} projects, read and extracted by a new thread`,
      measured: inWords(made.workbook),
      raw: "goal 1 s",
      ratio: null,
    },
    {
      what: `one file of ${made.files} in ${made.formats} formats, mails and archives with all that is in them`,
      measured: `p50 ${inWords(made.p50)}, p95 ${inWords(made.p95)}, p99 ${inWords(made.p99)}`,
      raw: `goals 20 and 100 ms; slowest ${made.slowest}; peak ${made.peakMegabytes} MB`,
      ratio: null,
    },
    {
      what: "a reading thread is lost, the next file is read",
      measured: inWords(made.back),
      raw: "goal 150 ms",
      ratio: null,
    },
  ];
}

function screenRows(folder: string, large: ImportMeasure): Row[] {
  const screen = measure<ScreenMeasure>("first-screen", folder);
  const calls = Object.entries(screen.calls).map(([name, time]) => `${name} ${inWords(time)}`);
  return [
    {
      what: `import of ${large.submissions} submissions (${large.files} files)`,
      measured: `${inWords(large.time)}${speedOf(large)}`,
      raw: `peak ${large.peakMegabytes} MB, longest wait ${inWords({ ms: large.longestWaitMs, cpuMs: large.longestWorkMs })}`,
      ratio: null,
    },
    {
      what: `first screen after start with ${large.submissions} submissions`,
      measured: inWords(screen.total),
      raw: `start ${inWords(screen.compose)}; ${calls.join(", ")}`,
      ratio: null,
    },
  ];
}

function reviewRows(folder: string): Row[] {
  const made = measure<ReviewMeasure>("review", folder);
  const { search, merge, ranking, backup } = made;
  const sheets = `merge of ${merge.sheets} signed sheets in ${merge.results} results`;
  const hits = `, ${Math.round(search.hits / search.searches)} hits on average`;
  const megabytes = `${backup.megabytes.toFixed(0)} MB`;
  return [
    against(
      `check of ${size.submissions} submissions`,
      made.check,
      "",
      made.parse,
      "JSON.parse of their dossiers",
    ),
    against(`search in ${search.characters} characters`, search.word, hits, search.scan, "substring scan"),
    against(sheets, merge.time, "", merge.verify, `bare verification of the ${merge.results} signatures`),
    against(sheets, merge.time, "", merge.verifyEach, "bare verification, were each sheet signed by itself"),
    against(
      `ranking of ${ranking.sheets} sheets`,
      ranking.time,
      "",
      ranking.sum,
      "sums and sort in binary floats",
    ),
    {
      what: "one score at the desk, stored",
      measured: inWords(made.saveItem),
      raw: "goal 50 ms",
      ratio: null,
    },
    {
      what: `copy of the database (${megabytes})`,
      measured: inWords(backup.time),
      raw: `longest wait of the window ${milliseconds(backup.longestWaitMs)}`,
      ratio: null,
    },
  ];
}

try {
  await buildStale(join(import.meta.dirname, "..", ".."), false, ["intake-worker"]);
  const rows = [...importRows(), ...readingRows()];
  const folder = folderWith(size.submissions);
  const large = measure<ImportMeasure>("import", folder);
  rows.push(...screenRows(folder, large));
  if (!onlyImport) {
    rows.push(...reviewRows(folder));
    rows.push(...deskRows(newFolder, quick, (what) => !asJson && process.stderr.write(`${what} …\n`)));
  }
  if (asJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else print(rows);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function print(rows: readonly Row[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  const lines = [
    "| what | measured | beside | times the work |",
    "|---|---|---|---|",
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.measured} | ${row.raw} | ${row.ratio === null ? "" : row.ratio.toFixed(2)} |`,
    ),
  ];
  process.stdout.write(`${machine}\n\n${lines.join("\n")}\n`);
}

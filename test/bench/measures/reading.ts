import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectFile } from "../../../electron/intake/inspect.ts";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { createIntakePool, type IntakePool } from "../../../electron/intake/pool.ts";
import { loadSchemes } from "../../../electron/services/resources.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { docxWith } from "../../support/office-fixture.ts";
import { builtWorker } from "../built-worker.ts";
import { largeWorkbook } from "../generate.ts";
import { type Time, timed } from "../row.ts";

const root = join(import.meta.dirname, "../../..");

interface MixedMeasure {
  readonly files: number;
  readonly formats: number;
  readonly p50: Time;
  readonly p95: Time;
  readonly p99: Time;
  readonly slowest: string;
}

export interface ReadingMeasure extends MixedMeasure {
  readonly workbook: Time;
  readonly projects: number;
  /** From the loss of a thread to the next file read. */
  readonly back: Time;
  readonly peakMegabytes: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Documents of many programs and formats, as the tests and the sample round have them. */
function mixedFiles(): { path: string; bytes: Buffer }[] {
  const folders = ["test/fixtures/intake", "resources/samples"].map((folder) => join(root, folder));
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/\.(?:ts|md|json)$/.test(entry.name))
      .map((entry) => ({ path: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) })),
  );
}

const threadMs = (before?: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

/** Each given file with all that is inside it; in this thread, so that its own processor time is known. */
async function measureMixed(scheme: Scheme): Promise<MixedMeasure> {
  const files = mixedFiles();
  const taken: { file: string; ms: number; cpuMs: number }[] = [];
  // The first round loads the library of each format; no file pays for that twice.
  for (let round = 0; round < 4; round += 1)
    for (const { path, bytes } of files) {
      const cpu = process.threadCpuUsage();
      const start = performance.now();
      await inspectFile({ path, bytes, provenance: {} }, { scheme, limits: defaultLimits });
      const ms = performance.now() - start;
      if (round > 0) taken.push({ file: path, ms, cpuMs: threadMs(cpu) });
    }
  const sorted = taken.toSorted((a, b) => a.cpuMs - b.cpuMs);
  const share = (part: number): Time => ({
    ms: at(
      taken.map(({ ms }) => ms).sort((a, b) => a - b),
      part,
    ),
    cpuMs: at(
      sorted.map(({ cpuMs }) => cpuMs),
      part,
    ),
  });
  const formats = new Set(files.map(({ path }) => path.slice(path.lastIndexOf(".")))).size;
  const slowest = sorted.at(-1)?.file ?? "";
  return { files: files.length, formats, slowest, p50: share(0.5), p95: share(0.95), p99: share(0.99) };
}

async function measureBack(pool: IntakePool): Promise<Time> {
  const endless = docxWith("<w:p/>".repeat(300_000));
  const small = docxWith("<w:p><w:r><w:t>文</w:t></w:r></w:p>");
  const control = new AbortController();
  const lost = pool.inspect(
    { path: "a.docx", bytes: endless, provenance: {} },
    { scheme: null, signal: control.signal },
  );
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { ms, cpuMs } = await timed(async () => {
    control.abort();
    await lost;
    await pool.inspect({ path: "b.docx", bytes: small, provenance: {} }, { scheme: null });
  });
  return { ms, cpuMs };
}

/** What one file costs, and what the loss of a thread does. */
export async function measureReading(rows: number): Promise<ReadingMeasure> {
  const schemes = loadSchemes(join(root, "resources", "schemes"));
  const scheme = schemes.ok ? schemes.value.find(({ id }) => id === "hunan-2021") : undefined;
  if (!scheme) throw new Error("no scheme");
  const pool = createIntakePool({ workerFile: builtWorker, size: 1, limits: defaultLimits });
  const bytes = await largeWorkbook(rows);
  const { value, ms, cpuMs } = await timed(() =>
    pool.inspect({ path: "附件3.xlsx", bytes, provenance: {} }, { scheme }),
  );
  const projects = value[0]?.extraction?.projects.length ?? 0;
  const back = await measureBack(pool);
  await pool.close();
  const mixed = await measureMixed(scheme);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ...mixed, workbook: { ms, cpuMs }, projects, back, peakMegabytes };
}

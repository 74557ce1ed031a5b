import { monitorEventLoopDelay } from "node:perf_hooks";
import { findRound } from "../../../electron/db/rounds.ts";
import { importSources } from "../../../electron/services/import.ts";
import { ask, startProgram } from "../../support/program.ts";
import { generateSubmission } from "../generate.ts";
import { type Time, timed } from "../row.ts";

export interface ImportMeasure {
  readonly files: number;
  readonly submissions: number;
  readonly time: Time;
  readonly peakMegabytes: number;
  readonly longestWaitMs: number;
}

/** Imports generated submissions into a new round of a folder: unwrap, read, extract, index, store, a commit per file. */
export async function measureImport(folder: string, count: number): Promise<ImportMeasure> {
  const program = await startProgram(folder);
  const { id } = await ask(program, "round/create", { scheme: "hunan-2021", name: "量测" });
  const round = findRound(program.context.db, id);
  if (!round) throw new Error("no round");
  const numbers = Array.from({ length: count }, (_, index) => index);
  // Files are made when they are read, as a disk would give them: memory is the program's own.
  const sources = numbers.flatMap((number) => [
    { path: `${number}/实施方案.docx`, read: async () => generateSubmission(number).plan },
    { path: `${number}/附件3.xlsx`, read: async () => generateSubmission(number).projects },
  ]);
  const waits = monitorEventLoopDelay({ resolution: 5 });
  waits.enable();
  const {
    value: imported,
    ms,
    cpuMs,
  } = await timed(() =>
    importSources(program.context, round, sources, {
      signal: new AbortController().signal,
      report: () => undefined,
    }),
  );
  const { value } = imported;
  waits.disable();
  const peak = process.resourceUsage().maxRSS / 1024;
  await program.close();
  return {
    files: value.files,
    submissions: value.submissions,
    time: { ms, cpuMs },
    peakMegabytes: Math.round(peak),
    longestWaitMs: waits.max / 1e6,
  };
}

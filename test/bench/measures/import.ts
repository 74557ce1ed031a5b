import { monitorEventLoopDelay } from "node:perf_hooks";
import { findRound } from "../../../electron/db/rounds.ts";
import { importSources } from "../../../electron/services/import.ts";
import { ask, startProgram } from "../../support/program.ts";
import { builtWorker } from "../built-worker.ts";
import { type Time, timed } from "../row.ts";
import { readSources } from "../sources.ts";

export interface ImportMeasure {
  readonly files: number;
  readonly submissions: number;
  readonly time: Time;
  /** Processor time of the process from its beginning: loading the program and starting it included. */
  readonly wholeCpuMs: number;
  readonly peakMegabytes: number;
  readonly longestWaitMs: number;
  /** Most processor time the main thread spent between two turns in which the window could be answered. */
  readonly longestWorkMs: number;
}

/** The clock of a busy machine also counts the turns of other programs; this counts our own work. */
function watchWork(): () => number {
  let longest = 0;
  let last = process.threadCpuUsage();
  const look = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

/**
 * Imports the submissions of a folder into a new round: unwrap, read, extract, index, store, a commit per file. The reading
 * threads are started in the measured time, from their bundle as it is shipped.
 */
export async function measureImport(folder: string): Promise<ImportMeasure> {
  const program = await startProgram(folder, { workerFile: builtWorker });
  const { id } = await ask(program, "round/create", { scheme: "hunan-2021", name: "量测" });
  const round = findRound(program.context.db, id);
  if (!round) throw new Error("no round");
  const sources = readSources(folder);
  const waits = monitorEventLoopDelay({ resolution: 5 });
  waits.enable();
  const endWatch = watchWork();
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
  const longestWorkMs = endWatch();
  const peak = process.resourceUsage().maxRSS / 1024;
  await program.close();
  const whole = process.cpuUsage();
  return {
    files: value.files,
    submissions: value.submissions,
    time: { ms, cpuMs },
    wholeCpuMs: (whole.user + whole.system) / 1000,
    peakMegabytes: Math.round(peak),
    longestWaitMs: waits.max / 1e6,
    longestWorkMs,
  };
}

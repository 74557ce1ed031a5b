/** One line of the table: what was measured, beside a raw limit measured in the same run. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly raw: string;
  /** Measured ÷ raw, both as processor time: how many times as much work as the raw limit. */
  readonly ratio: number | null;
}

export interface BenchSize {
  readonly imported: number;
  readonly submissions: number;
  readonly experts: number;
  readonly searches: number;
  /** Rows of the large workbook. */
  readonly rows: number;
}

export const fullSize: BenchSize = {
  imported: 200,
  submissions: 1000,
  experts: 15,
  searches: 50,
  rows: 10_000,
};
export const quickSize: BenchSize = { imported: 2, submissions: 6, experts: 3, searches: 3, rows: 200 };

/** Time on the clock, and time of the processor: on a busy machine only the second is worth comparing. */
export interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

const short = (ms: number): string => (ms < 10 ? ms.toFixed(2) : String(Math.round(ms)));

export const milliseconds = (ms: number): string => `${short(ms)} ms`;

export const inWords = ({ ms, cpuMs }: Time): string => `${short(ms)} ms (CPU ${short(cpuMs)})`;

export async function timed<Value>(work: () => Promise<Value> | Value): Promise<Time & { value: Value }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const used = process.cpuUsage(cpu);
  return { ms, cpuMs: (used.user + used.system) / 1000, value };
}

/** Middle of several runs by processor time: one run on a busy machine says little. */
export async function median(times: number, work: () => Promise<unknown> | unknown): Promise<Time> {
  const runs: Time[] = [];
  for (let index = 0; index < times; index += 1) {
    const { ms, cpuMs } = await timed(work);
    runs.push({ ms, cpuMs });
  }
  return runs.sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor(times / 2)] ?? { ms: 0, cpuMs: 0 };
}

export const against = (what: string, measured: Time, note: string, raw: Time, rawWhat: string): Row => ({
  what,
  measured: `${inWords(measured)}${note}`,
  raw: `${rawWhat} ${inWords(raw)}`,
  ratio: measured.cpuMs / raw.cpuMs,
});

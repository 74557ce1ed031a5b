/** One line of the table: what was measured, beside a raw limit measured in the same run. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly raw: string;
  /** Measured ÷ raw, both as time: how many times as long as the raw limit. */
  readonly ratio: number | null;
}

export interface BenchSize {
  readonly imported: number;
  readonly submissions: number;
  readonly experts: number;
  readonly searches: number;
}

export const fullSize: BenchSize = { imported: 200, submissions: 1000, experts: 15, searches: 50 };
export const quickSize: BenchSize = { imported: 4, submissions: 20, experts: 3, searches: 3 };

export const milliseconds = (ms: number): string =>
  ms < 10 ? `${ms.toFixed(2)} ms` : `${Math.round(ms)} ms`;

export async function timed<Value>(
  work: () => Promise<Value> | Value,
): Promise<{ ms: number; value: Value }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** Middle of several runs: one run on a busy machine says little. */
export async function median(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const runs: number[] = [];
  for (let index = 0; index < times; index += 1) runs.push((await timed(work)).ms);
  return runs.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

export const against = (
  what: string,
  measuredMs: number,
  measured: string,
  rawMs: number,
  raw: string,
): Row => ({
  what,
  measured,
  raw,
  ratio: measuredMs / rawMs,
});

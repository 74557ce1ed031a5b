import { type Time, timed } from "./row.ts";
import { type RawFile, rawFiles } from "./sources.ts";

export interface RawMeasure {
  readonly time: Time;
  /** Processor time of the process from its beginning: loading the libraries included. */
  readonly wholeCpuMs: number;
}

export type RawWay = "pass" | "html" | "text";

const load: Readonly<Record<RawWay, () => Promise<(files: readonly RawFile[]) => unknown>>> = {
  pass: async () => (await import("./raw-pass.ts")).inflateAndPass,
  html: async () => (await import("./raw-limits.ts")).parseWithMammothHtml,
  text: async () => (await import("./raw-limits.ts")).parseWithLibraries,
};

/** A raw limit on the files of a folder: code as cold as that of an import, libraries loaded before. */
export async function measureRaw(folder: string, way: RawWay): Promise<RawMeasure> {
  const work = await load[way]();
  const files = rawFiles(folder);
  const { ms, cpuMs } = await timed(async () => work(files));
  const whole = process.cpuUsage();
  return { time: { ms, cpuMs }, wholeCpuMs: (whole.user + whole.system) / 1000 };
}

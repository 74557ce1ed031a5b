import { writeSync } from "node:fs";
import { fullSize, quickSize } from "./row.ts";

/** One measurement in a process of its own, so that memory, modules and warm code of one are not those of the next. */
const [what = "", folder = "", sort = ""] = process.argv.slice(2);
const size = sort === "quick" ? quickSize : fullSize;

const measures: Record<string, () => Promise<unknown>> = {
  write: async () => (await import("./sources.ts")).writeSources(folder, Number(sort)),
  import: async () => (await import("./measures/import.ts")).measureImport(folder),
  "raw-pass": async () => (await import("./raw-reading.ts")).measureRaw(folder, "pass"),
  "raw-html": async () => (await import("./raw-reading.ts")).measureRaw(folder, "html"),
  "raw-text": async () => (await import("./raw-reading.ts")).measureRaw(folder, "text"),
  office: async () => (await import("./office-batch.ts")).measureOfficeBatch(folder),
  reading: async () => (await import("./measures/reading.ts")).measureReading(size.rows),
  "first-screen": async () => (await import("./measures/first-screen.ts")).measureFirstScreen(folder),
  review: async () => (await import("./measures/review.ts")).measureReview(folder, size),
};

const measure = measures[what];
if (!measure) throw new Error(`no measure ${what}`);
writeSync(1, `${JSON.stringify((await measure()) ?? null)}\n`);

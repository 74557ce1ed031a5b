import { join } from "node:path";

/** The reading thread as it is shipped: one file, and parts that are loaded when a file needs them. */
export const builtWorker = join(import.meta.dirname, "..", "..", "dist", "electron", "intake-worker.cjs");

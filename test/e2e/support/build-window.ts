import { join } from "node:path";
import { buildStale } from "../../../electron/build/build-stale.ts";

/** The specs drive what `npm start` would open. */
export default async function buildWindow(): Promise<void> {
  await buildStale(join(import.meta.dirname, "..", "..", ".."));
}

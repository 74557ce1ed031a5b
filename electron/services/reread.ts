import { isDeepStrictEqual } from "node:util";
import type { Reread } from "../../shared/contract/mapping.ts";
import { holdsShape, type TableMapping } from "../../shared/submission/table/table-mapping.ts";
import { arrivalsOf, findReading, listReadings, updateReading } from "../db/contents.ts";
import type { StoredRound } from "../db/rounds.ts";
import type { Context } from "./context.ts";
import { rebuildHolders } from "./rebuild-holders.ts";
import { schemeInForce } from "./rounds.ts";
import { understand } from "./understand.ts";

const unreadable: ReadonlySet<string> = new Set(["noise", "mail", "archive"]);

/** Contents of a round with a table of one of these shapes. Long rounds are gone through with the window answered in between. */
export async function contentsWithShape(
  context: Context,
  round: string,
  shapes: readonly TableMapping[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { sha256, kind, status } of listReadings(context.db, round)) {
    if (status === "refused" || unreadable.has(kind)) continue;
    await new Promise((resolve) => setImmediate(resolve));
    const document = findReading(context.db, round, sha256)?.document;
    if (document && holdsShape(document, shapes)) found.push(sha256);
  }
  return found;
}

function rereadFile(
  context: Context,
  round: StoredRound,
  sha256: string,
  mappings: readonly TableMapping[],
): boolean {
  const reading = findReading(context.db, round.id, sha256);
  if (!reading?.document) return false;
  const file = arrivalsOf(context.db, round.id, sha256)[0]?.path ?? reading.name;
  const { document, messages } = reading;
  const read = understand({ file, sha256, document, messages }, schemeInForce(round), mappings);
  if (isDeepStrictEqual(read.extraction, reading.extraction)) return false;
  updateReading(context.db, round.id, sha256, read);
  return true;
}

/**
 * Reads contents again with the mappings in force and gives each submission that holds one a new version with reason
 * `mapping`. A version reviewers have in their hands stays as it is. Inside the caller's transaction; what belongs to no
 * submission yet is for `placeFiles`.
 */
export function rereadContents(
  context: Context,
  round: StoredRound,
  contents: readonly string[],
  mappings: readonly TableMapping[],
): Reread {
  const changed = contents.filter((sha256) => rereadFile(context, round, sha256, mappings));
  return { files: changed.length, ...rebuildHolders(context, round, changed, "mapping") };
}

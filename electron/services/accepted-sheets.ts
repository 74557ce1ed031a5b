import type { ResultPayload } from "../../shared/seal/payloads.ts";
import type { Database } from "../db/database.ts";
import { listResults, type MergedResult } from "../db/results.ts";

export type AcceptedSheet = ResultPayload["sheets"][number] & {
  readonly expert: string;
  readonly result: string;
};

/** The newest result of every expert: an older one is superseded. */
export function resultsInForce(results: readonly MergedResult[]): MergedResult[] {
  const newest = new Map<string, MergedResult>();
  for (const result of results) {
    const known = newest.get(result.expert);
    if (!known || known.sequence < result.sequence) newest.set(result.expert, result);
  }
  return [...newest.values()];
}

/** Every sheet that counts: accepted, and of a result in force. */
export const acceptedSheets = (db: Database, round: string): AcceptedSheet[] =>
  resultsInForce(listResults(db, round)).flatMap((result) =>
    result.payload.sheets
      .filter((sheet) => result.acceptedSubmissions.includes(sheet.submission))
      .map((sheet) => ({ ...sheet, expert: result.expert, result: result.digest })),
  );

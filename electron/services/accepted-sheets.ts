import { inForce } from "../../shared/seal/in-force.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import type { Database } from "../db/database.ts";
import { listResults, type MergedResult } from "../db/results.ts";
import { listDossierHeads } from "../db/submissions.ts";

export type AcceptedSheet = ResultPayload["sheets"][number] & {
  readonly expert: string;
  readonly result: string;
};

export const resultsInForce = (results: readonly MergedResult[]): MergedResult[] =>
  inForce(results, ({ expert }) => expert);

/**
 * Every sheet that counts: accepted, of a result in force, and given on the dossier version in force. A supplement
 * that arrives after merging makes the scores on the old version wait for a new result; a recusal holds for any version.
 */
export function acceptedSheets(db: Database, round: string): AcceptedSheet[] {
  const versions = new Map(listDossierHeads(db, round).map((head) => [head.submission, head.version]));
  return resultsInForce(listResults(db, round)).flatMap((result) => {
    const accepted = new Set(result.acceptedSubmissions);
    return result.payload.sheets
      .filter((sheet) => accepted.has(sheet.submission))
      .filter((sheet) => sheet.recusal !== null || versions.get(sheet.submission) === sheet.version)
      .map((sheet) => ({ ...sheet, expert: result.expert, result: result.digest }));
  });
}

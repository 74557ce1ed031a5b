import type { MergeContext, VerifiedResult } from "../../shared/seal/judge-result.ts";
import { listAssignedTo, listExperts } from "../db/experts.ts";
import { listResultHeads, type MergedResult } from "../db/results.ts";
import { listDossierHeads } from "../db/submissions.ts";
import type { Context, OpenRound } from "./context.ts";
import { objectivesOf } from "./objectives.ts";

/** A verified result as it is stored, with the sheets of it that count. */
export const storable = (
  context: Context,
  { digest, payload }: VerifiedResult,
  text: string,
  accepted: readonly { readonly submission: string }[],
): MergedResult => ({
  digest,
  expert: payload.expert.id,
  sequence: payload.sequence,
  jws: text.trim(),
  payload,
  signedAt: payload.signedAt,
  addedAt: context.ports.now(),
  acceptedSubmissions: accepted.map((sheet) => sheet.submission),
});

/** What a result is judged by: the round as it stands now. */
export function mergeContextOf(context: Context, round: OpenRound, expert: string): MergeContext {
  const { db } = context;
  return {
    round: { id: round.id, name: round.name },
    scheme: { digest: round.schemeDigest },
    form: { digest: round.formDigest, form: round.form },
    experts: listExperts(db, round.id).map(({ id, name, identity }) => ({
      id,
      name,
      key: identity?.keyId ?? null,
    })),
    // Only of whoever the result says it is from: nobody else's can be asked for.
    assignments: listAssignedTo(db, expert).map((submission) => ({ expert, submission })),
    dossiers: listDossierHeads(db, round.id),
    merged: listResultHeads(db, round.id),
    objectives: (submission) => objectivesOf(context, round, submission),
  };
}

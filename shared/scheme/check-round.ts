import type { Dossier } from "../submission/dossier.ts";
import { checkListedOnly } from "./check-applications.ts";
import { checkCityPapers } from "./check-city-papers.ts";
import { type CheckContext, checkPrepared, prepare } from "./check-dossier.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { byNumber, checkQuotas } from "./check-quotas.ts";
import type { Finding } from "./finding.ts";
import type { Scheme } from "./scheme.ts";

export interface RoundCheck {
  /** Submission id → its findings; a submission that is not in the round has none. */
  readonly perSubmission: ReadonlyMap<string, readonly Finding[]>;
  /** About several submissions at once: quotas and duplicates, each naming them in `submissions`. */
  readonly round: readonly Finding[];
}

/** Every finding of a round. Linear in the number of submissions; their order never matters. */
export function checkRound(scheme: Scheme, dossiers: readonly Dossier[], context: CheckContext): RoundCheck {
  const prepared = prepare(scheme, context);
  const ordered = [...dossiers].sort(byNumber);
  return {
    perSubmission: new Map(
      ordered.map((dossier) => [dossier.submission, checkPrepared(scheme, dossier, prepared)]),
    ),
    round: [
      ...checkQuotas(scheme, ordered),
      ...checkDuplicates(scheme, ordered, context.aliases),
      ...checkCityPapers(scheme, ordered, context.papers),
      ...(prepared.applications === null ? [] : checkListedOnly(scheme, ordered, prepared.applications)),
    ],
  };
}

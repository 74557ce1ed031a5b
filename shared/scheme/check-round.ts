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

/** Rules about several submissions at once ask who applies and from where, never what their files say. */
const headOf = (dossier: Dossier): Dossier => ({
  ...dossier,
  files: [],
  facts: [],
  projects: [],
  statedTotals: [],
  outline: [],
});

/**
 * Every finding of a round. Linear in the number of submissions; their order never matters. Each is let go once it is checked,
 * so that a thousand need not be in memory together.
 */
export function checkRound(scheme: Scheme, dossiers: Iterable<Dossier>, context: CheckContext): RoundCheck {
  const prepared = prepare(scheme, context);
  const findings = new Map<string, Finding[]>();
  const ordered: Dossier[] = [];
  for (const dossier of dossiers) {
    findings.set(dossier.submission, checkPrepared(scheme, dossier, prepared));
    ordered.push(headOf(dossier));
  }
  ordered.sort(byNumber);
  return {
    perSubmission: new Map(ordered.map(({ submission }) => [submission, findings.get(submission) ?? []])),
    round: [
      ...checkQuotas(scheme, ordered),
      ...checkDuplicates(scheme, ordered, context.aliases),
      ...checkCityPapers(scheme, ordered, context.papers),
      ...(prepared.applications === null ? [] : checkListedOnly(scheme, ordered, prepared.applications)),
    ],
  };
}

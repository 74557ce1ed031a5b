import { type Dossier, directionOf, subjectOf } from "../submission/dossier.ts";
import { checkConfused, checkContradictions } from "./check-contradictions.ts";
import { checkDeadline } from "./check-deadline.ts";
import { checkExclusions, type PreparedRegistry, prepareRegistry } from "./check-exclusions.ts";
import { checkEligibility, checkIdentity } from "./check-identity.ts";
import { checkAttachments, checkOutline, checkTotalLength } from "./check-outline.ts";
import { checkPoints } from "./check-points.ts";
import { checkProjects } from "./check-projects.ts";
import { checkRecomputed, checkYearTotal } from "./check-recomputed.ts";
import { checkThreshold } from "./check-threshold.ts";
import type { Finding } from "./finding.ts";
import { factsByIndicator } from "./indicator-facts.ts";
import { makeFinding } from "./make-finding.ts";
import type { PointAnswer } from "./point-answer.ts";
import type { RegistryEntry } from "./registry.ts";
import type { DirectionId, Scheme, SubjectId } from "./scheme.ts";

/** What a check needs beside the scheme and the submission. */
export interface CheckContext {
  readonly registry: readonly RegistryEntry[];
  /** Names that mean one unit, e.g. before and after a renaming. */
  readonly aliases?: readonly (readonly string[])[];
  /** Submission → what people answered to the evaluation points. */
  readonly answers?: ReadonlyMap<string, readonly PointAnswer[]>;
}

const thresholdsUnknown: Finding = makeFinding({
  rule: "threshold",
  kind: "threshold",
  status: "to-confirm",
  reason: "identity-unknown",
  subject: "",
});

function checkIndicators(
  scheme: Scheme,
  dossier: Dossier,
  subject: SubjectId | null,
  direction: DirectionId | null,
): Finding[] {
  if (scheme.indicators.length === 0) return [];
  if (subject === null || direction === null) return [thresholdsUnknown];
  const indicators = scheme.indicators.filter((indicator) => indicator.direction === direction);
  const facts = factsByIndicator(indicators, dossier);
  return indicators.flatMap((indicator) => {
    const own = facts.get(indicator.id);
    if (!own) return [];
    return [
      checkThreshold(scheme, indicator, subject, own),
      ...checkRecomputed(scheme, indicator, own),
      ...checkYearTotal(indicator, own),
      ...checkContradictions(indicator, own),
      ...checkConfused(indicator, own),
    ];
  });
}

export function checkPrepared(
  scheme: Scheme,
  dossier: Dossier,
  registry: PreparedRegistry,
  answers: readonly PointAnswer[] = [],
): Finding[] {
  const subject = subjectOf(dossier);
  const direction = directionOf(dossier);
  return [
    ...checkIdentity(scheme, dossier),
    checkEligibility(scheme, dossier, subject, direction),
    ...checkExclusions(scheme, dossier, registry),
    ...checkDeadline(scheme, dossier),
    ...checkAttachments(scheme, dossier),
    ...checkIndicators(scheme, dossier, subject, direction),
    ...checkPoints(scheme, subject, answers),
    ...checkOutline(scheme, dossier),
    ...checkTotalLength(scheme, dossier),
    ...checkProjects(dossier),
  ];
}

/**
 * Every finding about one submission, in the order of the scheme. `scheme` is the one in force for the round
 * (`applyRoundSettings`). The order of documents and facts never matters.
 */
export const checkDossier = (scheme: Scheme, dossier: Dossier, context: CheckContext): Finding[] =>
  checkPrepared(scheme, dossier, prepareRegistry(context.registry), context.answers?.get(dossier.submission));

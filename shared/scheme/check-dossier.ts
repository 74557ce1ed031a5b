import { type Dossier, directionOf, subjectOf } from "../submission/dossier.ts";
import type { Application } from "../submission/fact.ts";
import { checkApplication, type PreparedApplications, prepareApplications } from "./check-applications.ts";
import type { CityPaper } from "./check-city-papers.ts";
import { checkConfused, checkContradictions } from "./check-contradictions.ts";
import { checkCounts } from "./check-counts.ts";
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
  /** Rows of every 申报汇总表 that arrived with the round; left out: not compared. */
  readonly applications?: readonly Application[];
  /** Papers that speak for a whole city; left out: not asked for. */
  readonly papers?: readonly CityPaper[];
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
  const facts = factsByIndicator(indicators, dossier, scheme.settings.boundWords);
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

/** What is the same for every submission of a round, made once. */
export interface Prepared {
  readonly registry: PreparedRegistry;
  readonly applications: PreparedApplications | null;
  readonly answers: ReadonlyMap<string, readonly PointAnswer[]>;
}

export const prepare = (scheme: Scheme, context: CheckContext): Prepared => ({
  registry: prepareRegistry(context.registry),
  applications: context.applications ? prepareApplications(scheme, context.applications) : null,
  answers: context.answers ?? new Map(),
});

export function checkPrepared(scheme: Scheme, dossier: Dossier, prepared: Prepared): Finding[] {
  const subject = subjectOf(dossier);
  const direction = directionOf(dossier);
  return [
    ...checkIdentity(scheme, dossier),
    checkEligibility(scheme, dossier, subject, direction),
    ...checkExclusions(scheme, dossier, prepared.registry),
    ...checkDeadline(scheme, dossier),
    ...checkAttachments(scheme, dossier),
    ...(prepared.applications === null ? [] : checkApplication(scheme, dossier, prepared.applications)),
    ...checkIndicators(scheme, dossier, subject, direction),
    ...checkPoints(scheme, subject, prepared.answers.get(dossier.submission) ?? []),
    ...checkOutline(scheme, dossier),
    ...checkTotalLength(scheme, dossier),
    ...checkProjects(dossier),
    ...checkCounts(dossier),
  ];
}

/**
 * Every finding about one submission, in the order of the scheme. `scheme` is the one in force for the round
 * (`applyRoundSettings`). The order of documents and facts never matters.
 */
export const checkDossier = (scheme: Scheme, dossier: Dossier, context: CheckContext): Finding[] =>
  checkPrepared(scheme, dossier, prepare(scheme, context));

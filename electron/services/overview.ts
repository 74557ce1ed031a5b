import type { SubmissionSummary } from "../../shared/contract/intake.ts";
import type { RoundOverview } from "../../shared/contract/round.ts";
import { checkRound } from "../../shared/scheme/check-round.ts";
import type { FindingStatus } from "../../shared/scheme/finding.ts";
import { type DirectionId, directionIds, type Scheme } from "../../shared/scheme/scheme.ts";
import { quotaStates } from "../../shared/scoring/quota-states.ts";
import { listAudit } from "../db/audit.ts";
import { countReadings } from "../db/contents.ts";
import { changeCount } from "../db/database.ts";
import { listAssignments, listExperts } from "../db/experts.ts";
import type { StoredRound } from "../db/rounds.ts";
import { eachDossier, listSubmissions } from "../db/submissions.ts";
import { listFiles } from "../db/written-files.ts";
import { acceptedSheets } from "./accepted-sheets.ts";
import { checkContext } from "./checks.ts";
import type { Context } from "./context.ts";
import { rankingOf } from "./ranking.ts";
import { readableEntry } from "./readable-entry.ts";
import { schemeInForce } from "./rounds.ts";

/** What a check found that a clerk has to deal with before the round may rely on it. */
const isProblem = (status: FindingStatus): boolean =>
  status === "not-met" || status === "not-allowed" || status === "contradiction" || status === "not-reported";

/** Number of problem submissions per round, and after how many changes it was counted. */
export type ProblemCounts = Map<string, { readonly changes: number; readonly problems: number }>;

/** Checking a thousand submissions takes a second: it is done again only when something was changed since. */
function problemsOf(context: Context, round: StoredRound, counted: ProblemCounts): number {
  const changes = changeCount(context.db);
  const known = counted.get(round.id);
  if (known?.changes === changes) return known.problems;
  const checked = checkRound(
    schemeInForce(round),
    eachDossier(context.db, round.id),
    checkContext(context, round),
  );
  const problems = [...checked.perSubmission.values()].filter((findings) =>
    findings.some((finding) => isProblem(finding.status)),
  ).length;
  counted.set(round.id, { changes, problems });
  return problems;
}

export function overviewOf(context: Context, round: StoredRound, counted: ProblemCounts): RoundOverview {
  const { db } = context;
  const scheme = schemeInForce(round);
  const submissions = listSubmissions(db, round.id).filter((submission) => submission.standing === "in");
  const readings = countReadings(db, round.id);
  const experts = listExperts(db, round.id);
  const sheets = acceptedSheets(db, round.id);
  return {
    submissions: submissions.length,
    files: readings.files,
    refusedFiles: readings.refused,
    questions: submissions.reduce((sum, submission) => sum + submission.questions, 0),
    nameless: submissions.filter((submission) => submission.name === "").length,
    unconfirmedSubmissions: submissions.filter((submission) => submission.questions > 0).length,
    problemSubmissions: problemsOf(context, round, counted),
    experts: experts.length,
    enrolled: experts.filter((expert) => expert.identity !== null).length,
    assignments: listAssignments(db, round.id).length,
    signed: sheets.filter((sheet) => sheet.recusal === null).length,
    recused: sheets.filter((sheet) => sheet.recusal !== null).length,
    openTies:
      round.form === null
        ? 0
        : rankingOf(context, round).directions.filter((direction) => direction.openTie !== null).length,
    unsetMaxima: scheme.scoreSheet.items.filter(
      (item) => (round.settings.maxima[item.id] ?? item.max) === null,
    ).length,
    unsetThresholds: scheme.indicators
      .flatMap((indicator) => Object.values(indicator.thresholds))
      .filter((threshold) => threshold.value === null).length,
    exports: listFiles(db, round.id).length,
    cities: cityRows(scheme, submissions),
    recent: listAudit(db, round.id, 8).map(readableEntry),
  };
}

/** Every city of the scheme, in its order, then any other city a submission names. */
function cityRows(scheme: Scheme, submissions: readonly SubmissionSummary[]): RoundOverview["cities"] {
  const others = submissions
    .map((submission) => submission.city)
    .filter((city) => !scheme.cities.includes(city));
  const quotas = quotaStates(
    scheme.quotas,
    scheme.cities,
    scheme.directions.map(({ id }) => id),
    submissions,
    (submission) => submission.direction,
  );
  return [...scheme.cities, ...new Set(others)].map((city) => {
    const own = submissions.filter((submission) => submission.city === city);
    const count = (direction: DirectionId) =>
      own.filter((submission) => submission.direction === direction).length;
    const limits = quotas.filter((quota) => quota.city === city);
    const [employment, integration, lean, global] = directionIds.map(count);
    return {
      city,
      max: wholeQuota(scheme, city),
      limited: limits.length > 0,
      submitted: own.length,
      over: limits.reduce((sum, limit) => sum + Math.max(0, limit.submitted - limit.max), 0),
      directions: {
        employment: employment ?? 0,
        integration: integration ?? 0,
        lean: lean ?? 0,
        global: global ?? 0,
      },
    };
  });
}

/** The number of applicants a city may send in all; `null` where the notice only limits types or directions. */
function wholeQuota(scheme: Scheme, city: string): number | null {
  const whole = scheme.quotas.filter((quota) => quota.subject === null && !quota.perDirection);
  const named = whole.find((quota) => quota.cities?.includes(city));
  const rest = scheme.cities.includes(city) ? whole.find((quota) => quota.cities === null) : undefined;
  return (named ?? rest)?.max ?? null;
}

import type { CheckResult } from "../../../shared/contract/round.ts";
import type { Finding, FindingStatus } from "../../../shared/scheme/finding.ts";
import type { DirectionId, Indicator } from "../../../shared/scheme/scheme.ts";

export type CheckedSubmission = CheckResult["submissions"][number];

/** A finding with the applicant it is about; `null`: the whole round. */
export interface ListedFinding {
  readonly key: string;
  readonly submission: CheckedSubmission | null;
  readonly finding: Finding;
}

const problems: ReadonlySet<FindingStatus> = new Set([
  "not-met",
  "not-reported",
  "not-allowed",
  "contradiction",
]);

export const isProblem = (finding: Finding): boolean => problems.has(finding.status);

/** What somebody has to look at: a problem, a question, or a threshold that is not set. */
export const needsLook = (finding: Finding): boolean => finding.status !== "met";

export const thresholdOf = (submission: CheckedSubmission, indicator: Indicator): Finding | null =>
  submission.findings.find((finding) => finding.rule === `threshold:${indicator.id}`) ?? null;

/** Other findings whose rule is about the same indicator: recomputed, confused, contradicted. */
export const othersOf = (submission: CheckedSubmission, indicator: Indicator): Finding[] =>
  submission.findings.filter(
    (finding) => finding.kind !== "threshold" && finding.rule.split(":").includes(indicator.id),
  );

export const inDirection = (result: CheckResult, direction: DirectionId | null): CheckedSubmission[] =>
  result.submissions.filter((submission) => submission.direction === direction);

export const listFindings = (result: CheckResult): ListedFinding[] => [
  ...result.round.map((finding, index) => ({ key: `round ${index}`, submission: null, finding })),
  ...result.submissions.flatMap((submission) =>
    submission.findings.map((finding, index) => ({
      key: `${submission.submission} ${index}`,
      submission,
      finding,
    })),
  ),
];

export interface CheckCounts {
  readonly problems: number;
  readonly confirm: number;
}

export function countFindings(result: CheckResult): CheckCounts {
  const all = listFindings(result).map((listed) => listed.finding);
  return {
    problems: all.filter(isProblem).length,
    confirm: all.filter((finding) => finding.status === "to-confirm").length,
  };
}

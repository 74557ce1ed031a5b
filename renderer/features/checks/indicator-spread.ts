import type { CheckResult } from "../../../shared/contract/round.ts";
import type { FindingStatus } from "../../../shared/scheme/finding.ts";
import type { Indicator, SubjectId, Threshold } from "../../../shared/scheme/scheme.ts";
import { Exact, normalDecimal } from "../../../shared/scoring/decimal.ts";
import { type CheckedSubmission, inDirection, thresholdOf } from "./check-rows.ts";

export interface SpreadValue {
  readonly submission: CheckedSubmission;
  readonly status: FindingStatus;
  /** Exact, as read; `null`: there is no number, which is never 0. */
  readonly value: string | null;
}

/** Applicants of one type under one indicator: one threshold holds for all of them. */
export interface Spread {
  readonly indicator: Indicator;
  readonly subject: SubjectId;
  readonly threshold: Threshold;
  readonly values: readonly SpreadValue[];
}

const isDecimal = (text: string | undefined): text is string =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text);

function spreadValue(submission: CheckedSubmission, indicator: Indicator): SpreadValue {
  const finding = thresholdOf(submission, indicator);
  return {
    submission,
    status: finding?.status ?? "not-reported",
    value: isDecimal(finding?.actual) ? finding.actual : null,
  };
}

/** One spread for each type that has a threshold and an applicant; others may not be measured by it. */
export function spreadsOf(result: CheckResult, indicator: Indicator): Spread[] {
  const applicants = inDirection(result, indicator.direction);
  const subjects = Object.keys(indicator.thresholds) as SubjectId[];
  return subjects.flatMap((subject) => {
    const threshold = indicator.thresholds[subject];
    const values = applicants
      .filter((submission) => submission.subject === subject)
      .map((submission) => spreadValue(submission, indicator));
    return threshold === undefined || values.length === 0 ? [] : [{ indicator, subject, threshold, values }];
  });
}

/** Places on a line from 0 to the greatest number there is, in percent; only for drawing. */
export function placesOf(spread: Spread): { readonly greatest: string; at: (value: string) => number } {
  const numbers = [...spread.values.map(({ value }) => value), spread.threshold.value].filter(
    (value) => value !== null,
  );
  const greatest = numbers.reduce((most, value) => Exact.max(most, value), new Exact(0));
  const least = numbers.reduce((fewest, value) => Exact.min(fewest, value), new Exact(0));
  const width = greatest.minus(least);
  return {
    greatest: normalDecimal(greatest.toFixed()),
    at: (value) => (width.isZero() ? 0 : new Exact(value).minus(least).div(width).times(100).toNumber()),
  };
}

/** What a value is of its threshold, in whole percent; `null` where either is missing. */
export function shareOfThreshold(value: string | null, threshold: string | null): number | null {
  if (value === null || threshold === null || new Exact(threshold).lte(0)) return null;
  return new Exact(value).div(threshold).times(100).toDecimalPlaces(0).toNumber();
}

import type { Finding, FindingStatus } from "../../../shared/scheme/finding.ts";
import type { Indicator, Scheme } from "../../../shared/scheme/scheme.ts";
import { Exact } from "../../../shared/scoring/decimal.ts";
import { type CheckedSubmission, thresholdOf } from "./check-rows.ts";
import { shareOfThreshold } from "./indicator-spread.ts";

/** One spoke of an applicant's radar. */
export interface RadarAxis {
  readonly id: string;
  readonly name: string;
  /** Whole percent of what is asked; `null`: there is no number, which is never drawn as 0. */
  readonly share: number | null;
  readonly status: FindingStatus;
  /** The exact number behind it; `null`: none. */
  readonly value: string | null;
  readonly unit: string;
}

/**
 * What a share is a share of: the threshold; where a notice gives none, the greatest number among those of the same type; of
 * evaluation points, all of a part.
 */
export type RadarScale = "threshold" | "greatest" | "points";

export interface RadarOf {
  readonly axes: readonly RadarAxis[];
  readonly scale: RadarScale;
  /** What the outer edge stands for, in percent; anything beyond stays at the edge. */
  readonly most: number;
}

const isDecimal = (text: string | undefined): text is string =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text);

const readValue = (submission: CheckedSubmission, indicator: Indicator): string | null => {
  const actual = thresholdOf(submission, indicator)?.actual;
  return isDecimal(actual) ? actual : null;
};

/** The greatest number of one indicator among applicants of one type; `null`: there is none. */
function greatestOf(
  indicator: Indicator,
  { subject, direction }: CheckedSubmission,
  peers: readonly CheckedSubmission[],
): string | null {
  const values = peers
    .filter((peer) => peer.subject === subject && peer.direction === direction)
    .flatMap((peer) => readValue(peer, indicator) ?? []);
  return values.length === 0 ? null : Exact.max(...values).toFixed();
}

/** An indicator the applicant's type is not measured by has no spoke. */
function indicatorAxes(
  own: readonly Indicator[],
  submission: CheckedSubmission,
  full: (indicator: Indicator) => string | null,
): RadarAxis[] {
  return own.flatMap((indicator): RadarAxis[] => {
    const finding = thresholdOf(submission, indicator);
    if (finding === null) return [];
    const value = readValue(submission, indicator);
    const { id, name, unit } = indicator;
    return [
      { id, name, unit, value, status: finding.status, share: shareOfThreshold(value, full(indicator)) },
    ];
  });
}

function stateOfGroup(findings: readonly Finding[]): FindingStatus {
  if (findings.every(({ status }) => status === "met")) return "met";
  if (findings.some(({ status }) => status === "not-met")) return "not-met";
  return findings.some(({ status }) => status === "not-reported") ? "not-reported" : "to-confirm";
}

/** Evaluation points by the part of the notice they stand in: how many of them are met. Where none is answered there is no number. */
function pointAxes(scheme: Scheme, submission: CheckedSubmission): RadarAxis[] {
  const own = scheme.points.filter(({ subject }) => subject === submission.subject);
  return [...new Set(own.map(({ group }) => group))].map((group) => {
    const rules = new Set(own.filter((point) => point.group === group).map(({ id }) => `point:${id}`));
    const findings = submission.findings.filter(({ rule }) => rules.has(rule));
    const met = findings.filter(({ status }) => status === "met").length;
    const answered = findings.some(({ status }) => status !== "not-reported");
    return {
      id: group,
      name: group,
      share: answered ? new Exact(met).div(findings.length).times(100).toDecimalPlaces(0).toNumber() : null,
      status: stateOfGroup(findings),
      value: answered ? `${met}/${findings.length}` : null,
      unit: "",
    };
  });
}

/**
 * Against thresholds the edge is twice what is asked; beside others, or of evaluation points, nobody can have more than all. `peers`:
 * everybody who may be compared with, the applicant among them.
 */
export function radarOf(
  scheme: Scheme,
  submission: CheckedSubmission,
  peers: readonly CheckedSubmission[],
): RadarOf {
  const { subject, direction } = submission;
  const own = scheme.indicators.filter(
    (indicator) => indicator.direction === direction && subject !== null && indicator.thresholds[subject],
  );
  if (own.length === 0 || subject === null)
    return { axes: pointAxes(scheme, submission), scale: "points", most: 100 };
  if (own.some((indicator) => indicator.thresholds[subject]?.value != null)) {
    const threshold = (indicator: Indicator) => indicator.thresholds[subject]?.value ?? null;
    return { axes: indicatorAxes(own, submission, threshold), scale: "threshold", most: 200 };
  }
  const greatest = (indicator: Indicator) => greatestOf(indicator, submission, peers);
  return { axes: indicatorAxes(own, submission, greatest), scale: "greatest", most: 100 };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a share lies on a spoke, the first pointing up, clockwise, around 0 0; only for drawing. */
export function spotOf(index: number, count: number, share: number, most: number, radius: number): Spot {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const length = (Math.min(Math.max(share, 0), most) / most) * radius;
  return { x: Math.cos(angle) * length, y: Math.sin(angle) * length };
}

/** Lines between neighbouring spokes that both have a number: over a missing one the outline stays open. */
export function outlineOf(axes: readonly RadarAxis[]): readonly (readonly [number, number])[] {
  return axes.flatMap((axis, index) => {
    const next = (index + 1) % axes.length;
    return axis.share === null || axes[next]?.share == null ? [] : [[index, next] as const];
  });
}

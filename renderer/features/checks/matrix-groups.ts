import type { CheckResult } from "../../../shared/contract/round.ts";
import { type Finding, type FindingStatus, findingStatuses } from "../../../shared/scheme/finding.ts";
import { type Scheme, subjectIds } from "../../../shared/scheme/scheme.ts";
import { formatDecimal } from "../../ui/format.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";
import { signs } from "../schemes/signs.ts";
import { type CheckedSubmission, inDirection, othersOf, thresholdOf } from "./check-rows.ts";

/** One rule of the notice that many applicants are held against. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  /** What is asked for, a line for each type. */
  readonly asked: readonly string[];
  readonly quote: string;
  /** Dozens of columns show their state only. */
  readonly narrow: boolean;
  readonly finding: (submission: CheckedSubmission) => Finding | null;
  /** Other findings about the same thing: recomputed, confused, contradicted. */
  readonly others: (submission: CheckedSubmission) => readonly Finding[];
}

/** Applicants that are held against the same rules. */
export interface MatrixGroup {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly CheckedSubmission[];
  readonly columns: readonly MatrixColumn[];
}

type Words = Pick<WordsInUse, "t">;
type Indicator = Scheme["indicators"][number];

/** `区域 ≥ 15`: the thresholds of an indicator, each with the type it is for. */
const askedOf = ({ t }: Words, indicator: Indicator): string[] =>
  subjectIds.flatMap((subject) => {
    const threshold = indicator.thresholds[subject];
    if (!threshold) return [];
    const value = threshold.value === null ? t("ui.unset") : formatDecimal(threshold.value);
    return [`${t(`subject.${subject}`)} ${signs[threshold.op]} ${value}`];
  });

const indicatorColumn = (words: Words, indicator: Indicator): MatrixColumn => ({
  id: indicator.id,
  name: `${indicator.name}（${indicator.unit}）`,
  asked: askedOf(words, indicator),
  quote: indicator.source.quote,
  narrow: false,
  finding: (submission) => thresholdOf(submission, indicator),
  others: (submission) => othersOf(submission, indicator),
});

const pointColumn = (point: Scheme["points"][number], index: number): MatrixColumn => ({
  id: point.id,
  name: `${index + 1}. ${point.text}`,
  asked: [],
  quote: point.source.quote,
  narrow: true,
  finding: ({ findings }) => findings.find(({ rule }) => rule === `point:${point.id}`) ?? null,
  others: () => [],
});

/** By direction where the notice measures by indicators, by type of applicant where it asks evaluation points. */
export function matrixGroups(words: Words, scheme: Scheme, result: CheckResult): MatrixGroup[] {
  const { t } = words;
  const byDirection = scheme.directions.map(({ id }) => ({
    id,
    name: t(`direction.${id}`),
    rows: inDirection(result, id),
    columns: scheme.indicators
      .filter(({ direction }) => direction === id)
      .map((indicator) => indicatorColumn(words, indicator)),
  }));
  if (scheme.points.length === 0) return byDirection;
  const byType = scheme.subjects.map(({ id, name }) => ({
    id: `points-${id}`,
    name: byDirection.length === 0 ? name : t("checks.pointsOf", { subject: name }),
    rows: result.submissions.filter(({ subject }) => subject === id),
    columns: scheme.points.filter(({ subject }) => subject === id).map(pointColumn),
  }));
  return [...byDirection, ...byType];
}

/** Applicants no group takes in: their direction or type is not known yet. */
export const looseRows = (groups: readonly MatrixGroup[], result: CheckResult): CheckedSubmission[] => {
  const placed = new Set(groups.flatMap(({ rows }) => rows.map(({ submission }) => submission)));
  return result.submissions.filter(({ submission }) => !placed.has(submission));
};

const statesOf = (column: MatrixColumn, submission: CheckedSubmission): FindingStatus[] => [
  column.finding(submission)?.status ?? "not-allowed",
  ...column.others(submission).map(({ status }) => status),
];

/** How many applicants of a group have a cell in each state. */
export const stateCounts = ({ rows, columns }: MatrixGroup): ReadonlyMap<FindingStatus, number> =>
  new Map(
    findingStatuses.map((status) => [
      status,
      rows.filter((row) => columns.some((column) => statesOf(column, row).includes(status))).length,
    ]),
  );

export interface MatrixFilter {
  readonly text: string;
  readonly status: FindingStatus | "";
}

/** Rows with the words in name or city, and with at least one cell in the state asked for. */
export const filterRows = (
  { rows, columns }: MatrixGroup,
  { text, status }: MatrixFilter,
): CheckedSubmission[] =>
  rows.filter(
    (row) =>
      `${row.name} ${row.city}`.includes(text.trim()) &&
      (status === "" || columns.some((column) => statesOf(column, row).includes(status))),
  );

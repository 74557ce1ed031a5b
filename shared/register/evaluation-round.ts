import { z } from "zod";
import { DirectionId, type Evaluation, SubjectId } from "../scheme/scheme.ts";
import { type Base, BaseStatus } from "./base.ts";
import { rectificationOf } from "./rectification.ts";

/** A result a base was given in a year of evaluation. */
export const EvaluationResult = z.object({
  year: z.number().int(),
  outcome: z.string(),
  /** In the words of the document; the id where the document does not know it any more. */
  name: z.string(),
  reason: z.string(),
  /** Last day of 整改, and the day of the re-evaluation after it, as they were set then. */
  deadline: z.string().nullable(),
  reevaluation: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type EvaluationResult = z.infer<typeof EvaluationResult>;

/**
 * What is to be done about a base: `evaluate` it this year; wait while it `rectify`-ies; `re-evaluate` it, because the day for that
 * has come or the last day of 整改 is over; `none`.
 */
export const EvaluationDue = z.enum(["evaluate", "rectify", "re-evaluate", "none"]);
export type EvaluationDue = z.infer<typeof EvaluationDue>;

export const EvaluationRow = z.object({
  base: z.string(),
  name: z.string(),
  city: z.string(),
  direction: DirectionId.nullable(),
  subject: SubjectId.nullable(),
  status: BaseStatus,
  /** Every result of the year in order: one, or a second after 整改. Empty: not evaluated yet, which is no result. */
  results: z.array(EvaluationResult),
  /** The last result of an earlier year. */
  before: EvaluationResult.nullable(),
  /** Of a 整改 that runs now. */
  deadline: z.string().nullable(),
  reevaluation: z.string().nullable(),
  /** Days to the deadline; negative: so many over. */
  daysLeft: z.number().int().nullable(),
  due: EvaluationDue,
});
export type EvaluationRow = z.infer<typeof EvaluationRow>;

export const EvaluationRound = z.object({
  year: z.number().int(),
  /** Years with results under this document, newest first. */
  years: z.array(z.number().int()),
  /** Sorted as the document says: by functional type (direction) or by subject type; `null`: no list says which. */
  groups: z.array(
    z.object({ id: z.union([DirectionId, SubjectId]).nullable(), rows: z.array(EvaluationRow) }),
  ),
  /** Latest results of the year, one line an outcome of the document. */
  counts: z.array(z.object({ outcome: z.string(), name: z.string(), count: z.number().int() })),
  open: z.number().int(),
});
export type EvaluationRound = z.infer<typeof EvaluationRound>;

function resultsOf(base: Base, scheme: string, evaluation: Evaluation): EvaluationResult[] {
  return base.history.flatMap(({ act, by, at }) =>
    act.kind === "evaluated" && act.scheme === scheme
      ? [
          {
            year: act.year,
            outcome: act.outcome,
            name: evaluation.outcomes.find(({ id }) => id === act.outcome)?.name ?? act.outcome,
            reason: act.reason,
            deadline: act.deadline,
            reevaluation: act.reevaluation ?? null,
            by,
            at,
          },
        ]
      : [],
  );
}

function dueOf(base: Base, evaluated: boolean, today: string): EvaluationDue {
  if (base.status === "removed") return "none";
  if (base.status === "rectifying") {
    // On the day set for it, or once the last day of 整改 is over.
    const { reevaluation, deadline } = base;
    const isDue = reevaluation !== null ? reevaluation <= today : deadline !== null && deadline < today;
    return isDue ? "re-evaluate" : "rectify";
  }
  return evaluated ? "none" : "evaluate";
}

function rowOf(base: Base, all: readonly EvaluationResult[], year: number, today: string): EvaluationRow {
  const results = all.filter((result) => result.year === year);
  return {
    base: base.id,
    name: base.name,
    city: base.city,
    direction: base.direction,
    subject: base.subject,
    status: base.status,
    results,
    before: all.findLast((result) => result.year < year) ?? null,
    deadline: base.deadline,
    reevaluation: base.reevaluation,
    daysLeft: rectificationOf(base, today)?.daysLeft ?? null,
    due: dueOf(base, results.length > 0, today),
  };
}

/** A base that lost the title in an earlier year is not evaluated any more. */
const takesPart = (base: Base, all: readonly EvaluationResult[], year: number): boolean =>
  base.status !== "removed" || all.some((result) => result.year >= year);

/**
 * A year of evaluation of a list under a document that knows one (绩效评估, 监测评估): who was found what, who is still to be evaluated,
 * whose 整改 runs until when. `today`: ISO date in the zone of the office. Bases stay in the order of the list.
 */
export function evaluationRound(
  evaluation: Evaluation,
  scheme: string,
  bases: readonly Base[],
  { year, today }: { readonly year: number; readonly today: string },
): EvaluationRound {
  const known = bases.map((base) => ({ base, all: resultsOf(base, scheme, evaluation) }));
  const rows = known
    .filter(({ base, all }) => takesPart(base, all, year))
    .map(({ base, all }) => rowOf(base, all, year, today));
  const groups = Map.groupBy(rows, (row) => row[evaluation.sortedBy]);
  const order = [...(evaluation.sortedBy === "direction" ? DirectionId.options : SubjectId.options), null];
  const latest = rows.flatMap((row) => row.results.at(-1) ?? []);
  return {
    year,
    years: [...new Set(known.flatMap(({ all }) => all.map((result) => result.year)))].sort((a, b) => b - a),
    groups: order.flatMap((id) => {
      const own = groups.get(id);
      return own ? [{ id, rows: own }] : [];
    }),
    counts: evaluation.outcomes.map(({ id, name }) => ({
      outcome: id,
      name,
      count: latest.filter((result) => result.outcome === id).length,
    })),
    open: rows.filter((row) => row.due === "evaluate" || row.due === "re-evaluate").length,
  };
}

import type { Finding } from "../scheme/finding.ts";
import type { Objective } from "../scheme/scheme.ts";
import { Exact, normalDecimal } from "./decimal.ts";
import type { ObjectiveOutcome, ScoreForm } from "./sheet.ts";

type Computed = Omit<ObjectiveOutcome, "item">;

const open = (problem: NonNullable<Computed["problem"]>, about: readonly string[] = []): Computed => ({
  score: null,
  arithmetic: "",
  problem,
  about: [...about],
});

/** Cut down, never rounded up: a score says what was reached. */
function cutTo(step: string, value: Exact): string {
  return normalDecimal(value.dividedBy(step).floor().times(step));
}

/** `18.333…` when the decimals go on, so that the cut is visible. */
function shown(value: Exact): string {
  const short = value.toDecimalPlaces(3, Exact.ROUND_DOWN);
  return short.equals(value) ? normalDecimal(value) : `${short.toFixed()}…`;
}

const withCut = (sum: string, exact: Exact, score: string): string =>
  exact.equals(score) ? `${sum} = ${score}` : `${sum} = ${shown(exact)} → ${score}`;

/** Every indicator of the direction has to be decided: what is not reported or not confirmed is neither met nor not met. */
function metShare(max: string, step: string, thresholds: readonly Finding[]): Computed {
  if (thresholds.length === 0) return open("no-indicators");
  const undecided = thresholds.filter(({ status }) => status !== "met" && status !== "not-met");
  if (undecided.length > 0)
    return open(
      "not-decided",
      undecided.map(({ subject }) => subject),
    );
  const met = thresholds.filter(({ status }) => status === "met");
  const exact = new Exact(max).times(met.length).dividedBy(thresholds.length);
  const score = cutTo(step, exact);
  return {
    score,
    arithmetic: withCut(`${max} × ${met.length} ÷ ${thresholds.length}`, exact, score),
    problem: null,
    about: thresholds.map(({ subject }) => subject),
  };
}

function linear(
  { indicator, zero, full }: Extract<Objective, { kind: "linear" }>,
  max: string,
  step: string,
  thresholds: readonly Finding[],
): Computed {
  const finding = thresholds.find(({ rule }) => rule === `threshold:${indicator}`);
  if (finding === undefined) return open("no-indicators");
  if (finding.status === "not-reported" || finding.actual === undefined)
    return open("no-value", [finding.subject]);
  if (finding.status !== "met" && finding.status !== "not-met") return open("not-decided", [finding.subject]);
  const span = new Exact(full).minus(zero);
  // Nothing lies between two equal ends: such a rule decides nothing.
  if (span.isZero()) return open("not-decided", [finding.subject]);
  const share = new Exact(finding.actual).minus(zero).dividedBy(span);
  const kept = Exact.max(0, Exact.min(1, share));
  const exact = kept.times(max);
  const score = cutTo(step, exact);
  return {
    score,
    arithmetic: withCut(`${max} × (${finding.actual} − ${zero}) ÷ (${full} − ${zero})`, exact, score),
    problem: null,
    about: [finding.subject],
  };
}

/**
 * The objective items of a form for one applicant, from the verdicts of the check (`check-dossier.ts`): only confirmed facts decide
 * there. An item that cannot be computed has no score and says why; it is then judged by hand, never 0 by itself.
 */
export function objectiveScores(form: ScoreForm, findings: readonly Finding[]): ObjectiveOutcome[] {
  const thresholds = findings.filter(({ kind }) => kind === "threshold");
  return form.items.flatMap(({ id, max, objective }): ObjectiveOutcome[] => {
    if (objective === undefined) return [];
    const computed =
      objective.kind === "met-share"
        ? metShare(max, form.step, thresholds)
        : linear(objective, max, form.step, thresholds);
    return [{ item: id, ...computed }];
  });
}

/** The items of a sheet with the computed scores in place of anything stored. */
export function withObjectives<Item extends { readonly item: string; readonly score: string | null }>(
  items: readonly Item[],
  outcomes: readonly ObjectiveOutcome[],
): Item[] {
  const computed = new Map(outcomes.map(({ item, score }) => [item, score]));
  return items.map((item) => {
    const score = computed.get(item.item) ?? null;
    return score === null ? item : { ...item, score };
  });
}

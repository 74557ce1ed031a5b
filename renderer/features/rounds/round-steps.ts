import type { Params } from "../../../shared/contract/result.ts";
import type { RoundOverview } from "../../../shared/contract/round.ts";
import type { WordKey } from "../../../shared/text/catalogue/index.ts";

type StepId = "scheme" | "intake" | "confirm" | "checks" | "experts" | "scoring" | "panel" | "exports";
type Screen = "settings" | "intake" | "checks" | "experts" | "panel" | "exports";

/** One of the eight steps with what is left of it. `waiting`: its turn has not come. */
export interface Step {
  readonly id: StepId;
  readonly state: "done" | "left" | "waiting";
  readonly note: WordKey;
  readonly params: Params;
  readonly screen: Screen;
}

export interface NextStep {
  readonly words: WordKey;
  readonly params: Params;
  readonly screen: Screen;
}

const strings = (numbers: Readonly<Record<string, number>>): Params =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));

function schemeStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "scheme", screen: "settings" } as const;
  const params = strings({ maxima: view.unsetMaxima, thresholds: view.unsetThresholds });
  if (open) return { ...base, state: "done", note: "home.scheme.frozen", params: {} };
  if (view.unsetMaxima > 0) {
    const note = view.unsetThresholds > 0 ? "home.scheme.unset" : "home.scheme.maximaOnly";
    return { ...base, state: "left", note, params };
  }
  if (view.unsetThresholds > 0) return { ...base, state: "left", note: "home.scheme.thresholdsOnly", params };
  return { ...base, state: "done", note: "home.scheme.set", params: {} };
}

function intakeStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "intake", screen: "intake" } as const;
  const params = strings({ submissions: view.submissions, files: view.files, refused: view.refusedFiles });
  if (view.submissions === 0) return { ...base, state: "left", note: "home.intake.none", params };
  const note = view.refusedFiles > 0 ? "home.intake.refused" : "home.intake.some";
  return { ...base, state: view.refusedFiles > 0 && !open ? "left" : "done", note, params };
}

function confirmStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "confirm", screen: "intake" } as const;
  const params = strings({ questions: view.questions, submissions: view.unconfirmedSubmissions });
  if (view.questions > 0 && open) return { ...base, state: "done", note: "home.confirm.entered", params };
  if (view.questions > 0) return { ...base, state: "left", note: "home.confirm.left", params };
  return { ...base, state: view.submissions > 0 ? "done" : "waiting", note: "home.confirm.none", params };
}

function checksStep(view: RoundOverview): Step {
  const base = { id: "checks", screen: "checks" } as const;
  const params = strings({ count: view.problemSubmissions });
  if (view.problemSubmissions > 0) return { ...base, state: "left", note: "home.checks.some", params };
  return { ...base, state: view.submissions > 0 ? "done" : "waiting", note: "home.checks.none", params };
}

function expertsStep(view: RoundOverview): Step {
  const base = { id: "experts", screen: "experts" } as const;
  const params = strings({
    experts: view.experts,
    enrolled: view.enrolled,
    assignments: view.assignments,
  });
  if (view.experts === 0) return { ...base, state: "left", note: "home.experts.none", params };
  const ready = view.enrolled === view.experts && view.assignments > 0;
  return { ...base, state: ready ? "done" : "left", note: "home.experts.some", params };
}

const settledSheets = (view: RoundOverview): number => view.signed + view.recused;

function scoringStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "scoring", screen: "panel" } as const;
  const params = strings({ signed: view.signed, assignments: view.assignments, recused: view.recused });
  if (!open) return { ...base, state: "waiting", note: "home.scoring.waiting", params };
  const done = view.assignments > 0 && settledSheets(view) >= view.assignments;
  return { ...base, state: done ? "done" : "left", note: "home.scoring.some", params };
}

function panelStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "panel", screen: "panel" } as const;
  const params = strings({ ties: view.openTies });
  if (!open || settledSheets(view) === 0)
    return { ...base, state: "waiting", note: "home.panel.waiting", params };
  if (view.openTies > 0) return { ...base, state: "left", note: "home.panel.ties", params };
  return { ...base, state: "done", note: "home.panel.none", params };
}

function exportsStep(view: RoundOverview, open: boolean): Step {
  const base = { id: "exports", screen: "exports" } as const;
  const params = strings({ count: view.exports });
  if (view.exports > 0) return { ...base, state: "done", note: "home.exports.some", params };
  return { ...base, state: open ? "left" : "waiting", note: "home.exports.none", params };
}

/** The eight steps are the map of the work; each says how much is left, never just a percentage. */
export const stepsOf = (view: RoundOverview, open: boolean): readonly Step[] => [
  schemeStep(view, open),
  intakeStep(view, open),
  confirmStep(view, open),
  checksStep(view),
  expertsStep(view),
  scoringStep(view, open),
  panelStep(view, open),
  exportsStep(view, open),
];

const next = (words: WordKey, screen: Screen, params: Params = {}): NextStep => ({ words, screen, params });

function nextWhilePreparing(view: RoundOverview): NextStep {
  if (view.submissions === 0) return next("home.next.import", "intake");
  if (view.questions > 0) return next("home.next.confirm", "intake", strings({ questions: view.questions }));
  if (view.experts === 0) return next("home.next.experts", "experts");
  if (view.unsetMaxima > 0) return next("home.next.maxima", "settings");
  return next("home.next.open", "settings");
}

function nextWhileOpen(view: RoundOverview): NextStep {
  if (view.experts === 0) return next("home.next.experts", "experts");
  if (view.enrolled < view.experts) return next("home.next.enrol", "experts");
  if (view.assignments === 0) return next("home.next.assign", "experts");
  if (settledSheets(view) < view.assignments) return next("home.next.merge", "panel");
  if (view.openTies > 0) return next("home.next.tie", "panel", strings({ ties: view.openTies }));
  return view.exports === 0 ? next("home.next.export", "exports") : next("home.next.review", "panel");
}

/** The one obvious next step of the round. */
export const nextStepOf = (view: RoundOverview, open: boolean): NextStep =>
  open ? nextWhileOpen(view) : nextWhilePreparing(view);

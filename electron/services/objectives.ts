import { checkDossier } from "../../shared/scheme/check-dossier.ts";
import { objectiveScores, withObjectives } from "../../shared/scoring/objective-score.ts";
import type { ItemScore, ObjectiveOutcome } from "../../shared/scoring/sheet.ts";
import { findDossier } from "../db/submissions.ts";
import type { Context, OpenRound } from "./context.ts";

const NONE: readonly never[] = [];

/** What the objective items of the form come to for an applicant; a form without such items asks for no check at all. */
export function objectivesOf(
  context: Context,
  round: OpenRound,
  submission: string,
): readonly ObjectiveOutcome[] {
  if (round.form.items.every((item) => item.objective === undefined)) return NONE;
  const dossier = findDossier(context.db, submission);
  if (!dossier) return NONE;
  // Thresholds need neither register nor answers.
  return objectiveScores(round.form, checkDossier(round.frozenScheme, dossier, { registry: [] }));
}

/** The items of a sheet with what the program fills in; stored scores of such items never count. */
export function filledItems(
  round: OpenRound,
  stored: readonly ItemScore[],
  outcomes: readonly ObjectiveOutcome[],
): ItemScore[] {
  if (outcomes.length === 0) return [...stored];
  const every = round.form.items.map(
    ({ id }) => stored.find((item) => item.item === id) ?? { item: id, score: null, comment: "" },
  );
  return withObjectives(every, outcomes);
}

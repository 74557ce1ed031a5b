import { normalDecimal, sumOf } from "./decimal.ts";
import type { ItemScore, ScoreForm } from "./sheet.ts";

type Scored = Pick<ItemScore, "item" | "score">;

/** The score given for an item; the first one, should the list name an item twice: nothing counts double. */
const scoreOf = (items: readonly Scored[], item: string): string | null =>
  items.find((entry) => entry.item === item)?.score ?? null;

/** Items of the form without a score, in the form's order. An unscored item is never 0. */
export const missingItems = (form: ScoreForm, items: readonly Scored[]): string[] =>
  form.items.map((item) => item.id).filter((id) => scoreOf(items, id) === null);

export const isComplete = (form: ScoreForm, items: readonly Scored[]): boolean =>
  missingItems(form, items).length === 0;

/**
 * Exact sum of the scored items of the form in the normal form of decimal.ts; `null` when nothing is scored, which is not 0.
 * Entries for items the form does not have are left out.
 */
export function sheetTotal(form: ScoreForm, items: readonly Scored[]): string | null {
  const scores = form.items.map((item) => scoreOf(items, item.id)).filter((score) => score !== null);
  return scores.length === 0 ? null : normalDecimal(sumOf(scores));
}

import { Exact } from "./decimal.ts";
import type { ItemScore, ScoreForm } from "./sheet.ts";

/**
 * Items whose score is so low or so high that the form asks for a reason, and that have none. Limits are shares of the item's
 * maximum, both included; a form without the rule asks for nothing, and an unscored item is never due.
 */
export function dueComments(form: ScoreForm, items: readonly ItemScore[]): string[] {
  const rule = form.commentRule;
  if (rule === undefined) return [];
  return form.items.flatMap(({ id, max }) => {
    const entry = items.find((item) => item.item === id);
    if (!entry || entry.score === null || entry.comment.trim() !== "") return [];
    const score = new Exact(entry.score);
    const low = rule.atMost !== null && score.lessThanOrEqualTo(new Exact(max).times(rule.atMost));
    const high = rule.atLeast !== null && score.greaterThanOrEqualTo(new Exact(max).times(rule.atLeast));
    return low || high ? [id] : [];
  });
}

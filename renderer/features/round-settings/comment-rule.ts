import { Exact } from "../../../shared/scoring/decimal.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { isUnsetOrAmount, isUnsetOrShare } from "./settings-draft.ts";

const isAmount = (text: string): boolean => isUnsetOrAmount(text);

/** A share of the maximum is typed in percent; what is no number stays as typed, to be shown as wrong. */
export const shareOfPercent = (percent: string): string =>
  isAmount(percent) ? new Exact(percent).div(100).toFixed() : percent;

export const percentOfShare = (share: string): string =>
  isAmount(share) ? new Exact(share).times(100).toFixed() : share;

export interface CommentLimits {
  readonly item: string;
  readonly max: string;
  /** Scores up to this one ask for a comment; `null`: none do. */
  readonly low: string | null;
  readonly high: string | null;
}

/** What the rule means for the first item that has a maximum; `null` while there is none or the rule is not a share. */
export function commentLimits(
  rule: NonNullable<ScoreForm["commentRule"]>,
  items: readonly { name: string; max: string | null }[],
): CommentLimits | null {
  if (!isUnsetOrShare(rule.atMost) || !isUnsetOrShare(rule.atLeast)) return null;
  const item = items.find(({ max }) => max !== null && isAmount(max));
  const max = item?.max ?? null;
  if (!item || max === null) return null;
  const limit = (share: string | null) => (share === null ? null : new Exact(max).times(share).toFixed());
  return { item: item.name, max, low: limit(rule.atMost), high: limit(rule.atLeast) };
}

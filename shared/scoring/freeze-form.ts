import { fail, type Result, succeed } from "../contract/result.ts";
import type { ScoreItem } from "../scheme/scheme.ts";
import { Exact, normalDecimal, sumOf } from "./decimal.ts";
import type { ScoreForm } from "./sheet.ts";

const freezeFormCodes = [
  "no-items",
  "item-twice",
  "max-unset",
  "bad-max",
  "bad-step",
  "max-off-step",
  "bad-comment-rule",
] as const;
export type FreezeFormCode = (typeof freezeFormCodes)[number];

/** At most 6 digits before and 6 after the point: more is a typing error, and would make sums unreadable. */
const sensible = /^\d{1,6}(\.\d{1,6})?$/;
const isShare = (text: string | null | undefined): boolean =>
  text === null || text === undefined || /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(text);
const isPositive = (text: string): boolean => sensible.test(text) && new Exact(text).greaterThan(0);

/**
 * The score form of a round with every maximum set, ready to be frozen and signed against. Maxima and step come out in the
 * normal form of decimal.ts. Params of a failure: `item`, `name`, `max`, `step` as far as they apply.
 * Codes: `max-unset` (no notice gives maxima, so the clerk must), `bad-max` and `bad-step` (not a positive number of at
 * most 6 + 6 digits), `max-off-step` (the highest score could never be given), `item-twice`, `no-items`, `bad-comment-rule` (not a share
 * between 0 and 1).
 */
export function freezeForm(
  items: readonly ScoreItem[],
  step: string,
  commentRule?: ScoreForm["commentRule"],
): Result<ScoreForm, FreezeFormCode> {
  if (items.length === 0) return fail("no-items");
  if (!isPositive(step)) return fail("bad-step", { step });
  const frozen: ScoreForm["items"] = [];
  for (const item of items) {
    const params = { item: item.id, name: item.name, max: item.max ?? "", step };
    if (frozen.some((other) => other.id === item.id)) return fail("item-twice", params);
    if (item.max === null) return fail("max-unset", params);
    if (!isPositive(item.max)) return fail("bad-max", params);
    if (!new Exact(item.max).modulo(step).isZero()) return fail("max-off-step", params);
    frozen.push({ ...item, max: normalDecimal(item.max) });
  }
  if (!isShare(commentRule?.atMost) || !isShare(commentRule?.atLeast)) return fail("bad-comment-rule");
  const total = normalDecimal(sumOf(frozen.map((item) => item.max)));
  // Left out where it is not set, so that a form without it keeps its digest.
  const rule = commentRule === undefined ? {} : { commentRule };
  return succeed({ items: frozen, total, step: normalDecimal(step), ...rule });
}

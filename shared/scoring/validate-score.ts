import { fail, type Result, succeed } from "../contract/result.ts";
import { Exact, normalDecimal } from "./decimal.ts";
import type { ScoreForm } from "./sheet.ts";

const scoreProblems = ["unknown-item", "not-a-number", "out-of-range", "off-step"] as const;
export type ScoreProblem = (typeof scoreProblems)[number];

const written = /^[+-]?(\d{1,12}\.?\d{0,12}|\.\d{1,12})$/;

/** What an input method leaves behind: full-width digits and signs, 。 for a point, blanks around. */
const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("。", ".")
    .trim();

/**
 * A typed score of one item as the normal form that is stored and signed (see decimal.ts).
 * Between 0 and the item's maximum, a multiple of the form's step. An empty field is not a score: it is `not-a-number` here,
 * and the caller stores `null`, never 0. Params: `value` as typed, and `name`, `max`, `step` where they help.
 */
export function validateScore(form: ScoreForm, item: string, text: string): Result<string, ScoreProblem> {
  const found = form.items.find((other) => other.id === item);
  if (found === undefined) return fail("unknown-item", { item });
  const params = { value: text, name: found.name, max: found.max, step: form.step };
  const plain = halfWidth(text);
  if (!written.test(plain)) return fail("not-a-number", params);
  const value = new Exact(plain);
  if (value.isNegative() && !value.isZero()) return fail("out-of-range", params);
  if (value.greaterThan(found.max)) return fail("out-of-range", params);
  if (!value.modulo(form.step).isZero()) return fail("off-step", params);
  return succeed(normalDecimal(value));
}

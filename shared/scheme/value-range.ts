import { Exact } from "../scoring/decimal.ts";
import type { Qualifier } from "../submission/fact.ts";
import type { Threshold } from "./scheme.ts";

/** Everything a written value may mean. `null`: no bound on that side. */
export interface ValueRange {
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** The written number itself is possible (以上, 不少于), or not (超过, 不满). 民法典 1259. */
  readonly included: boolean;
}

/** The values a number with its qualifier stands for; `null` for 约 and 预计, which no program can decide. */
export function rangeOf(value: string, qualifier: Qualifier | undefined): ValueRange | null {
  const number = new Exact(value);
  switch (qualifier) {
    case undefined:
      return { low: number, high: number, included: true };
    case "at-least":
      return { low: number, high: null, included: true };
    case "more-than":
      return { low: number, high: null, included: false };
    case "at-most":
      return { low: null, high: number, included: true };
    case "less-than":
      return { low: null, high: number, included: false };
    case "about":
    case "expected":
      return null;
  }
}

const allAtLeast = (range: ValueRange, limit: Exact): boolean => range.low?.gte(limit) ?? false;
const allAtMost = (range: ValueRange, limit: Exact): boolean => range.high?.lte(limit) ?? false;
const allAbove = (range: ValueRange, limit: Exact): boolean =>
  range.low !== null && (range.included ? range.low.gt(limit) : range.low.gte(limit));
const allBelow = (range: ValueRange, limit: Exact): boolean =>
  range.high !== null && (range.included ? range.high.lt(limit) : range.high.lte(limit));

const decide = (yes: boolean, no: boolean): boolean | null => (yes ? true : no ? false : null);

/** Does every possible value meet the threshold (`true`), does none (`false`), or can it not be said (`null`)? */
export function meets(range: ValueRange, op: Threshold["op"], threshold: string): boolean | null {
  const limit = new Exact(threshold);
  switch (op) {
    case ">=":
      return decide(allAtLeast(range, limit), allBelow(range, limit));
    case ">":
      return decide(allAbove(range, limit), allAtMost(range, limit));
    case "<=":
      return decide(allAtMost(range, limit), allAbove(range, limit));
    case "<":
      return decide(allBelow(range, limit), allAtLeast(range, limit));
  }
}

/** Can both be true at once, when each may be off by `slack`? */
export const overlap = (one: ValueRange, other: ValueRange, slack: Exact): boolean =>
  reaches(one, other, slack) && reaches(other, one, slack);

const reaches = (lower: ValueRange, upper: ValueRange, slack: Exact): boolean =>
  lower.low === null || upper.high === null || lower.low.minus(upper.high).lte(slack);

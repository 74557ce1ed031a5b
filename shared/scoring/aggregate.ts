import { Exact, fixedDecimal, sumOf } from "./decimal.ts";
import type { AggregationMethod } from "./ranking.ts";

export interface Aggregate {
  /** Rounded half up once, at the end, with exactly the rule's decimals. */
  readonly score: string;
  /** Positions in `totals` that the method left out, ascending. */
  readonly dropped: readonly number[];
}

/** Fewest totals a method can work with. */
export const fewestTotals: Readonly<Record<AggregationMethod, number>> = { mean: 1, trimmed: 3 };

/**
 * Of several equal lowest totals the first is left out, of several equal highest the last: two different positions even when
 * all are equal, and exactly one each (a summary sheet in use says 去掉一个最高分和一个最低分).
 */
function extremes(totals: readonly string[]): readonly number[] {
  let lowest = 0;
  let highest = 0;
  totals.forEach((total, index) => {
    const value = new Exact(total);
    if (value.lessThan(totals[lowest] ?? total)) lowest = index;
    if (value.greaterThanOrEqualTo(totals[highest] ?? total)) highest = index;
  });
  return [lowest, highest].sort((one, other) => one - other);
}

/**
 * One score out of the experts' totals. `mean`: arithmetic mean; `trimmed`: mean without exactly one highest and one lowest.
 * `null` where there are fewer totals than the method needs (1 and 3): no score is not a score of 0.
 */
export function aggregate(
  method: AggregationMethod,
  totals: readonly string[],
  decimals: number,
): Aggregate | null {
  if (totals.length < fewestTotals[method]) return null;
  const dropped = method === "trimmed" ? extremes(totals) : [];
  const counted = totals.filter((_, index) => !dropped.includes(index));
  return { score: fixedDecimal(sumOf(counted).dividedBy(counted.length), decimals), dropped };
}

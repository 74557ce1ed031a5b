import { Exact, sumOf } from "./decimal.ts";

export interface OwnTotal {
  readonly submission: string;
  readonly total: string;
}

export interface UnusualTotal extends OwnTotal {
  readonly side: "above" | "below";
  /** Mean of the expert's other totals, with two decimals. */
  readonly mean: string;
}

/** Fewer other totals say nothing about a habit. */
const LEAST_OTHERS = 4;

/**
 * Totals that lie more than two standard deviations from the mean of the same expert's other totals, before he signs (DOMAIN.md section
 * 4: 畸高/畸低 are looked at again before signing). A question for the expert, never a rule. Measured against the others alone: among
 * five totals none can be two deviations from a mean it is part of.
 */
export function unusualTotals(totals: readonly OwnTotal[]): UnusualTotal[] {
  if (totals.length <= LEAST_OTHERS) return [];
  return totals.flatMap((own): UnusualTotal[] => {
    const others = totals.filter((other) => other !== own).map(({ total }) => total);
    const mean = sumOf(others).dividedBy(others.length);
    const squares = others.reduce((sum, total) => sum.plus(mean.minus(total).pow(2)), new Exact(0));
    const apart = new Exact(own.total).minus(mean);
    if (apart.pow(2).lessThanOrEqualTo(squares.dividedBy(others.length).times(4))) return [];
    return [{ ...own, side: apart.greaterThan(0) ? "above" : "below", mean: mean.toFixed(2) }];
  });
}

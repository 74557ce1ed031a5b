import { Exact, fixedDecimal, sumOf } from "./decimal.ts";
import type { RankRow } from "./ranking.ts";

type Sheets = readonly Pick<RankRow["sheets"][number], "expert" | "total">[];
type Rows = readonly { readonly sheets: Sheets }[];

/**
 * A coefficient with three decimals, or why there is none. `one-expert`: nobody scored what another scored. `one-applicant`:
 * there is nothing to compare with. `no-variation`: all totals are equal. `other-applicants`: not every expert scored all of
 * them, and ranks of different applicants cannot be compared.
 */
export type Coefficient =
  | { readonly value: string }
  | { readonly undefined: "one-expert" | "one-applicant" | "no-variation" | "other-applicants" };

export interface Agreement {
  /** How many experts scored, and how many applicants two or more of them scored. */
  readonly experts: number;
  readonly applicants: number;
  /**
   * Krippendorff's alpha for interval data (Hayes & Krippendorff 2007): 1 full agreement, 0 as good as chance, below 0 worse.
   * Experts need not have scored the same applicants.
   */
  readonly alpha: Coefficient;
  /** Kendall's W with the correction for ties (Kendall & Babington Smith 1939): 0 no agreement of the orders, 1 the same order. */
  readonly concordance: Coefficient;
}

const rounded = (value: Exact): Coefficient => ({ value: fixedDecimal(value, 3) });

/** Sum of (x − y)² over all ordered pairs. */
function squaredDifferences(values: readonly Exact[]): Exact {
  const sum = values.reduce((before, value) => before.plus(value), new Exact(0));
  const squares = values.reduce((before, value) => before.plus(value.pow(2)), new Exact(0));
  return squares.times(values.length).minus(sum.pow(2)).times(2);
}

function alphaOf(units: readonly (readonly Exact[])[]): Coefficient {
  if (units.length === 0) return { undefined: "one-expert" };
  if (units.length === 1) return { undefined: "one-applicant" };
  const all = units.flat();
  const expected = squaredDifferences(all).dividedBy(all.length - 1);
  if (expected.isZero()) return { undefined: "no-variation" };
  const observed = units.reduce(
    (sum, unit) => sum.plus(squaredDifferences(unit).dividedBy(unit.length - 1)),
    new Exact(0),
  );
  return rounded(new Exact(1).minus(observed.dividedBy(expected)));
}

/** Equal totals share the mean of the places they take. */
function ranksOf(totals: readonly Exact[]): { readonly ranks: Exact[]; readonly ties: Exact } {
  const ranks = totals.map((total) => {
    const above = totals.filter((other) => other.greaterThan(total)).length;
    const equal = totals.filter((other) => other.equals(total)).length;
    return new Exact(above).plus(new Exact(equal + 1).dividedBy(2));
  });
  const groups = [...Map.groupBy(totals, String).values()];
  const ties = groups.reduce((sum, { length }) => sum.plus(length ** 3 - length), new Exact(0));
  return { ranks, ties };
}

function concordanceOf(rows: Rows, experts: readonly string[]): Coefficient {
  if (experts.length < 2) return { undefined: "one-expert" };
  if (rows.length < 2) return { undefined: "one-applicant" };
  if (rows.some(({ sheets }) => sheets.length !== experts.length)) return { undefined: "other-applicants" };
  const orders = experts.map((expert) =>
    ranksOf(rows.map(({ sheets }) => new Exact(sheets.find((sheet) => sheet.expert === expert)?.total ?? 0))),
  );
  const n = rows.length;
  const middle = new Exact(experts.length * (n + 1)).dividedBy(2);
  const spread = rows.reduce((sum, _, at) => {
    const together = orders.reduce((before, { ranks }) => before.plus(ranks[at] ?? 0), new Exact(0));
    return sum.plus(together.minus(middle).pow(2));
  }, new Exact(0));
  const ties = orders.reduce((sum, order) => sum.plus(order.ties), new Exact(0));
  const most = new Exact(experts.length ** 2).times(n ** 3 - n).minus(ties.times(experts.length));
  return most.isZero() ? { undefined: "no-variation" } : rounded(spread.times(12).dividedBy(most));
}

/** How far the totals of the experts agree over these applicants. What follows from it is for the panel to say. */
export function agreementOf(rows: Rows): Agreement {
  const scored = rows.filter(({ sheets }) => sheets.length > 0);
  const experts = [...new Set(scored.flatMap(({ sheets }) => sheets.map(({ expert }) => expert)))].sort();
  const units = scored.flatMap(({ sheets }) =>
    sheets.length < 2 ? [] : [sheets.map(({ total }) => new Exact(total))],
  );
  return {
    experts: experts.length,
    applicants: units.length,
    alpha: alphaOf(units),
    concordance: concordanceOf(scored, experts),
  };
}

export interface ExpertScale {
  readonly expert: string;
  readonly sheets: number;
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
  /** Mean of (own total − mean of the others' totals) over the applicants others scored as well; `null` without any. */
  readonly shift: string | null;
}

/** What each expert's totals were like, beside those of the others on the same applicants; `decimals` of mean and shift. */
export function expertScales(rows: Rows, decimals: number): ExpertScale[] {
  const experts = new Set(rows.flatMap(({ sheets }) => sheets.map(({ expert }) => expert)));
  return [...experts].sort().map((expert) => {
    const own = rows.flatMap(({ sheets }) => {
      const total = sheets.find((sheet) => sheet.expert === expert)?.total;
      return total === undefined ? [] : [{ total, others: sheets.filter((one) => one.expert !== expert) }];
    });
    const totals = own.map(({ total }) => new Exact(total));
    const shifts = own.flatMap(({ total, others }) =>
      others.length === 0
        ? []
        : [
            new Exact(total).minus(
              sumOf(others.map((one) => one.total))
                .dividedBy(others.length)
                .toFixed(),
            ),
          ],
    );
    const mean = (values: readonly Exact[]): string =>
      fixedDecimal(
        values.reduce((sum, value) => sum.plus(value), new Exact(0)).dividedBy(values.length),
        decimals,
      );
    return {
      expert,
      sheets: own.length,
      mean: mean(totals),
      lowest: Exact.min(...totals).toFixed(),
      highest: Exact.max(...totals).toFixed(),
      shift: shifts.length === 0 ? null : mean(shifts),
    };
  });
}

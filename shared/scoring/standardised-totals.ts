import { Decimal } from "decimal.js";
import type { RankRow } from "./ranking.ts";

/** A root has no end: 40 digits are far more than the 6 decimals a score may be shown with. */
const Close = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
type Close = InstanceType<typeof Close>;

interface Scale {
  readonly mean: Close;
  /** Of the population, not of a sample: these are all the totals there are. */
  readonly deviation: Close;
}

function scaleOf(totals: readonly string[]): Scale {
  const sum = totals.reduce((before, total) => before.plus(total), new Close(0));
  const mean = sum.dividedBy(totals.length);
  const squares = totals.reduce((before, total) => before.plus(mean.minus(total).pow(2)), new Close(0));
  return { mean, deviation: squares.dividedBy(totals.length).sqrt() };
}

/**
 * The totals of every applicant as if all experts used the same scale: (total − mean of the expert) ÷ standard deviation of
 * the expert × standard deviation of all totals + mean of all totals (z-score). An expert whose totals are all equal, or who
 * has only one, is moved to the common mean: nothing can be said of his scale. By submission, in the order of its sheets.
 */
export function standardisedTotals(rows: readonly RankRow[]): ReadonlyMap<string, readonly string[]> {
  const sheets = rows.flatMap((row) => row.sheets);
  if (sheets.length === 0) return new Map();
  const common = scaleOf(sheets.map((sheet) => sheet.total));
  const own = new Map(
    [...Map.groupBy(sheets, (sheet) => sheet.expert)].map(([expert, theirs]) => [
      expert,
      scaleOf(theirs.map((sheet) => sheet.total)),
    ]),
  );
  const moved = (expert: string, total: string): string => {
    const scale = own.get(expert);
    if (scale === undefined || scale.deviation.isZero()) return common.mean.toFixed();
    const steps = new Close(total).minus(scale.mean).dividedBy(scale.deviation);
    return steps.times(common.deviation).plus(common.mean).toFixed();
  };
  return new Map(
    rows.map((row) => [row.submission, row.sheets.map((sheet) => moved(sheet.expert, sheet.total))]),
  );
}

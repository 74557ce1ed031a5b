import type { Indicator } from "../../scheme/scheme.ts";
import type { Quantity } from "../../text/quantity.ts";
import { parseUnit } from "../../text/unit.ts";
import type { IndicatorMatch } from "./match-indicators.ts";

/** A bare count needs no unit; a bare amount of money or a bare rate does. */
const needsUnit = (indicator: Indicator): boolean => {
  const dimension = parseUnit(indicator.unit)?.dimension;
  return dimension === "money" || dimension === "percent";
};

export const isPerTenThousand = (indicator: Indicator): boolean => /每万/.test(indicator.name);

interface Doubts {
  readonly match: IndicatorMatch;
  readonly rivals: number;
  readonly quantity: Quantity;
  readonly unitMissing: boolean;
  readonly total: boolean;
  readonly headerSure: boolean;
  /** What the cell itself leaves open. */
  readonly cell?: string | null;
  readonly negative?: boolean;
}

/** The first reason why a person must look, `null` when there is none. */
export function doubtOf(doubts: Doubts): string | null {
  const { match, quantity } = doubts;
  if (match.confused) return "confused-indicator";
  if (doubts.rivals > 0) return "several-candidates";
  if (quantity.qualifier === "about" || quantity.qualifier === "expected") return quantity.qualifier;
  if (quantity.high !== undefined) return "range";
  if (doubts.cell != null) return doubts.cell;
  if (doubts.negative === true) return "negative";
  if (doubts.unitMissing && needsUnit(match.indicator)) return "unit-missing";
  if (doubts.total && match.indicator.measure !== "stock") return "total-not-mean";
  return doubts.headerSure ? null : "header-unsure";
}

/** Matches that are as good as the best one: more than one, and a person must choose. */
export const rivalsOf = (matches: readonly IndicatorMatch[]): IndicatorMatch[] => {
  const [best] = matches;
  return best === undefined
    ? []
    : matches.filter((match) => match.confused === best.confused && match.score === best.score);
};

import { Decimal } from "decimal.js";
import type { Fact } from "../submission/dossier.ts";
import type { FindingReason } from "./finding.ts";
import { hasUnitOf, type IndicatorFacts, mostTrusted, qualifierOf, trustOf } from "./indicator-facts.ts";
import type { Indicator, Scheme } from "./scheme.ts";

/** Roots and quotients have no end; 40 digits are far beyond any value shown, and cheap enough for 1,000 dossiers. */
const Calc = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export interface Calculation {
  /** Unrounded. */
  readonly value: Decimal;
  /** As shown: at most 4 decimals. */
  readonly shown: string;
  readonly arithmetic: string;
}

/** A mean or rate calculated from yearly values, or why it cannot be. */
export type Recomputed =
  | { readonly state: "none" }
  | { readonly state: "decided"; readonly calculation: Calculation; readonly facts: readonly Fact[] }
  | {
      readonly state: "open";
      readonly reason: FindingReason;
      /** What comes out over the years reported, so that a person sees it; never a verdict. */
      readonly calculation: Calculation | null;
      readonly facts: readonly Fact[];
      /** Years reported, and years asked for and missing. */
      readonly years: readonly number[];
      readonly missing: readonly number[];
    };

export const showValue = (value: Decimal): string => {
  const rounded = new Calc(value).toDecimalPlaces(4);
  return rounded.isZero() ? "0" : rounded.toFixed();
};

const calculated = (value: Decimal, formula: string): Calculation => {
  const shown = showValue(value);
  return { value, shown, arithmetic: `${formula} ${value.eq(shown) ? "=" : "≈"} ${shown}` };
};

function mean(values: readonly string[]): Calculation {
  const sum = values.reduce((total, value) => total.plus(value), new Calc(0));
  return calculated(sum.div(values.length), `(${values.join(" + ")}) ÷ ${values.length}`);
}

const percent = (ratio: Decimal): Decimal => ratio.minus(1).times(100);

/** Rates as reported, in %: their mean, or the constant rate with the same effect. */
function growthOfRates(rates: readonly string[], method: "arithmetic" | "compound"): Calculation {
  if (method === "arithmetic") return mean(rates);
  const factor = rates.reduce((product, rate) => product.times(new Calc(rate).div(100).plus(1)), new Calc(1));
  const formula = rates.map((rate) => `(1 + ${rate}%)`).join(" × ");
  return calculated(
    percent(factor.pow(new Calc(1).div(rates.length))),
    `(${formula})^(1/${rates.length}) − 1, %:`,
  );
}

/** Counts of n years give n − 1 rates: the first year is the base. `null` where a base is 0. */
function growthOfCounts(counts: readonly string[], method: "arithmetic" | "compound"): Calculation | null {
  const numbers = counts.map((count) => new Calc(count));
  if (numbers.slice(0, -1).some((number) => number.lte(0)) || numbers.length < 2) return null;
  const steps = numbers.length - 1;
  if (method === "compound") {
    const ratio = (numbers[steps] ?? new Calc(0)).div(numbers[0] ?? 1);
    return calculated(
      percent(ratio.pow(new Calc(1).div(steps))),
      `(${counts[steps]} ÷ ${counts[0]})^(1/${steps}) − 1, %:`,
    );
  }
  const rates = numbers.slice(1).map((number, index) => percent(number.div(numbers[index] ?? 1)));
  const sum = rates.reduce((total, rate) => total.plus(rate), new Calc(0));
  const formula = counts.slice(1).map((count, index) => `(${count} ÷ ${counts[index]} − 1)`);
  return calculated(sum.div(steps), `[${formula.join(" + ")}] ÷ ${steps}, %:`);
}

/** One value a year; two different ones leave the year open. */
function valueOfYear(facts: readonly Fact[]): Fact | FindingReason {
  const [first, ...others] = mostTrusted(facts);
  if (!first) return "years-missing";
  if (others.some((other) => !new Calc(other.value).eq(first.value))) return "conflict";
  if (trustOf(first) === 0) return "fact-unconfirmed";
  const qualifier = qualifierOf(first);
  if (qualifier === "about" || qualifier === "expected") return "approximate";
  return qualifier === undefined ? first : "qualifier";
}

const isFact = (value: Fact | FindingReason): value is Fact => typeof value !== "string";

function calculate(
  indicator: Indicator,
  method: "arithmetic" | "compound",
  facts: readonly Fact[],
): Calculation | FindingReason {
  const values = facts.map((fact) => fact.value);
  if (indicator.measure === "yearly-mean")
    return facts.every((fact) => hasUnitOf(fact, indicator)) ? mean(values) : "unit";
  if (facts.every((fact) => hasUnitOf(fact, indicator))) return growthOfRates(values, method);
  if (new Set(facts.map((fact) => fact.unit)).size > 1) return "unit";
  return growthOfCounts(values, method) ?? "zero-base";
}

/**
 * Recalculates 年平均 and 年均增速 from yearly values. What 近三年 and 年均增速 mean is a setting of the scheme; while it is not set
 * nothing is decided. For a growth rate, counts of the base years are compared each with the base year before it (the first
 * base year is the base); values in % are taken as the rates of their years.
 */
export function recompute(
  indicator: Indicator,
  settings: Scheme["settings"],
  { yearly }: IndicatorFacts,
): Recomputed {
  if (indicator.measure === "stock" || yearly.size === 0) return { state: "none" };
  const reported = [...yearly.keys()].sort((one, other) => one - other);
  const years =
    settings.baseYears === null ? reported : [...settings.baseYears].sort((one, other) => one - other);
  const missing = years.filter((year) => !yearly.has(year));
  const chosen = years.flatMap((year) => yearly.get(year) ?? []);
  const open = (reason: FindingReason, calculation: Calculation | null = null): Recomputed => ({
    state: "open",
    reason,
    calculation,
    facts: chosen,
    years: reported,
    missing,
  });
  if (missing.length > 0) return open("years-missing");
  const values = years.map((year) => valueOfYear(yearly.get(year) ?? []));
  const doubt = values.find((value) => !isFact(value));
  if (doubt !== undefined && !isFact(doubt)) return open(doubt);
  const result = calculate(indicator, settings.growthMethod ?? "arithmetic", values.filter(isFact));
  if (typeof result === "string") return open(result);
  if (settings.baseYears === null) return open("base-years-unset", result);
  if (indicator.measure === "yearly-growth" && settings.growthMethod === null)
    return open("growth-method-unset", result);
  return { state: "decided", calculation: result, facts: chosen };
}

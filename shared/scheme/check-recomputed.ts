import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Fact } from "../submission/dossier.ts";
import type { Finding, FindingReason } from "./finding.ts";
import {
  claimsOf,
  evidenceOf,
  type IndicatorFacts,
  mostTrusted,
  qualifierOf,
  textOf,
} from "./indicator-facts.ts";
import { makeFinding } from "./make-finding.ts";
import { type Calculation, type Recomputed, recompute } from "./recompute.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { roundStep, shownStep } from "./shown-step.ts";
import { overlap, rangeOf } from "./value-range.ts";

/** Half of the last digit shown: what rounding alone may explain. */
const slackOf = (fact: Fact): Exact => {
  const soft = qualifierOf(fact) === "about" || qualifierOf(fact) === "expected";
  return (soft ? roundStep(fact.value) : shownStep(textOf(fact), fact.value)).div(2);
};

const agrees = (fact: Fact, calculation: Calculation): boolean => {
  const exact = { low: new Exact(calculation.value), high: new Exact(calculation.value), included: true };
  const range = rangeOf(fact.value, qualifierOf(fact)) ?? rangeOf(fact.value, undefined);
  return range !== null && overlap(range, exact, slackOf(fact));
};

/** Three years in a row are 近三年 in the applicant's own words: the claim must follow from them whatever the notice means. */
const ownThreeYears = (indicator: Indicator, years: readonly number[]): boolean =>
  indicator.measure === "yearly-mean" && years.length === 3 && (years[2] ?? 0) - (years[0] ?? 0) === 2;

type Outcome = { readonly status: "met" | "contradiction" | "to-confirm"; readonly reason?: FindingReason };

function outcome(indicator: Indicator, claims: readonly Fact[], recomputed: Recomputed): Outcome | null {
  if (recomputed.state === "none") return null;
  const { calculation } = recomputed;
  const same = calculation !== null && claims.every((fact) => agrees(fact, calculation));
  if (recomputed.state === "decided") return { status: same ? "met" : "contradiction" };
  const decidable = recomputed.reason === "base-years-unset" && ownThreeYears(indicator, recomputed.years);
  return decidable && !same
    ? { status: "contradiction" }
    : { status: "to-confirm", reason: recomputed.reason };
}

/** A claimed mean or growth rate beside the one its yearly values give, within the rounding that was shown. */
export function checkRecomputed(scheme: Scheme, indicator: Indicator, facts: IndicatorFacts): Finding[] {
  const claims = mostTrusted(claimsOf(indicator, facts));
  const recomputed = recompute(indicator, scheme.settings, facts);
  const result = outcome(indicator, claims, recomputed);
  if (result === null || recomputed.state === "none") return [];
  const { calculation } = recomputed;
  // Of several claims the one that does not follow from the years is what has to be looked at.
  const claim = claims.find((fact) => calculation !== null && !agrees(fact, calculation)) ?? claims[0];
  if (!claim) return [];
  const open = recomputed.state === "open" ? recomputed : null;
  return [
    makeFinding({
      ...result,
      rule: `recomputed:${indicator.id}`,
      kind: "recomputed",
      subject: indicator.name,
      unit: indicator.unit,
      expected: calculation?.shown,
      actual: normalDecimal(claim.value),
      margin: calculation ? normalDecimal(new Exact(claim.value).minus(calculation.shown)) : undefined,
      arithmetic: calculation?.arithmetic,
      params: open ? { years: open.years.join("、"), missing: open.missing.join("、") } : {},
      evidence: evidenceOf([...claims, ...recomputed.facts]),
      source: indicator.source,
    }),
  ];
}

/** A sum over the years beside the yearly values it sums. */
export function checkYearTotal(indicator: Indicator, facts: IndicatorFacts): Finding[] {
  const totals = mostTrusted(facts.totals);
  const years = [...facts.yearly.keys()].sort((one, other) => one - other);
  const values = years.flatMap((year) => mostTrusted(facts.yearly.get(year) ?? []));
  const [total] = totals;
  if (!total || !ownThreeYears(indicator, years) || values.length !== years.length) return [];
  const sum = values.reduce((result, fact) => result.plus(fact.value), new Exact(0));
  const slack = values.reduce((result, fact) => result.plus(slackOf(fact)), slackOf(total));
  if (sum.minus(total.value).abs().lte(slack)) return [];
  return [
    makeFinding({
      rule: `recomputed:${indicator.id}:total`,
      kind: "recomputed",
      status: "contradiction",
      reason: "total",
      subject: indicator.name,
      unit: indicator.unit,
      expected: normalDecimal(sum),
      actual: normalDecimal(total.value),
      margin: normalDecimal(new Exact(total.value).minus(sum)),
      arithmetic: `${values.map((fact) => fact.value).join(" + ")} = ${normalDecimal(sum)}`,
      evidence: evidenceOf([...totals, ...values]),
      source: indicator.source,
    }),
  ];
}

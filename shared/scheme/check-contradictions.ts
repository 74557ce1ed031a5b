import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Dossier, Fact } from "../submission/dossier.ts";
import type { Finding } from "./finding.ts";
import {
  evidenceOf,
  factsByIndicator,
  hasUnitOf,
  type IndicatorFacts,
  qualifierOf,
  textOf,
} from "./indicator-facts.ts";
import { makeFinding } from "./make-finding.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { roundStep, shownStep } from "./shown-step.ts";
import { overlap, rangeOf, type ValueRange } from "./value-range.ts";

interface Statement {
  readonly fact: Fact;
  readonly range: ValueRange;
  readonly step: Exact;
}

/** 预计 speaks of the future; a unit that cannot be converted cannot be compared. */
function statementOf(indicator: Indicator, fact: Fact): Statement[] {
  const qualifier = qualifierOf(fact);
  const comparable =
    indicator.measure === "yearly-growth" ? fact.unit === indicator.unit : hasUnitOf(fact, indicator);
  if (qualifier === "expected" || !comparable) return [];
  const about = qualifier === "about";
  const range = rangeOf(fact.value, about ? undefined : qualifier);
  if (range === null) return [];
  return [{ fact, range, step: about ? roundStep(fact.value) : shownStep(textOf(fact), fact.value) }];
}

/** They agree when rounding the finer one to the digits shown of the coarser one explains the difference. */
const agree = (one: Statement, other: Statement): boolean =>
  overlap(one.range, other.range, Exact.max(one.step, other.step).div(2));

/** A value repeated a hundred times is compared once. */
function distinct(statements: readonly Statement[]): Statement[] {
  const known = new Map<string, Statement>();
  for (const one of statements) {
    const key = [normalDecimal(one.fact.value), qualifierOf(one.fact), one.step.toFixed()].join("|");
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

function compare(indicator: Indicator, facts: readonly Fact[], suffix: string, year?: number): Finding[] {
  const statements = facts.flatMap((fact) => statementOf(indicator, fact));
  const different = distinct(statements);
  const clash = different.some((one, index) =>
    different.slice(index + 1).some((other) => !agree(one, other)),
  );
  if (!clash) return [];
  const values = [...new Set(different.map((one) => normalDecimal(one.fact.value)))].sort((one, other) =>
    new Exact(one).cmp(other),
  );
  return [
    makeFinding({
      rule: `contradiction:${indicator.id}${suffix}`,
      kind: "contradiction",
      status: "contradiction",
      reason: year === undefined ? undefined : "year",
      subject: indicator.name,
      actual: values.join(" / "),
      unit: indicator.unit,
      margin: normalDecimal(new Exact(values.at(-1) ?? 0).minus(values[0] ?? 0)),
      params: { values: values.join("、"), ...(year === undefined ? {} : { year: String(year) }) },
      evidence: evidenceOf(statements.map((one) => one.fact)),
      source: indicator.source,
    }),
  ];
}

/** Different values for one indicator in one submission (table and text, two tables): all that nobody rejected. */
export function checkContradictions(indicator: Indicator, facts: IndicatorFacts): Finding[] {
  const years = [...facts.yearly].sort(([one], [other]) => one - other);
  return [
    ...compare(indicator, facts.claims, ""),
    ...compare(indicator, facts.totals, ":total"),
    ...years.flatMap(([year, values]) => compare(indicator, values, `:${year}`, year)),
  ];
}

/** For each fact of these the values it cannot stand beside, smallest first. */
function rivalsIn(indicator: Indicator, facts: readonly Fact[]): (readonly [string, readonly string[]])[] {
  const statements = facts.flatMap((fact) => statementOf(indicator, fact));
  const different = distinct(statements);
  return statements.flatMap((one) => {
    const rivals = different
      .filter((other) => !agree(one, other))
      .map(({ fact }) => normalDecimal(fact.value));
    const values = [...new Set(rivals)].sort((a, b) => new Exact(a).cmp(b));
    return values.length === 0 ? [] : [[one.fact.id, values] as const];
  });
}

/**
 * Values of a submission that contradict each other, by the id of the fact: the same comparison that makes the finding
 * `contradiction`, for whoever is about to take a value for sure. Rejected facts and targets contradict nothing.
 */
export function contradictedFacts(
  scheme: Pick<Scheme, "indicators" | "settings">,
  dossier: Dossier,
): ReadonlyMap<string, readonly string[]> {
  const facts = factsByIndicator(scheme.indicators, dossier, scheme.settings.boundWords);
  return new Map(
    scheme.indicators.flatMap((indicator) => {
      const own = facts.get(indicator.id);
      if (!own) return [];
      return [own.claims, own.totals, ...own.yearly.values()].flatMap((group) => rivalsIn(indicator, group));
    }),
  );
}

/** A value that looks like the indicator and is another one, e.g. a number of patents that is not per 10,000 people. */
export function checkConfused(indicator: Indicator, facts: IndicatorFacts): Finding[] {
  const [first] = facts.confused;
  if (!first) return [];
  const values = [...new Set(facts.confused.map((fact) => normalDecimal(fact.value)))];
  return [
    makeFinding({
      rule: `confused-indicator:${indicator.id}`,
      kind: "confused-indicator",
      status: "to-confirm",
      subject: indicator.name,
      actual: values.join(" / "),
      unit: indicator.unit,
      params: { note: indicator.confusedWith.map((other) => other.note).join("") },
      evidence: evidenceOf(facts.confused),
      source: indicator.source,
    }),
  ];
}

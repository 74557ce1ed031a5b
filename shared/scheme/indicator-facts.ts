import { Exact } from "../scoring/decimal.ts";
import type { Dossier, Fact } from "../submission/dossier.ts";
import type { Qualifier } from "../submission/fact.ts";
import { byText } from "../text/by-text.ts";
import { parseUnit } from "../text/unit.ts";
import { confusionOf } from "./match.ts";
import type { Indicator, Scheme } from "./scheme.ts";

/** How far a fact may be relied on: a person's word, a sure reading, an open question. */
export const trustOf = (fact: Fact): 0 | 1 | 2 => {
  if (fact.state === "confirmed" || fact.state === "corrected" || fact.state === "typed") return 2;
  return fact.state === "read" && fact.read?.sure !== false ? 1 : 0;
};

/** Words beside the number; a number a person entered stands for itself. */
export const qualifierOf = (fact: Fact): Qualifier | undefined =>
  fact.state === "corrected" || fact.state === "typed" ? undefined : fact.read?.qualifier;

export const textOf = (fact: Fact): string =>
  fact.state === "corrected" || fact.state === "typed" ? "" : (fact.read?.evidence.text ?? "");

export const evidenceOf = (facts: readonly Fact[]) => facts.map((fact) => fact.read?.evidence);

/** Two facts that say the same are told apart by their place, so that the order they came in never decides. */
function byPlace(one: Fact, other: Fact): number {
  const [here, there] = [one.read?.evidence, other.read?.evidence];
  return (
    byText(here?.file ?? "", there?.file ?? "") ||
    byText(here?.block ?? "", there?.block ?? "") ||
    byText(here?.cell ?? "", there?.cell ?? "") ||
    (here?.start ?? -1) - (there?.start ?? -1) ||
    byText(one.state, other.state) ||
    byText(one.id, other.id)
  );
}

const sortFacts = (facts: readonly Fact[]): Fact[] =>
  [...facts].sort(
    (one, other) =>
      trustOf(other) - trustOf(one) || new Exact(one.value).cmp(other.value) || byPlace(one, other),
  );

/** The facts in the class a verdict rests on: a person's word if there is one, else sure readings, else questions. */
export function mostTrusted(facts: readonly Fact[]): Fact[] {
  const trust = Math.max(0, ...facts.map(trustOf));
  return facts.filter((fact) => trustOf(fact) === trust);
}

/** Same dimension and size as the indicator's unit; 家 answers 个, 人次 does not answer 人. */
export function hasUnitOf(fact: Fact, indicator: Indicator): boolean {
  if (fact.unit === indicator.unit) return true;
  const [own, asked] = [parseUnit(fact.unit), parseUnit(indicator.unit)];
  return own !== null && asked !== null && own.dimension === asked.dimension && own.factor.eq(asked.factor);
}

const totalWords = /累计|合计|共计|总计|总共/;
const meanWords = /年均|平均|每年|均值/;

/** 近三年累计带动就业27360人 is not a yearly mean, and must never be compared as one. */
function isTotal(fact: Fact, indicator: Indicator): boolean {
  if (indicator.measure === "stock") return false;
  if (fact.state !== "corrected" && fact.read?.doubt === "total-not-mean") return true;
  return (
    indicator.measure === "yearly-mean" && totalWords.test(textOf(fact)) && !meanWords.test(textOf(fact))
  );
}

const isConfused = (fact: Fact, indicator: Indicator): boolean =>
  trustOf(fact) < 2 &&
  indicator.confusedWith.length > 0 &&
  (/^confus/.test(fact.read?.doubt ?? "") || confusionOf(indicator, clauseOf(fact)) !== null);

/** The clause the number stands in: a paragraph may name the indicator and its look-alike one after the other. */
function clauseOf(fact: Fact): string {
  const text = textOf(fact).replace(/(?<=\d)[,，](?=\d{3})/g, "");
  const digits = fact.value.replace(/\.0+$/, "");
  return text.split(/[，。；;,\n]/).find((clause) => clause.includes(digits)) ?? text;
}

/** What a submission says about one indicator, sorted by what kind of statement it is. */
export interface IndicatorFacts {
  /** Values without a year: the claimed mean, rate or number. */
  readonly claims: readonly Fact[];
  /** Sums over several years. */
  readonly totals: readonly Fact[];
  readonly yearly: ReadonlyMap<number, readonly Fact[]>;
  /** Look-alikes of the indicator (`confusedWith`). */
  readonly confused: readonly Fact[];
}

function sortOut(indicator: Indicator, facts: readonly Fact[]): IndicatorFacts {
  const confused = facts.filter((fact) => isConfused(fact, indicator));
  const rest = facts.filter((fact) => !confused.includes(fact));
  const undated = rest.filter((fact) => fact.year === undefined);
  const yearly = new Map<number, Fact[]>();
  for (const fact of rest) {
    if (fact.year === undefined) continue;
    yearly.set(fact.year, [...(yearly.get(fact.year) ?? []), fact]);
  }
  return {
    claims: undated.filter((fact) => !isTotal(fact, indicator)),
    totals: undated.filter((fact) => isTotal(fact, indicator)),
    yearly,
    confused,
  };
}

const included =
  /不少于|不低于|不小于|至少|最低|≥|>=|不超过|不高于|不多于|不大于|至多|最多|≤|<=|含本数|\(含\)|（含）/;

/**
 * 以上 and 以下 without the number itself, where the scheme says so; 不少于 and 不超过 always hold it. The words of the document stay as they
 * are: only what they count as changes.
 */
function excludeBounds(fact: Fact): Fact {
  const { read } = fact;
  const clause = clauseOf(fact);
  if (read === null || included.test(clause)) return fact;
  if (read.qualifier === "at-least" && clause.includes("以上"))
    return { ...fact, read: { ...read, qualifier: "more-than" } };
  return read.qualifier === "at-most" && /以下|以内/.test(clause)
    ? { ...fact, read: { ...read, qualifier: "less-than" } }
    : fact;
}

/** Facts in force by indicator. Rejected facts, targets and the notice's own requirements are no values. */
export function factsByIndicator(
  indicators: readonly Indicator[],
  dossier: Dossier,
  boundWords: Scheme["settings"]["boundWords"] = "inclusive",
): ReadonlyMap<string, IndicatorFacts> {
  const inForce = sortFacts(
    dossier.facts
      .filter((fact) => fact.role === "value" && fact.state !== "rejected")
      .map((fact) => (boundWords === "exclusive" ? excludeBounds(fact) : fact)),
  );
  const byKey = Map.groupBy(inForce, (fact) => fact.key);
  return new Map(
    indicators.map((indicator) => [indicator.id, sortOut(indicator, byKey.get(indicator.id) ?? [])]),
  );
}

/** A stock is often dated (截至2020年底): without an undated value the latest year speaks. */
export function claimsOf(indicator: Indicator, facts: IndicatorFacts): readonly Fact[] {
  if (indicator.measure !== "stock" || facts.claims.length > 0 || facts.yearly.size === 0)
    return facts.claims;
  return facts.yearly.get(Math.max(...facts.yearly.keys())) ?? [];
}

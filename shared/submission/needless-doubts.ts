import type { ReadFact } from "./fact.ts";

/** Readings that are worth a question only while nothing better was found. */
const weak = new Set([
  "confused-indicator",
  "far-words",
  "wider-area",
  "part-of",
  "single-year-growth",
  "mean-or-total",
]);

/**
 * Leaves out look-alikes, parts and far-fetched readings of an indicator that was also read for certain: they would only
 * be questions whose answer is known. Every other candidate stays.
 */
export function dropNeedlessDoubts(facts: readonly ReadFact[]): ReadFact[] {
  const certain = new Set(facts.filter((fact) => fact.sure && fact.role === "value").map((fact) => fact.key));
  return facts.filter((fact) => fact.doubt === undefined || !weak.has(fact.doubt) || !certain.has(fact.key));
}

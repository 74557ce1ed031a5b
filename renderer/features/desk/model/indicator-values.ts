import type { Fact } from "../../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";

/** Each block or cell once: three values out of one sentence lead to the same place. */
export function distinctPlaces(evidence: readonly Evidence[]): Evidence[] {
  const places = new Map<string, Evidence>();
  for (const place of evidence) {
    const key = `${place.sha256} ${place.block} ${place.cell ?? ""}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

/** Values by year, oldest first; a year given twice with the same value once, with different values each. */
export function yearlyValues(facts: readonly Fact[]): { readonly year: number; readonly value: string }[] {
  const values = new Map<string, { year: number; value: string }>();
  for (const { year, value } of facts) {
    if (year !== undefined) values.set(`${year} ${value}`, { year, value });
  }
  return [...values.values()].sort((one, other) => one.year - other.year);
}

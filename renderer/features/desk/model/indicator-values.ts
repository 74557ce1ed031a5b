import type { DeskEntry } from "../../../../shared/contract/sheet.ts";
import type { Finding } from "../../../../shared/scheme/finding.ts";
import { Exact } from "../../../../shared/scoring/decimal.ts";
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

export interface OtherValue {
  readonly submission: string;
  readonly name: string;
  readonly value: string;
  readonly status: Finding["status"];
}

export const isAbove = (one: string, other: string): boolean => new Exact(one).greaterThan(other);

/** What the check counted for the same indicator of the other applicants, the highest first; not reported is left out. */
export function valuesOfOthers(
  indicator: string,
  others: readonly DeskEntry[],
  checked: readonly { readonly submission: string; readonly findings: readonly Finding[] }[],
): OtherValue[] {
  return others
    .flatMap(({ submission, name }) => {
      const findings = checked.find((entry) => entry.submission === submission)?.findings ?? [];
      const found = findings.find((finding) => finding.rule === `threshold:${indicator}`);
      return found?.actual === undefined
        ? []
        : [{ submission, name, value: found.actual, status: found.status }];
    })
    .sort((one, other) => new Exact(other.value).comparedTo(one.value));
}

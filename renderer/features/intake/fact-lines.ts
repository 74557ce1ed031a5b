import type { Indicator } from "../../../shared/scheme/scheme.ts";
import {
  type Dossier,
  type Fact,
  type FactState,
  type IdentityField,
  type IdentityValue,
  identityFields,
} from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";

/** One line of what was read, as the keyboard walks it. */
export type FactLine =
  | {
      readonly kind: "identity";
      readonly key: string;
      readonly field: IdentityField;
      /** `null`: nothing was read and nothing typed. */
      readonly value: IdentityValue | null;
    }
  | { readonly kind: "fact"; readonly key: string; readonly fact: Fact };

export interface FactGroup {
  readonly indicator: Indicator | null;
  readonly key: string;
  readonly lines: readonly FactLine[];
}

export const identityLines = (dossier: Dossier): FactLine[] =>
  identityFields.map((field) => ({
    kind: "identity",
    key: `identity:${field}`,
    field,
    value: dossier.identity[field],
  }));

const byYear = (a: Fact, b: Fact): number => (a.year ?? Number.MAX_VALUE) - (b.year ?? Number.MAX_VALUE);

/** Facts under their indicator, in the order of the notice; yearly values in the order of the years. */
export function factGroups(facts: readonly Fact[], indicators: readonly Indicator[]): FactGroup[] {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const keys = [...new Set([...known.keys(), ...facts.map((fact) => fact.key)])];
  return keys.flatMap((key) => {
    const own = facts.filter((fact) => fact.key === key).sort(byYear);
    if (own.length === 0) return [];
    const lines = own.map((fact): FactLine => ({ kind: "fact", key: fact.id, fact }));
    return [{ indicator: known.get(key) ?? null, key, lines }];
  });
}

export const stateOf = (line: FactLine): FactState =>
  line.kind === "fact" ? line.fact.state : (line.value?.state ?? "to-confirm");

export const evidenceOf = (line: FactLine): Evidence | null =>
  line.kind === "fact" ? (line.fact.read?.evidence ?? null) : (line.value?.evidence ?? null);

/** A line that can be accepted as it was read. */
export const isAcceptable = (line: FactLine): boolean => {
  const state = stateOf(line);
  return (state === "read" || state === "to-confirm") && !(line.kind === "identity" && line.value === null);
};

export interface Confirmation {
  readonly facts: string[];
  readonly identity: IdentityField[];
}

/** Values that contradict each other, by the id of the fact. */
export type Contradicted = ReadonlyMap<string, readonly string[]>;

/** Everything the reader was sure of and nobody has looked at yet; of two values that contradict each other, none. */
export const sureOnes = (dossier: Dossier, contradicted: Contradicted): Confirmation => ({
  facts: dossier.facts
    .filter((fact) => fact.state === "read" && !contradicted.has(fact.id))
    .map((fact) => fact.id),
  identity: identityFields.filter((field) => dossier.identity[field]?.state === "read"),
});

export const confirmationOf = (line: FactLine): Confirmation =>
  line.kind === "fact" ? { facts: [line.fact.id], identity: [] } : { facts: [], identity: [line.field] };

const holds = (outer: Evidence, inner: Evidence): boolean => {
  if (outer.start === undefined || outer.end === undefined) return true;
  if (inner.start === undefined || inner.end === undefined) return true;
  return inner.start <= outer.end && inner.end >= outer.start;
};

/** The line that was read at a place of a document: where the spans touch, else any of the same paragraph or cell. */
export function lineAt(dossier: Dossier, place: Evidence): FactLine | null {
  const lines = [
    ...dossier.facts.map((fact): FactLine => ({ kind: "fact", key: fact.id, fact })),
    ...identityLines(dossier),
  ];
  const near = lines.filter((line) => {
    const evidence = evidenceOf(line);
    return (
      evidence !== null &&
      evidence.sha256 === place.sha256 &&
      evidence.block === place.block &&
      evidence.cell === place.cell
    );
  });
  const touching = near.find((line) => {
    const evidence = evidenceOf(line);
    return evidence !== null && holds(evidence, place);
  });
  return touching ?? near[0] ?? null;
}

import type { Dossier } from "../submission/dossier.ts";
import { organisationName } from "../text/organisation-name.ts";
import { byNumber, nameOf } from "./check-quotas.ts";
import { findCity } from "./city-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { Scheme } from "./scheme.ts";

/** Names of one unit that rules of spelling cannot see to be one: each group is one unit. */
export type AliasGroups = readonly (readonly string[])[];

interface Named {
  readonly dossier: Dossier;
  readonly city: string;
  readonly sure: readonly string[];
  readonly loose: readonly string[];
}

function aliasIndex(aliases: AliasGroups): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  for (const group of aliases) {
    const keys = group.flatMap((name) => organisationName(name).keys);
    for (const key of keys) index.set(key, keys);
  }
  return index;
}

function prepare(scheme: Scheme, dossiers: readonly Dossier[], aliases: AliasGroups): Named[] {
  const index = aliasIndex(aliases);
  return dossiers.flatMap((dossier) => {
    const value = dossier.identity.name?.value ?? "";
    if (value.trim() === "") return [];
    const city = dossier.identity.city?.value ?? "";
    const name = organisationName(value, city);
    const sure = name.keys.flatMap((key) => [key, ...(index.get(key) ?? [])]);
    return { dossier, city: findCity(scheme.cities, city) ?? city, sure, loose: [...sure, ...name.outline] };
  });
}

/** Groups that share a key, directly or over another submission. */
function grouped(named: readonly Named[], keysOf: (one: Named) => readonly string[]): Named[][] {
  const parent = named.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const first = new Map<string, number>();
  for (const [index, one] of named.entries()) {
    for (const key of keysOf(one)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parent[rootOf(index)] = rootOf(known);
    }
  }
  const groups = Map.groupBy(named.entries(), ([index]) => rootOf(index));
  return [...groups.values()]
    .map((entries) => entries.map(([, one]) => one))
    .filter((group) => group.length > 1);
}

function report(group: readonly Named[], certain: boolean): Finding {
  const dossiers = group.map((one) => one.dossier).sort(byNumber);
  // 鼓楼区 is the name of several districts: two cities make it a question.
  const cities = new Set(group.map((one) => one.city).filter((city) => city !== ""));
  const sure =
    certain && cities.size <= 1 && dossiers.every((one) => one.identity.name?.state !== "to-confirm");
  const [first] = dossiers;
  return makeFinding({
    rule: `duplicate:${dossiers.map((dossier) => dossier.number).join("+")}`,
    kind: "duplicate",
    status: sure ? "not-met" : "to-confirm",
    reason: sure ? undefined : "similar",
    subject: first ? nameOf(first) : "",
    actual: String(dossiers.length),
    params: {
      count: String(dossiers.length),
      names: [...new Set(dossiers.map(nameOf))].join("、"),
      numbers: dossiers.map((dossier) => dossier.number).join("、"),
    },
    evidence: dossiers.map((dossier) => dossier.identity.name?.evidence),
    submissions: dossiers.map((dossier) => dossier.submission),
  });
}

/** One applicant in two submissions, by normalised name and alias. Linear in the number of submissions. */
export function checkDuplicates(
  scheme: Scheme,
  dossiers: readonly Dossier[],
  aliases: AliasGroups = [],
): Finding[] {
  const named = prepare(scheme, [...dossiers].sort(byNumber), aliases);
  const certain = grouped(named, (one) => one.sure);
  const known = new Set(certain.map((group) => idOf(group)));
  const loose = grouped(named, (one) => one.loose).filter((group) => !known.has(idOf(group)));
  return [...certain.map((group) => report(group, true)), ...loose.map((group) => report(group, false))];
}

const idOf = (group: readonly Named[]): string =>
  group
    .map((one) => one.dossier.submission)
    .sort()
    .join("|");

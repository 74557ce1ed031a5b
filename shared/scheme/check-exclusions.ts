import type { Dossier } from "../submission/dossier.ts";
import {
  compareNames,
  type NameRelation,
  type OrganisationName,
  organisationName,
} from "../text/organisation-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { RegistryEntry } from "./registry.ts";
import type { Scheme } from "./scheme.ts";

/** The register with its names prepared, once for a whole round: every name a base has stands for it. */
export type PreparedRegistry = readonly {
  readonly entry: RegistryEntry;
  readonly names: readonly OrganisationName[];
}[];

export const prepareRegistry = (registry: readonly RegistryEntry[]): PreparedRegistry =>
  registry.map((entry) => ({
    entry,
    names: [entry.name, ...(entry.aliases ?? [])].map((name) => organisationName(name)),
  }));

/** The nearest relation any of the names has. */
function relationOf(name: OrganisationName, names: readonly OrganisationName[]): NameRelation {
  let nearest: NameRelation = "different";
  for (const known of names) {
    const relation = compareNames(name, known);
    if (relation === "same") return relation;
    if (relation === "similar") nearest = relation;
  }
  return nearest;
}

type Exclusion = Scheme["exclusions"][number];

function checkExclusion(exclusion: Exclusion, dossier: Dossier, registry: PreparedRegistry): Finding[] {
  const identity = dossier.identity.name;
  if (identity === null || identity.value.trim() === "") return [];
  const name = organisationName(identity.value, dossier.identity.city?.value ?? "");
  const same: RegistryEntry[] = [];
  const similar: RegistryEntry[] = [];
  let count = 0;
  for (const { entry, names } of registry) {
    if (entry.register !== exclusion.register) continue;
    count += 1;
    const relation = relationOf(name, names);
    if (relation === "same") same.push(entry);
    else if (relation === "similar") similar.push(entry);
  }
  const entries = same.length > 0 ? same : similar;
  const base = {
    rule: `exclusion:${exclusion.id}`,
    kind: "exclusion",
    subject: identity.value,
    evidence: [identity.evidence],
    source: exclusion.source,
    params: {
      bases: entries.map((entry) => entry.name).join("、"),
      lists: [...new Set(entries.map((entry) => entry.source))].join("；"),
      count: String(count),
      register: exclusion.register,
    },
  } as const;
  // Nobody is cleared by a list that is not there.
  if (count === 0) return [makeFinding({ ...base, status: "to-confirm", reason: "list-missing" })];
  const unsure = identity.state === "to-confirm";
  // A name nobody has confirmed yet is not cleared by not being listed.
  if (entries.length === 0 && unsure)
    return [makeFinding({ ...base, status: "to-confirm", reason: "unconfirmed" })];
  if (entries.length === 0) return [makeFinding({ ...base, status: "met" })];
  const actual = base.params.bases;
  if (same.length === 0) return [makeFinding({ ...base, actual, status: "to-confirm", reason: "similar" })];
  if (entries.every((entry) => entry.removed === true))
    return [makeFinding({ ...base, actual, status: "to-confirm", reason: "removed" })];
  if (exclusion.effect === "ask")
    return [makeFinding({ ...base, actual, status: "to-confirm", reason: "listed-ask" })];
  // Nor does it shut an applicant out.
  return [makeFinding({ ...base, actual, status: unsure ? "to-confirm" : "not-allowed", reason: "listed" })];
}

/**
 * Is the applicant in a register the scheme speaks of? The same name has the rule's effect (`exclude` → not allowed, `ask` → to
 * confirm); a name that holds the other, such as a park inside a listed district, is always for a person to decide.
 */
export const checkExclusions = (scheme: Scheme, dossier: Dossier, registry: PreparedRegistry): Finding[] =>
  scheme.exclusions.flatMap((exclusion) => checkExclusion(exclusion, dossier, registry));

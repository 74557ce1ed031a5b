import {
  compareNames,
  type OrganisationName,
  organisationName,
} from "../../shared/text/organisation-name.ts";
import { listRoundAliases } from "../db/aliases.ts";
import type { StoredExpert } from "../db/experts.ts";
import type { StoredRound } from "../db/rounds.ts";
import type { Context } from "./context.ts";

/** Every name an applicant goes by, ready to be compared. */
export type NamesOfApplicant = readonly OrganisationName[];

type Units = Pick<StoredExpert, "employer" | "avoid">;

/** The employer and the units to avoid. */
export const unitsOf = (expert: Units): string[] =>
  [expert.employer, ...expert.avoid].filter((unit) => unit !== "");

/**
 * Submission → other names of its applicant: short names its papers give it, and names the registers know it under. An expert's laptop
 * has the first from the pack.
 */
export function aliasesOf(context: Context, round: StoredRound): ReadonlyMap<string, readonly string[]> {
  if (round.guest !== null) return new Map(Object.entries(round.guest.aliases ?? {}));
  const named = Map.groupBy(listRoundAliases(context.db, round.id), ({ submission }) => submission);
  return new Map([...named].map(([submission, rows]) => [submission, rows.map(({ alias }) => alias)]));
}

/** Names as they were prepared, by name and city: those of a round are compared each time the list of applicants is shown. */
const preparedNames = new WeakMap<Context, Map<string, OrganisationName>>();

/** More than the names of the largest rounds; only then is begun anew. */
const MOST_NAMES = 20_000;

function prepared(context: Context): typeof organisationName {
  const there = preparedNames.get(context);
  const names = there === undefined || there.size > MOST_NAMES ? new Map<string, OrganisationName>() : there;
  if (names !== there) preparedNames.set(context, names);
  return (name, city = "") => {
    const key = `${city}\n${name}`;
    const known = names.get(key) ?? organisationName(name, city);
    names.set(key, known);
    return known;
  };
}

/** Names the registers hold one base under, by each key of each of them. */
export function registerNames(context: Context): (name: string, city: string) => readonly string[] {
  const byKey = new Map<string, readonly string[]>();
  const prepare = prepared(context);
  for (const { name, aliases = [] } of context.registry) {
    if (aliases.length === 0) continue;
    const names = [name, ...aliases];
    for (const key of names.flatMap((one) => prepare(one).keys)) byKey.set(key, names);
  }
  return (name, city) => prepare(name, city).keys.flatMap((key) => byKey.get(key) ?? []);
}

type Relation = ReturnType<typeof compareNames>;

/** The units of an expert are prepared once for all applicants. */
function findUnit(expert: Units, counts: (relation: Relation) => boolean) {
  const units = unitsOf(expert).map((unit) => ({ unit, asked: organisationName(unit) }));
  return (applicant: NamesOfApplicant): string | null =>
    units.find(({ asked }) => applicant.some((name) => counts(compareNames(asked, name))))?.unit ?? null;
}

/** The unit that suggests 回避: a name of the applicant is that of the employer or of a unit to avoid, or looks like it. */
export const conflictFinder = (expert: Units) => findUnit(expert, (relation) => relation !== "different");

/** The same unit by normalised name or alias: such an applicant is never assigned. A mere likeness is for people to judge. */
export const certainConflictFinder = (expert: Units) => findUnit(expert, (relation) => relation === "same");

/** What the applicants of a round are called: by name, by the short names of their papers, by the registers. */
export function namedApplicants(
  context: Context,
  round: StoredRound,
): (submission: { readonly id: string; readonly name: string; readonly city: string }) => NamesOfApplicant {
  const own = aliasesOf(context, round);
  const registered = registerNames(context);
  const prepare = prepared(context);
  return ({ id, name, city }) =>
    [...new Set([name, ...(own.get(id) ?? []), ...registered(name, city)])].map((one) => prepare(one, city));
}

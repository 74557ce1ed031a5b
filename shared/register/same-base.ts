import {
  compareNames,
  type NameRelation,
  type OrganisationName,
  organisationName,
} from "../text/organisation-name.ts";

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly city: string;
}

const order: readonly NameRelation[] = ["same", "similar", "different"];

const prepared = new WeakMap<Named, readonly OrganisationName[]>();

/** Worked out once for each: every row of a list is compared with every other. */
function namesOf(named: Named): readonly OrganisationName[] {
  const known = prepared.get(named);
  if (known !== undefined) return known;
  const { name, aliases = [], city } = named;
  const names = [name, ...aliases].map((one) => organisationName(one, city));
  prepared.set(named, names);
  return names;
}

/** The nearest relation between any names of two bases; the city helps where a name leaves it out (青秀区, 南宁市青秀区). */
export function relateBases(one: Named, other: Named): NameRelation {
  const names = namesOf(other);
  const own = namesOf(one);
  const relations = new Set(own.flatMap((mine) => names.map((name) => compareNames(mine, name))));
  return order.find((relation) => relations.has(relation)) ?? "different";
}

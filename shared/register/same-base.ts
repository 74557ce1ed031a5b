import { compareNames, type NameRelation, organisationName } from "../text/organisation-name.ts";

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly city: string;
}

const order: readonly NameRelation[] = ["same", "similar", "different"];

const namesOf = ({ name, aliases = [], city }: Named) =>
  [name, ...aliases].map((one) => organisationName(one, city));

/** The nearest relation between any names of two bases; the city helps where a name leaves it out (青秀区, 南宁市青秀区). */
export function relateBases(one: Named, other: Named): NameRelation {
  const names = namesOf(other);
  const own = namesOf(one);
  return (
    order.find((relation) =>
      own.some((mine) => names.some((name) => compareNames(mine, name) === relation)),
    ) ?? "different"
  );
}

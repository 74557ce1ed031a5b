import type { RegisterCount } from "../scheme/scheme.ts";
import type { Base } from "./base.ts";

const isWithin = (base: Base, place: string): boolean =>
  place === "" || [base.name, base.province, base.city].some((text) => text.includes(place));

/**
 * Bases that count towards a target, those that lost the title left out. `null` when no list of this level and place is in the
 * program: nothing known is not 0.
 */
export function countBases(bases: readonly Base[], count: RegisterCount): Base[] | null {
  const known = bases.filter((base) => base.level === count.level && isWithin(base, count.within));
  if (known.length === 0) return null;
  return known.filter(
    (base) => base.status !== "removed" && (count.direction === null || base.direction === count.direction),
  );
}

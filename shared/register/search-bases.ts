import type { DirectionId, SubjectId } from "../scheme/scheme.ts";
import { compact } from "../text/normalise-text.ts";
import type { Base, BaseLevel, BaseStatus } from "./base.ts";

/** `null` and the empty text ask for nothing. */
export interface BaseQuery {
  readonly text: string;
  readonly register: string | null;
  readonly level: BaseLevel | null;
  readonly direction: DirectionId | null;
  readonly subject: SubjectId | null;
  readonly status: BaseStatus | null;
}

const says = (asked: string | null, value: string | null): boolean => asked === null || asked === value;

/** Bases whose name, another name, city, province or batch holds every word of the text, in the order they came. */
export function searchBases(bases: readonly Base[], query: BaseQuery): Base[] {
  const words = query.text
    .split(/\s+/)
    .map(compact)
    .filter((word) => word !== "");
  return bases.filter((base) => {
    const text = compact([base.name, ...base.aliases, base.province, base.city, base.batch].join(" "));
    return (
      words.every((word) => text.includes(word)) &&
      says(query.register, base.register) &&
      says(query.level, base.level) &&
      says(query.direction, base.direction) &&
      says(query.subject, base.subject) &&
      says(query.status, base.status)
    );
  });
}

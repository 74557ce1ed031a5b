import { findCity } from "../../shared/scheme/city-name.ts";
import { type SubjectId, subjectIds } from "../../shared/scheme/scheme.ts";
import type { RankGroup } from "../../shared/scoring/rank-group.ts";
import type { Ranking, RankRow } from "../../shared/scoring/ranking.ts";
import { type GroupNames, groupName } from "./group-name.ts";

/** `administrative`: the order in which such lists are published; `score`: the order of the panel. */
export type ListOrder = "administrative" | "score";

export interface ListEntry {
  readonly name: string;
  readonly subject: SubjectId | null;
}

export interface ListGroup {
  readonly direction: RankGroup;
  readonly entries: readonly ListEntry[];
}

/** After the annex of 国办发〔2020〕51号: places first, in administrative order; universities, institutes and enterprises after them. */
const subjectOrder: readonly (SubjectId | null)[] = ["region", "university", "institute", "enterprise", null];

/**
 * Recommended applicants by direction; directions with none are left out. `cities` in administrative order. Where the notice knows no
 * directions, the published list goes by the notice's types; in the order of the panel all stay together.
 */
export function recommendedGroups(
  ranking: Ranking,
  cities: readonly string[],
  order: ListOrder,
  names: GroupNames = {},
): ListGroup[] {
  return ranking.directions.flatMap(({ direction, rows }) => {
    const recommended = rows.filter((row) => row.place === "recommended");
    if (recommended.length === 0) return [];
    const sorted = order === "score" ? recommended : administrative(recommended, cities);
    const entries = sorted.map(({ name, subject }) => ({ name, subject }));
    return direction === "all" && order === "administrative"
      ? byType(entries, names)
      : [{ direction, entries }];
  });
}

/** One group a type of the notice: 高校 and 科研院所 are one where the notice takes them together. */
function byType(entries: readonly ListEntry[], names: GroupNames): ListGroup[] {
  const types = Map.groupBy(subjectIds, (subject) => groupName(names, subject));
  const untyped = entries.filter((entry) => entry.subject === null);
  return [
    ...[...types.values()].flatMap((subjects) => {
      const own = entries.filter((entry) => entry.subject !== null && subjects.includes(entry.subject));
      return own.length === 0 || subjects[0] === undefined ? [] : [{ direction: subjects[0], entries: own }];
    }),
    ...(untyped.length === 0 ? [] : [{ direction: "all" as const, entries: untyped }]),
  ];
}

function administrative(rows: readonly RankRow[], cities: readonly string[]): RankRow[] {
  const cityRank = (city: string): number => {
    const at = cities.indexOf(findCity(cities, city) ?? "");
    return at < 0 ? cities.length : at;
  };
  return [...rows].sort(
    (one, other) =>
      subjectOrder.indexOf(one.subject) - subjectOrder.indexOf(other.subject) ||
      cityRank(one.city) - cityRank(other.city) ||
      one.number - other.number,
  );
}

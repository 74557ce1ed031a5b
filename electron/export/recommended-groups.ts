import { findCity } from "../../shared/scheme/city-name.ts";
import type { DirectionId, SubjectId } from "../../shared/scheme/scheme.ts";
import type { Ranking, RankRow } from "../../shared/scoring/ranking.ts";

/** `administrative`: the order in which such lists are published; `score`: the order of the panel. */
export type ListOrder = "administrative" | "score";

export interface ListEntry {
  readonly name: string;
  readonly subject: SubjectId | null;
}

export interface ListGroup {
  readonly direction: DirectionId;
  readonly entries: readonly ListEntry[];
}

/** After the annex of 国办发〔2020〕51号: places first, in administrative order; universities, institutes and enterprises after them. */
const subjectOrder: readonly (SubjectId | null)[] = ["region", "university", "institute", "enterprise", null];

/** Recommended applicants by direction; directions with none are left out. `cities` in administrative order. */
export function recommendedGroups(
  ranking: Ranking,
  cities: readonly string[],
  order: ListOrder,
): ListGroup[] {
  return ranking.directions.flatMap(({ direction, rows }) => {
    const recommended = rows.filter((row) => row.place === "recommended");
    if (recommended.length === 0) return [];
    const sorted = order === "score" ? recommended : administrative(recommended, cities);
    return [{ direction, entries: sorted.map(({ name, subject }) => ({ name, subject })) }];
  });
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

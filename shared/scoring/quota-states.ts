import type { DirectionId, Quota } from "../scheme/scheme.ts";
import { byText } from "../text/by-text.ts";
import type { QuotaState, RankRow } from "./ranking.ts";

/** What a quota counts by; without a place, before anything is ranked, nobody is recommended. */
type Counted = Pick<RankRow, "city" | "subject"> & Partial<Pick<RankRow, "place">>;

/** Cities a quota applies to: the ones it names, or every city no quota names (the scheme's and the submissions'). */
function citiesOf(
  quota: Quota,
  quotas: readonly Quota[],
  cities: readonly string[],
  rows: readonly Counted[],
) {
  if (quota.cities !== null) return quota.cities;
  const named = new Set(quotas.flatMap((other) => other.cities ?? []));
  const foreign = rows.map((row) => row.city).filter((city) => city !== "" && !cities.includes(city));
  return [...cities, ...[...new Set(foreign)].sort(byText)].filter((city) => !named.has(city));
}

/**
 * Counts beside each quota, for every city it applies to and, where the quota is per direction, for every direction. Only
 * counts: who has to go is for people to say. A submission without a direction counts in no per-direction quota.
 */
export function quotaStates<Row extends Counted>(
  quotas: readonly Quota[],
  cities: readonly string[],
  directions: readonly DirectionId[],
  rows: readonly Row[],
  directionOf: (row: Row) => DirectionId | null,
): QuotaState[] {
  return quotas.flatMap((quota) =>
    citiesOf(quota, quotas, cities, rows).flatMap((city) =>
      (quota.perDirection ? directions : [null]).map((direction) => {
        const counted = rows.filter(
          (row) =>
            row.city === city &&
            (quota.subject === null || row.subject === quota.subject) &&
            (direction === null || directionOf(row) === direction),
        );
        return {
          quota: quota.id,
          city,
          subject: quota.subject,
          direction,
          max: quota.max,
          submitted: counted.length,
          recommended: counted.filter((row) => row.place === "recommended").length,
        };
      }),
    ),
  );
}

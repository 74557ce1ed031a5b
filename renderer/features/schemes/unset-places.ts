import { type Scheme, subjectIds } from "../../../shared/scheme/scheme.ts";

export interface UnsetPlaces {
  readonly thresholds: number;
  readonly maxima: number;
  readonly deadline: boolean;
  readonly definitions: number;
}

/** What a scheme leaves open; none of it is ever taken as 0. */
export function unsetPlaces(scheme: Scheme): UnsetPlaces {
  const { baseYears, growthMethod, outlineTolerance } = scheme.settings;
  return {
    thresholds: scheme.indicators.reduce(
      (sum, indicator) =>
        sum + subjectIds.filter((subject) => indicator.thresholds[subject]?.value === null).length,
      0,
    ),
    maxima: scheme.scoreSheet.items.filter((item) => item.max === null).length,
    deadline: scheme.deadline === null && (scheme.purpose ?? "review") === "review",
    definitions: [baseYears, growthMethod, outlineTolerance].filter((value) => value === null).length,
  };
}

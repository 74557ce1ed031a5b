import { Exact } from "../scoring/decimal.ts";
import { showThreshold } from "./check-threshold.ts";
import { gradingOf, type RoundGrading } from "./round-grading.ts";
import { DecimalString, type Indicator, type Scheme, type SubjectId, type Threshold } from "./scheme.ts";

/** What a clerk sets for a round where the notice leaves it open (part of the contract's `RoundSettings`). */
export interface SchemeSettings {
  /** `<indicator>/<subject>` → value in the indicator's unit; `null` or absent: still unset. */
  readonly thresholds: Readonly<Record<string, string | null>>;
  readonly baseYears: readonly number[] | null;
  readonly growthMethod: "arithmetic" | "compound" | null;
  /** Percent. */
  readonly outlineTolerance: string | null;
  /** 以上 and 以下 in this round; left out: as the notice's scheme says. */
  readonly boundWords?: Scheme["settings"]["boundWords"];
  /** Grades of this round; used only where the notice gives none. */
  readonly grading?: RoundGrading | null | undefined;
}

/** Who entered a threshold and when (ISO instant); it becomes part of the threshold's source. */
export interface EnteredBy {
  readonly by: string;
  readonly at: string;
}

const thresholdKey = (indicator: string, subject: SubjectId): string => `${indicator}/${subject}`;

/** Keys of the thresholds a clerk may enter: the ones the notice page does not give. */
export const openThresholds = (scheme: Scheme): string[] =>
  scheme.indicators.flatMap((indicator) =>
    thresholdsOf(indicator).flatMap(([subject, threshold]) =>
      threshold.value === null ? thresholdKey(indicator.id, subject) : [],
    ),
  );

const thresholdsOf = (indicator: Indicator): [SubjectId, Threshold][] =>
  (["region", "university", "institute", "enterprise"] as const).flatMap((subject) => {
    const threshold = indicator.thresholds[subject];
    return threshold ? [[subject, threshold] satisfies [SubjectId, Threshold]] : [];
  });

/** Keys of settings that fit no open threshold of the scheme, or whose value is not a number ≥ 0. */
export function strayThresholds(scheme: Scheme, settings: SchemeSettings): string[] {
  const open = new Set(openThresholds(scheme));
  return Object.entries(settings.thresholds)
    .filter(([key, value]) => value !== null && !(open.has(key) && isAmount(value)))
    .map(([key]) => key)
    .sort();
}

const isAmount = (value: string): boolean =>
  DecimalString.safeParse(value).success && new Exact(value).gte(0);

function entered(threshold: Threshold, value: string | null | undefined, who: EnteredBy | null): Threshold {
  if (threshold.value !== null || value === null || value === undefined || !isAmount(value)) return threshold;
  const rule = showThreshold({ ...threshold, value }) ?? value;
  const quote = who === null ? rule : `${who.by} ${who.at}：${rule}`;
  return { ...threshold, value, source: { place: `经办人录入（${threshold.source.place}）`, quote } };
}

/**
 * The scheme in force for a round: the notice with what its clerk entered. Numbers the notice gives are never replaced; an entered
 * threshold names 经办人录入 and, when known, who and when as its source. `who`: one person for all of them, or whoever entered each.
 */
export function applyRoundSettings(
  scheme: Scheme,
  settings: SchemeSettings,
  who: EnteredBy | ((key: string) => EnteredBy | null) | null = null,
): Scheme {
  const whoEntered = typeof who === "function" ? who : () => who;
  const inForce = (key: string, threshold: Threshold): Threshold =>
    entered(threshold, settings.thresholds[key], whoEntered(key));
  const { grading = settings.grading ? gradingOf(settings.grading) : undefined } = scheme;
  const boundWords = settings.boundWords ?? scheme.settings.boundWords;
  return {
    ...scheme,
    ...(grading === undefined ? {} : { grading }),
    indicators: scheme.indicators.map((indicator) => ({
      ...indicator,
      thresholds: Object.fromEntries(
        thresholdsOf(indicator).map(([subject, threshold]) => [
          subject,
          inForce(thresholdKey(indicator.id, subject), threshold),
        ]),
      ),
    })),
    settings: {
      ...scheme.settings,
      baseYears: settings.baseYears === null ? scheme.settings.baseYears : [...settings.baseYears],
      growthMethod: settings.growthMethod ?? scheme.settings.growthMethod,
      outlineTolerance: settings.outlineTolerance ?? scheme.settings.outlineTolerance,
      ...(boundWords === undefined ? {} : { boundWords }),
    },
  };
}

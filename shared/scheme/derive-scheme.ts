import type { Indicator, Scheme, ScoreItem, Source } from "./scheme.ts";

export interface NewNotice {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  /** Empty where the notice shows none. */
  readonly documentNo: string;
  readonly year: number;
}

/** Every sentence of a draft still comes from the old notice, and says so. */
function borrow<Value>(value: Value, from: string): Value {
  if (Array.isArray(value)) return value.map((one) => borrow(one, from)) as Value;
  if (value === null || typeof value !== "object") return value;
  const source = value as Partial<Source>;
  if (typeof source.place === "string" && typeof source.quote === "string" && Object.keys(value).length === 2)
    return { ...value, place: `默认值，取自${from}（${source.place}），请按新通知核对` };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, borrow(part, from)])) as Value;
}

const unsetThresholds = (indicator: Indicator): Indicator => ({
  ...indicator,
  thresholds: Object.fromEntries(
    Object.entries(indicator.thresholds).map(([subject, threshold]) => [
      subject,
      { ...threshold, value: null },
    ]),
  ),
});

/** An item computed between two numbers of the old notice is judged until the new one says how. */
function withoutNumbers({ objective, ...item }: ScoreItem): ScoreItem {
  return { ...item, max: null, ...(objective?.kind === "met-share" ? { objective } : {}) };
}

/** A draft for a new plan: a plan holds nothing but tasks and targets, and those of another plan are none of its own. */
const derivePlan = (plan: Scheme, notice: NewNotice): Scheme => ({
  ...notice,
  version: 1,
  purpose: "plan",
  province: plan.province,
  cities: [],
  deadline: null,
  directions: [],
  subjects: [],
  indicators: [],
  settings: { baseYears: null, growthMethod: null, outlineTolerance: null },
  outline: [],
  totalChars: null,
  attachments: [],
  quotas: [],
  exclusions: [],
  points: [],
  targets: [],
  tasks: [],
  scoreSheet: { items: [], total: null },
});

/**
 * A draft for a new notice out of an existing scheme. Words that rarely change (directions, indicators, outline, attachments) stay, marked
 * as defaults; every number (threshold, deadline, quota, length, maximum, target) is unset or left out: a number of one notice is never
 * taken for another. Out of a plan comes a plan (`derivePlan`), out of a published list the scheme of a list, without the list itself.
 */
export function deriveScheme(scheme: Scheme, notice: NewNotice): Scheme {
  if (scheme.purpose === "plan") return derivePlan(scheme, notice);
  const from = scheme.documentNo === "" ? scheme.title : scheme.documentNo;
  const {
    targets: _targets,
    tasks: _tasks,
    grading: _grading,
    register: _register,
    ...rest
  } = borrow(scheme, from);
  return {
    ...rest,
    ...notice,
    version: 1,
    purpose: scheme.purpose === "register" ? "register" : "review",
    deadline: null,
    indicators: rest.indicators.map(unsetThresholds),
    settings: { ...rest.settings, baseYears: null, growthMethod: null, outlineTolerance: null },
    outline: rest.outline.map((section) => ({ ...section, targetChars: null, provisional: true })),
    totalChars: null,
    quotas: [],
    exclusions: rest.exclusions.map((exclusion) => ({ ...exclusion, effect: "ask" })),
    points: rest.points.map((point) => ({
      ...point,
      measure:
        point.measure === null || point.measure.kind === "compare"
          ? point.measure
          : { ...point.measure, value: null },
    })),
    scoreSheet: { items: rest.scoreSheet.items.map(withoutNumbers), total: null },
  };
}

import { Exact } from "../scoring/decimal.ts";
import { gradingFault } from "./round-grading.ts";
import type { Scheme } from "./scheme.ts";

/** A draft with the right types that still makes no sense. `about`: the id or name it is about. */
export interface RuleProblem {
  readonly field: string;
  readonly code:
    | "repeated"
    | "unknown-direction"
    | "unknown-subject"
    | "unknown-city"
    | "unknown-outcome"
    | "unknown-indicator"
    | "equal-ends"
    | "pair-not-allowed"
    | "measure-mismatch"
    | "too-few"
    | "last-grade"
    | "grade-order";
  readonly about: string;
}

const problem = (field: string, code: RuleProblem["code"], about = ""): RuleProblem => ({
  field,
  code,
  about,
});

function repeatedIds(scheme: Scheme): RuleProblem[] {
  const lists = {
    directions: scheme.directions,
    subjects: scheme.subjects,
    indicators: scheme.indicators,
    outline: scheme.outline,
    attachments: scheme.attachments,
    quotas: scheme.quotas,
    exclusions: scheme.exclusions,
    points: scheme.points,
    targets: scheme.targets ?? [],
    tasks: scheme.tasks ?? [],
    "evaluation.outcomes": scheme.evaluation?.outcomes ?? [],
    "grading.levels": scheme.grading?.levels ?? [],
    "scoreSheet.items": scheme.scoreSheet.items,
  };
  return Object.entries(lists).flatMap(([name, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }, index) => {
      if (seen.has(id)) return [problem(`${name}[${index}].id`, "repeated", id)];
      seen.add(id);
      return [];
    });
  });
}

function strayDirections(scheme: Scheme): RuleProblem[] {
  const known = new Set(scheme.directions.map((direction) => direction.id));
  return [
    ...scheme.subjects.flatMap((subject, index) => {
      const stray = subject.directions.find((id) => !known.has(id));
      return stray ? [problem(`subjects[${index}].directions`, "unknown-direction", stray)] : [];
    }),
    ...scheme.indicators.flatMap(({ direction }, index) =>
      known.has(direction) ? [] : [problem(`indicators[${index}].direction`, "unknown-direction", direction)],
    ),
  ];
}

/** A threshold for a pair the scheme forbids, or a type it does not have, can only be a slip of the pen. */
const strayThresholds = (scheme: Scheme): RuleProblem[] =>
  scheme.indicators.flatMap((indicator, index) =>
    Object.keys(indicator.thresholds).flatMap((id) => {
      const field = `indicators[${index}].thresholds.${id}`;
      const subject = scheme.subjects.find((one) => one.id === id);
      if (!subject) return [problem(field, "unknown-subject", id)];
      return subject.binding === "must" && !subject.directions.includes(indicator.direction)
        ? [problem(field, "pair-not-allowed", indicator.name)]
        : [];
    }),
  );

function strayCities(scheme: Scheme): RuleProblem[] {
  const repeated = scheme.cities.findIndex((city, index) => scheme.cities.indexOf(city) !== index);
  const quotas = scheme.quotas.flatMap((quota, index) => {
    const stray = quota.cities?.find((name) => !scheme.cities.includes(name));
    return stray ? [problem(`quotas[${index}].cities`, "unknown-city", stray)] : [];
  });
  if (repeated < 0) return quotas;
  return [problem(`cities[${repeated}]`, "repeated", scheme.cities[repeated]), ...quotas];
}

/** A point is of a type the scheme has, and has a measure exactly when it is a number. */
const strayPoints = (scheme: Scheme): RuleProblem[] =>
  scheme.points.flatMap((point, index) => {
    const at = `points[${index}]`;
    return [
      ...(scheme.subjects.some((subject) => subject.id === point.subject)
        ? []
        : [problem(`${at}.subject`, "unknown-subject", point.subject)]),
      ...((point.kind === "numeric") === (point.measure !== null)
        ? []
        : [problem(`${at}.measure`, "measure-mismatch", point.text)]),
    ];
  });

function strayOutcomes(scheme: Scheme): RuleProblem[] {
  const outcomes = scheme.evaluation?.outcomes ?? [];
  return outcomes.flatMap(({ after }, index) =>
    after === null || outcomes.some((other) => other.id === after)
      ? []
      : [problem(`evaluation.outcomes[${index}].after`, "unknown-outcome", after)],
  );
}

/** An item that is computed from an indicator the scheme has lost, or between two equal ends, would never have a score. */
const strayObjectives = (scheme: Scheme): RuleProblem[] =>
  scheme.scoreSheet.items.flatMap(({ name, objective }, index) => {
    if (objective?.kind !== "linear") return [];
    const at = `scoreSheet.items[${index}].objective`;
    return [
      ...(scheme.indicators.some(({ id }) => id === objective.indicator)
        ? []
        : [problem(`${at}.indicator`, "unknown-indicator", name)]),
      ...(new Exact(objective.zero).eq(objective.full) ? [problem(`${at}.full`, "equal-ends", name)] : []),
    ];
  });

/** A notice people apply under says who may apply. */
const noSubjects = (scheme: Scheme): RuleProblem[] =>
  (scheme.purpose ?? "review") === "review" && scheme.subjects.length === 0
    ? [problem("subjects", "too-few")]
    : [];

/** A round has the same demands on its grades; ids given twice are said by `repeatedIds`. */
function strayGrades(scheme: Scheme): RuleProblem[] {
  if (!scheme.grading) return [];
  const { levels, veto } = scheme.grading;
  const fault = gradingFault(levels, veto);
  if (!fault) return [];
  const name = levels[fault.index]?.name ?? "";
  switch (fault.code) {
    case "veto-repeated":
      return [problem(`grading.veto[${fault.index}].id`, "repeated", veto[fault.index]?.text)];
    case "level-repeated":
      return scheme.grading.levels.findIndex(({ id }) => id === levels[fault.index]?.id) === fault.index
        ? [problem(`grading.levels[${fault.index}].name`, "repeated", name)]
        : [];
    case "last-level-limited":
      return [problem(`grading.levels[${fault.index}]`, "last-grade", name)];
    default:
      return [problem(`grading.levels[${fault.index}]`, "grade-order", name)];
  }
}

const rules = [
  repeatedIds,
  strayDirections,
  strayThresholds,
  strayCities,
  strayPoints,
  strayOutcomes,
  strayObjectives,
  noSubjects,
  strayGrades,
];

/** Everything in a scheme that speaks of something it does not have, or says one thing twice. */
export const ruleProblems = (scheme: Scheme): RuleProblem[] => rules.flatMap((rule) => rule(scheme));

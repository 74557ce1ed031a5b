import type { z } from "zod";
import { fail, type Result, succeed } from "../contract/result.ts";
import { Scheme } from "./scheme.ts";

/** Where a scheme is wrong: `field` is the path in the file, `reason` what is wrong there. */
interface Problem {
  readonly field: string;
  readonly reason: string;
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : `${text}${text ? "." : ""}${String(part)}`,
    "",
  );

export const problemOf = (error: z.ZodError): Problem => {
  const issue = error.issues[0];
  return { field: pathOf(issue?.path ?? []) || "(file)", reason: issue?.message ?? "invalid" };
};

const repeated = (values: readonly string[]): number =>
  values.findIndex((value, index) => values.indexOf(value) !== index);

function repeatedId(scheme: Scheme): Problem | null {
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
  for (const [name, list] of Object.entries(lists)) {
    const index = repeated(list.map((item) => item.id));
    if (index >= 0) return { field: `${name}[${index}].id`, reason: `repeated id "${list[index]?.id}"` };
  }
  return null;
}

/** A threshold for a pair the scheme forbids, or a direction it does not have, can only be a slip of the pen. */
function strayReference(scheme: Scheme): Problem | null {
  const directions = new Set(scheme.directions.map((direction) => direction.id));
  const subjects = new Map(scheme.subjects.map((subject) => [subject.id, subject]));
  for (const [index, subject] of scheme.subjects.entries()) {
    const stray = subject.directions.find((id) => !directions.has(id));
    if (stray) return { field: `subjects[${index}].directions`, reason: `unknown direction "${stray}"` };
  }
  for (const [index, indicator] of scheme.indicators.entries()) {
    const at = `indicators[${index}]`;
    if (!directions.has(indicator.direction))
      return { field: `${at}.direction`, reason: `unknown direction "${indicator.direction}"` };
    for (const id of Object.keys(indicator.thresholds)) {
      const subject = [...subjects.values()].find((one) => one.id === id);
      if (!subject) return { field: `${at}.thresholds.${id}`, reason: `unknown subject "${id}"` };
      if (subject.binding === "must" && !subject.directions.includes(indicator.direction))
        return { field: `${at}.thresholds.${id}`, reason: "threshold for a pair the scheme does not allow" };
    }
  }
  return null;
}

function strayCity(scheme: Scheme): Problem | null {
  const city = repeated(scheme.cities);
  if (city >= 0) return { field: `cities[${city}]`, reason: `repeated city "${scheme.cities[city]}"` };
  for (const [index, quota] of scheme.quotas.entries()) {
    const stray = quota.cities?.find((name) => !scheme.cities.includes(name));
    if (stray) return { field: `quotas[${index}].cities`, reason: `unknown city "${stray}"` };
  }
  return null;
}

/** A point is of a type the scheme has, and has a measure exactly when it is a number. */
function strayPoint(scheme: Scheme): Problem | null {
  const subjects = new Set(scheme.subjects.map((subject) => subject.id));
  for (const [index, point] of scheme.points.entries()) {
    const at = `points[${index}]`;
    if (!subjects.has(point.subject))
      return { field: `${at}.subject`, reason: `unknown subject "${point.subject}"` };
    if ((point.kind === "numeric") !== (point.measure !== null))
      return { field: `${at}.measure`, reason: "a point has a measure exactly when its kind is numeric" };
  }
  return null;
}

function strayOutcome(scheme: Scheme): Problem | null {
  const outcomes = scheme.evaluation?.outcomes ?? [];
  const index = outcomes.findIndex(
    ({ after }) => after !== null && !outcomes.some((other) => other.id === after),
  );
  return index < 0
    ? null
    : { field: `evaluation.outcomes[${index}].after`, reason: `unknown outcome "${outcomes[index]?.after}"` };
}

/** A notice people apply under says who may apply. */
const noSubjects = (scheme: Scheme): Problem | null =>
  (scheme.purpose ?? "review") === "review" && scheme.subjects.length === 0
    ? { field: "subjects", reason: "a scheme for a review needs at least one applicant type" }
    : null;

/** Nobody can meet both, and nobody can tell which was meant: the last grade takes everyone who is left. */
function strayGrade(scheme: Scheme): Problem | null {
  const levels = scheme.grading?.levels ?? [];
  const last = levels.at(-1);
  if (!last || (last.minimum === null && last.share === null)) return null;
  return { field: `grading.levels[${levels.length - 1}]`, reason: "the last level has no line and no share" };
}

/**
 * What a file gave → a scheme, or the first field that is wrong (`field`, `reason`). Beside the types it checks that ids
 * are unique and that thresholds and quotas speak of directions, subjects and cities the scheme has.
 */
export function validateScheme(raw: unknown): Result<Scheme, "scheme-invalid"> {
  const parsed = Scheme.safeParse(raw);
  if (!parsed.success) return fail("scheme-invalid", { ...problemOf(parsed.error) });
  const checks = [repeatedId, strayReference, strayCity, strayPoint, strayOutcome, noSubjects, strayGrade];
  const problem = checks.reduce<Problem | null>((found, check) => found ?? check(parsed.data), null);
  return problem ? fail("scheme-invalid", { ...problem }) : succeed(parsed.data);
}

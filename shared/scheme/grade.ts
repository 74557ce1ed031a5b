import { Exact } from "../scoring/decimal.ts";
import type { Grading } from "./scheme.ts";

/** An applicant to be graded. `score: null`: not scored, which is no grade and never 0. */
export interface Gradable {
  readonly submission: string;
  readonly score: string | null;
  /** Ids of the vetoes that hold for it. */
  readonly vetoes: readonly string[];
}

export interface Grade {
  readonly submission: string;
  /** Id of the level; `null`: not scored, or a tie at the share a person has to settle. */
  readonly level: string | null;
  readonly reason: "line" | "veto" | "unscored" | "tie-at-share";
  /** Vetoes that put it on the last level. */
  readonly vetoes: readonly string[];
}

interface Scored extends Gradable {
  readonly score: string;
}

/**
 * What a share is a share of: everyone in the review with a score, all directions and types together, vetoed ones too. No notice at hand
 * gives a share or says of what; the screens therefore say it.
 */
export const shareField = (rows: readonly { readonly score: string | null }[]): number =>
  rows.filter(({ score }) => score !== null).length;

/** How many may stand in a level and the better ones: the share rounded down, so that it is never exceeded. */
export const placesFor = (share: string | null, total: number): number =>
  share === null ? total : new Exact(share).times(total).div(100).floor().toNumber();

/** Neighbours with one score are let in together or not at all. */
function groupsOf(rows: readonly Scored[]): Scored[][] {
  const sorted = [...rows].sort((one, other) => new Exact(other.score).cmp(one.score));
  const groups: Scored[][] = [];
  for (const row of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && new Exact(last[0].score).eq(row.score)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/**
 * Grades by an absolute line and a share at most, with vetoes. A veto puts an applicant on the last level whatever its score, and it
 * takes no place of the share. A tie across a share is left open: nobody is graded by the order of a list.
 */
export function gradeAll(grading: Grading, rows: readonly Gradable[]): Grade[] {
  const last = grading.levels.at(-1)?.id ?? null;
  const grades = new Map<string, Grade>();
  const running: Scored[] = [];
  for (const { submission, score, vetoes } of rows) {
    if (score === null) grades.set(submission, { submission, level: null, reason: "unscored", vetoes: [] });
    else if (vetoes.length > 0) grades.set(submission, { submission, level: last, reason: "veto", vetoes });
    else running.push({ submission, score, vetoes });
  }
  const total = shareField(rows);
  let groups = groupsOf(running);
  let taken = 0;
  for (const level of grading.levels) {
    const places = placesFor(level.share, total);
    const rest: Scored[][] = [];
    for (const group of groups) {
      const meetsLine = level.minimum === null || new Exact(group[0]?.score ?? 0).gte(level.minimum);
      const fits = taken + group.length <= places;
      if (!meetsLine || rest.length > 0 || (!fits && taken >= places)) {
        rest.push(group);
        continue;
      }
      for (const { submission } of group)
        grades.set(submission, {
          submission,
          level: fits ? level.id : null,
          reason: fits ? "line" : "tie-at-share",
          vetoes: [],
        });
      taken = fits ? taken + group.length : places;
    }
    groups = rest;
  }
  return rows.flatMap((row) => grades.get(row.submission) ?? []);
}

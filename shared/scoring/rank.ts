import { directionIds } from "../scheme/scheme.ts";
import { byText } from "../text/by-text.ts";
import { placeRows } from "./place-rows.ts";
import { quotaStates } from "./quota-states.ts";
import { type RankGroup, rankGroupOf } from "./rank-group.ts";
import type { RankInput } from "./rank-input.ts";
import type { Ranking, RankRow } from "./ranking.ts";
import { scoreRow } from "./score-row.ts";

const bySubmission = <Entry extends { readonly submission: string }>(entries: readonly Entry[]) => {
  const groups = Map.groupBy(entries, (entry) => entry.submission);
  return (submission: string): readonly Entry[] => groups.get(submission) ?? [];
};

type Groups = ReadonlyMap<string, RankGroup | null>;

const isDirection = (group: RankGroup) => directionIds.find((id) => id === group);

/** What keeps an applicant out of every group: what the groups of this notice are told apart by is not known of it. */
const lackOf = (input: RankInput): "no-direction" | "no-subject" =>
  input.directions.every((group) => isDirection(group) !== undefined) ? "no-direction" : "no-subject";

function scoreRows(input: RankInput, groups: Groups): RankRow[] {
  const names = new Map(input.experts.map((expert) => [expert.id, expert.name]));
  const sheets = bySubmission(input.sheets);
  const recusals = bySubmission(input.recusals);
  const assignments = bySubmission(input.assignments);
  return input.submissions.map((entry) =>
    scoreRow(
      input.rule,
      entry,
      groups.get(entry.submission) == null ? lackOf(input) : null,
      {
        sheets: sheets(entry.submission),
        recusals: recusals(entry.submission),
        assignments: assignments(entry.submission),
      },
      (expert) => names.get(expert) ?? expert,
    ),
  );
}

/**
 * The panel's order per direction with cut line, ties, missing sheets and quota counts. Deterministic: the same facts give
 * the same ranking, whatever order they come in. It is the panel's ranking, not the final decision and not the published
 * order (DOMAIN.md section 4). Groups are ranked apart from each other; whoever belongs to none of `directions` is `unplaced`.
 */
export function rank(input: RankInput): Ranking {
  const groups: Groups = new Map(
    input.submissions.map((entry) => [entry.submission, rankGroupOf(input.directions, entry)]),
  );
  const ofDirection = new Map(input.submissions.map((entry) => [entry.submission, entry.direction]));
  const rows = scoreRows(input, groups);
  const inGroup = Map.groupBy(rows, (row) => groups.get(row.submission) ?? null);
  const directions = input.directions.map((direction) =>
    placeRows(direction, inGroup.get(direction) ?? [], input.rule.seats[direction] ?? null, input.decisions),
  );
  const unplaced = (inGroup.get(null) ?? []).sort(
    (one, other) => one.number - other.number || byText(one.submission, other.submission),
  );
  const all = [...directions.flatMap((direction) => direction.rows), ...unplaced];
  return {
    rule: input.rule,
    directions,
    quotas: quotaStates(
      input.quotas,
      input.cities,
      input.directions.flatMap((group) => isDirection(group) ?? []),
      all,
      (row) => ofDirection.get(row.submission) ?? null,
    ),
    unplaced,
  };
}

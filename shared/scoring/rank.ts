import { placeRows } from "./place-rows.ts";
import { quotaStates } from "./quota-states.ts";
import { byText, type RankInput } from "./rank-input.ts";
import type { Ranking, RankRow } from "./ranking.ts";
import { scoreRow } from "./score-row.ts";

const bySubmission = <Entry extends { readonly submission: string }>(entries: readonly Entry[]) => {
  const groups = Map.groupBy(entries, (entry) => entry.submission);
  return (submission: string): readonly Entry[] => groups.get(submission) ?? [];
};

function scoreRows(input: RankInput): RankRow[] {
  const names = new Map(input.experts.map((expert) => [expert.id, expert.name]));
  const sheets = bySubmission(input.sheets);
  const recusals = bySubmission(input.recusals);
  const assignments = bySubmission(input.assignments);
  return input.submissions.map((entry) =>
    scoreRow(
      input.rule,
      entry,
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
 * order (DOMAIN.md section 4). Directions are ranked apart from each other; one that is not in `directions` is `unplaced`.
 */
export function rank(input: RankInput): Ranking {
  const directionIds = new Map(input.submissions.map((entry) => [entry.submission, entry.direction]));
  const directionOf = (row: RankRow) => directionIds.get(row.submission) ?? null;
  const rows = scoreRows(input);
  const directions = input.directions.map((direction) =>
    placeRows(
      direction,
      rows.filter((row) => directionOf(row) === direction),
      input.rule.seats[direction] ?? null,
      input.decisions,
    ),
  );
  const known = new Set<string | null>(input.directions);
  const unplaced = rows
    .filter((row) => !known.has(directionOf(row)))
    .map((row): RankRow => ({ ...row, unranked: "no-direction" }))
    .sort((one, other) => one.number - other.number || byText(one.submission, other.submission));
  const all = [...directions.flatMap((direction) => direction.rows), ...unplaced];
  return {
    rule: input.rule,
    directions,
    quotas: quotaStates(input.quotas, input.cities, input.directions, all, directionOf),
    unplaced,
  };
}

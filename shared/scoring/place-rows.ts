import { byText } from "../text/by-text.ts";
import { Exact, sameNumber } from "./decimal.ts";
import type { RankGroup } from "./rank-group.ts";
import type { Decision, DirectionRanking, RankRow } from "./ranking.ts";

type Scored = RankRow & { score: string };

const isScored = (row: RankRow): row is Scored => row.score !== null && row.unranked === null;

const byNumber = (one: RankRow, other: RankRow): number =>
  one.number - other.number || byText(one.submission, other.submission);

const byScore = (one: Scored, other: Scored): number =>
  new Exact(other.score).comparedTo(one.score) || byNumber(one, other);

/** Neighbours with the same score, best first. */
function groupsOf(rows: readonly Scored[]): Scored[][] {
  const groups: Scored[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.score === row.score) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** A decision holds for exactly this tie: same direction, same submissions, same score. The latest one rules. */
function decisionFor(group: readonly Scored[], direction: RankGroup, decisions: readonly Decision[]) {
  const tied = new Set(group.map((row) => row.submission));
  return decisions
    .filter(
      (decision) =>
        decision.kind === "tie-order" &&
        decision.direction === direction &&
        decision.order.length === tied.size &&
        new Set(decision.order).size === tied.size &&
        decision.order.every((submission) => tied.has(submission)) &&
        group.every((row) => sameNumber(row.score, decision.score)),
    )
    .sort((one, other) => byText(one.at, other.at) || byText(one.id, other.id))
    .at(-1);
}

/** `before`: how many rows stand above this group. */
function rankGroup(group: readonly Scored[], before: number, decision: Decision | undefined): Scored[] {
  if (group.length === 1 || decision === undefined) {
    const tie = group.length === 1 ? "none" : "undecided";
    return group.map((row) => ({ ...row, rank: before + 1, tie }));
  }
  const ordered = [...group].sort(
    (one, other) => decision.order.indexOf(one.submission) - decision.order.indexOf(other.submission),
  );
  return ordered.map((row, index) => ({
    ...row,
    rank: before + index + 1,
    tie: "decided",
    decision: decision.id,
  }));
}

/** First and last position of the rows that share this row's rank. */
function placeOf(row: RankRow, rows: readonly RankRow[], seats: number | null): RankRow["place"] {
  if (seats === null) return "no-cut-line";
  const first = row.rank ?? 0;
  const last = first + rows.filter((other) => other.rank === row.rank).length - 1;
  if (last <= seats) return "recommended";
  return first > seats ? "reserve" : "tied-at-cut";
}

function openTieOf(rows: readonly RankRow[], seats: number | null): DirectionRanking["openTie"] {
  const tied = rows.filter((row) => row.place === "tied-at-cut");
  const [first] = tied;
  if (seats === null || first?.score == null || first.rank === null) return null;
  return {
    score: first.score,
    submissions: tied.map((row) => row.submission),
    seatsLeft: seats - (first.rank - 1),
  };
}

/**
 * Order of one ranked group, most often a direction. Equal scores share a rank (1, 1, 3) unless the panel decided that very tie. Where equal scores lie
 * across the cut line nobody is recommended by chance: all of them are `tied-at-cut` and `openTie` waits for a decision,
 * because no DRC rule for it was found (DOMAIN.md section 4).
 */
export function placeRows(
  direction: RankGroup,
  rows: readonly RankRow[],
  seats: number | null,
  decisions: readonly Decision[],
): DirectionRanking {
  const ranked: RankRow[] = [];
  for (const group of groupsOf(rows.filter(isScored).sort(byScore))) {
    ranked.push(...rankGroup(group, ranked.length, decisionFor(group, direction, decisions)));
  }
  const placed = ranked.map((row) => ({ ...row, place: placeOf(row, ranked, seats) }));
  return {
    direction,
    seats,
    rows: [...placed, ...rows.filter((row) => !isScored(row)).sort(byNumber)],
    provisional: rows.some((row) => row.missing.length > 0),
    openTie: openTieOf(placed, seats),
  };
}

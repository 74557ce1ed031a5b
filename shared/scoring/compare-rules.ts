import { aggregate } from "./aggregate.ts";
import { Exact, fixedDecimal, sumOf } from "./decimal.ts";
import type { DirectionRanking, RankingRule, RankRow } from "./ranking.ts";
import { standardisedTotals } from "./standardised-totals.ts";

/**
 * Ways to make one score out of the same totals, for the panel to look at side by side. Only the rule of the round decides;
 * no notice names another one. `median`: the middle total, or the mean of the two middle ones. `standardised`: the mean of
 * the experts' totals after `standardisedTotals`.
 */
export const comparedRules = ["mean", "trimmed", "median", "standardised"] as const;
export type ComparedRule = (typeof comparedRules)[number];

export interface Standing {
  /** With the rule's decimals; `null` where there are too few totals for this way. */
  readonly score: string | null;
  /** 1-based, equal scores share a rank; `null` without a score. */
  readonly rank: number | null;
  /** Side of the cut line; `tied`: equal scores lie across it. `null` without a line or without a score. */
  readonly side: "in" | "tied" | "out" | null;
}

export interface WithoutExpert extends Standing {
  readonly expert: string;
}

const isRanked = (row: RankRow): boolean => row.rank !== null;

function sideOf(rank: number, sharing: number, seats: number | null): Standing["side"] {
  if (seats === null) return null;
  if (rank > seats) return "out";
  return rank + sharing - 1 <= seats ? "in" : "tied";
}

function standingsOf(
  scores: ReadonlyMap<string, string | null>,
  seats: number | null,
): ReadonlyMap<string, Standing> {
  const scored = [...scores].flatMap(([submission, score]) =>
    score === null ? [] : [{ submission, score, value: new Exact(score) }],
  );
  scored.sort((one, other) => other.value.comparedTo(one.value));
  const sharing = Map.groupBy(scored, (entry) => entry.score);
  const ranks = new Map<string, number>();
  for (const [index, { score }] of scored.entries()) if (!ranks.has(score)) ranks.set(score, index + 1);
  const standing = (score: string | null): Standing => {
    const rank = score === null ? null : (ranks.get(score) ?? null);
    if (score === null || rank === null) return { score, rank: null, side: null };
    return { score, rank, side: sideOf(rank, sharing.get(score)?.length ?? 1, seats) };
  };
  return new Map([...scores].map(([submission, score]) => [submission, standing(score)]));
}

function median(totals: readonly string[]): Exact {
  const rising = totals.map((total) => new Exact(total)).sort((one, other) => one.comparedTo(other));
  const upper = rising[Math.floor(rising.length / 2)] ?? new Exact(0);
  const lower = rising[Math.floor((rising.length - 1) / 2)] ?? upper;
  return upper.plus(lower).dividedBy(2);
}

function scoreBy(rule: ComparedRule, totals: readonly string[], decimals: number): string | null {
  if (totals.length === 0) return null;
  if (rule === "median") return fixedDecimal(median(totals), decimals);
  if (rule === "standardised") return fixedDecimal(sumOf(totals).dividedBy(totals.length), decimals);
  return aggregate(rule, totals, decimals)?.score ?? null;
}

/** Every ranked applicant of a direction under each way; `every`: all rows of the round, for the experts' own scales. */
export function compareRules(
  rule: RankingRule,
  direction: DirectionRanking,
  every: readonly RankRow[],
): Readonly<Record<ComparedRule, ReadonlyMap<string, Standing>>> {
  const ranked = direction.rows.filter(isRanked);
  const standardised = standardisedTotals(every.filter(isRanked));
  const totalsOf = (way: ComparedRule, row: RankRow): readonly string[] =>
    way === "standardised"
      ? (standardised.get(row.submission) ?? [])
      : row.sheets.map((sheet) => sheet.total);
  const under = (way: ComparedRule): ReadonlyMap<string, Standing> =>
    standingsOf(
      new Map(ranked.map((row) => [row.submission, scoreBy(way, totalsOf(way, row), rule.decimals)])),
      direction.seats,
    );
  return {
    mean: under("mean"),
    trimmed: under("trimmed"),
    median: under("median"),
    standardised: under("standardised"),
  };
}

/**
 * Where every ranked applicant of a direction would stand if one expert had not scored at all, expert by expert, by the rule
 * of the round. Decisions of the panel about ties do not count here. An applicant left with too few totals has no rank.
 */
export function withoutEachExpert(
  rule: RankingRule,
  direction: DirectionRanking,
): ReadonlyMap<string, readonly WithoutExpert[]> {
  const ranked = direction.rows.filter(isRanked);
  const experts = new Set(ranked.flatMap((row) => row.sheets.map((sheet) => sheet.expert)));
  const found = new Map<string, WithoutExpert[]>(ranked.map((row) => [row.submission, []]));
  for (const expert of [...experts].sort()) {
    const scores = new Map(ranked.map((row) => [row.submission, scoreWithout(rule, row, expert)]));
    for (const [submission, standing] of standingsOf(scores, direction.seats))
      found.get(submission)?.push({ expert, ...standing });
  }
  return found;
}

function scoreWithout(rule: RankingRule, row: RankRow, expert: string): string | null {
  const rest = row.sheets.filter((sheet) => sheet.expert !== expert);
  if (rest.length === row.sheets.length) return row.score;
  return (
    aggregate(
      rule.method,
      rest.map((sheet) => sheet.total),
      rule.decimals,
    )?.score ?? null
  );
}

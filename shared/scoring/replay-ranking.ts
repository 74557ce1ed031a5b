import type { Scheme } from "../scheme/scheme.ts";
import { directionIds } from "../scheme/scheme.ts";
import { inForce } from "../seal/in-force.ts";
import type { ResultPayload } from "../seal/payloads.ts";
import { rank } from "./rank.ts";
import { rankGroupsOf } from "./rank-group.ts";
import type { MergedSheet } from "./rank-input.ts";
import type { Decision, Ranking, RankRow } from "./ranking.ts";

export interface ReplayedRanking {
  /** The ranking that follows from the signed sheets. */
  readonly ranking: Ranking;
  /** Totals of the stored ranking, as `<expert> <submission>`, that no signed result in force holds. */
  readonly unsigned: readonly string[];
  /** Signed sheets that do not count: refused at the merge, or given on papers that were supplemented later. */
  readonly notCounted: number;
}

const keyOf = (expert: string, submission: string): string => `${expert} ${submission}`;

/**
 * Ranks again what a stored ranking ranks, with the scores of the signed results instead of the stored ones. Who was ranked,
 * in which group, who was assigned and which sheets counted is taken from the stored ranking: only the clerk's database says
 * that, and the chair signs it.
 */
export function replayRanking(
  stored: Ranking,
  scheme: Scheme,
  payloads: readonly ResultPayload[],
  decisions: readonly Decision[],
): ReplayedRanking {
  const placed = stored.directions.flatMap(({ direction, rows }) =>
    rows.map((row) => ({ row, direction: directionIds.find((id) => id === direction) ?? null })),
  );
  const all = [...placed, ...stored.unplaced.map((row) => ({ row, direction: null }))];
  const counted = new Set(
    all.flatMap(({ row }) =>
      [...row.sheets.map(({ expert }) => expert), ...row.recused].map((expert) =>
        keyOf(expert, row.submission),
      ),
    ),
  );
  const signed = inForce(payloads, ({ expert }) => expert.id).flatMap(({ expert, sheets }) =>
    sheets.map(
      ({ submission, total, recusal }): MergedSheet => ({
        expert: expert.id,
        submission,
        total,
        recused: recusal !== null,
      }),
    ),
  );
  const sheets = signed.filter(({ expert, submission }) => counted.has(keyOf(expert, submission)));
  const found = new Set(sheets.map(({ expert, submission }) => keyOf(expert, submission)));
  const rows = all.map(({ row }) => row);
  return {
    ranking: rank({
      rule: stored.rule,
      directions: rankGroupsOf(scheme),
      quotas: scheme.quotas,
      cities: scheme.cities,
      submissions: all.map(({ row: { submission, number, name, city, subject }, direction }) => ({
        submission,
        number,
        name,
        city,
        subject,
        direction,
      })),
      experts: rows.flatMap((row) =>
        row.sheets.map(({ expert, expertName }) => ({ id: expert, name: expertName })),
      ),
      assignments: rows.flatMap(assignedTo),
      sheets,
      recusals: [],
      decisions,
    }),
    unsigned: [...counted].filter((key) => !found.has(key)),
    notCounted: signed.length - sheets.length,
  };
}

const assignedTo = ({ submission, sheets, recused, missing }: RankRow) =>
  [...sheets.map(({ expert }) => expert), ...recused, ...missing].map((expert) => ({ expert, submission }));

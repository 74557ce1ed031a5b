import type { Standing } from "../../../../shared/scoring/compare-rules.ts";
import type { RankRow } from "../../../../shared/scoring/ranking.ts";

/**
 * Whether the applicant would change sides of the cut line. Without a line, without a rank, or tied across the line there is
 * no side to change.
 */
export function crossesLine(row: RankRow, standing: Standing): boolean {
  if (row.place === "recommended") return standing.rank !== null && standing.within === false;
  return row.place === "reserve" && standing.within === true;
}

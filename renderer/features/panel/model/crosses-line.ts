import type { Standing } from "../../../../shared/scoring/compare-rules.ts";
import type { RankRow } from "../../../../shared/scoring/ranking.ts";

/** Whether the applicant would change sides of the cut line. A tie across the line is not yet the other side. */
export const crossesLine = (row: RankRow, { side }: Standing): boolean =>
  (row.place === "recommended" && side === "out") || (row.place === "reserve" && side === "in");

import type { GradingView } from "../../shared/contract/grading.ts";
import type { ScoreDetail } from "../../shared/contract/ranking.ts";
import type { RankGroup } from "../../shared/scoring/rank-group.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { type GroupNames, groupName } from "./group-name.ts";

export interface ScoreTable {
  /** Name of the round. */
  readonly round: string;
  readonly ranking: Ranking;
  readonly detail: ScoreDetail;
  /** All experts of the round with the numbers the program shows: one who handed in nothing keeps his. */
  readonly experts: readonly NumberedExpert[];
  readonly directionNames: GroupNames;
  /** Left out, or without levels: the round has no grades. */
  readonly grades?: GradingView;
  /** ISO instant written into the file. */
  readonly at: string;
}

/** An expert's column. The name stands in the signature block only (DOMAIN.md section 4). */
export interface NumberedExpert {
  readonly expert: string;
  readonly name: string;
  readonly number: number;
}

export const directionName = (
  { directionNames }: Pick<ScoreTable, "directionNames">,
  direction: RankGroup,
): string => groupName(directionNames, direction);

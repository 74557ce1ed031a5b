import type { ScoreDetail } from "../../shared/contract/review.ts";
import type { DirectionId } from "../../shared/scheme/scheme.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { say } from "../../shared/text/catalogue/index.ts";

export interface ScoreTable {
  /** Name of the round. */
  readonly round: string;
  readonly ranking: Ranking;
  readonly detail: ScoreDetail;
  readonly directionNames: Readonly<Partial<Record<DirectionId, string>>>;
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
  direction: DirectionId,
): string => directionNames[direction] ?? say("zh", `direction.${direction}`);

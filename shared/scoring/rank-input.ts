import type { DirectionId, Quota, SubjectId } from "../scheme/scheme.ts";
import type { RankGroup } from "./rank-group.ts";
import type { Decision, RankingRule } from "./ranking.ts";

export interface RankedSubmission {
  readonly submission: string;
  readonly number: number;
  readonly name: string;
  readonly city: string;
  readonly subject: SubjectId | null;
  readonly direction: DirectionId | null;
}

/** One sheet of a merged result that is in force. `total: null` exactly when the expert recused. */
export interface MergedSheet {
  readonly expert: string;
  readonly submission: string;
  readonly total: string | null;
  readonly recused: boolean;
}

export interface ExpertAndSubmission {
  readonly expert: string;
  readonly submission: string;
}

/** Everything a ranking depends on. The order inside the lists never matters, except that of `directions`. */
export interface RankInput {
  readonly rule: RankingRule;
  /** What is ranked together, in the scheme's order: its directions, or what `rankGroupsOf` gives in their place. */
  readonly directions: readonly RankGroup[];
  readonly quotas: readonly Quota[];
  readonly cities: readonly string[];
  readonly submissions: readonly RankedSubmission[];
  readonly experts: readonly { readonly id: string; readonly name: string }[];
  readonly assignments: readonly ExpertAndSubmission[];
  /** Only sheets of results in force: a superseded result must not be in here. */
  readonly sheets: readonly MergedSheet[];
  /** Recusals that came after signing (DOMAIN.md section 4): they take the sheet out of the count. */
  readonly recusals: readonly ExpertAndSubmission[];
  readonly decisions: readonly Decision[];
}

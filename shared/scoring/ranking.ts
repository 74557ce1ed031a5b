import { z } from "zod";
import { DecimalString, DirectionId, SubjectId } from "../scheme/scheme.ts";
import { RankGroup } from "./rank-group.ts";

/** How expert totals become one score. `trimmed`: mean without one highest and one lowest; needs at least 3 totals. */
export const AggregationMethod = z.enum(["mean", "trimmed"]);
export type AggregationMethod = z.infer<typeof AggregationMethod>;

/** Declared before the round opens and frozen with it. */
export const RankingRule = z.object({
  method: AggregationMethod,
  /** Decimals of the aggregated score; rounded half up. */
  decimals: z.number().int().min(0).max(6),
  /** Fewest valid sheets an applicant needs to be ranked. */
  minimumSheets: z.number().int().min(1),
  /** Places per ranked group (rank-group.ts); `null` where the clerk has not set one: no cut line is drawn. */
  seats: z.partialRecord(RankGroup, z.number().int().nonnegative().nullable()),
});
export type RankingRule = z.infer<typeof RankingRule>;

export const Decision = z.object({
  id: z.string(),
  /** `tie-order`: the panel's order of tied applicants. */
  kind: z.enum(["tie-order"]),
  /** The ranked group of the tie. */
  direction: RankGroup,
  /** The tied submissions in the order decided. */
  order: z.array(z.string()).min(2),
  /** The score they tied on: a decision holds only for this tie. */
  score: DecimalString,
  reason: z.string().min(1),
  by: z.string().min(1),
  at: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export const RankRow = z.object({
  submission: z.string(),
  /** Short number within the round: the order among equals. */
  number: z.number().int().positive(),
  name: z.string(),
  city: z.string(),
  subject: SubjectId.nullable(),
  /** 1-based; equal for an undecided tie; `null` when not ranked. */
  rank: z.number().int().positive().nullable(),
  /** Always with the rule's decimals (`88.50`), see shared/scoring/decimal.ts. */
  score: DecimalString.nullable(),
  /** Every valid sheet with the total it was signed with, and whether the rule dropped it. */
  sheets: z.array(
    z.object({ expert: z.string(), expertName: z.string(), total: DecimalString, dropped: z.boolean() }),
  ),
  recused: z.array(z.string()),
  /** Assigned experts whose signed sheet has not arrived. */
  missing: z.array(z.string()),
  /** Why there is no rank. */
  unranked: z.enum(["no-sheets", "too-few-sheets", "no-direction", "no-subject"]).nullable(),
  place: z.enum(["recommended", "reserve", "tied-at-cut", "no-cut-line", "unranked"]),
  tie: z.enum(["none", "undecided", "decided"]),
  decision: z.string().nullable(),
});
export type RankRow = z.infer<typeof RankRow>;

export const DirectionRanking = z.object({
  /** The ranked group: a direction, or a subject type or all under a notice without directions. */
  direction: RankGroup,
  seats: z.number().int().nonnegative().nullable(),
  rows: z.array(RankRow),
  /** Some sheet of this direction has not arrived: the order may still change. */
  provisional: z.boolean(),
  /** Submissions tied across the cut line, waiting for a decision. */
  openTie: z
    .object({ score: DecimalString, submissions: z.array(z.string()), seatsLeft: z.number().int() })
    .nullable(),
});
export type DirectionRanking = z.infer<typeof DirectionRanking>;

/** State of a city quota. Counts, never a verdict about who has to go. */
export const QuotaState = z.object({
  quota: z.string(),
  city: z.string(),
  /** `null`: all subject types together. */
  subject: SubjectId.nullable(),
  /** `null`: all directions together. */
  direction: DirectionId.nullable(),
  max: z.number().int(),
  submitted: z.number().int(),
  recommended: z.number().int(),
});
export type QuotaState = z.infer<typeof QuotaState>;

export const Ranking = z.object({
  rule: RankingRule,
  directions: z.array(DirectionRanking),
  quotas: z.array(QuotaState),
  /** Submissions without what says which group they are ranked in: a direction, or a subject type. */
  unplaced: z.array(RankRow),
});
export type Ranking = z.infer<typeof Ranking>;

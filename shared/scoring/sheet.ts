import { z } from "zod";
import { DecimalString, Source } from "../scheme/scheme.ts";

/** The frozen score form of a round: every maximum set. */
export const ScoreForm = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        guidance: z.string(),
        max: DecimalString,
        source: Source,
      }),
    )
    .min(1),
  /** Sum of the maxima. */
  total: DecimalString,
  /** Smallest step of a score, e.g. `0.5`. */
  step: DecimalString,
  /**
   * Very low or very high scores need a comment: at most, at least this share (0 to 1) of the item's maximum. No notice asks for
   * it, so it is left out unless the clerk sets it.
   */
  commentRule: z.object({ atMost: DecimalString.nullable(), atLeast: DecimalString.nullable() }).optional(),
});
export type ScoreForm = z.infer<typeof ScoreForm>;

/** `score: null` is unscored, and never 0. */
export const ItemScore = z.object({ item: z.string(), score: DecimalString.nullable(), comment: z.string() });
export type ItemScore = z.infer<typeof ItemScore>;

/** The eight grounds of DOMAIN.md section 4 are texts in the catalogue: `recusal.<ground>`. */
export const recusalGrounds = [
  "employed",
  "adviser",
  "wrote-plan",
  "relative",
  "shareholder",
  "teacher-student",
  "dispute",
  "other",
] as const;
export const RecusalGround = z.enum(recusalGrounds);
export type RecusalGround = z.infer<typeof RecusalGround>;

export const Recusal = z.object({ ground: RecusalGround, reason: z.string() });
export type Recusal = z.infer<typeof Recusal>;

export const sheetStates = ["not-declared", "recused", "open", "complete", "signed"] as const;
/** One expert's sheet for one applicant. `not-declared`: the 回避 declaration is still to be made. */
export const Sheet = z.object({
  submission: z.string(),
  version: z.number().int(),
  state: z.enum(sheetStates),
  recusal: Recusal.nullable(),
  items: z.array(ItemScore),
  remark: z.string(),
  /** Sum of the scored items; `null` when nothing is scored. Same string everywhere (DESIGN rule 3). */
  total: DecimalString.nullable(),
  savedAt: z.string().nullable(),
});
export type Sheet = z.infer<typeof Sheet>;

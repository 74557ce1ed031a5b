import { z } from "zod";
import { DecimalString, Objective, ScoreLevel, Source } from "../scheme/scheme.ts";

/** The frozen score form of a round: every maximum set. */
export const ScoreForm = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        guidance: z.string(),
        max: DecimalString,
        levels: z.array(ScoreLevel).optional(),
        /** Set: the program fills the item from the confirmed facts, and nobody edits it. */
        objective: Objective.optional(),
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

const sheetStates = ["not-declared", "recused", "open", "complete", "signed"] as const;
/** Why an objective item could not be computed: then it is judged as any other. */
const objectiveProblems = ["no-indicators", "not-decided", "no-value"] as const;
/** What came of an objective item for one applicant. */
export const ObjectiveOutcome = z.object({
  item: z.string(),
  /** `null`: not computable, see `problem`. */
  score: DecimalString.nullable(),
  /** The computation in numbers a person can follow; `""` without a score. */
  arithmetic: z.string(),
  problem: z.enum(objectiveProblems).nullable(),
  /** Names of the indicators that decided it, or that keep it from being decided. */
  about: z.array(z.string()),
});
export type ObjectiveOutcome = z.infer<typeof ObjectiveOutcome>;

/** One expert's sheet for one applicant. `not-declared`: the 回避 declaration is still to be made. */
export const Sheet = z.object({
  submission: z.string(),
  /** The version of the dossier in force. */
  version: z.number().int(),
  /** The version the scores were given on, as long as the expert has not confirmed them on a newer one; `null`: not declared yet. */
  scoredVersion: z.number().int().nullable(),
  state: z.enum(sheetStates),
  recusal: Recusal.nullable(),
  items: z.array(ItemScore),
  remark: z.string(),
  /** Sum of the scored items; `null` when nothing is scored. Same string everywhere (DESIGN rule 3). */
  total: DecimalString.nullable(),
  savedAt: z.string().nullable(),
  /** One entry for each objective item of the form. */
  objectives: z.array(ObjectiveOutcome),
});
export type Sheet = z.infer<typeof Sheet>;

import { z } from "zod";
import { DecimalString, DirectionId, Grading, SubjectId } from "../scheme/scheme.ts";
import { defineCall } from "./call.ts";
import { InRound } from "./inputs.ts";

/** A veto found to hold for an applicant, or found not to hold any more. The latest one about a veto counts. */
export const VetoMark = z.object({
  submission: z.string(),
  veto: z.string(),
  holds: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type VetoMark = z.infer<typeof VetoMark>;

export const GradedRow = z.object({
  submission: z.string(),
  number: z.number().int(),
  name: z.string(),
  city: z.string(),
  subject: SubjectId.nullable(),
  direction: DirectionId.nullable(),
  /** Aggregated score as ranked; `null`: none yet, which is no grade and never 0. */
  score: DecimalString.nullable(),
  /** Id and name of the level; `null`: not scored, or tied across a share. */
  level: z.string().nullable(),
  levelName: z.string().nullable(),
  reason: z.enum(["line", "veto", "unscored", "tie-at-share"]),
  /** Every mark about this applicant in the order it was made. */
  marks: z.array(VetoMark),
});
export type GradedRow = z.infer<typeof GradedRow>;

export const GradingView = z.object({
  /** `null`: neither the notice nor the round sets grades. */
  grading: Grading.nullable(),
  /** By grade, then score; empty while there are no grades. */
  rows: z.array(GradedRow),
});
export type GradingView = z.infer<typeof GradingView>;

export const gradingCalls = [
  defineCall({
    name: "grading/get",
    access: "read",
    input: InRound,
    output: GradingView,
    codes: ["round-not-open"],
  }),
  /** Records that a veto holds for an applicant, or that it does not; with a reason, append-only. */
  defineCall({
    name: "grading/set-veto",
    access: "write",
    input: InRound.extend({
      submission: z.string(),
      veto: z.string(),
      holds: z.boolean(),
      reason: z.string().trim().min(1).max(500),
    }),
    output: GradingView,
    codes: ["round-not-open", "no-grading", "unknown-veto"],
  }),
] as const;

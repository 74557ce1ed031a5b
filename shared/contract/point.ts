import { z } from "zod";
import { Finding } from "../scheme/finding.ts";
import { PointAnswer, PointVerdict } from "../scheme/point-answer.ts";
import { InputProposal } from "../scheme/propose-inputs.ts";
import { DecimalString, Point } from "../scheme/scheme.ts";
import { Evidence } from "../submission/evidence.ts";
import { defineCall } from "./call.ts";
import { InRound, OfSubmission } from "./inputs.ts";

/** An evaluation point of a submission with its latest answer, and what the check makes of it. */
export const AnsweredPoint = z.object({
  point: Point,
  answer: PointAnswer.nullable(),
  /** How often it was answered before. */
  earlier: z.number().int(),
  finding: Finding,
});
export type AnsweredPoint = z.infer<typeof AnsweredPoint>;

export const pointCalls = [
  /** How far each submission of a round is, at once: a list of a thousand must not ask for each of its rows. */
  defineCall({
    name: "point/progress",
    access: "read",
    input: InRound,
    output: z.array(
      z.object({ submission: z.string(), answered: z.number().int(), total: z.number().int() }),
    ),
  }),
  defineCall({
    name: "point/list",
    access: "read",
    input: OfSubmission,
    output: z.array(AnsweredPoint),
  }),
  /** Numbers in the dossier's files for the inputs of a numeric point, each with its place, to be taken or left by a person. */
  defineCall({
    name: "point/propose",
    access: "read",
    input: OfSubmission.extend({ point: z.string() }),
    output: z.array(InputProposal),
    codes: ["unknown-point"],
  }),
  /** Answers may be given as long as the round lives; every earlier one is kept. */
  defineCall({
    name: "point/answer",
    access: "write",
    input: OfSubmission.extend({
      point: z.string(),
      verdict: PointVerdict.nullable(),
      effect: z.string().max(2000).default(""),
      inputs: z.record(z.string(), DecimalString).default({}),
      evidence: z.array(Evidence).default([]),
    }),
    output: AnsweredPoint,
    codes: ["unknown-point", "unknown-input"],
  }),
] as const;

import { z } from "zod";
import { Evidence } from "../submission/evidence.ts";
import { DecimalString } from "./scheme.ts";

/** `open`: somebody looked and could not say. No answer at all is not in the list. */
export const PointVerdict = z.enum(["yes", "no", "open"]);
export type PointVerdict = z.infer<typeof PointVerdict>;

/** What a person says about one evaluation point of one submission. The latest answer counts; earlier ones are kept. */
export const PointAnswer = z.object({
  point: z.string(),
  /** `null` for a numeric point: its verdict is computed from `inputs`. */
  verdict: PointVerdict.nullable(),
  /** What the measure has brought about (实施效果), in the words of whoever answered. */
  effect: z.string().max(2000),
  /** Input id of the measure → value; a missing one is not entered, never 0. */
  inputs: z.record(z.string(), DecimalString),
  evidence: z.array(Evidence),
  by: z.string(),
  at: z.string(),
});
export type PointAnswer = z.infer<typeof PointAnswer>;

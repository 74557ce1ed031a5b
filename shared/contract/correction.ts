import { z } from "zod";
import { CorrectionClock, CorrectionItem } from "../correction/correction.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, OfSubmission } from "./inputs.ts";

export const correctionCalls = [
  /** What a letter to this applicant would ask for, in words for the applicant. */
  defineCall({
    name: "correction/propose",
    access: "read",
    input: OfSubmission,
    output: z.array(CorrectionItem),
  }),
  /** Writes the 补正 letter and starts its clock. */
  defineCall({
    name: "correction/make",
    access: "write",
    input: OfSubmission.extend({
      items: z.array(CorrectionItem).min(1),
      deadline: z.iso.date().nullable(),
      note: z.string().max(1000).default(""),
      /** Who signs below; empty: the issuer of the notice. */
      office: z.string().max(80).default(""),
    }),
    output: z.object({ file: WrittenFile, clock: CorrectionClock }),
    codes: ["deadline-past"],
  }),
  defineCall({
    name: "correction/list",
    access: "read",
    input: InRound,
    output: z.array(CorrectionClock),
  }),
] as const;

import { z } from "zod";
import { EvaluationRound } from "../register/evaluation-round.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";

const OfYear = z.strictObject({
  scheme: z.string(),
  register: z.string(),
  year: z.number().int().min(2000).max(2100),
});

export const evaluationCalls = [
  /** A year of 绩效评估 or 监测评估 of a list: results so far, who is still to be evaluated, whose 整改 runs. */
  defineCall({
    name: "evaluation/get",
    access: "read",
    input: OfYear,
    output: EvaluationRound,
    codes: ["no-evaluation"],
  }),
  /** 评估结果名单 as .docx: by result, then by functional or subject type. */
  defineCall({
    name: "evaluation/export",
    access: "write",
    input: OfYear,
    output: z.object({ file: WrittenFile }),
    codes: ["no-evaluation", "nothing-evaluated"],
  }),
] as const;

import { z } from "zod";
import { RankGroup } from "../scoring/rank-group.ts";
import { Decision, Ranking } from "../scoring/ranking.ts";
import { ItemScore, ScoreForm } from "../scoring/sheet.ts";
import { defineCall } from "./call.ts";
import { InRound } from "./inputs.ts";

/** Who gave how much on which item: what the panel screen and the score table show. */
export const ScoreDetail = z.object({
  form: ScoreForm,
  rows: z.array(
    z.object({
      submission: z.string(),
      expert: z.string(),
      expertName: z.string(),
      items: z.array(ItemScore),
      remark: z.string(),
      total: z.string(),
    }),
  ),
});
export type ScoreDetail = z.infer<typeof ScoreDetail>;

export const rankingCalls = [
  defineCall({
    name: "ranking/get",
    access: "read",
    input: InRound,
    output: Ranking,
    codes: ["round-not-open"],
  }),
  defineCall({
    name: "ranking/get-detail",
    access: "read",
    input: InRound,
    output: ScoreDetail,
    codes: ["round-not-open"],
  }),
  /** Recorded decisions in the order they were made, those a later score made void too. */
  defineCall({
    name: "ranking/list-decisions",
    access: "read",
    input: InRound,
    output: z.array(Decision),
  }),
  defineCall({
    name: "ranking/decide",
    access: "write",
    input: InRound.extend({
      direction: RankGroup,
      order: z.array(z.string()).min(2),
      reason: z.string().trim().min(1).max(1000),
      by: z.string().trim().min(1).max(40),
    }),
    output: Decision,
    codes: ["round-not-open", "no-such-tie"],
  }),
] as const;

import { z } from "zod";
import { DecimalString, DirectionId, SubjectId } from "../scheme/scheme.ts";
import { RankGroup } from "../scoring/rank-group.ts";
import { Decision, RankingRule, RankRow } from "../scoring/ranking.ts";
import { Digest } from "./payloads.ts";

/** What the order, the grades and the decisions say; the same facts give the same content, whoever signs and whenever. */
export const PanelContent = z.strictObject({
  round: z.strictObject({ id: z.string(), name: z.string() }),
  scheme: z.strictObject({ id: z.string(), digest: Digest }),
  form: z.strictObject({ digest: Digest }),
  rule: RankingRule,
  /** The dossier each applicant was judged on. */
  submissions: z.array(
    z.strictObject({
      submission: z.string(),
      number: z.number().int().positive(),
      name: z.string(),
      city: z.string(),
      subject: SubjectId.nullable(),
      direction: DirectionId.nullable(),
      version: z.number().int().positive(),
      dossier: Digest,
    }),
  ),
  /** Signed results in force: SHA-256 of their JWS. */
  results: z.array(
    z.strictObject({ expert: z.string(), name: z.string(), sequence: z.number().int(), digest: Digest }),
  ),
  ranking: z.array(
    z.strictObject({
      group: RankGroup,
      seats: z.number().int().nullable(),
      rows: z.array(
        z.strictObject({
          submission: z.string(),
          rank: z.number().int().nullable(),
          score: DecimalString.nullable(),
          place: RankRow.shape.place,
          decision: z.string().nullable(),
        }),
      ),
    }),
  ),
  unplaced: z.array(z.string()),
  /** Empty where there are no grades. */
  grades: z.array(
    z.strictObject({
      submission: z.string(),
      level: z.string().nullable(),
      name: z.string().nullable(),
      reason: z.enum(["line", "veto", "unscored", "tie-at-share"]),
      vetoes: z.array(z.string()),
    }),
  ),
  /** Every recorded decision, those made void by a later score too, in the order they were made. */
  decisions: z.array(Decision),
});
export type PanelContent = z.infer<typeof PanelContent>;

/** 评审结论: what the chair signs, as RFC 8785 canonical JSON inside a compact JWS (RFC 7515, EdDSA). */
export const PanelPayload = PanelContent.extend({
  type: z.literal("pingshen/panel"),
  format: z.literal(1),
  /** SHA-256 of the canonical content: the same for two signatures of one state. */
  content: Digest,
  chair: z.strictObject({ name: z.string(), key: z.string() }),
  /** 1 for the first signature of this round, one more each time. */
  sequence: z.number().int().positive(),
  signedAt: z.string(),
  remark: z.string(),
});
export type PanelPayload = z.infer<typeof PanelPayload>;

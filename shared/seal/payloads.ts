import { z } from "zod";
import { DecimalString } from "../scheme/scheme.ts";
import { RankingRule } from "../scoring/ranking.ts";
import { Recusal } from "../scoring/sheet.ts";

export const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a signed expert result says. Signed as RFC 8785 canonical JSON inside a compact JWS (RFC 7515, EdDSA). */
export const ResultPayload = z.strictObject({
  type: z.literal("pingshen/result"),
  format: z.literal(1),
  round: z.strictObject({ id: z.string(), name: z.string() }),
  scheme: z.strictObject({ id: z.string(), digest: Digest }),
  form: z.strictObject({ digest: Digest }),
  expert: z.strictObject({ id: z.string(), name: z.string(), key: z.string() }),
  /** 1 for the first result of this expert in this round, one more each time a newer one replaces it. */
  sequence: z.number().int().positive(),
  signedAt: z.string(),
  /**
   * Set on a withdrawal (撤回): the expert takes back the result with this digest, and says why. It has no sheets; from then on none
   * of the expert's sheets stands until a newer result is signed.
   */
  withdraws: z.strictObject({ result: Digest, reason: z.string().min(1) }).optional(),
  sheets: z.array(
    z.strictObject({
      submission: z.string(),
      version: z.number().int().positive(),
      dossier: Digest,
      recusal: Recusal.nullable(),
      /** Empty when recused. */
      items: z.array(z.strictObject({ item: z.string(), score: DecimalString, comment: z.string() })),
      remark: z.string(),
      /** `null` when recused. */
      total: DecimalString.nullable(),
    }),
  ),
});
export type ResultPayload = z.infer<typeof ResultPayload>;

/** What a clerk signs when handing a pack to an expert: the round as frozen and every file by digest. */
export const PackPayload = z.strictObject({
  type: z.literal("pingshen/pack"),
  format: z.literal(1),
  round: z.strictObject({ id: z.string(), name: z.string() }),
  scheme: z.strictObject({ id: z.string(), digest: Digest }),
  form: z.strictObject({ digest: Digest }),
  rule: RankingRule,
  expert: z.strictObject({
    id: z.string(),
    name: z.string(),
    key: z.string(),
    /** Units that suggest 回避: the employer and those to avoid. */
    units: z.array(z.string()).optional(),
  }),
  clerk: z.strictObject({ name: z.string(), key: z.string() }),
  madeAt: z.string(),
  submissions: z.array(
    z.strictObject({
      submission: z.string(),
      version: z.number().int().positive(),
      dossier: Digest,
      /** Other names the papers give the applicant, to be compared with those units. */
      aliases: z.array(z.string()).optional(),
    }),
  ),
  /** Every entry of the pack except the manifest itself. */
  entries: z.array(
    z.strictObject({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: Digest }),
  ),
});
export type PackPayload = z.infer<typeof PackPayload>;

export const verdicts = [
  "valid",
  "altered",
  "unknown-key",
  "no-signature",
  "malformed",
  "not-canonical",
] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** Why a result, or one sheet of it, was not merged. */
export const mergeRefusals = [
  "malformed",
  "no-signature",
  "altered",
  "not-canonical",
  "unknown-key",
  "wrong-expert",
  "other-round",
  "other-scheme",
  "other-form",
  "other-dossier-version",
  "not-assigned",
  "superseded",
  "duplicate",
  "score-out-of-range",
  "incomplete",
  "wrong-sum",
  "objective-differs",
] as const;
export const MergeRefusal = z.enum(mergeRefusals);
export type MergeRefusal = z.infer<typeof MergeRefusal>;

import { z } from "zod";
import { MergeRefusal, ResultPayload } from "../seal/payloads.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, OfExpert, Passphrase } from "./inputs.ts";

export const SignWarning = z.object({
  submission: z.string(),
  code: z.enum([
    "not-declared",
    "older-version",
    "incomplete",
    "comment-due",
    "not-complete",
    "above-own-mean",
    "below-own-mean",
  ]),
  params: z.record(z.string(), z.string()),
});
export type SignWarning = z.infer<typeof SignWarning>;

/** A total far from one's own others is only a question; every other warning keeps the signature from being made. */
export const isQuestion = ({ code }: SignWarning): boolean =>
  code === "above-own-mean" || code === "below-own-mean";

export const MergeOutcome = z.object({
  file: z.string(),
  merged: z.boolean(),
  digest: z.string().nullable(),
  expert: z.string().nullable(),
  /** Set when the file takes back an earlier result instead of bringing sheets. */
  withdraws: z.object({ result: z.string(), reason: z.string() }).nullable(),
  /** Why the whole file was refused. */
  refusal: z.object({ code: MergeRefusal, params: z.record(z.string(), z.string()) }).nullable(),
  accepted: z.array(z.object({ submission: z.string(), name: z.string(), total: z.string().nullable() })),
  refused: z.array(
    z.object({
      submission: z.string(),
      name: z.string(),
      code: MergeRefusal,
      params: z.record(z.string(), z.string()),
    }),
  ),
});
export type MergeOutcome = z.infer<typeof MergeOutcome>;

/** A signed result in the database, with what came of it. */
export const StoredResult = z.object({
  digest: z.string(),
  expert: z.string(),
  expertName: z.string(),
  sequence: z.number().int(),
  signedAt: z.string(),
  addedAt: z.string(),
  inForce: z.boolean(),
  sheets: z.number().int(),
  recusals: z.number().int(),
  shortCode: z.string(),
  /** Set on a withdrawal: it brings no sheets, and what it names no longer counts. */
  withdraws: z.object({ result: z.string(), reason: z.string() }).nullable(),
});
export type StoredResult = z.infer<typeof StoredResult>;

export const signedResultCalls = [
  /** The very payload that will be signed, and what to look at before. */
  defineCall({
    name: "result/preview",
    access: "read",
    input: OfExpert,
    output: z.object({
      payload: ResultPayload,
      names: z.record(z.string(), z.string()),
      warnings: z.array(SignWarning),
      ready: z.boolean(),
      signed: StoredResult.nullable(),
    }),
    codes: ["round-not-open"],
  }),
  defineCall({
    name: "result/sign",
    access: "write",
    input: OfExpert.extend({ keyId: z.string(), passphrase: Passphrase }),
    output: z.object({
      file: WrittenFile,
      digest: z.string(),
      shortCode: z.string(),
      fingerprint: z.string(),
      signedAt: z.string(),
    }),
    codes: ["round-not-open", "not-ready", "wrong-key", "wrong-passphrase"],
  }),
  /** 撤回: takes back what was signed, with a signature and a reason of its own; then the sheets can be changed and signed anew. */
  defineCall({
    name: "result/reopen",
    access: "write",
    input: OfExpert.extend({
      reason: z.string().trim().min(1).max(500),
      keyId: z.string(),
      passphrase: Passphrase,
    }),
    output: z.object({
      reopened: z.number().int(),
      file: WrittenFile,
      digest: z.string(),
      shortCode: z.string(),
      signedAt: z.string(),
    }),
    codes: ["not-signed", "wrong-key", "wrong-passphrase"],
  }),
  defineCall({
    name: "result/merge",
    access: "write",
    /** At most as many as a large panel hands in at once. */
    input: InRound.extend({ uploads: z.array(z.string()).min(1).max(500) }),
    output: z.array(MergeOutcome),
    codes: ["round-not-open", "unknown-upload"],
  }),
  defineCall({ name: "result/list", access: "read", input: InRound, output: z.array(StoredResult) }),
] as const;

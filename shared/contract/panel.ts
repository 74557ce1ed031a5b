import { z } from "zod";
import { PanelPayload } from "../seal/panel-payload.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, Passphrase } from "./inputs.ts";

/** What to look at before the chair signs. `blocks`: nothing can be signed while it stands. */
export const PanelWarning = z.object({
  code: z.enum(["nothing-ranked", "open-tie", "missing-sheets", "cut-line-unset", "unplaced", "grade-open"]),
  blocks: z.boolean(),
  params: z.record(z.string(), z.string()),
});
export type PanelWarning = z.infer<typeof PanelWarning>;

/** A signed panel result. `current`: what stands in the database is still what was signed. */
export const SignedPanel = z.object({
  digest: z.string(),
  sequence: z.number().int(),
  chair: z.object({ name: z.string(), key: z.string() }),
  fingerprint: z.string(),
  shortCode: z.string(),
  signedAt: z.string(),
  remark: z.string(),
  current: z.boolean(),
});
export type SignedPanel = z.infer<typeof SignedPanel>;

export const panelCalls = [
  /** The very payload that would be signed now (without chair and day), and what stands in the way. */
  defineCall({
    name: "panel/preview",
    access: "read",
    input: InRound,
    output: z.object({
      payload: PanelPayload,
      warnings: z.array(PanelWarning),
      ready: z.boolean(),
      /** Every signature so far, newest first. */
      signed: z.array(SignedPanel),
    }),
    codes: ["round-not-open"],
  }),
  /** The chair signs ranking, grades, decisions and the digests of everything they rest on. An earlier one is superseded and kept. */
  defineCall({
    name: "panel/sign",
    access: "write",
    input: InRound.extend({
      keyId: z.string(),
      passphrase: Passphrase,
      /** The chair's statement: dissent, 复议, what the final decision has to mind. */
      remark: z.string().trim().max(4000).default(""),
      /** Repeats the digest of the content that was shown: nothing else is signed. */
      content: z.string(),
    }),
    output: z.object({
      file: WrittenFile,
      digest: z.string(),
      shortCode: z.string(),
      fingerprint: z.string(),
      signedAt: z.string(),
      sequence: z.number().int(),
    }),
    codes: ["round-not-open", "panel-not-ready", "panel-changed", "wrong-passphrase"],
  }),
] as const;

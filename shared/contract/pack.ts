import { z } from "zod";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { OfExpert, Passphrase } from "./inputs.ts";

export const packCalls = [
  /** Clerk: writes the expert's pack, signed with the clerk's own identity. */
  defineCall({
    name: "pack/make",
    access: "write",
    input: OfExpert.extend({ keyId: z.string(), passphrase: Passphrase }),
    output: z.object({ file: WrittenFile, digest: z.string(), submissions: z.number().int() }),
    codes: ["round-not-open", "not-enrolled", "nothing-assigned", "wrong-passphrase"],
  }),
  /** Expert: opens a pack that was handed over. */
  defineCall({
    name: "pack/open",
    access: "write",
    input: z.strictObject({ upload: z.string() }),
    output: z.object({
      round: z.string(),
      clerkName: z.string(),
      clerkFingerprint: z.string(),
      submissions: z.number(),
    }),
    codes: [
      "malformed",
      "altered",
      "no-signature",
      "not-canonical",
      "unknown-key",
      "round-is-here",
      "older-pack",
      "not-for-this-laptop",
      "too-large",
    ],
  }),
] as const;

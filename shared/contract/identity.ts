import { z } from "zod";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { Passphrase } from "./inputs.ts";

export const Identity = z.object({
  name: z.string(),
  keyId: z.string(),
  fingerprint: z.string(),
  createdAt: z.string(),
});
export type Identity = z.infer<typeof Identity>;

export const identityCalls = [
  defineCall({ name: "identity/list", access: "read", input: z.strictObject({}), output: z.array(Identity) }),
  defineCall({
    name: "identity/create",
    access: "write",
    input: z.strictObject({ name: z.string().trim().min(1).max(40), passphrase: Passphrase }),
    output: z.object({ identity: Identity, file: WrittenFile }),
    codes: ["weak-passphrase"],
  }),
  defineCall({
    name: "identity/export",
    access: "write",
    input: z.strictObject({ keyId: z.string() }),
    output: WrittenFile,
  }),
  /** The sealed key as a file, still under its passphrase, to carry it to another laptop. */
  defineCall({
    name: "identity/export-key",
    access: "write",
    input: z.strictObject({ keyId: z.string() }),
    output: WrittenFile,
  }),
  defineCall({
    name: "identity/import-key",
    access: "write",
    input: z.strictObject({ sealed: z.string().max(8000) }),
    output: Identity,
    codes: ["malformed", "already-here"],
  }),
] as const;

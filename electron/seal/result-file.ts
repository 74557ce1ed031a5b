import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import type { VerifiedResult } from "../../shared/seal/judge-result.ts";
import { ResultPayload } from "../../shared/seal/payloads.ts";
import { sha256Hex } from "./digest.ts";
import { type JwsProblem, signJws, verifyJws } from "./jws.ts";
import type { Signer } from "./keys.ts";

export const resultExtension = ".psr";
/** A sheet of 20 long comments is some 30 kB; 500 of them fit. */
export const largestResult = 16 * 1024 * 1024;

export interface SignedResult {
  /** Content of the `.psr` file: the compact JWS and a newline, so that any JOSE software can read it. */
  readonly text: string;
  /** SHA-256 of the compact JWS without the newline; names the result everywhere. */
  readonly digest: string;
}

/** Signs a result. The payload is checked against its schema first: what is signed must be readable by the clerk. */
export async function writeResult(payload: ResultPayload, signer: Signer): Promise<SignedResult> {
  if (payload.expert.key !== signer.identity.keyId)
    throw new Error("a result is signed with the key it names");
  const compact = await signJws(ResultPayload.parse(payload), "pingshen-result", signer);
  return { text: `${compact}\n`, digest: sha256Hex(compact) };
}

/** Reads and verifies a `.psr` file. Whether it may be merged is for `judgeResult` (shared/seal) to say. */
export async function readResult(
  text: string,
  publicKeyOf: (keyId: string) => string | null,
): Promise<Result<VerifiedResult, JwsProblem>> {
  const verified = await verifyJws(text, { typ: "pingshen-result", largest: largestResult, publicKeyOf });
  if (!verified.ok) return verified;
  const payload = ResultPayload.safeParse(verified.value.payload);
  if (!payload.success)
    return fail("malformed", { place: payload.error.issues[0]?.path.join("/") ?? "payload" });
  return succeed({ payload: payload.data, key: verified.value.keyId, digest: verified.value.digest });
}

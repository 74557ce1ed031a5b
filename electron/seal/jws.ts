import { CompactSign, compactVerify, errors } from "jose";
import { z } from "zod";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { canonicalBytes, canonicalFault, canonicalText } from "../../shared/seal/canonical.ts";
import { fromBase64url } from "./base64url.ts";
import { sha256Hex } from "./digest.ts";
import type { Signer } from "./keys.ts";
import { publicKeyObject } from "./public-key.ts";

export const jwsTypes = ["pingshen-result", "pingshen-pack", "pingshen-panel"] as const;
export type JwsType = (typeof jwsTypes)[number];

export type JwsProblem = "malformed" | "no-signature" | "unknown-key" | "altered" | "not-canonical";

/**
 * Exactly these three fields. One algorithm, so no confusion between algorithms; no `jwk`, `jku` or `x5c`, so the key never
 * comes from the file itself; no `crit` and no `b64`, so the file cannot change what is verified.
 */
const Header = z.strictObject({ alg: z.literal("EdDSA"), kid: z.string(), typ: z.enum(jwsTypes) });
type Header = z.infer<typeof Header>;

export interface SplitJws {
  readonly header: Header;
  readonly payload: Buffer;
  readonly compact: string;
}

export interface VerifiedJws {
  readonly payload: unknown;
  readonly keyId: string;
  /** SHA-256 of the compact JWS in ASCII. */
  readonly digest: string;
}

/** Signs the RFC 8785 bytes of `payload` as a compact JWS (RFC 7515, EdDSA of RFC 8037). Deterministic. */
export const signJws = (payload: unknown, typ: JwsType, signer: Signer): Promise<string> =>
  new CompactSign(canonicalBytes(payload))
    .setProtectedHeader({ alg: "EdDSA", kid: signer.identity.keyId, typ })
    .sign(signer.privateKey);

function parseJson(bytes: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return null;
  }
}

const AlgorithmOnly = z.object({ alg: z.string() });

function readHeader(bytes: Buffer): Result<Header, "malformed" | "no-signature"> {
  const value = parseJson(bytes)?.value;
  const header = Header.safeParse(value);
  const sameBytes = header.success && canonicalText(header.data) === bytes.toString("utf8");
  if (sameBytes) return succeed(header.data);
  const claimed = AlgorithmOnly.safeParse(value);
  const unsigned = claimed.success && claimed.data.alg.toLowerCase() === "none";
  return unsigned ? fail("no-signature", {}) : fail("malformed", { place: "header" });
}

/** Takes a compact JWS apart without trusting any of it. `largest`: characters, checked before anything is decoded. */
export function splitJws(text: string, largest: number): Result<SplitJws, "malformed" | "no-signature"> {
  if (text.length > largest) return fail("malformed", { place: "size" });
  const compact = text.replace(/\r?\n$/, "");
  const [first, second, third, ...more] = compact.split(".");
  if (first === undefined || second === undefined || more.length > 0)
    return fail("malformed", { place: "parts" });
  const headerBytes = fromBase64url(first);
  const payload = fromBase64url(second);
  if (headerBytes === null || payload === null || first === "")
    return fail("malformed", { place: "base64url" });
  const header = readHeader(headerBytes);
  if (!header.ok) return header;
  if (third === undefined || third === "") return fail("no-signature", {});
  return fromBase64url(third)?.length === 64
    ? succeed({ header: header.value, payload, compact })
    : fail("malformed", { place: "signature" });
}

async function signatureFits(compact: string, publicKey: string): Promise<boolean> {
  try {
    await compactVerify(compact, publicKeyObject(publicKey), { algorithms: ["EdDSA"] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** The signed bytes as data, accepted only when they are exactly what RFC 8785 would write for that data. */
function readCanonical(payload: Buffer): Result<unknown, "malformed" | "not-canonical"> {
  const parsed = parseJson(payload);
  if (parsed === null) return fail("malformed", { place: "payload" });
  if (canonicalFault(parsed.value) !== null) return fail("not-canonical", {});
  return Buffer.from(canonicalBytes(parsed.value)).equals(payload)
    ? succeed(parsed.value)
    : fail("not-canonical", {});
}

export interface VerifyOptions {
  readonly typ: JwsType;
  readonly largest: number;
  /** The public key with this id, or `null` when it is not known. */
  readonly publicKeyOf: (keyId: string) => string | null;
}

/**
 * Verifies a compact JWS. Asked in this order: is it one (`malformed`), is it signed (`no-signature`), by a key we know
 * (`unknown-key`), does the signature fit (`altered`), is the payload canonical (`not-canonical`: two readers could
 * otherwise see different data in the same signed bytes).
 */
export async function verifyJws(
  text: string,
  options: VerifyOptions,
): Promise<Result<VerifiedJws, JwsProblem>> {
  const split = splitJws(text, options.largest);
  if (!split.ok) return split;
  const { header, payload, compact } = split.value;
  if (header.typ !== options.typ) return fail("malformed", { place: "typ", found: header.typ });
  const publicKey = options.publicKeyOf(header.kid);
  if (publicKey === null) return fail("unknown-key", { key: header.kid });
  if (!(await signatureFits(compact, publicKey))) return fail("altered", { key: header.kid });
  const value = readCanonical(payload);
  if (!value.ok) return value;
  return succeed({ payload: value.value, keyId: header.kid, digest: sha256Hex(compact) });
}

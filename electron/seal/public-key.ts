import { createPublicKey, type KeyObject } from "node:crypto";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { canonicalText } from "../../shared/seal/canonical.ts";
import { PublicIdentity } from "../../shared/seal/identity.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { sha256Hex } from "./digest.ts";

/**
 * Encodings of points of small order and of y ≥ p (sign bit cleared). Under such a key a signature can be made that fits many
 * messages, so nobody could be held to it (Cremers & Jackson, "Prime, Order Please!", 2019; libsodium refuses the same list).
 */
const weakPoints = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);

function isWeak(publicKey: Buffer): boolean {
  const point = Buffer.from(publicKey);
  point[31] = (point[31] ?? 0) & 0x7f;
  return weakPoints.has(point.toString("hex"));
}

/** RFC 7638 SHA-256 thumbprint of the RFC 8037 key, base64url. */
export const keyIdOf = (publicKey: string): string =>
  toBase64url(Buffer.from(sha256Hex(canonicalText({ crv: "Ed25519", kty: "OKP", x: publicKey })), "hex"));

export const publicKeyObject = (publicKey: string): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });

/** The key as PEM, for people who verify with openssl. */
export const publicKeyPem = (identity: PublicIdentity): string =>
  String(publicKeyObject(identity.publicKey).export({ format: "pem", type: "spki" }));

export const makeIdentity = (name: string, publicKey: string): PublicIdentity => ({
  type: "pingshen/identity",
  format: 1,
  name,
  publicKey,
  keyId: keyIdOf(publicKey),
});

/** A public identity that came from outside: well-formed, its id is that of its key, and the key is a sound one. */
export function checkIdentity(
  value: unknown,
): Result<PublicIdentity, "malformed" | "key-id-differs" | "weak-key"> {
  const parsed = PublicIdentity.safeParse(value);
  if (!parsed.success) return fail("malformed", { place: parsed.error.issues[0]?.path.join("/") ?? "" });
  const bytes = fromBase64url(parsed.data.publicKey);
  if (bytes === null) return fail("malformed", { place: "publicKey" });
  if (keyIdOf(parsed.data.publicKey) !== parsed.data.keyId) return fail("key-id-differs", {});
  return isWeak(bytes) ? fail("weak-key", {}) : succeed(parsed.data);
}

const largestIdentity = 4000;

/** Reads a `.pub.json` file: what an expert hands over and what a third party needs to verify. */
export function readIdentity(text: string): ReturnType<typeof checkIdentity> {
  if (text.length > largestIdentity) return fail("malformed", { place: "" });
  try {
    return checkIdentity(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return fail("malformed", { place: "" });
  }
}

export const identityFile = (identity: PublicIdentity): string => `${JSON.stringify(identity, null, 2)}\n`;

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  scrypt,
} from "node:crypto";
import { promisify } from "node:util";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { canonicalBytes } from "../../shared/seal/canonical.ts";
import { type PublicIdentity, SealedKey } from "../../shared/seal/identity.ts";
import {
  checkPassphrase,
  normalisePassphrase,
  type PassphraseProblem,
} from "../../shared/seal/passphrase.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { checkIdentity, makeIdentity, publicKeyObject } from "./public-key.ts";

/** An opened key. The secret stays inside the KeyObject: nothing that is logged or sent on can carry it. */
export interface Signer {
  readonly identity: PublicIdentity;
  readonly privateKey: KeyObject;
}

export interface KdfCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** About 0.4 s and 128 MB on an office laptop (OWASP's strongest setting for scrypt). */
export const strongCost: KdfCost = { N: 2 ** 17, r: 8, p: 1 };

/** A key file from outside may not make this laptop compute for minutes or fill its memory. */
const mostMemory = 512 * 1024 * 1024;
const memoryOf = ({ N, r, p }: KdfCost): number => 128 * N * r + 128 * r * p;
const isBearable = (cost: KdfCost): boolean =>
  Number.isInteger(Math.log2(cost.N)) &&
  cost.N >= 2 ** 10 &&
  cost.r >= 1 &&
  cost.p >= 1 &&
  cost.p <= 4 &&
  memoryOf(cost) <= mostMemory;

function deriveKey(passphrase: string, salt: Buffer, cost: KdfCost): Promise<Buffer> {
  const options = { ...cost, maxmem: memoryOf(cost) + 1024 * 1024 };
  // The callback form runs on a thread of its own, so the window does not stand still.
  return new Promise((resolve, reject) =>
    scrypt(normalisePassphrase(passphrase), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
}

/** Binds the wrapped seed to its public half and its cost: neither can be exchanged without the seal breaking. */
const boundData = (identity: PublicIdentity, kdf: SealedKey["kdf"]): Uint8Array =>
  canonicalBytes({ identity, kdf });

async function sealSeed(
  seed: Buffer,
  identity: PublicIdentity,
  passphrase: string,
  cost: KdfCost,
): Promise<SealedKey> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const kdf = { name: "scrypt" as const, ...cost, salt: toBase64url(salt) };
  const key = await deriveKey(passphrase, salt, cost);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(boundData(identity, kdf));
  const data = Buffer.concat([cipher.update(seed), cipher.final()]);
  const wrapped = { iv: toBase64url(iv), tag: toBase64url(cipher.getAuthTag()), data: toBase64url(data) };
  return {
    type: "pingshen/sealed-key",
    format: 1,
    identity,
    kdf,
    cipher: { name: "aes-256-gcm", ...wrapped },
  };
}

const privateKeyFrom = (seed: Buffer, publicKey: string): KeyObject =>
  createPrivateKey({
    key: { kty: "OKP", crv: "Ed25519", d: toBase64url(seed), x: publicKey },
    format: "jwk",
  });

export interface NewIdentity {
  readonly signer: Signer;
  /** What is stored on this laptop. */
  readonly sealed: SealedKey;
}

/**
 * A new Ed25519 identity, its seed wrapped with the passphrase. The passphrase is checked by the rules of
 * shared/seal/passphrase.ts. `cost` is lowered only in tests.
 */
export async function createIdentity(
  name: string,
  passphrase: string,
  cost: KdfCost = strongCost,
): Promise<Result<NewIdentity, PassphraseProblem>> {
  const checked = checkPassphrase(passphrase, name);
  if (!checked.ok) return checked;
  const { privateKey } = await promisify(generateKeyPair)("ed25519");
  const { d = "", x = "" } = privateKey.export({ format: "jwk" });
  const identity = makeIdentity(name, x);
  const sealed = await sealSeed(Buffer.from(d, "base64url"), identity, checked.value, cost);
  return succeed({ signer: { identity, privateKey }, sealed });
}

function unwrapSeed(sealed: SealedKey, key: Buffer): Buffer | null {
  const iv = fromBase64url(sealed.cipher.iv);
  const tag = fromBase64url(sealed.cipher.tag);
  const data = fromBase64url(sealed.cipher.data);
  if (iv?.length !== 12 || tag?.length !== 16 || data?.length !== 32) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  decipher.setAAD(boundData(sealed.identity, sealed.kdf));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    return null;
  }
}

/** The seed must really belong to the public half: a signature nobody could verify would be worse than none. */
function signerFrom(seed: Buffer, identity: PublicIdentity): Signer | null {
  try {
    const privateKey = privateKeyFrom(seed, identity.publicKey);
    const { x } = publicKeyObject(identity.publicKey).export({ format: "jwk" });
    return privateKey.export({ format: "jwk" }).x === x ? { identity, privateKey } : null;
  } catch {
    return null;
  }
}

/**
 * Opens a stored key. `wrong-passphrase`: the seal did not open, which a wrong passphrase and a damaged file cannot be told
 * apart by; `damaged`: the file is no key file, or its halves do not belong together; `unbearable-cost`: opening it would
 * take more than 512 MB.
 */
export async function openKey(
  value: unknown,
  passphrase: string,
): Promise<Result<Signer, "wrong-passphrase" | "damaged" | "unbearable-cost">> {
  const parsed = SealedKey.safeParse(value);
  if (!parsed.success || !checkIdentity(parsed.data.identity).ok) return fail("damaged", {});
  const sealed = parsed.data;
  if (!isBearable(sealed.kdf)) return fail("unbearable-cost", {});
  const salt = fromBase64url(sealed.kdf.salt);
  if (salt === null || salt.length < 16) return fail("damaged", {});
  const { N, r, p } = sealed.kdf;
  const seed = unwrapSeed(sealed, await deriveKey(passphrase, salt, { N, r, p }));
  if (seed === null) return fail("wrong-passphrase", { name: sealed.identity.name });
  const signer = signerFrom(seed, sealed.identity);
  seed.fill(0);
  return signer === null ? fail("damaged", {}) : succeed(signer);
}

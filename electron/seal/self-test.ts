import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  scrypt,
  sign,
  verify,
} from "node:crypto";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { toBase64url } from "./base64url.ts";
import { publicKeyObject } from "./public-key.ts";

export const primitives = ["sha-256", "ed25519", "scrypt", "aes-256-gcm"] as const;
export type Primitive = (typeof primitives)[number];

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

/** FIPS 180-4, one block: "abc". */
const sha256Works = (): boolean =>
  createHash("sha256").update("abc").digest("hex") ===
  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/** RFC 8032 section 7.1, test 3. */
function ed25519Works(): boolean {
  const d = bytes("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
  const x = toBase64url(bytes("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
  const message = bytes("af82");
  const expected = bytes(
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  );
  const key = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", d: toBase64url(d), x }, format: "jwk" });
  return (
    sign(null, message, key).equals(expected) &&
    verify(null, message, publicKeyObject(x), expected) &&
    !verify(null, bytes("af83"), publicKeyObject(x), expected)
  );
}

/** RFC 7914 section 12, third vector. */
const scryptWorks = (): Promise<boolean> =>
  new Promise((resolve, reject) =>
    scrypt("pleaseletmein", "SodiumChloride", 64, { N: 16384, r: 8, p: 1 }, (error, key) =>
      error === null
        ? resolve(
            key.toString("hex") ===
              "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
          )
        : reject(error),
    ),
  );

/** McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16 (256-bit key, additional data). */
function gcmWorks(): boolean {
  const key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  const iv = bytes("cafebabefacedbaddecaf888");
  const aad = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const plain = bytes(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  );
  const sealed = bytes(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
  );
  const tag = bytes("76fc6ece0f4e1768cddf8853bb2d551b");
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(aad);
  const made = Buffer.concat([cipher.update(plain), cipher.final()]);
  if (!made.equals(sealed) || !cipher.getAuthTag().equals(tag)) return false;
  const decipher = createDecipheriv("aes-256-gcm", key, iv).setAAD(aad).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).equals(plain);
}

export type Checks = Readonly<Record<Primitive, () => boolean | Promise<boolean>>>;

export const knownVectors: Checks = {
  "sha-256": sha256Works,
  ed25519: ed25519Works,
  scrypt: scryptWorks,
  "aes-256-gcm": gcmWorks,
};

/**
 * Known answers for every primitive in use, at each start (some 50 ms). Electron's crypto is BoringSSL and not Node's
 * OpenSSL: a difference must be a sentence before anything is signed, not an unreadable signature after the panel went home.
 */
export async function selfTest(
  checks: Checks = knownVectors,
): Promise<Result<{ readonly checked: readonly Primitive[] }, "self-test-failed">> {
  for (const primitive of primitives) {
    // A primitive that throws is as broken as one that gives the wrong answer.
    const works = await Promise.resolve()
      .then(checks[primitive])
      .catch(() => false);
    if (!works) return fail("self-test-failed", { primitive });
  }
  return succeed({ checked: primitives });
}

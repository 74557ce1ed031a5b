import { calculateJwkThumbprint } from "jose";
import { describe, expect, it } from "vitest";
import { fingerprintOf, shortCodeOf } from "../../../electron/seal/fingerprint.ts";
import { signJws } from "../../../electron/seal/jws.ts";
import { createIdentity, openKey, strongCost } from "../../../electron/seal/keys.ts";
import {
  checkIdentity,
  identityFile,
  keyIdOf,
  makeIdentity,
  readIdentity,
} from "../../../electron/seal/public-key.ts";
import { SealedKey } from "../../../shared/seal/identity.ts";
import { makeSigner } from "../../support/sealed-round.ts";

const passphrase = "山高月小水落石出";
const cheap = { N: 2 ** 10, r: 8, p: 1 };

async function made(cost = cheap) {
  const created = await createIdentity("王五", passphrase, cost);
  if (!created.ok) throw new Error(created.code);
  return created.value;
}

const codeOf = async (value: unknown, text = passphrase) => {
  const opened = await openKey(value, text);
  return opened.ok ? "ok" : opened.code;
};

const flip = (text: string) => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;

describe("an expert's key", () => {
  it("opens with its passphrase, typed in any width, and signs as before", async () => {
    const { signer, sealed } = await made();
    const stored: unknown = JSON.parse(JSON.stringify(sealed));
    expect(SealedKey.parse(stored)).toEqual(sealed);
    const opened = await openKey(stored, ` ${passphrase}　`);
    if (!opened.ok) throw new Error(opened.code);
    expect(await signJws({ a: 1 }, "pingshen-result", opened.value)).toBe(
      await signJws({ a: 1 }, "pingshen-result", signer),
    );
  });

  it("is protected at full cost unless a test asks otherwise", async () => {
    const created = await createIdentity("王五", passphrase);
    expect(created.ok && created.value.sealed.kdf).toMatchObject({ name: "scrypt", N: 131072, r: 8, p: 1 });
    expect(strongCost.N).toBe(2 ** 17);
  });

  it("does not show its secret when printed, stored or sent", async () => {
    const { signer, sealed } = await made();
    const secret = signer.privateKey.export({ format: "jwk" }).d ?? "";
    expect(secret).toHaveLength(43);
    expect(JSON.stringify([signer, sealed])).not.toContain(secret);
  });

  it("stays closed for a wrong passphrase", async () => {
    const { sealed } = await made();
    expect(await codeOf(sealed, "山高月小水落石")).toBe("wrong-passphrase");
    expect(await codeOf(sealed, "")).toBe("wrong-passphrase");
  });

  it("stays closed when any part of its file was changed", async () => {
    const { sealed } = await made();
    const { cipher, kdf, identity } = sealed;
    const renamed = { ...sealed, identity: { ...identity, name: "赵六" } };
    const foreign = makeSigner("赵六").identity;
    expect([
      await codeOf({ ...sealed, cipher: { ...cipher, data: flip(cipher.data) } }),
      await codeOf({ ...sealed, cipher: { ...cipher, tag: flip(cipher.tag) } }),
      await codeOf({ ...sealed, cipher: { ...cipher, tag: cipher.tag.slice(0, 6) } }),
      await codeOf({ ...sealed, cipher: { ...cipher, iv: flip(cipher.iv) } }),
      await codeOf({ ...sealed, kdf: { ...kdf, salt: flip(kdf.salt) } }),
      await codeOf({ ...sealed, kdf: { ...kdf, N: 2 ** 11 } }),
      await codeOf(renamed),
      await codeOf({ ...sealed, identity: foreign }),
    ]).toEqual(Array(8).fill("wrong-passphrase"));
    expect([
      await codeOf({ ...sealed, identity: { ...identity, keyId: foreign.keyId } }),
      await codeOf({ ...sealed, kdf: { ...kdf, salt: "" } }),
      await codeOf({ ...sealed, extra: 1 }),
      await codeOf("{}"),
      await codeOf(null),
    ]).toEqual(Array(5).fill("damaged"));
  });

  it("that would take minutes or gigabytes to open is refused before any computing", async () => {
    const { sealed } = await made();
    const costs = [
      { N: 2 ** 30, r: 8, p: 1 },
      { N: 2 ** 17, r: 1024, p: 1 },
      { N: 2 ** 17, r: 8, p: 1000 },
      { N: 12345, r: 8, p: 1 },
      { N: 0, r: 8, p: 1 },
    ];
    for (const cost of costs)
      expect(await codeOf({ ...sealed, kdf: { ...sealed.kdf, ...cost } })).toBe("unbearable-cost");
  });

  it("is not made with a poor passphrase", async () => {
    const created = await createIdentity("王五", "12345678", cheap);
    expect(created.ok ? "ok" : created.code).toBe("too-short");
  });
});

describe("a public identity", () => {
  it("has the RFC 7638 thumbprint of RFC 8037 appendix A.3, as the jose library computes it", async () => {
    const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    expect(keyIdOf(x)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    const { publicKey, keyId } = makeSigner("王五").identity;
    expect(await calculateJwkThumbprint({ kty: "OKP", crv: "Ed25519", x: publicKey })).toBe(keyId);
  });

  it("is read back from its file, with or without a byte order mark", () => {
    const { identity } = makeSigner("王五");
    expect(readIdentity(identityFile(identity))).toEqual({ ok: true, value: identity });
    expect(readIdentity(`\uFEFF${identityFile(identity)}`).ok).toBe(true);
  });

  it("is refused when its id is not that of its key, when the key is weak, and when it is none", () => {
    const { identity } = makeSigner("王五");
    const other = makeSigner("赵六").identity;
    const code = (value: unknown) => {
      const checked = checkIdentity(value);
      return checked.ok ? "ok" : checked.code;
    };
    const weak = (hex: string) => code(makeIdentity("弱", Buffer.from(hex, "hex").toString("base64url")));
    expect(code({ ...identity, keyId: other.keyId })).toBe("key-id-differs");
    expect([
      weak(`01${"00".repeat(31)}`),
      weak(`01${"00".repeat(30)}80`),
      weak(`ec${"ff".repeat(30)}7f`),
      weak("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
    ]).toEqual(Array(4).fill("weak-key"));
    // The last character of 43 carries two unused bits: another spelling of the same key.
    const last = identity.publicKey.at(-1) ?? "";
    const twin = String.fromCharCode(last.charCodeAt(0) + 1);
    expect(code(makeIdentity("王五", identity.publicKey.slice(0, -1) + twin))).toBe("malformed");
    expect([code(null), code([]), code({ ...identity, secret: 1 }), code({ ...identity, name: "" })]).toEqual(
      Array(4).fill("malformed"),
    );
    expect([readIdentity("{").ok, readIdentity(" ".repeat(5000)).ok]).toEqual([false, false]);
  });
});

describe("a fingerprint", () => {
  it("is 30 digits in six groups, different for different keys", () => {
    const prints = Array.from({ length: 50 }, () => fingerprintOf(makeSigner("x").identity.keyId));
    for (const print of prints) expect(print).toMatch(/^(\d{5} ){5}\d{5}$/);
    expect(new Set(prints).size).toBe(50);
  });

  it("is the key id as a number modulo 10^30, so that anyone can compute it", () => {
    expect(fingerprintOf(Buffer.alloc(32, 0).fill(1, 31).toString("base64url"))).toBe(
      "00000 00000 00000 00000 00000 00001",
    );
    expect(fingerprintOf("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k").replaceAll(" ", "")).toBe(
      String(
        BigInt(
          `0x${Buffer.from("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", "base64url").toString("hex")}`,
        ),
      ).slice(-30),
    );
    expect(() => fingerprintOf("short")).toThrow(TypeError);
  });

  it("of a file is two groups of five digits", () => {
    expect(shortCodeOf("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")).toBe(
      "68170 89965",
    );
  });
});

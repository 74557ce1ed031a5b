import { spawnSync } from "node:child_process";
import { createHmac, createPublicKey, sign, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { compactVerify, createLocalJWKSet } from "jose";
import { describe, expect, it } from "vitest";
import { signJws, verifyJws } from "../../../electron/seal/jws.ts";
import { publicKeyPem } from "../../../electron/seal/public-key.ts";
import { readResult, writeResult } from "../../../electron/seal/result-file.ts";
import { canonicalText } from "../../../shared/seal/canonical.ts";
import { makeSigner, resultPayload } from "../../support/sealed-round.ts";

const signer = makeSigner("王五");
const { keyId, publicKey } = signer.identity;
const known = (id: string) => (id === keyId ? publicKey : null);
const payload = resultPayload(keyId);
const { text } = await writeResult(payload, signer);
const [header = "", body = "", signature = ""] = text.trim().split(".");

const encode = (value: string) => Buffer.from(value).toString("base64url");
const verdictOf = async (compact: string, keys = known) => {
  const result = await readResult(compact, keys);
  return result.ok ? "valid" : result.code;
};

/** A compact JWS really signed with our key, whatever stands in it. */
const forged = (protectedHeader: string, content: string) => {
  const input = `${encode(protectedHeader)}.${encode(content)}`;
  return `${input}.${sign(null, Buffer.from(input), signer.privateKey).toString("base64url")}`;
};
const goodHeader = `{"alg":"EdDSA","kid":"${keyId}","typ":"pingshen-result"}`;

const openssl = spawnSync("openssl", ["version"]).status === 0;

describe("a signed result, read by others", () => {
  it("verifies with Node's crypto on the raw parts", () => {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    expect(verify(null, Buffer.from(`${header}.${body}`), key, Buffer.from(signature, "base64url"))).toBe(
      true,
    );
    expect(Buffer.from(header, "base64url").toString()).toBe(goodHeader);
    expect(Buffer.from(body, "base64url").toString()).toBe(canonicalText(payload));
  });

  it("verifies with jose and a standard key set", async () => {
    const keys = createLocalJWKSet({ keys: [{ kty: "OKP", crv: "Ed25519", x: publicKey, kid: keyId }] });
    const { payload: bytes } = await compactVerify(text.trim(), keys);
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(payload);
  });

  it.skipIf(!openssl)("verifies with openssl, which refuses it after one changed byte", () => {
    const folder = mkdtempSync(join(tmpdir(), "pingshen-jws-"));
    const file = (name: string, bytes: string | Buffer) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const key = file("key.pem", publicKeyPem(signer.identity));
    const sig = file("sig", Buffer.from(signature, "base64url"));
    const run = (input: string) =>
      spawnSync("openssl", [
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        key,
        "-rawin",
        "-in",
        input,
        "-sigfile",
        sig,
      ]).status;
    expect(run(file("good", `${header}.${body}`))).toBe(0);
    expect(run(file("bad", `${header}.${body.slice(0, -1)}`))).not.toBe(0);
    rmSync(folder, { recursive: true });
  });

  it("is the same bytes each time it is signed", async () => {
    expect((await writeResult(payload, signer)).text).toBe(text);
    expect(text.endsWith("\n")).toBe(true);
  });
});

describe("verifying", () => {
  it("gives back what was signed", async () => {
    const result = await readResult(text, known);
    expect(result).toMatchObject({ ok: true, value: { payload, key: keyId } });
    expect(await verdictOf(text.trim())).toBe("valid");
    expect(await verdictOf(text.replace("\n", "\r\n"))).toBe("valid");
  });

  it("never calls a result valid after any change of one byte, at any position", async () => {
    const bytes = Buffer.from(text.trim());
    const verdicts = new Set<string>();
    for (let position = 0; position < bytes.length; position += 1) {
      const altered = Buffer.from(bytes);
      // Every position with the neighbouring base64url character: the change that unused bits would swallow.
      altered[position] = bytes[position] === 0x41 ? 0x42 : 0x41;
      verdicts.add(await verdictOf(altered.toString("latin1")));
    }
    expect(verdicts).not.toContain("valid");
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (position, mask) => {
          const altered = Buffer.from(bytes);
          altered[position] = (bytes[position] ?? 0) ^ mask;
          expect(await verdictOf(altered.toString("latin1"))).not.toBe("valid");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never calls a result valid with bytes left out, added or repeated", async () => {
    const whole = text.trim();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 8 }),
        async (at, count) => {
          expect(await verdictOf(whole.slice(0, at) + whole.slice(at + count))).not.toBe("valid");
          expect(await verdictOf(whole.slice(0, at + count) + whole.slice(at))).not.toBe("valid");
        },
      ),
    );
    expect(await verdictOf(`${text}\n`)).toBe("malformed");
    expect(await verdictOf(` ${text}`)).toBe("malformed");
    expect(await verdictOf(`${whole}=`)).toBe("malformed");
  });

  it("tells an altered payload from an unknown key and from a missing signature", async () => {
    const other = encode(canonicalText({ ...payload, sequence: 2 }));
    const stranger = makeSigner("陌生人");
    const strange = await writeResult(resultPayload(stranger.identity.keyId), stranger);
    expect([
      await verdictOf(`${header}.${other}.${signature}`),
      await verdictOf(strange.text),
      await verdictOf(`${header}.${body}`),
      await verdictOf(`${header}.${body}.`),
      await verdictOf(`${encode('{"alg":"none"}')}.${body}.`),
      await verdictOf(`${encode('{"alg":"None","typ":"pingshen-result"}')}.${body}.${signature}`),
    ]).toEqual(["altered", "unknown-key", "no-signature", "no-signature", "no-signature", "no-signature"]);
  });

  it("accepts no other algorithm, no key from the file and no critical header", async () => {
    const hmacHeader = encode(`{"alg":"HS256","kid":"${keyId}","typ":"pingshen-result"}`);
    const mac = createHmac("sha256", publicKey).update(`${hmacHeader}.${body}`).digest("base64url");
    const content = canonicalText(payload);
    const attacker = makeSigner("攻击者");
    const jwk = `{"crv":"Ed25519","kty":"OKP","x":"${attacker.identity.publicKey}"}`;
    expect([
      await verdictOf(`${hmacHeader}.${body}.${mac}`),
      await verdictOf(
        forged(`{"alg":"EdDSA","jwk":${jwk},"kid":"${keyId}","typ":"pingshen-result"}`, content),
      ),
      await verdictOf(
        forged(
          `{"alg":"EdDSA","b64":false,"crit":["b64"],"kid":"${keyId}","typ":"pingshen-result"}`,
          content,
        ),
      ),
      await verdictOf(forged(`{"alg":"Ed25519","kid":"${keyId}","typ":"pingshen-result"}`, content)),
      await verdictOf(forged(`{"kid":"${keyId}","alg":"EdDSA","typ":"pingshen-result"}`, content)),
      await verdictOf(
        forged(`{"alg":"EdDSA","alg":"EdDSA","kid":"${keyId}","typ":"pingshen-result"}`, content),
      ),
      await verdictOf(forged(goodHeader.replace("result", "pack"), content)),
    ]).toEqual(Array(7).fill("malformed"));
    expect(await verdictOf(forged(goodHeader, content))).toBe("valid");
  });

  it("refuses a rightly signed payload that is not written canonically", async () => {
    const content = canonicalText(payload);
    expect([
      await verdictOf(forged(goodHeader, ` ${content}`)),
      await verdictOf(forged(goodHeader, JSON.stringify(payload))),
      await verdictOf(forged(goodHeader, content.replace("{", '{"expert":{},'))),
      await verdictOf(forged(goodHeader, content.replace('"sequence":1', '"sequence":1.0'))),
      await verdictOf(forged(goodHeader, content.replace("扎实", "\\ud800"))),
      await verdictOf(forged(goodHeader, "[".repeat(100_000) + "]".repeat(100_000))),
    ]).toEqual(Array(6).fill("not-canonical"));
  });

  it("refuses a rightly signed payload that is no result", async () => {
    expect([
      await verdictOf(forged(goodHeader, "{}")),
      await verdictOf(forged(goodHeader, "no json")),
      await verdictOf(forged(goodHeader, canonicalText({ ...payload, extra: 1 }))),
      await verdictOf(await signJws({ ...payload, format: 2 }, "pingshen-result", signer)),
    ]).toEqual(Array(4).fill("malformed"));
  });

  it("refuses an oversized file before decoding it", async () => {
    const result = await verifyJws(text, { typ: "pingshen-result", largest: 100, publicKeyOf: known });
    expect(result).toEqual({ ok: false, code: "malformed", params: { place: "size" } });
  });

  it("answers with a refusal for any text whatever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (noise) => {
        expect(["malformed", "no-signature"]).toContain(await verdictOf(noise));
      }),
    );
  });
});

describe("writing a result", () => {
  it("is refused for a payload that names another key or that no clerk could read", async () => {
    await expect(writeResult(resultPayload("k".repeat(43)), signer)).rejects.toThrow("the key it names");
    await expect(writeResult({ ...payload, sequence: 0 }, signer)).rejects.toThrow();
  });
});

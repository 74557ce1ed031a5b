import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityFile } from "../../../electron/seal/public-key.ts";
import { writeResult } from "../../../electron/seal/result-file.ts";
import { verifyBytes } from "../../../electron/seal/verify-file.ts";
import { writePack } from "../../../electron/seal/write-pack.ts";
import { canonicalText } from "../../../shared/seal/canonical.ts";
import { verdicts } from "../../../shared/seal/payloads.ts";
import { catalogue, isWordKey } from "../../../shared/text/catalogue/index.ts";
import { makeSigner, packContents, resultPayload } from "../../support/sealed-round.ts";

const expert = makeSigner("王五");
const clerk = makeSigner("李经办");
const keys = [expert.identity, clerk.identity];
const result = Buffer.from((await writeResult(resultPayload(expert.identity.keyId), expert)).text);
const pack = (await writePack(packContents(expert.identity.keyId), clerk)).bytes;
const identity = Buffer.from(identityFile(expert.identity));

const verdictOf = async (bytes: Buffer | string, known = keys) =>
  (await verifyBytes(Buffer.from(bytes), known)).verdict;

describe("verifying a file", () => {
  it("says valid only under a key that was given", async () => {
    expect([await verdictOf(result), await verdictOf(pack), await verdictOf(identity)]).toEqual(
      Array(3).fill("valid"),
    );
    expect([await verdictOf(result, []), await verdictOf(pack, []), await verdictOf(identity, [])]).toEqual(
      Array(3).fill("unknown-key"),
    );
  });

  it("says who signed what, and when", async () => {
    expect(await verifyBytes(result, keys)).toMatchObject({
      verdict: "valid",
      sort: "result",
      details: {
        signer: "王五",
        expert: "e1",
        round: "r1",
        sequence: "1",
        sheets: "3",
        recusals: "1",
        key: expert.identity.keyId,
      },
    });
    expect(await verifyBytes(pack, keys)).toMatchObject({
      sort: "pack",
      details: { clerk: "李经办", submissions: "3", files: "1", signature: "sound" },
    });
  });

  it("without the key gives the fingerprint and calls the name a claim", async () => {
    const { details } = await verifyBytes(result, [clerk.identity]);
    expect(details).toMatchObject({ claimedName: "王五", key: expert.identity.keyId });
    expect(details.fingerprint).toMatch(/^(\d{5} ){5}\d{5}$/);
    expect(details).not.toHaveProperty("signer");
  });

  it("tells altered, unsigned and foreign files apart", async () => {
    const other = makeSigner("王五").identity;
    const middle = Math.floor(result.length / 2);
    const altered = Buffer.from(result);
    altered[middle] = result[middle] === 0x41 ? 0x42 : 0x41;
    const payload = canonicalText(resultPayload(expert.identity.keyId));
    expect([
      await verdictOf(altered),
      await verdictOf(identityFile({ ...expert.identity, name: "王六" })),
      await verdictOf(identityFile({ ...expert.identity, publicKey: other.publicKey })),
      await verdictOf(result.toString().split(".").slice(0, 2).join(".")),
      await verdictOf(payload),
      await verdictOf("{}"),
      await verdictOf(""),
      await verdictOf("PK"),
      await verdictOf("姓名,分数\n王五,99"),
      await verdictOf(pack.subarray(0, 500)),
    ]).toEqual([
      "altered",
      "altered",
      "altered",
      "no-signature",
      "no-signature",
      "malformed",
      "malformed",
      "malformed",
      "malformed",
      "malformed",
    ]);
  });

  it("never calls a changed result or identity valid", async () => {
    const subjects = [result.subarray(0, -1), identity];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...subjects),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, at, mask) => {
          const altered = Buffer.from(bytes);
          const position = at % bytes.length;
          altered[position] = (bytes[position] ?? 0) ^ mask;
          if ((await verdictOf(altered)) !== "valid") return;
          // The only changes left are blanks between the parts of the readable identity file.
          expect(JSON.parse(altered.toString())).toEqual(expert.identity);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("answers about a key id that only looks like one", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const header = part({ alg: "EdDSA", kid: `${"A".repeat(42)}B`, typ: "pingshen-result" });
    const signature = Buffer.alloc(64).toString("base64url");
    expect(await verdictOf(Buffer.from(`${header}.${part({})}.${signature}`))).toBe("unknown-key");
  });

  it("answers about any bytes whatever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        expect(await verdictOf(Buffer.from(noise))).toBe("malformed");
        expect(await verdictOf(Buffer.concat([Buffer.from("PK\x03\x04"), noise]))).toBe("malformed");
      }),
    );
  });

  it("has a sentence for every verdict in both languages", () => {
    for (const verdict of verdicts) {
      const key = `verdict.${verdict}`;
      expect(isWordKey(key) && [catalogue.zh[key], catalogue.en[key]].every((text) => text.length > 10)).toBe(
        true,
      );
    }
  });
});

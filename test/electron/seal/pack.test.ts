import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossierDigest, sha256Hex } from "../../../electron/seal/digest.ts";
import { signJws } from "../../../electron/seal/jws.ts";
import type { Signer } from "../../../electron/seal/keys.ts";
import type { PackContents } from "../../../electron/seal/pack-contents.ts";
import { identityFile } from "../../../electron/seal/public-key.ts";
import { packLimits, readPack } from "../../../electron/seal/read-pack.ts";
import { writePack } from "../../../electron/seal/write-pack.ts";
import { openZip, writeZip } from "../../../electron/seal/zip.ts";
import { PackPayload } from "../../../shared/seal/payloads.ts";
import { makeDossier, makeSigner, packContents } from "../../support/sealed-round.ts";

const clerk = makeSigner("李经办");
const expertKey = makeSigner("王五").identity.keyId;
const contents = packContents(expertKey);
const pack = await writePack(contents, clerk);

type Entries = Map<string, Buffer>;

async function unpack(bytes: Buffer): Promise<Entries> {
  const zip = await openZip(bytes, packLimits, /./);
  if (!zip.ok) throw new Error(zip.code);
  const entries: Entries = new Map();
  for (const name of zip.value.names) entries.set(name, (await zip.value.read(name)) ?? Buffer.alloc(0));
  return entries;
}

const pristine = await unpack(pack.bytes);
const [filePath = ""] = [...pristine.keys()].filter((name) => name.startsWith("files/"));

const repack = (entries: Iterable<readonly [string, Buffer]>) =>
  writeZip([...entries], new Date(contents.madeAt));

/** What a reader says about the pack after its unpacked entries were changed, the signature staying as it was. */
async function verdictAfter(change: (entries: Entries) => void) {
  const entries = new Map(pristine);
  change(entries);
  return await verdictOf(await repack(entries));
}

async function verdictOf(bytes: Buffer, options?: Parameters<typeof readPack>[1]) {
  const read = await readPack(bytes, options);
  return read.ok ? "ok" : [read.code, ...Object.values(read.params)];
}

/** The same change made by someone who holds the clerk's key and signs the manifest again. */
async function verdictSigned(
  change: (entries: Entries, payload: PackPayload) => void,
  signer: Signer = clerk,
) {
  const entries = new Map(pristine);
  const [, body = ""] = (entries.get("manifest.jws")?.toString() ?? "").split(".");
  const payload = PackPayload.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
  entries.delete("manifest.jws");
  change(entries, payload);
  payload.entries = [...entries].map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
  }));
  const manifest = await signJws(payload, "pingshen-pack", signer);
  return await verdictOf(await repack([["manifest.jws", Buffer.from(manifest)], ...entries]));
}

const edit = (entries: Entries, name: string, change: (text: string) => string) =>
  entries.set(name, Buffer.from(change(entries.get(name)?.toString() ?? "")));

describe("a pack", () => {
  it("gives back exactly what was put in, with the clerk by fingerprint", async () => {
    const read = await readPack(pack.bytes);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.contents).toEqual(contents);
    expect([read.value.clerk, read.value.trust, read.value.digest]).toEqual([
      clerk.identity,
      "first-use",
      pack.digest,
    ]);
    expect(read.value.clerkFingerprint).toMatch(/^(\d{5} ){5}\d{5}$/);
  });

  it("is the same bytes for the same contents, so that its digest can be compared", async () => {
    expect((await writePack(contents, clerk)).bytes.equals(pack.bytes)).toBe(true);
  });

  it("is believed from a known clerk and refused from another", async () => {
    const known = await readPack(pack.bytes, { knownClerkKey: clerk.identity.keyId });
    expect(known.ok && known.value.trust).toBe("known");
    expect(await verdictOf(pack.bytes, { knownClerkKey: expertKey })).toEqual([
      "unknown-key",
      clerk.identity.keyId,
      "李经办",
    ]);
  });

  it("shows no name from a submission outside its contents", () => {
    expect([...pristine.keys()].join()).toMatch(/^[\w./,-]+$/);
  });

  it("is not written with a stale dossier digest or an unsafe id", async () => {
    const stale: PackContents = {
      ...contents,
      dossiers: [{ ...makeDossier("s1"), totalChars: 1, version: 9 }],
    };
    await expect(writePack(stale, clerk)).rejects.toThrow("stale digest");
    await expect(writePack({ ...contents, dossiers: [makeDossier("../s1")] }, clerk)).rejects.toThrow(
      "cannot hold",
    );
    await expect(
      writePack({ ...contents, dossiers: [makeDossier("s1"), makeDossier("s1")] }, clerk),
    ).rejects.toThrow("twice");
  });
});

describe("a pack changed by someone without the clerk's key is refused", () => {
  it("with any entry changed, removed or added", async () => {
    for (const name of pristine.keys()) {
      expect(await verdictAfter((entries) => edit(entries, name, (text) => `${text} `)), name).not.toBe("ok");
      expect(await verdictAfter((entries) => entries.delete(name)), name).not.toBe("ok");
    }
    const stray = `files/${"0".repeat(64)}`;
    expect(await verdictAfter((entries) => entries.set(stray, Buffer.from("x")))).toEqual([
      "altered",
      stray,
      "extra",
    ]);
    expect(await verdictAfter((entries) => entries.delete(filePath))).toEqual([
      "altered",
      filePath,
      "missing",
    ]);
    expect(await verdictAfter((entries) => edit(entries, filePath, () => "别的"))).toEqual([
      "altered",
      filePath,
      "content",
    ]);
  });

  it("with the manifest missing, unsigned, of a result, or signed by somebody else", async () => {
    const manifest = pristine.get("manifest.jws")?.toString().trim() ?? "";
    const [header, body] = manifest.split(".");
    const stranger = makeSigner("陌生人");
    expect(
      [
        await verdictAfter((entries) => entries.delete("manifest.jws")),
        await verdictAfter((entries) => edit(entries, "manifest.jws", () => `${header}.${body}`)),
        await verdictSigned(() => {}, stranger),
        await verdictAfter((entries) =>
          entries.set("clerk.pub.json", Buffer.from(identityFile(stranger.identity))),
        ),
        await verdictAfter((entries) => entries.delete("clerk.pub.json")),
      ].map(([code]) => code),
    ).toEqual(["no-signature", "no-signature", "unknown-key", "unknown-key", "malformed"]);
  });

  it("or reads exactly as before, after one byte of the archive was changed at any place", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: pack.bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const altered = Buffer.from(pack.bytes);
          altered[at] = (altered[at] ?? 0) ^ mask;
          const read = await readPack(altered);
          if (read.ok) expect([read.value.contents, read.value.clerk]).toEqual([contents, clerk.identity]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("or cut off anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: pack.bytes.length - 1 }), async (length) => {
        expect(await verdictOf(pack.bytes.subarray(0, length))).not.toBe("ok");
      }),
    );
  });
});

describe("a rightly signed pack is refused all the same", () => {
  it("when its parts do not belong together", async () => {
    const places = [
      await verdictSigned((entries) => edit(entries, "round.json", (text) => text.replace("示例", "别的"))),
      await verdictSigned((entries) => edit(entries, "scheme.json", (text) => text.replace("2021", "2022"))),
      await verdictSigned((entries) => edit(entries, "form.json", (text) => text.replace('"100"', '"99"'))),
      await verdictSigned((entries) =>
        edit(entries, "dossiers/s1.json", (text) => text.replace('"52"', '"53"')),
      ),
      await verdictSigned((entries) => edit(entries, "dossiers/s2.json", () => "{")),
      await verdictSigned((entries) =>
        entries.set("dossiers/s9.json", Buffer.from(JSON.stringify(makeDossier("s9")))),
      ),
      await verdictSigned((entries) =>
        entries.set(`documents/${"0".repeat(64)}.json`, Buffer.from('{"blocks":[]}')),
      ),
      await verdictSigned((entries) => edit(entries, filePath, () => "换了内容，名字没换")),
      await verdictSigned((_, payload) =>
        payload.submissions.push({ submission: "s8", version: 1, dossier: "0".repeat(64) }),
      ),
    ];
    expect(places).toEqual([
      ["malformed", "round.json"],
      ["malformed", "scheme.json"],
      ["malformed", "form.json"],
      ["malformed", "dossiers/s1.json"],
      ["malformed", "dossiers/s2.json"],
      ["malformed", "dossiers/s9.json"],
      ["malformed", `documents/${"0".repeat(64)}.json`],
      ["malformed", filePath],
      ["malformed", "dossiers/s8.json"],
    ]);
    expect(await verdictSigned(() => {})).toBe("ok");
  });

  it("when the manifest names another clerk than the one who signed", async () => {
    expect((await verdictSigned((_, payload) => Object.assign(payload.clerk, { name: "别人" })))[0]).toBe(
      "altered",
    );
  });
});

describe("a hostile archive is refused", () => {
  it("with a path outside, a foreign name or a name twice, before anything is unpacked", async () => {
    const inside = "files/../../../etc/passwd";
    const raw = await repack([...pristine, ["files/aa-aa-aa-aa-aa/etc/passwd", Buffer.from("x")]]);
    const hostile = Buffer.from(
      raw.toString("latin1").replaceAll("files/aa-aa-aa-aa-aa/etc/passwd".slice(0, inside.length), inside),
      "latin1",
    );
    expect((await verdictOf(hostile))[0]).toBe("malformed");
    expect(await verdictOf(raw)).toEqual(["malformed", "files/aa-aa-aa-aa-aa/etc/passwd"]);
    expect(await verdictOf(await repack([...pristine, ["round.json", Buffer.from("{}")]]))).toEqual([
      "malformed",
      "round.json",
    ]);
    expect(await verdictOf(await repack([...pristine, ["vorwort.exe", Buffer.from("x")]]))).toEqual([
      "malformed",
      "vorwort.exe",
    ]);
  });

  it("with too many entries, too large an entry or too much in all, before unpacking", async () => {
    const bomb = await repack([...pristine, [`files/${"0".repeat(64)}`, Buffer.alloc(3_000_000)]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(
      [
        await verdictOf(bomb, { limits: { ...packLimits, entry: 2_000_000 } }),
        await verdictOf(bomb, { limits: { ...packLimits, total: 2_000_000 } }),
        await verdictOf(bomb, { limits: { ...packLimits, entries: 3 } }),
        await verdictOf(bomb, { limits: { ...packLimits, archive: 100 } }),
      ].map(([code]) => code),
    ).toEqual(Array(4).fill("too-large"));
  });

  it("whose directory understates an entry's size", async () => {
    const name = `files/${"0".repeat(64)}`;
    const bomb = await repack([...pristine, [name, Buffer.alloc(3_000_000)]]);
    const lied = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(10);
    for (let at = lied.indexOf(size); at >= 0; at = lied.indexOf(size, at)) small.copy(lied, at);
    const zip = await openZip(lied, packLimits, /./);
    if (!zip.ok) throw new Error(zip.code);
    expect([zip.value.sizeOf(name), await zip.value.read(name)]).toEqual([10, null]);
  });

  it("that is no archive at all", async () => {
    expect([
      await verdictOf(Buffer.alloc(0)),
      await verdictOf(Buffer.from("PK")),
      await verdictOf(Buffer.from("PK\u0003\u0004".padEnd(100))),
      await verdictOf(Buffer.from("不是压缩包")),
    ]).toEqual(Array(4).fill(["malformed", ""]));
  });
});

describe("the digest of a dossier", () => {
  it("in a pack is the one a result will name", () => {
    for (const dossier of contents.dossiers) expect(dossierDigest(dossier)).toBe(dossier.digest);
  });
});

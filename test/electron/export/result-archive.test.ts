import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type ResultArchive, writeResultArchive } from "../../../electron/export/result-archive.ts";
import { formDigest, schemeDigest } from "../../../electron/seal/digest.ts";
import { readResult, writeResult } from "../../../electron/seal/result-file.ts";
import { form, makeSigner, resultPayload, scheme } from "../../support/sealed-round.ts";
import { at, rankedRound, unzip } from "./support.ts";

const expert = makeSigner("王五");
const clerk = makeSigner("李经办");
let archive: ResultArchive;
let file: Buffer;
let parts: Map<string, Buffer>;
let digest: string;

beforeAll(async () => {
  const signed = await writeResult(resultPayload(expert.identity.keyId), expert);
  digest = signed.digest;
  archive = {
    round: { id: "r1", name: "湖南 2021 示例" },
    scheme,
    form,
    ranking: rankedRound([]).ranking,
    decisions: [],
    results: [{ expertName: "王五", sequence: 1, digest, jws: signed.text }],
    panels: [{ sequence: 1, digest: "c".repeat(64), jws: "d.e.f" }],
    packs: [{ digest: "b".repeat(64), jws: "a.b.c" }],
    identities: [expert.identity, clerk.identity, expert.identity],
    audit: [
      { seq: 2, at, actor: "李经办", action: "result.merge", round: "r1", detail: {}, hash: "2".repeat(64) },
      { seq: 1, at, actor: "李经办", action: "round.create", round: "r1", detail: {}, hash: "1".repeat(64) },
    ],
    files: [{ name: "推荐名单.docx", bytes: Buffer.from("PK") }],
    at,
  };
  file = await writeResultArchive(archive);
  parts = await unzip(file);
});

const text = (name: string): string => parts.get(name)?.toString("utf8") ?? "";

describe("the result archive", () => {
  test("has everything that is needed to check the result again, each thing once", () => {
    const { keyId } = expert.identity;
    const other = clerk.identity.keyId;
    expect([...parts.keys()].sort()).toEqual(
      [
        "SHA256SUMS",
        "audit.jsonl",
        "decisions.json",
        "digests/form.statement.json",
        "digests/scheme.statement.json",
        "files/推荐名单.docx",
        "form.json",
        `keys/${keyId}.json`,
        `keys/${keyId}.pem`,
        `keys/${other}.json`,
        `keys/${other}.pem`,
        `packs/${"b".repeat(64)}.jws`,
        `panel/${"c".repeat(64)}.psc`,
        "ranking.json",
        `results/${digest}.psr`,
        "scheme.json",
        "说明.txt",
      ].sort(),
    );
  });

  test("SHA256SUMS names every other file with its digest", () => {
    const lines = [...parts]
      .filter(([name]) => name !== "SHA256SUMS")
      .map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}`);
    expect(text("SHA256SUMS").trim().split("\n").sort()).toEqual(lines.sort());
  });

  test("the bytes under digests/ hash to what a signed result names", () => {
    const sha256 = (name: string) => createHash("sha256").update(text(name)).digest("hex");
    expect([sha256("digests/scheme.statement.json"), sha256("digests/form.statement.json")]).toEqual([
      schemeDigest(scheme),
      formDigest(form),
    ]);
    expect(text("说明.txt")).toContain(schemeDigest(scheme));
  });

  test("the audit trail is in order, one entry per line", () => {
    const entries = text("audit.jsonl").trim().split("\n");
    expect(entries.map((line) => JSON.parse(line).seq)).toEqual([1, 2]);
  });

  test("holds no secret key", () => {
    const everything = [...parts.values()].map((bytes) => bytes.toString("latin1")).join("\n");
    expect(everything).not.toContain("PRIVATE");
    expect(everything).not.toContain(expert.privateKey.export({ format: "jwk" }).d);
  });

  test("the signed result inside is still valid for this program", async () => {
    const { keyId, publicKey } = expert.identity;
    const read = await readResult(text(`results/${digest}.psr`), (id) => (id === keyId ? publicKey : null));
    expect(read).toMatchObject({ ok: true, value: { digest } });
  });

  test("is the same bytes for the same data", async () => {
    expect((await writeResultArchive(archive)).equals(file)).toBe(true);
  });
});

const hasTools =
  spawnSync("openssl", ["version"]).status === 0 &&
  spawnSync("sh", ["-c", "command -v sha256sum"]).status === 0;

describe("with other software", () => {
  test.skipIf(!hasTools)(
    "the commands of 说明.txt work as they stand (skipped where openssl or sha256sum is missing)",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "pingshen-archive-"));
      try {
        for (const [name, bytes] of parts) {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          writeFileSync(join(folder, name), bytes);
        }
        const run = (command: string): string =>
          execFileSync("bash", ["-c", command], {
            cwd: folder,
            stdio: ["ignore", "pipe", "pipe"],
          }).toString();
        expect(run("sha256sum -c --quiet SHA256SUMS")).toBe("");
        const commands = text("说明.txt")
          .split("\r\n")
          .filter((line) => line.startsWith("    "))
          .join("\n")
          .replaceAll("results/X.psr", `results/${digest}.psr`)
          .replaceAll("keys/K.pem", `keys/${expert.identity.keyId}.pem`);
        expect(run(commands)).toContain("Signature Verified Successfully");
        const altered = commands.replace('printf \'%s.%s\' "$H" "$P"', 'printf \'%s.%sA\' "$H" "$P"');
        expect(altered).not.toBe(commands);
        expect(() => run(altered)).toThrow();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

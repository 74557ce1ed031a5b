import { createPublicKey, verify } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { publicKeyPem, readIdentity } from "../../../electron/seal/public-key.ts";
import { verifyBytes } from "../../../electron/seal/verify-file.ts";
import type { PublicIdentity } from "../../../shared/seal/identity.ts";
import { PanelPayload } from "../../../shared/seal/panel-payload.ts";
import { ask, bringKey, codeOf, freshProgram, passphrase, type TestIdentity } from "../../support/program.ts";
import { type OpenedRound, scoreSheet, seedRound } from "../../support/seeded-round.ts";
import { unzip } from "../export/support.ts";

let folder = "";
let program: Composed;
let round: OpenedRound;
let chair: TestIdentity;
let keys: PublicIdentity[];

beforeAll(async () => {
  const fresh = await freshProgram({ now: () => "2021-12-01T02:00:00.000Z" });
  program = fresh.program;
  folder = fresh.folder;
  round = await seedRound(program, {
    applicants: [{ name: "一号" }, { name: "二号" }, { name: "三号" }],
    experts: ["王甲"],
    rule: { seats: { lean: 1 } },
  });
  chair = await bringKey(program, "赵组长");
  const identity = readIdentity(chair.text);
  keys = identity.ok ? [identity.value] : [];
  return fresh.end;
});

const preview = () => ask(program, "panel/preview", { round: round.round });
const codes = async () => (await preview()).warnings.map(({ code, blocks }) => `${code}${blocks ? "!" : ""}`);
const signInput = async (more: object = {}) => ({
  round: round.round,
  keyId: chair.keyId,
  passphrase,
  content: (await preview()).payload.content,
  ...more,
});

async function score(totals: readonly (readonly string[])[]): Promise<void> {
  const [expert] = round.experts;
  if (!expert) throw new Error("no expert");
  for (const [index, submission] of round.submissions.entries())
    await scoreSheet(program, { round: round.round, expert: expert.id, submission }, totals[index] ?? []);
  const { keyId } = expert.key;
  await ask(program, "result/sign", { round: round.round, expert: expert.id, keyId, passphrase });
}

const tied = ["10", "10", "10", "10"];
let file = "";

describe("the panel result", () => {
  test("nobody can sign before there is a rank, or while a tie at the cut line is open", async () => {
    expect(await codes()).toEqual(["nothing-ranked!", "missing-sheets"]);
    expect(await codeOf(program, "panel/sign", await signInput())).toBe("panel-not-ready");
    await score([tied, tied, ["1", "1", "1", "1"]]);
    expect(await codes()).toEqual(["open-tie!"]);
    expect(await codeOf(program, "panel/sign", await signInput())).toBe("panel-not-ready");
    const [first = "", second = ""] = round.submissions;
    await ask(program, "ranking/decide", {
      round: round.round,
      direction: "lean",
      order: [second, first],
      reason: "工作基础更实",
      by: "赵组长",
    });
    expect(await preview()).toMatchObject({ warnings: [], ready: true, signed: [] });
  });

  test("only what was shown is signed, with the right passphrase", async () => {
    expect(await codeOf(program, "panel/sign", await signInput({ passphrase: "错的口令在这里" }))).toBe(
      "wrong-passphrase",
    );
    expect(await codeOf(program, "panel/sign", await signInput({ content: "0".repeat(64) }))).toBe(
      "panel-changed",
    );
    expect((await preview()).signed).toEqual([]);
  });

  test("the chair's signature covers order, decisions and every digest they rest on", async () => {
    const receipt = await ask(program, "panel/sign", await signInput({ remark: "一致同意。" }));
    file = receipt.file.path;
    const [, second = ""] = (await signedPayload()).ranking.find(({ group }) => group === "lean")?.rows ?? [];
    const payload = await signedPayload();
    expect(payload).toMatchObject({
      type: "pingshen/panel",
      round: { name: "测试轮次" },
      chair: { name: "赵组长", key: chair.keyId },
      sequence: 1,
      remark: "一致同意。",
      decisions: [{ reason: "工作基础更实", by: "赵组长" }],
    });
    expect(second).toMatchObject({ rank: 2, place: "reserve" });
    const view = await ask(program, "round/get", { round: round.round });
    expect([payload.scheme.digest, payload.form.digest]).toEqual([view.schemeDigest, view.formDigest]);
    const results = await ask(program, "result/list", { round: round.round });
    expect(payload.results.map(({ digest }) => digest)).toEqual(results.map(({ digest }) => digest));
    expect(payload.submissions.map(({ name, version }) => [name, version])).toEqual([
      ["一号", 1],
      ["二号", 1],
      ["三号", 1],
    ]);
    expect((await preview()).signed).toMatchObject([{ sequence: 1, current: true, digest: receipt.digest }]);
  });

  test("verifies here and with Node's own crypto on the raw JWS; one changed byte does not", async () => {
    const bytes = readFileSync(file);
    expect(await verifyBytes(bytes, keys)).toMatchObject({
      verdict: "valid",
      sort: "panel",
      details: { chair: "赵组长", recommended: "1", sequence: "1" },
    });
    expect(await verifyBytes(bytes, [])).toMatchObject({ verdict: "unknown-key", sort: "panel" });
    const [head = "", body = "", signature = ""] = bytes.toString("utf8").trim().split(".");
    const [identity] = keys;
    if (!identity) throw new Error("no key");
    const key = createPublicKey(publicKeyPem(identity));
    expect(verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url"))).toBe(true);
    const lie = Buffer.from(bytes);
    const at = Math.floor(lie.length / 2);
    lie[at] = lie[at] === 0x41 ? 0x42 : 0x41;
    writeFileSync(join(folder, "lie.psc"), lie);
    expect((await verifyBytes(lie, keys)).verdict).toBe("altered");
  });

  test("goes into the archive, and nothing of it can be changed afterwards", async () => {
    const { files } = await ask(program, "export/make", { round: round.round, what: "result-archive" });
    const parts = await unzip(readFileSync(files[0]?.path ?? ""));
    const name = [...parts.keys()].find((entry) => entry.startsWith("panel/")) ?? "";
    expect(parts.get(name)?.toString("utf8").trim()).toBe(readFileSync(file, "utf8").trim());
    expect(parts.get("说明.txt")?.toString("utf8")).toContain("panel/*.psc");
    const keyFile = parts.get(`keys/${chair.keyId}.json`)?.toString("utf8") ?? "";
    expect(readIdentity(keyFile)).toMatchObject({ ok: true });
    expect(() => program.context.db.exec("UPDATE panel_result SET payload = '{}'")).toThrow(/append-only/);
  });

  test("a change after signing is said, and the next signature supersedes the one before", async () => {
    const [expert] = round.experts;
    if (!expert) throw new Error("no expert");
    const { keyId } = expert.key;
    await ask(program, "result/reopen", {
      round: round.round,
      expert: expert.id,
      reason: "复核",
      keyId,
      passphrase,
    });
    await score([["11", "10", "10", "10"], tied, ["1", "1", "1", "1"]]);
    expect((await preview()).signed).toMatchObject([{ sequence: 1, current: false }]);
    await ask(program, "panel/sign", await signInput());
    expect((await preview()).signed).toMatchObject([
      { sequence: 2, current: true },
      { sequence: 1, current: false },
    ]);
  });
});

async function signedPayload(): Promise<PanelPayload> {
  const [, body = ""] = readFileSync(file, "utf8").split(".");
  return PanelPayload.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
}

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { MergeOutcome } from "../../../shared/contract/signed-result.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import {
  type Laptop,
  merge,
  scoreAll,
  seatExpert,
  sign,
  signedBytes,
  signedWith,
} from "../../support/panel.ts";
import {
  ask,
  bringKey,
  codeOf,
  freshFolder,
  makeKey,
  passphrase,
  removeFolder,
  startProgram,
  type TestIdentity,
  upload,
} from "../../support/program.ts";
import { type OpenedRound, seedRound } from "../../support/seeded-round.ts";

const folder = freshFolder();
let clerk: Composed;
let clerkKey: TestIdentity;
let seeded: OpenedRound;
let laptop: Laptop;
let other: TestIdentity;
let good = "";
let payload: ResultPayload;

beforeAll(async () => {
  clerk = await startProgram(folder);
  clerkKey = await bringKey(clerk, "李经办");
  seeded = await seedRound(clerk, {
    applicants: [
      { name: "长沙示例甲园区" },
      { name: "长沙示例乙园区" },
      { name: "株洲示例丙园区", city: "株洲市" },
    ],
    experts: ["王甲", "赵乙"],
    apart: true,
  });
  const [first, second] = seeded.experts;
  if (!first || !second) throw new Error("no experts");
  other = second.key;
  laptop = await seatExpert(clerk, seeded, first, clerkKey);
  await scoreAll(laptop, seeded.round, (place, item) => String(20 - place - item));
  payload = (await ask(laptop.program, "result/preview", { round: seeded.round, expert: first.id })).payload;
  good = readFileSync((await sign(laptop, seeded.round)).file.path, "utf8");
});
afterAll(async () => {
  await laptop.program.close();
  await clerk.close();
  removeFolder(folder);
  removeFolder(laptop.folder);
});

const key = () => laptop.expert.key;
const keyOf = ({ expert }: Laptop) => ({ keyId: expert.key.keyId, passphrase });
const stored = () => clerk.context.db.prepare("SELECT count(*) AS n FROM result").get();
const only = ([outcome]: MergeOutcome[]): MergeOutcome => {
  if (!outcome) throw new Error("no outcome");
  return outcome;
};
const changed = (
  change: (sheet: ResultPayload["sheets"][number]) => ResultPayload["sheets"][number],
): ResultPayload => ({
  ...payload,
  sheets: payload.sheets.map((sheet, index) => (index === 0 ? change(sheet) : sheet)),
});

describe("a file that is refused as a whole, before anything was merged", () => {
  const cases: [string, string, () => Promise<string | Uint8Array>][] = [
    ["any text", "malformed", async () => "这不是签署的结果"],
    ["an empty file", "malformed", async () => ""],
    ["bytes that are no text", "malformed", async () => Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ["a file far too large", "malformed", async () => Buffer.alloc(17 * 1024 * 1024, "a")],
    ["a pack in place of a result", "malformed", async () => "PK\u0003\u0004"],
    [
      "a signed thing of another kind",
      "malformed",
      () => signedBytes(key(), Buffer.from("{}"), { typ: "pingshen-pack" }),
    ],
    [
      "a signed text that is no result",
      "malformed",
      () => signedBytes(key(), Buffer.from('{"type":"pingshen/result"}')),
    ],
    [
      "an algorithm of none",
      "no-signature",
      async () =>
        `${Buffer.from('{"alg":"none","kid":"x","typ":"pingshen-result"}').toString("base64url")}.e30.`,
    ],
    ["the signature cut off", "no-signature", async () => `${good.trim().split(".").slice(0, 2).join(".")}.`],
    ["one character of the payload changed", "altered", async () => alter(good, 1)],
    ["one character of the signature changed", "altered", async () => alter(good, 2)],
    ["a key nobody enrolled", "unknown-key", async () => signedWith(await makeKey("王甲"), payload)],
    [
      "the same data written in another way",
      "not-canonical",
      () => signedBytes(key(), Buffer.from(JSON.stringify(payload, null, 1))),
    ],
    ["another expert's name over an own key", "wrong-expert", () => signedWith(other, payload)],
    [
      "another round",
      "other-round",
      () => signedWith(key(), { ...payload, round: { ...payload.round, id: "other" } }),
    ],
    [
      "another scheme",
      "other-scheme",
      () => signedWith(key(), { ...payload, scheme: { ...payload.scheme, digest: "0".repeat(64) } }),
    ],
    ["another form", "other-form", () => signedWith(key(), { ...payload, form: { digest: "0".repeat(64) } })],
    ["no sheets at all", "malformed", () => signedWith(key(), { ...payload, sheets: [] })],
  ];

  test.each(cases)("%s: %s", async (_, code, make) => {
    const before = stored();
    const outcome = only(await merge(clerk, seeded.round, await make()));
    expect(outcome).toMatchObject({ merged: false, refusal: { code }, accepted: [] });
    expect(stored()).toEqual(before);
    const [entry] = await ask(clerk, "audit/list", { round: seeded.round, limit: 1 });
    expect(entry).toMatchObject({ action: "result.refuse", detail: { code, file: "结果1.psr" } });
  });

  function alter(text: string, part: number): string {
    const parts = text.trim().split(".");
    const at = Math.floor((parts[part]?.length ?? 0) / 2);
    parts[part] =
      `${parts[part]?.slice(0, at)}${parts[part]?.[at] === "A" ? "B" : "A"}${parts[part]?.slice(at + 1)}`;
    return parts.join(".");
  }
});

describe("sheets that are refused beside good ones", () => {
  let sequence = 100;
  beforeEach(() => {
    sequence += 1;
  });
  const item = (sheet: ResultPayload["sheets"][number], score: string) =>
    sheet.items.map((entry, index) => (index === 0 ? { ...entry, score } : entry));

  const cases: [
    string,
    string,
    (sheet: ResultPayload["sheets"][number]) => ResultPayload["sheets"][number],
  ][] = [
    ["of another dossier version", "other-dossier-version", (sheet) => ({ ...sheet, version: 2 })],
    [
      "of the same version with other content",
      "other-dossier-version",
      (sheet) => ({ ...sheet, dossier: "0".repeat(64) }),
    ],
    [
      "of an applicant that was not assigned",
      "not-assigned",
      (sheet) => ({ ...sheet, submission: "stranger" }),
    ],
    [
      "with a score over the maximum",
      "score-out-of-range",
      (sheet) => ({ ...sheet, items: item(sheet, "31") }),
    ],
    [
      "with a score off the step",
      "score-out-of-range",
      (sheet) => ({ ...sheet, items: item(sheet, "10.25") }),
    ],
    ["with an item left out", "incomplete", (sheet) => ({ ...sheet, items: sheet.items.slice(1) })],
    ["with an item twice", "malformed", (sheet) => ({ ...sheet, items: [...sheet.items, ...sheet.items] })],
    ["with a wrong sum", "wrong-sum", (sheet) => ({ ...sheet, total: "99" })],
    ["without a sum", "wrong-sum", (sheet) => ({ ...sheet, total: null })],
    ["with a score in another form", "malformed", (sheet) => ({ ...sheet, items: item(sheet, "20.0") })],
  ];

  test.each(cases)("a sheet %s: %s, the others count", async (_, code, change) => {
    const text = await signedWith(key(), { ...changed(change), sequence });
    const outcome = only(await merge(clerk, seeded.round, text));
    expect(outcome.merged).toBe(true);
    expect(outcome.refused.map((sheet) => sheet.code)).toEqual([code]);
    expect(outcome.accepted).toHaveLength(2);
  });

  test("two sheets for one applicant: neither counts", async () => {
    const [first] = payload.sheets;
    const twice = { ...payload, sequence, sheets: [...payload.sheets, ...(first ? [first] : [])] };
    const outcome = only(await merge(clerk, seeded.round, await signedWith(key(), twice)));
    expect(outcome.refused.map((sheet) => sheet.code)).toEqual(["duplicate", "duplicate"]);
    expect(outcome.accepted).toHaveLength(2);
  });

  test("when no sheet is left the file is refused and an earlier good one stays in force", async () => {
    const before = await ask(clerk, "ranking/get-detail", { round: seeded.round });
    const bad = { ...payload, sequence, sheets: payload.sheets.map((sheet) => ({ ...sheet, total: "1" })) };
    const outcome = only(await merge(clerk, seeded.round, await signedWith(key(), bad)));
    expect(outcome).toMatchObject({ merged: false, refusal: { code: "wrong-sum" } });
    expect(outcome.refused).toHaveLength(3);
    expect(await ask(clerk, "ranking/get-detail", { round: seeded.round })).toEqual(before);
  });
});

describe("one after another", () => {
  let round: OpenedRound;
  let desk: Laptop;
  let first = "";
  let second = "";

  beforeAll(async () => {
    round = await seedRound(clerk, {
      applicants: [{ name: "湘潭示例一园" }, { name: "湘潭示例二园" }],
      experts: ["孙丙"],
      apart: true,
    });
    const [expert] = round.experts;
    if (!expert) throw new Error("no expert");
    desk = await seatExpert(clerk, round, expert, clerkKey);
    await scoreAll(desk, round.round, () => "10");
    first = readFileSync((await sign(desk, round.round)).file.path, "utf8");
  });
  afterAll(async () => {
    await desk.program.close();
    removeFolder(desk.folder);
  });

  test("what is signed is shut, until it is opened again with a reason", async () => {
    const at = { round: round.round, expert: desk.expert.id, submission: round.submissions[0] ?? "" };
    const sheet = await ask(desk.program, "desk/get-sheet", at);
    expect(sheet.state).toBe("signed");
    const item = sheet.items[0]?.item ?? "";
    expect(await codeOf(desk.program, "desk/save-item", { ...at, item, score: "11", comment: "" })).toBe(
      "signed",
    );
    expect(
      await codeOf(desk.program, "desk/declare", { ...at, recusal: { ground: "other", reason: "后悔" } }),
    ).toBe("signed");
    expect(
      await codeOf(desk.program, "result/reopen", {
        round: round.round,
        expert: desk.expert.id,
        reason: " ",
        ...keyOf(desk),
      }),
    ).toBe("bad-input");
    const reopened = await ask(desk.program, "result/reopen", {
      round: round.round,
      expert: desk.expert.id,
      reason: "合议后调整",
      ...keyOf(desk),
    });
    expect(reopened.reopened).toBe(2);
    await ask(desk.program, "desk/save-item", { ...at, item, score: "12", comment: "合议" });
    await ask(desk.program, "desk/set-complete", { ...at, complete: true });
    const again = await sign(desk, round.round);
    second = readFileSync(again.file.path, "utf8");
    expect(second).not.toBe(first);
  });

  test("the newer result replaces the older; the older one after it is superseded; the same twice is a duplicate", async () => {
    const outcomes = await merge(clerk, round.round, first, second, first, second);
    expect(outcomes.map(({ merged, refusal }) => (merged ? "merged" : refusal?.code))).toEqual([
      "merged",
      "merged",
      "duplicate",
      "duplicate",
    ]);
    const results = await ask(clerk, "result/list", { round: round.round });
    // The second signature was the withdrawal, which nobody handed in: the third stands without it.
    expect(results.map(({ sequence, inForce }) => [sequence, inForce])).toEqual([
      [1, false],
      [3, true],
    ]);
    const detail = await ask(clerk, "ranking/get-detail", { round: round.round });
    expect(detail.rows.map(({ total }) => total).sort()).toEqual(["40", "42"]);
  });

  test("an older sequence that never arrived before is superseded", async () => {
    const fresh = await seedRound(clerk, {
      applicants: [{ name: "湘潭示例三园" }],
      experts: ["周丁"],
      apart: true,
    });
    const [expert] = fresh.experts;
    if (!expert) throw new Error("no expert");
    const seat = await seatExpert(clerk, fresh, expert, clerkKey);
    await scoreAll(seat, fresh.round, () => "5");
    const { payload: mine } = await ask(seat.program, "result/preview", {
      round: fresh.round,
      expert: expert.id,
    });
    const newer = await signedWith(expert.key, { ...mine, sequence: 2 });
    const older = await signedWith(expert.key, { ...mine, sequence: 1 });
    const outcomes = await merge(clerk, fresh.round, newer, older);
    expect(outcomes.map(({ merged, refusal }) => (merged ? "merged" : refusal?.code))).toEqual([
      "merged",
      "superseded",
    ]);
    await seat.program.close();
    removeFolder(seat.folder);
  });

  test("a recusal after scoring takes the score out and needs no version", async () => {
    await ask(desk.program, "result/reopen", {
      round: round.round,
      expert: desk.expert.id,
      reason: "发现回避情形",
      ...keyOf(desk),
    });
    const at = { round: round.round, expert: desk.expert.id, submission: round.submissions[0] ?? "" };
    await ask(desk.program, "desk/declare", { ...at, recusal: { ground: "relative", reason: "亲属任职" } });
    await ask(desk.program, "desk/set-complete", {
      ...at,
      submission: round.submissions[1] ?? "",
      complete: true,
    });
    const { file } = await sign(desk, round.round);
    const outcome = only(await merge(clerk, round.round, readFileSync(file.path, "utf8")));
    expect(outcome.merged).toBe(true);
    const ranking = await ask(clerk, "ranking/get", { round: round.round });
    const rows = ranking.directions.flatMap(({ rows: all }) => all);
    const row = rows.find(({ submission }) => submission === at.submission);
    expect(row).toMatchObject({ score: null, unranked: "no-sheets", recused: [desk.expert.id], missing: [] });
    expect(rows.find(({ submission }) => submission !== at.submission)).toMatchObject({ score: "40.00" });
  });
});

describe("withdrawing", () => {
  let round: OpenedRound;
  let desk: Laptop;
  let signed = "";
  let withdrawal = "";

  beforeAll(async () => {
    round = await seedRound(clerk, {
      applicants: [{ name: "岳阳示例园区" }],
      experts: ["郑己"],
      apart: true,
    });
    const [expert] = round.experts;
    if (!expert) throw new Error("no expert");
    desk = await seatExpert(clerk, round, expert, clerkKey);
    await scoreAll(desk, round.round, () => "10");
  });
  afterAll(async () => {
    await desk.program.close();
    removeFolder(desk.folder);
  });
  const at = () => ({ round: round.round, expert: desk.expert.id });
  const withdraw = (change = {}) =>
    codeOf(desk.program, "result/reopen", { ...at(), reason: "第一项误打", ...keyOf(desk), ...change });

  test("takes the enrolled key, its passphrase and a reason, and nothing can be withdrawn twice", async () => {
    expect(await withdraw()).toBe("not-signed");
    signed = readFileSync((await sign(desk, round.round)).file.path, "utf8");
    expect(await withdraw({ keyId: "another" })).toBe("wrong-key");
    expect(await withdraw({ passphrase: `${passphrase}x` })).toBe("wrong-passphrase");
    const submission = round.submissions[0] ?? "";
    expect((await ask(desk.program, "desk/get-sheet", { ...at(), submission })).state).toBe("signed");
    const made = await ask(desk.program, "result/reopen", { ...at(), reason: "第一项误打", ...keyOf(desk) });
    expect(made).toMatchObject({ reopened: 1 });
    withdrawal = readFileSync(made.file.path, "utf8");
    const said: ResultPayload = JSON.parse(
      Buffer.from(withdrawal.split(".")[1] ?? "", "base64url").toString(),
    );
    const [first] = await ask(desk.program, "result/list", { round: round.round });
    expect(said).toMatchObject({
      sequence: 2,
      sheets: [],
      withdraws: { result: first?.digest, reason: "第一项误打" },
    });
    expect((await ask(desk.program, "desk/get-sheet", { ...at(), submission })).state).toBe("complete");
    expect(await withdraw()).toBe("not-signed");
    const trail = await ask(desk.program, "audit/list", { round: round.round, limit: 3 });
    expect(trail.find(({ action }) => action === "result.reopen")?.detail).toMatchObject({
      withdraws: first?.digest ?? "",
      digest: made.digest,
    });
  });

  test("takes the sheets out of the clerk's count until a newer result arrives; an altered one does nothing", async () => {
    expect(only(await merge(clerk, round.round, signed)).accepted).toHaveLength(1);
    const [head = "", body = "", signature = ""] = withdrawal.split(".");
    const altered = [head, `${body.slice(0, -2)}AA`, signature].join(".");
    expect(only(await merge(clerk, round.round, altered)).merged).toBe(false);
    expect((await ask(clerk, "ranking/get-detail", { round: round.round })).rows).toHaveLength(1);
    expect(only(await merge(clerk, round.round, withdrawal))).toMatchObject({
      merged: true,
      accepted: [],
      withdraws: { reason: "第一项误打" },
    });
    expect((await ask(clerk, "ranking/get-detail", { round: round.round })).rows).toEqual([]);
    // The file taken back cannot come in again.
    expect(only(await merge(clerk, round.round, signed)).refusal?.code).toBe("duplicate");
    const again = readFileSync((await sign(desk, round.round)).file.path, "utf8");
    expect(only(await merge(clerk, round.round, again)).merged).toBe(true);
    const results = await ask(clerk, "result/list", { round: round.round });
    expect(
      results.map(({ sequence, inForce, withdraws }) => [sequence, inForce, withdraws !== null]),
    ).toEqual([
      [1, false, false],
      [2, false, true],
      [3, true, false],
    ]);
    expect((await ask(clerk, "ranking/get-detail", { round: round.round })).rows).toHaveLength(1);
  });

  test("a withdrawal that brings sheets is no withdrawal", async () => {
    const { payload: mine } = await ask(desk.program, "result/preview", at());
    const odd = { ...mine, sequence: 9, withdraws: { result: "0".repeat(64), reason: "x" } };
    expect(only(await merge(clerk, round.round, await signedWith(desk.expert.key, odd))).refusal?.code).toBe(
      "malformed",
    );
  });
});

describe("signing", () => {
  test("needs every sheet done, the enrolled key and its passphrase", async () => {
    const round = await seedRound(clerk, {
      applicants: [{ name: "衡阳示例园区" }],
      experts: ["吴戊"],
      apart: true,
    });
    const [expert] = round.experts;
    if (!expert) throw new Error("no expert");
    const seat = await seatExpert(clerk, round, expert, clerkKey);
    const at = { round: round.round, expert: expert.id };
    const trySign = (keyId = expert.key.keyId, word = passphrase) =>
      codeOf(seat.program, "result/sign", { ...at, keyId, passphrase: word });
    expect(await trySign()).toBe("not-ready");
    await scoreAll(seat, round.round, () => "1");
    expect(await trySign("another-key")).toBe("wrong-key");
    expect(await trySign(expert.key.keyId, `${passphrase}x`)).toBe("wrong-passphrase");
    expect(await ask(seat.program, "result/list", { round: round.round })).toEqual([]);
    expect(await trySign()).toBe("ok");
    const withdrawal = { ...at, reason: "x", ...keyOf(seat) };
    expect(await codeOf(seat.program, "result/reopen", { ...withdrawal, round: "none" })).toBe("not-found");
    await seat.program.close();
    removeFolder(seat.folder);
  });

  test("what was previewed is what was signed, but for the time", async () => {
    const text = Buffer.from(good.split(".")[1] ?? "", "base64url").toString("utf8");
    const signed: ResultPayload = JSON.parse(text);
    expect({ ...signed, signedAt: "" }).toEqual({ ...payload, signedAt: "" });
  });
});

test("merging is the clerk's: on an expert's laptop, before the opening, with unknown files it is refused", async () => {
  const { id } = await ask(clerk, "round/create", { scheme: "hunan-2021", name: "未开启" });
  const file = await upload(clerk, "a.psr", "x");
  expect(await codeOf(clerk, "result/merge", { round: id, uploads: [file] })).toBe("round-not-open");
  expect(await codeOf(clerk, "result/merge", { round: seeded.round, uploads: ["nothing"] })).toBe(
    "unknown-upload",
  );
  expect(
    await codeOf(clerk, "result/merge", {
      round: seeded.round,
      uploads: Array.from({ length: 501 }, () => "x"),
    }),
  ).toBe("bad-input");
  const there = await upload(laptop.program, "a.psr", good);
  expect(await codeOf(laptop.program, "result/merge", { round: seeded.round, uploads: [there] })).toBe(
    "wrong-state",
  );
});

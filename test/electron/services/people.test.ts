import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { openPackOn, seatExpert } from "../../support/panel.ts";
import {
  ask,
  bringKey,
  codeOf,
  freshFolder,
  importFiles,
  makeKey,
  passphrase,
  removeFolder,
  startProgram,
  type TestIdentity,
  upload,
  uploadFile,
} from "../../support/program.ts";
import { seedApplicant, seedRound } from "../../support/seeded-round.ts";

const folder = freshFolder();
let clerk: Composed;
let clerkKey: TestIdentity;
beforeAll(async () => {
  clerk = await startProgram(folder);
  clerkKey = await bringKey(clerk, "李经办");
});
afterAll(async () => {
  await clerk.close();
  removeFolder(folder);
});

describe("experts", () => {
  test("have a name of their own, a key of their own, and can be taken out before the opening", async () => {
    const { id: round } = await ask(clerk, "round/create", { scheme: "hunan-2021", name: "专家" });
    const save = (name: string, expert: string | null = null) =>
      clerk.call("expert/save", { round, expert, name, employer: "某院", avoid: [] });
    const made = await save("王甲");
    const second = await save("赵乙");
    if (!made.ok || !second.ok) throw new Error("not saved");
    expect(await save("王甲")).toMatchObject({ ok: false, code: "name-taken" });
    expect(await save("王甲", made.value.id)).toMatchObject({ ok: true });
    expect(await save("谁", "nobody")).toMatchObject({ ok: false, code: "not-found" });
    const key = await makeKey("王甲");
    const enrol = (expert: string, identity: string) =>
      codeOf(clerk, "expert/enrol", { round, expert, identity });
    expect(await enrol(made.value.id, key.text)).toBe("ok");
    expect(await enrol(second.value.id, key.text)).toBe("key-of-another-expert");
    const namesOf = async () =>
      (await ask(clerk, "expert/list", { round })).map(({ name, otherName }) => [name, otherName]);
    expect(await namesOf()).toEqual([
      ["王甲", null],
      ["赵乙", null],
    ]);
    expect(await enrol(second.value.id, (await makeKey("钱 丙")).text)).toBe("ok");
    expect((await namesOf()).at(-1)).toEqual(["赵乙", "钱 丙"]);
    expect(await enrol(second.value.id, (await makeKey("赵 乙")).text)).toBe("ok");
    expect((await namesOf()).at(-1)).toEqual(["赵乙", null]);
    for (const bad of ["", "{}", "not json", key.sealed, key.text.replace(/"keyId": *"/, '"keyId":"A')])
      expect(await enrol(second.value.id, bad)).toBe("malformed");
    expect(await enrol("nobody", key.text)).toBe("not-found");
    expect(await enrol(made.value.id, `${key.text}${" ".repeat(5000)}`)).toBe("bad-input");
    expect(await codeOf(clerk, "expert/remove", { round, expert: second.value.id })).toBe("ok");
    expect((await ask(clerk, "expert/list", { round })).map(({ name }) => name)).toEqual(["王甲"]);
  });

  test("are never given their own unit, by any of its names; a mere likeness is shown and left to people", async () => {
    const { id: round } = await ask(clerk, "round/create", { scheme: "hunan-2021", name: "回避" });
    const own = seedApplicant(clerk, round, 1, { name: "湖南示例高新技术产业开发区管理委员会" });
    const like = seedApplicant(clerk, round, 2, { name: "湖南示例高新技术产业开发区投资有限公司" });
    const free = seedApplicant(clerk, round, 3, { name: "株洲样板大学" });
    const { id: expert } = await ask(clerk, "expert/save", {
      round,
      expert: null,
      name: "王甲",
      employer: "湖南示例高新区",
      avoid: [],
    });
    const matrix = await ask(clerk, "assignment/get", { round });
    expect(matrix.cells.map(({ conflict }) => conflict !== null)).toEqual([true, true, false]);
    const give = (submissions: string[], assigned = true) =>
      codeOf(clerk, "assignment/set", { round, expert, submissions, assigned });
    expect(await give([own])).toBe("conflict");
    expect(await give([free, own])).toBe("conflict");
    expect((await ask(clerk, "assignment/get", { round })).cells.some(({ assigned }) => assigned)).toBe(
      false,
    );
    expect(await give([like, free])).toBe("ok");
    expect(await give(["nobody"])).toBe("not-found");
    expect(await give([like], false)).toBe("ok");
    const { cells } = await ask(clerk, "assignment/get", { round });
    expect(cells.filter(({ assigned }) => assigned).map(({ submission }) => submission)).toEqual([free]);
  });
});

describe("identities", () => {
  test("a weak passphrase makes none; a good one makes a key file that opens only with it", async () => {
    expect(await codeOf(clerk, "identity/create", { name: "王甲", passphrase: "123456" })).toBe(
      "weak-passphrase",
    );
    const { identity, file } = await ask(clerk, "identity/create", { name: "王甲", passphrase });
    const text = readFileSync(file.path, "utf8");
    expect(JSON.parse(text)).toMatchObject({ name: "王甲", keyId: identity.keyId });
    expect(text).not.toMatch(/seed|data|"d"/);
    expect(identity.fingerprint).toMatch(/^(\d{5} )+\d{5}$/);
    const key = await ask(clerk, "identity/export-key", { keyId: identity.keyId });
    const sealed = readFileSync(key.path, "utf8");
    const elsewhere = freshFolder();
    const other = await startProgram(elsewhere);
    expect(await codeOf(other, "identity/import-key", { sealed })).toBe("ok");
    expect(await codeOf(other, "identity/import-key", { sealed })).toBe("already-here");
    for (const bad of ["", "{}", text, sealed.replace(/"keyId": *"/, '"keyId":"A')])
      expect(await codeOf(other, "identity/import-key", { sealed: bad })).toBe("malformed");
    expect(await codeOf(other, "identity/export", { keyId: "none" })).toBe("not-found");
    expect(await codeOf(other, "identity/export-key", { keyId: "none" })).toBe("not-found");
    await other.close();
    removeFolder(elsewhere);
  });
});

describe("packs", () => {
  test("are made for enrolled experts with something to read, by whoever can open a clerk's key", async () => {
    const seeded = await seedRound(clerk, {
      applicants: [{ name: "长沙示例园区" }],
      experts: ["王甲"],
      apart: true,
    });
    const expert = seeded.experts[0]?.id ?? "";
    const { id: spare } = await ask(clerk, "expert/save", {
      round: seeded.round,
      expert: null,
      name: "赵乙",
      employer: "",
      avoid: [],
    });
    const make = (more: object = {}) =>
      codeOf(clerk, "pack/make", { round: seeded.round, expert, keyId: clerkKey.keyId, passphrase, ...more });
    expect(await make({ passphrase: "wrong" })).toBe("wrong-passphrase");
    expect(await make({ keyId: "none" })).toBe("not-found");
    expect(await make({ expert: "none" })).toBe("not-found");
    expect(await make({ expert: spare })).toBe("not-enrolled");
    const key = await makeKey("赵乙");
    await ask(clerk, "expert/enrol", { round: seeded.round, expert: spare, identity: key.text });
    expect(await make({ expert: spare })).toBe("nothing-assigned");
    expect(
      await make({ round: (await ask(clerk, "round/create", { scheme: "hunan-2021", name: "未开启" })).id }),
    ).toBe("round-not-open");
    expect(await make()).toBe("ok");
    expect(
      (await ask(clerk, "expert/list", { round: seeded.round })).find(({ id }) => id === expert)?.packedAt,
    ).not.toBeNull();
  });

  test("open only whole, only for this laptop's key, and never over a newer one", async () => {
    const seeded = await seedRound(clerk, {
      applicants: [{ name: "长沙示例园区" }, { name: "株洲示例园区" }],
      experts: ["王甲", "赵乙"],
      apart: true,
    });
    const [first, second] = seeded.experts;
    if (!first || !second) throw new Error("no experts");
    const older = await ask(clerk, "pack/make", {
      round: seeded.round,
      expert: first.id,
      keyId: clerkKey.keyId,
      passphrase,
    });
    const olderBytes = readFileSync(older.file.path);
    const desk = await seatExpert(clerk, seeded, first, clerkKey);
    const open = async (bytes: Uint8Array | string) =>
      codeOf(desk.program, "pack/open", { upload: await upload(desk.program, "a.psp", bytes) });
    expect(await open(olderBytes)).toBe("older-pack");
    expect(await open("nothing of the kind")).toBe("malformed");
    const cut = Buffer.from(olderBytes.subarray(0, olderBytes.length - 40));
    expect(await open(cut)).toBe("malformed");
    expect(await codeOf(desk.program, "pack/open", { upload: "none" })).toBe("not-found");
    const theirs = await ask(clerk, "pack/make", {
      round: seeded.round,
      expert: second.id,
      keyId: clerkKey.keyId,
      passphrase,
    });
    expect(
      await codeOf(desk.program, "pack/open", { upload: await uploadFile(desk.program, theirs.file.path) }),
    ).toBe("not-for-this-laptop");
    const again = await ask(clerk, "pack/make", {
      round: seeded.round,
      expert: first.id,
      keyId: clerkKey.keyId,
      passphrase,
    });
    expect(await codeOf(clerk, "pack/open", { upload: await uploadFile(clerk, again.file.path) })).toBe(
      "not-for-this-laptop",
    );
    await ask(clerk, "identity/import-key", { sealed: first.key.sealed });
    expect(await codeOf(clerk, "pack/open", { upload: await uploadFile(clerk, again.file.path) })).toBe(
      "round-is-here",
    );
    const stranger = await bringKey(clerk, "假经办");
    const foreign = await ask(clerk, "pack/make", {
      round: seeded.round,
      expert: first.id,
      keyId: stranger.keyId,
      passphrase,
    });
    expect(
      await codeOf(desk.program, "pack/open", { upload: await uploadFile(desk.program, foreign.file.path) }),
    ).toBe("unknown-key");
    await desk.program.close();
    removeFolder(desk.folder);
  });

  test("bring the units to avoid and the other names of the applicants, so that 回避 is suggested on the expert's laptop", async () => {
    const seeded = await seedRound(clerk, {
      applicants: [
        { name: "湘潭示例经济技术开发区", city: "湘潭市", aliases: ["莲城创新园区"] },
        { name: "衡阳示例智能制造有限公司", city: "衡阳市" },
        { name: "岳阳示例大学", city: "岳阳市" },
      ],
      experts: ["钱庚"],
      apart: true,
    });
    const [expert] = seeded.experts;
    if (!expert) throw new Error("no expert");
    await ask(clerk, "expert/save", {
      round: seeded.round,
      expert: expert.id,
      name: "钱庚",
      employer: "湖南示例研究院",
      // One by the name its papers use, one by the usual short form of its official name.
      avoid: ["莲城创新园区", "衡阳示例智能制造有限责任公司"],
    });
    const suggestions = async (program: Composed) => {
      const { entries } = await ask(program, "desk/list", { round: seeded.round, expert: expert.id });
      return [...entries].sort((one, other) => one.number - other.number).map(({ conflict }) => conflict);
    };
    const expected = ["莲城创新园区", "衡阳示例智能制造有限责任公司", null];
    expect(await suggestions(clerk)).toEqual(expected);
    const matrix = await ask(clerk, "assignment/get", { round: seeded.round });
    expect(matrix.cells.map(({ conflict }) => conflict)).toEqual(expected);
    const desk = await seatExpert(clerk, seeded, expert, clerkKey);
    expect(await suggestions(desk.program)).toEqual(expected);
    // By any of its names it is the same unit: it cannot be given to this expert anew.
    const [first = ""] = seeded.submissions;
    const at = { round: seeded.round, expert: expert.id, submissions: [first] };
    await ask(clerk, "assignment/set", { ...at, assigned: false });
    expect(await codeOf(clerk, "assignment/set", { ...at, assigned: true })).toBe("conflict");
    await desk.program.close();
    removeFolder(desk.folder);
  });

  test("a later pack brings the new version, opens the sheet again and keeps the scores", async () => {
    const seeded = await seedRound(clerk, {
      applicants: [{ name: "湖南省株洲高新技术产业开发区", city: "株洲市" }],
      experts: ["王甲"],
      apart: true,
    });
    const [expert] = seeded.experts;
    if (!expert) throw new Error("no expert");
    const desk = await seatExpert(clerk, seeded, expert, clerkKey);
    const at = { round: seeded.round, expert: expert.id, submission: seeded.submissions[0] ?? "" };
    const { form } = await ask(desk.program, "desk/list", { round: seeded.round, expert: expert.id });
    await ask(desk.program, "desk/declare", { ...at, recusal: null });
    for (const item of form.items)
      await ask(desk.program, "desk/save-item", { ...at, item: item.id, score: "10", comment: "好" });
    await ask(desk.program, "desk/set-complete", { ...at, complete: true });
    await importFiles(clerk, seeded.round, { "补正/实施方案.docx": samplePlan() });
    await openPackOn(desk.program, clerk, seeded.round, expert, clerkKey);
    const sheet = await ask(desk.program, "desk/get-sheet", at);
    expect(sheet).toMatchObject({ version: 2, state: "open", total: "40" });
    await desk.program.close();
    removeFolder(desk.folder);
  });

  test("on the expert's laptop the clerk's tasks are refused", async () => {
    const seeded = await seedRound(clerk, {
      applicants: [{ name: "长沙示例园区" }],
      experts: ["王甲"],
      apart: true,
    });
    const [expert] = seeded.experts;
    if (!expert) throw new Error("no expert");
    const { program, folder: own } = await seatExpert(clerk, seeded, expert, clerkKey);
    const { round } = seeded;
    const submission = seeded.submissions[0] ?? "";
    const sha256 = (await ask(program, "submission/get", { submission })).files[0]?.sha256 ?? "";
    expect(
      await codeOf(program, "intake/start-import", { round, uploads: [await upload(program, "a.txt", "x")] }),
    ).toBe("wrong-state");
    expect(
      await codeOf(program, "expert/save", { round, expert: null, name: "x", employer: "", avoid: [] }),
    ).toBe("wrong-state");
    expect(
      await codeOf(program, "expert/enrol", {
        round,
        expert: expert.id,
        identity: (await makeKey("x")).text,
      }),
    ).toBe("wrong-state");
    expect(
      await codeOf(program, "assignment/set", { round, expert: expert.id, submissions: [], assigned: true }),
    ).toBe("wrong-state");
    expect(
      await codeOf(program, "pack/make", { round, expert: expert.id, keyId: expert.key.keyId, passphrase }),
    ).toBe("wrong-state");
    expect(
      await codeOf(program, "ranking/decide", {
        round,
        direction: "lean",
        order: ["a", "b"],
        reason: "x",
        by: "x",
      }),
    ).toBe("wrong-state");
    expect(await codeOf(program, "submission/confirm", { submission, facts: [], identity: ["name"] })).toBe(
      "round-frozen",
    );
    expect(
      await codeOf(program, "submission/set-standing", { submission, standing: "out", reason: "x" }),
    ).toBe("round-frozen");
    expect(await codeOf(program, "submission/assign-file", { round, sha256, to: "new", reason: "x" })).toBe(
      "round-frozen",
    );
    const view = await ask(program, "round/get", { round });
    expect(view).toMatchObject({ side: "guest", clerk: { name: "李经办" }, expert: { name: "王甲" } });
    expect(await codeOf(program, "round/save-settings", { round, settings: view.settings })).toBe(
      "round-frozen",
    );
    expect((await ask(program, "app/get-state", {})).preferences).toMatchObject({
      role: "expert",
      name: "王甲",
    });
    await program.close();
    removeFolder(own);
  });
});

test("two rounds of one name write files of two names", async () => {
  const names: string[] = [];
  for (const _ of [1, 2]) {
    const seeded = await seedRound(clerk, {
      applicants: [{ name: "同名轮次的单位" }],
      experts: ["同名专家"],
      apart: true,
    });
    const made = await ask(clerk, "pack/make", {
      round: seeded.round,
      expert: seeded.experts[0]?.id ?? "",
      keyId: clerkKey.keyId,
      passphrase,
    });
    names.push(made.file.name);
  }
  expect(new Set(names).size).toBe(2);
});

const samplePlan = (): Uint8Array =>
  readFileSync(new URL("../../../resources/samples/round/株洲市/株洲高新区/实施方案.docx", import.meta.url));

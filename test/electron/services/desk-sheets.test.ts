import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { saveObjectiveScheme, twoOfThree } from "../../support/objective-scheme.ts";
import { merge, signedWith } from "../../support/panel.ts";
import { ask, codeOf, freshProgram, passphrase } from "../../support/program.ts";
import { type OpenedRound, scoreSheet, seedRound } from "../../support/seeded-round.ts";
import { supplement } from "../../support/supplement.ts";

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const seatOf = (seeded: OpenedRound) => ({ round: seeded.round, expert: seeded.experts[0]?.id ?? "" });

describe("a newer version of the papers after scoring", () => {
  test("leaves the scores with the version they were given on until the expert confirms them", async () => {
    const seeded = await seedRound(program, {
      applicants: [{ name: "长沙示例一园" }, { name: "长沙示例二园" }, { name: "长沙示例三园" }],
      experts: ["王甲"],
    });
    const [one = "", two = "", three = ""] = seeded.submissions;
    const seat = seatOf(seeded);
    for (const submission of [one, two])
      await scoreSheet(program, { ...seat, submission }, ["20", "20", "20", "20"]);
    const recusal = { ground: "adviser", reason: "近三年任顾问" } as const;
    await ask(program, "desk/declare", { ...seat, submission: three, recusal });
    supplement(program, seeded.round, one);
    supplement(program, seeded.round, three);

    const at = { ...seat, submission: one };
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({
      version: 2,
      scoredVersion: 1,
      state: "open",
      total: "80",
    });
    // A recusal is about the applicant, not about its papers.
    expect(await ask(program, "desk/get-sheet", { ...seat, submission: three })).toMatchObject({
      state: "recused",
    });
    const before = await ask(program, "result/preview", seat);
    expect(before.ready).toBe(false);
    expect(before.warnings).toEqual([
      { submission: one, code: "older-version", params: { scored: "1", version: "2" } },
    ]);
    expect(before.payload.sheets.map((sheet) => sheet.submission)).toEqual([two, three]);

    // One changed score says nothing about the others: all of them are confirmed together.
    const item = (await ask(program, "desk/get-sheet", at)).items[0]?.item ?? "";
    await ask(program, "desk/save-item", { ...at, item, score: "21", comment: "" });
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({ scoredVersion: 1, state: "open" });
    await ask(program, "desk/set-complete", { ...at, complete: true });
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({
      version: 2,
      scoredVersion: 2,
      state: "complete",
      total: "81",
    });
    const after = await ask(program, "result/preview", seat);
    expect(after.ready).toBe(true);
    expect(
      after.payload.sheets.map(({ submission, version, total }) => [submission, version, total]),
    ).toEqual([
      [one, 2, "81"],
      [two, 1, "80"],
      [three, 2, null],
    ]);
    // The signature names the version and its digest.
    const dossier = await ask(program, "submission/get", { submission: one });
    expect(after.payload.sheets[0]).toMatchObject({ version: 2, dossier: dossier.digest });
  });
});

describe("objective items", () => {
  let seeded: OpenedRound;
  beforeAll(async () => {
    const scheme = await saveObjectiveScheme(program);
    seeded = await seedRound(program, {
      scheme,
      applicants: [
        { name: "南宁示例一园", city: "南宁市", facts: twoOfThree },
        { name: "南宁示例二园", city: "南宁市", facts: twoOfThree.slice(0, 2) },
      ],
      experts: ["李乙"],
    });
  });

  test("levels and rule are frozen with the form", async () => {
    const { form } = await ask(program, "desk/list", seatOf(seeded));
    expect(form.items[0]?.levels?.map(({ name }) => name)).toEqual(["好", "一般"]);
    expect(form.items[1]?.objective).toEqual({ kind: "met-share" });
  });

  test("are filled from the confirmed values with their computation, counted, signed, and not editable", async () => {
    const at = { ...seatOf(seeded), submission: seeded.submissions[0] ?? "" };
    await ask(program, "desk/declare", { ...at, recusal: null });
    const sheet = await ask(program, "desk/get-sheet", at);
    const [outcome] = sheet.objectives;
    expect(outcome).toMatchObject({
      item: sheet.items[1]?.item,
      score: "16.5",
      arithmetic: "25 × 2 ÷ 3 = 16.666… → 16.5",
      problem: null,
    });
    expect(sheet.items.map(({ score }) => score)).toEqual([null, "16.5", null, null]);
    expect(sheet.total).toBe("16.5");
    const item = outcome?.item ?? "";
    expect(await codeOf(program, "desk/save-item", { ...at, item, score: "25", comment: "" })).toBe(
      "objective-item",
    );
    expect(await codeOf(program, "desk/save-item", { ...at, item, score: null, comment: "" })).toBe(
      "objective-item",
    );
    const commented = await ask(program, "desk/save-item", { ...at, item, score: "16.5", comment: "见附件" });
    expect(commented.items[1]).toEqual({ item, score: "16.5", comment: "见附件" });
    for (const index of [0, 2, 3])
      await ask(program, "desk/save-item", {
        ...at,
        item: sheet.items[index]?.item ?? "",
        score: "10",
        comment: "",
      });
    expect(await ask(program, "desk/set-complete", { ...at, complete: true })).toMatchObject({
      total: "46.5",
    });
    const { payload } = await ask(program, "result/preview", seatOf(seeded));
    expect(payload.sheets[0]).toMatchObject({ total: "46.5" });
    expect(payload.sheets[0]?.items[1]).toEqual({ item, score: "16.5", comment: "见附件" });
    const list = await ask(program, "desk/list", seatOf(seeded));
    expect(list.entries.find(({ submission }) => submission === at.submission)).toMatchObject({
      scored: 4,
      total: "46.5",
    });
    const compared = await ask(program, "desk/compare-item", { ...seatOf(seeded), item });
    expect(compared[0]).toMatchObject({ score: "16.5" });
  });

  test("a value nobody reported leaves the item to the expert, and says which one", async () => {
    const at = { ...seatOf(seeded), submission: seeded.submissions[1] ?? "" };
    const sheet = await ask(program, "desk/declare", { ...at, recusal: null });
    expect(sheet.objectives[0]).toMatchObject({ score: null, problem: "not-decided" });
    expect(sheet.objectives[0]?.about).toHaveLength(1);
    expect(sheet.total).toBeNull();
    const item = sheet.items[1]?.item ?? "";
    expect(
      (await ask(program, "desk/save-item", { ...at, item, score: "9", comment: "" })).items[1]?.score,
    ).toBe("9");
  });

  test("the signed result is accepted with the computed score in it", async () => {
    const at = { ...seatOf(seeded), submission: seeded.submissions[1] ?? "" };
    const sheet = await ask(program, "desk/get-sheet", at);
    for (const { item } of sheet.items)
      await ask(program, "desk/save-item", { ...at, item, score: "9", comment: "" });
    await ask(program, "desk/set-complete", { ...at, complete: true });
    await ask(program, "result/sign", {
      ...seatOf(seeded),
      keyId: seeded.experts[0]?.key.keyId ?? "",
      passphrase,
    });
    const detail = await ask(program, "ranking/get-detail", { round: seeded.round });
    expect(detail.rows.map(({ total }) => total).sort()).toEqual(["36", "46.5"]);
  });

  test("a sheet whose computed score was changed before signing is refused, and says what it should be", async () => {
    const [expert] = seeded.experts;
    if (!expert) throw new Error("no expert");
    const { payload } = await ask(program, "result/preview", seatOf(seeded));
    const [whole] = payload.sheets;
    if (!whole) throw new Error("no sheet");
    const forged = {
      ...whole,
      total: "55",
      items: whole.items.map((item, index) => (index === 1 ? { ...item, score: "25" } : item)),
    };
    const text = await signedWith(expert.key, { ...payload, sheets: [forged] });
    const [outcome] = await merge(program, seeded.round, text);
    expect(outcome).toMatchObject({
      merged: false,
      refusal: { code: "objective-differs", params: { score: "25", computed: "16.5" } },
    });
  });
});

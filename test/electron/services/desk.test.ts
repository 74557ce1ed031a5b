import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { ask, codeOf, freshProgram, newRound } from "../../support/program.ts";
import { type OpenedRound, seedApplicant, seedRound } from "../../support/seeded-round.ts";

let program: Composed;
let seeded: OpenedRound;
let items: string[] = [];

const applicants = Array.from({ length: 14 }, (_, index) => ({ name: `长沙示例第${index + 1}产业园` }));
let next = 0;

beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  seeded = await seedRound(program, { applicants, experts: ["王甲", "李乙"] });
  const desk = await ask(program, "desk/list", { round: seeded.round, expert: seeded.experts[0]?.id ?? "" });
  items = desk.form.items.map((item) => item.id);
  return fresh.end;
});

/** A sheet nobody has touched yet. */
function freshSheet() {
  const submission = seeded.submissions[next] ?? "";
  next += 1;
  return { round: seeded.round, expert: seeded.experts[0]?.id ?? "", submission };
}
const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => () => items[index] ?? "");
const save = (at: ReturnType<typeof freshSheet>, item: string, score: string | null, comment = "") =>
  program.call("desk/save-item", { ...at, item, score, comment });

describe("the declaration comes first", () => {
  test("without it nothing can be scored, remarked or completed", async () => {
    const at = freshSheet();
    expect(
      await codeOf(program, "desk/save-item", { ...at, item: items[0] ?? "", score: "1", comment: "" }),
    ).toBe("not-declared");
    expect(await codeOf(program, "desk/save-remark", { ...at, remark: "好" })).toBe("not-declared");
    expect(await codeOf(program, "desk/set-complete", { ...at, complete: true })).toBe("not-declared");
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({
      state: "not-declared",
      total: null,
      savedAt: null,
    });
  });

  test("a recusal needs a reason, shuts the sheet and takes the scores out until it is taken back", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    await save(at, items[0] ?? "", "12");
    expect(
      await codeOf(program, "desk/declare", { ...at, recusal: { ground: "adviser", reason: "  " } }),
    ).toBe("reason-missing");
    const recused = await ask(program, "desk/declare", {
      ...at,
      recusal: { ground: "adviser", reason: "近三年任顾问" },
    });
    expect(recused).toMatchObject({ state: "recused", total: null, recusal: { ground: "adviser" } });
    expect(recused.items.map(({ score }) => score)).toEqual([null, null, null, null]);
    const list = await ask(program, "desk/list", { round: at.round, expert: at.expert });
    expect(list.entries.find(({ submission }) => submission === at.submission)).toMatchObject({
      state: "recused",
      scored: 0,
      total: null,
    });
    const [entry] = await ask(program, "audit/list", { round: at.round, limit: 1 });
    expect(entry?.detail).toMatchObject({ recusal: "adviser", reason: "近三年任顾问", removed: "12" });
    expect(
      await codeOf(program, "desk/save-item", { ...at, item: items[0] ?? "", score: "1", comment: "" }),
    ).toBe("recused");
    expect(await codeOf(program, "desk/set-complete", { ...at, complete: true })).toBe("recused");
    const back = await ask(program, "desk/declare", { ...at, recusal: null });
    expect(back.items[0]).toMatchObject({ score: "12" });
  });
});

describe("scores", () => {
  test("are stored in one form, whatever keyboard they come from", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    const typed: [() => string, string, string][] = [
      [first ?? (() => ""), "２５．５", "25.5"],
      [second ?? (() => ""), "007", "7"],
      [third ?? (() => ""), " 8。5 ", "8.5"],
      [fourth ?? (() => ""), "0.0", "0"],
    ];
    for (const [item, text, stored] of typed) {
      const saved = await save(at, item(), text);
      expect(saved.ok && saved.value.items.find((entry) => entry.item === item())?.score).toBe(stored);
    }
    const sheet = await ask(program, "desk/get-sheet", at);
    expect(sheet.total).toBe("41");
    const stored = program.context.db.prepare(
      "SELECT score, typeof(score) AS type FROM sheet_item WHERE submission_id = ? AND item = ?",
    );
    expect(stored.get(at.submission, second?.())).toEqual({ score: "7", type: "text" });
  });

  test.each([
    ["30.5", "out-of-range"],
    ["-1", "out-of-range"],
    ["12.3", "off-step"],
    ["", "not-a-number"],
    ["十二", "not-a-number"],
    ["1e1", "not-a-number"],
    ["NaN", "not-a-number"],
    ["12,5", "not-a-number"],
  ])("%j is refused as %s and what was there stays", async (text, code) => {
    const at = {
      round: seeded.round,
      expert: seeded.experts[1]?.id ?? "",
      submission: seeded.submissions[0] ?? "",
    };
    await ask(program, "desk/declare", { ...at, recusal: null });
    await save(at, items[0] ?? "", "10", "有依据");
    const answer = await save(at, items[0] ?? "", text);
    expect(answer).toMatchObject({ ok: false, code, params: { value: text } });
    expect((await ask(program, "desk/get-sheet", at)).items[0]).toMatchObject({
      score: "10",
      comment: "有依据",
    });
  });

  test("unscored is not zero: nothing scored has no total, three zeros are not complete, and zero is a score", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({ total: null, state: "open" });
    for (const item of items.slice(0, -1)) await save(at, item, "0");
    const sofar = await ask(program, "desk/get-sheet", at);
    expect(sofar).toMatchObject({ total: "0", state: "open" });
    expect(sofar.items.map(({ score }) => score)).toEqual(["0", "0", "0", null]);
    expect(await codeOf(program, "desk/set-complete", { ...at, complete: true })).toBe("incomplete");
    await save(at, items.at(-1) ?? "", "0");
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({ total: "0" });
    expect(await ask(program, "desk/set-complete", { ...at, complete: true })).toMatchObject({
      state: "complete",
    });
    const list = await ask(program, "desk/list", { round: at.round, expert: at.expert });
    expect(list.entries.find(({ submission }) => submission === at.submission)).toMatchObject({
      scored: 4,
      total: "0",
    });
  });

  test("taking a score away opens a completed sheet again", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    for (const item of items) await save(at, item, "5");
    await ask(program, "desk/set-complete", { ...at, complete: true });
    const cleared = await save(at, items[1] ?? "", null, "待定");
    expect(cleared.ok && cleared.value).toMatchObject({ state: "open", total: "15" });
    expect(cleared.ok && cleared.value.items[1]).toEqual({ item: items[1], score: null, comment: "待定" });
  });

  test("comments may hold quotes, apostrophes, newlines and rare characters, and corrupt nothing", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    const comment = `“好” 'it''s' "ok"; DROP TABLE sheet;--\n𠮷😀 =1+1`;
    await save(at, items[0] ?? "", "1.5", comment);
    await ask(program, "desk/save-remark", { ...at, remark: comment });
    expect(await ask(program, "desk/get-sheet", at)).toMatchObject({
      remark: comment,
      items: expect.arrayContaining([{ item: items[0], score: "1.5", comment }]),
    });
  });

  test("a field nobody changed keeps what another window stored meanwhile", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    const item = items[0] ?? "";
    const from = { score: null, comment: "" };
    await ask(program, "desk/save-item", { ...at, item, score: "27", comment: "", from });
    const both = await ask(program, "desk/save-item", { ...at, item, score: null, comment: "健全", from });
    expect(both.items[0]).toEqual({ item, score: "27", comment: "健全" });
    const cleared = await ask(program, "desk/save-item", {
      ...at,
      item,
      score: null,
      comment: "健全",
      from: { score: "27", comment: "健全" },
    });
    expect(cleared.items[0]).toEqual({ item, score: null, comment: "健全" });
  });

  test("an item of another form is refused", async () => {
    const at = freshSheet();
    await ask(program, "desk/declare", { ...at, recusal: null });
    expect(await codeOf(program, "desk/save-item", { ...at, item: "charm", score: "1", comment: "" })).toBe(
      "bad-input",
    );
  });
});

describe("whose sheet", () => {
  test("an applicant that is not assigned has none", async () => {
    const round = await seedRound(program, { applicants: [{ name: "株洲示例园区" }], experts: ["赵丙"] });
    const at = {
      round: round.round,
      expert: round.experts[0]?.id ?? "",
      submission: seeded.submissions[0] ?? "",
    };
    expect(await codeOf(program, "desk/declare", { ...at, recusal: null })).toBe("not-assigned");
    const other = { ...at, submission: round.submissions[0] ?? "", expert: seeded.experts[0]?.id ?? "" };
    expect(await codeOf(program, "desk/get-sheet", other)).toBe("not-found");
    expect(await codeOf(program, "desk/get-sheet", { ...at, submission: "none" })).toBe("not-found");
  });

  test("before the round opens there is no desk", async () => {
    const id = await newRound(program, "未开启");
    const submission = seedApplicant(program, id, 1, { name: "某园区" });
    expect(await codeOf(program, "desk/list", { round: id, expert: "e" })).toBe("round-not-open");
    expect(await codeOf(program, "desk/get-sheet", { round: id, expert: "e", submission })).toBe(
      "wrong-state",
    );
  });
});

test("every change at the desk is in the trail with what it replaced", async () => {
  const at = freshSheet();
  await ask(program, "desk/declare", { ...at, recusal: null });
  await save(at, items[0] ?? "", "10");
  await save(at, items[0] ?? "", "12.5", "改过");
  const trail = await ask(program, "audit/list", { round: at.round, limit: 3 });
  expect(trail.map(({ action, detail }) => [action, detail.from ?? "", detail.to ?? ""])).toEqual([
    ["sheet.score", "10", "12.5"],
    ["sheet.score", "", "10"],
    ["sheet.declare", "", ""],
  ]);
  // The reader sees the item's title; the history of the sheet goes by its id.
  const { form } = await ask(program, "desk/list", { round: at.round, expert: at.expert });
  expect(trail[0]?.detail.item).toBe(form.items[0]?.name);
  const history = await ask(program, "desk/history", at);
  expect(history.filter(({ change }) => change === "score").map(({ item }) => item)).toEqual([
    items[0],
    items[0],
  ]);
});

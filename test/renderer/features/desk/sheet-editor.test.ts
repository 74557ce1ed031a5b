import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createSheetEditor,
  type Field,
  type StoredItem,
} from "../../../../renderer/features/desk/model/sheet-editor.ts";
import { fail, type Result, succeed } from "../../../../shared/contract/result.ts";
import type { ScoreForm, Sheet } from "../../../../shared/scoring/sheet.ts";
import { sheetTotal } from "../../../../shared/scoring/sheet-total.ts";

const source = { place: "附件2", quote: "工作基础" };
const form: ScoreForm = {
  items: [
    { id: "basis", name: "工作基础", guidance: "", max: "30", source },
    { id: "traits", name: "主要特色", guidance: "", max: "30", source },
    { id: "plan", name: "未来思路", guidance: "", max: "40", source },
  ],
  total: "100",
  step: "0.5",
};
const empty: Sheet = {
  submission: "s1",
  version: 1,
  state: "open",
  recusal: null,
  items: form.items.map(({ id }) => ({ item: id, score: null, comment: "" })),
  remark: "",
  total: null,
  savedAt: null,
  scoredVersion: 1,
  objectives: [],
};

/** A service that stores as the contract says: the total comes from what is stored. */
function service(first = empty) {
  let sheet = first;
  let refuse = false;
  const answer = (next: Partial<Sheet>): Promise<Result<Sheet>> => {
    if (refuse) return Promise.resolve(fail("internal"));
    sheet = { ...sheet, ...next, savedAt: "2026-11-21T02:42:07.000Z" };
    sheet = { ...sheet, total: sheetTotal(form, sheet.items) };
    return Promise.resolve(succeed(sheet));
  };
  return {
    stored: () => sheet,
    refuse: (now: boolean) => {
      refuse = now;
    },
    ports: {
      // A field that equals what it was typed over keeps what is stored, as desk/save-item says.
      saveItem: (item: string, score: string | null, comment: string, from?: StoredItem) =>
        answer({
          items: sheet.items.map((old) =>
            old.item === item
              ? {
                  item,
                  score: from?.score === score ? old.score : score,
                  comment: from?.comment === comment ? old.comment : comment,
                }
              : old,
          ),
        }),
      saveRemark: (remark: string) => answer({ remark }),
    },
  };
}

const score = (item: string): Field => ({ kind: "score", item });

describe("sheet editor", () => {
  test("nothing scored has no total; a 0 given is a score", async () => {
    const { ports, stored } = service();
    const editor = createSheetEditor(form, empty, ports);
    expect([editor.state().total, editor.state().scored]).toEqual([null, 0]);
    editor.edit(score("basis"), "0");
    await editor.flush();
    expect([editor.state().total, editor.state().scored, stored().total]).toEqual(["0", 1, "0"]);
  });

  test("clearing a box makes the item unscored, not 0", async () => {
    const { ports, stored } = service();
    const editor = createSheetEditor(form, empty, ports);
    editor.edit(score("basis"), "12.5");
    await editor.flush();
    editor.edit(score("basis"), "");
    await editor.flush();
    expect(stored().items[0]).toEqual({ item: "basis", score: null, comment: "" });
    expect(editor.state().total).toBeNull();
  });

  test("what is no score stays in its box with the reason, counts as unsaved, and the stored score stands", async () => {
    const { ports, stored } = service();
    const editor = createSheetEditor(form, empty, ports);
    editor.edit(score("basis"), "12");
    await editor.flush();
    editor.edit(score("basis"), "31");
    await editor.flush();
    expect(editor.state().drafts.get("basis")).toMatchObject({
      text: "31",
      problem: { code: "out-of-range" },
    });
    expect([editor.state().unsaved, editor.state().total, stored().total]).toEqual([1, "12", "12"]);
  });

  test("a comment written beside a refused score is stored", async () => {
    const { ports, stored } = service();
    const editor = createSheetEditor(form, empty, ports);
    editor.edit(score("basis"), "0.3");
    editor.edit({ kind: "comment", item: "basis" }, "依据充分");
    await editor.flush();
    expect(stored().items[0]).toEqual({ item: "basis", score: null, comment: "依据充分" });
    expect(editor.state().unsaved).toBe(1);
  });

  test("leaving a box gives a valid score its normal form", async () => {
    const editor = createSheetEditor(form, empty, service().ports);
    editor.edit(score("basis"), "１２。５0");
    editor.leave(score("basis"));
    expect(editor.state().drafts.get("basis")?.text).toBe("12.5");
    await editor.flush();
  });

  test("undo takes back the last change as it was made in one go and names the field", async () => {
    const { ports, stored } = service();
    const editor = createSheetEditor(form, empty, ports);
    for (const text of ["1", "12"]) editor.edit(score("basis"), text);
    editor.leave(score("basis"));
    for (const text of ["好", "好的"]) editor.edit({ kind: "remark" }, text);
    expect(editor.undo()).toEqual({ kind: "remark" });
    expect(editor.undo()).toEqual(score("basis"));
    expect(editor.undo()).toBeNull();
    await editor.flush();
    expect([stored().remark, stored().total, editor.state().total]).toEqual(["", null, null]);
  });

  test("when the service refuses, what was typed stays and is stored on retry", async () => {
    const { ports, stored, refuse } = service();
    const editor = createSheetEditor(form, empty, ports);
    refuse(true);
    editor.edit(score("plan"), "35");
    await editor.flush();
    expect([editor.state().unsaved, editor.state().queue.failed.size, stored().total]).toEqual([1, 1, null]);
    refuse(false);
    await editor.retry();
    expect([editor.state().unsaved, stored().total]).toEqual([0, "35"]);
  });

  test("for any edits and undos the total shown, once all is saved, is the total stored", async () => {
    const edit = fc.oneof(
      fc.record({
        item: fc.constantFrom("basis", "traits", "plan"),
        text: fc.oneof(
          fc.constantFrom("", "0", "12.5", "30", "40", "41", "-1", "1.2", "x", "12.", "１５"),
          fc.string(),
        ),
      }),
      fc.constantFrom("undo", "flush", "break", "mend"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 30 }), async (edits) => {
        const { ports, stored, refuse } = service();
        const editor = createSheetEditor(form, empty, ports);
        for (const step of edits) {
          if (step === "undo") editor.undo();
          else if (step === "flush") await editor.flush();
          else if (step === "break" || step === "mend") refuse(step === "break");
          else if (typeof step === "object") editor.edit(score(step.item), step.text);
        }
        refuse(false);
        await editor.flush();
        await editor.retry();
        expect(editor.state().total).toBe(stored().total);
        expect(editor.state().stored).toEqual(stored());
      }),
    );
  });
});

describe("a sheet that another window stored meanwhile", () => {
  const stored = (change: Partial<Sheet>, second: number): Sheet => {
    const sheet = { ...empty, ...change, savedAt: `2026-11-21T03:00:0${second}.000Z` };
    return { ...sheet, total: sheetTotal(form, sheet.items) };
  };
  const withItem = (item: string, value: string | null, comment = "") =>
    empty.items.map((old) => (old.item === item ? { item, score: value, comment } : old));

  test("brings its fields, and takes none that is being typed in here", async () => {
    const theirs = stored({ items: withItem("basis", "12"), remark: "那边的评语" }, 1);
    const { ports, stored: kept } = service(theirs);
    const editor = createSheetEditor(form, empty, ports);
    editor.edit({ kind: "comment", item: "basis" }, "这边的说明");
    editor.edit(score("traits"), "abc");
    editor.adopt(theirs);
    const { drafts, remark } = editor.state();
    expect([drafts.get("basis")?.text, drafts.get("basis")?.comment, remark]).toEqual([
      "12",
      "这边的说明",
      "那边的评语",
    ]);
    expect([drafts.get("traits")?.text, drafts.get("traits")?.problem?.code]).toEqual([
      "abc",
      "not-a-number",
    ]);
    await editor.flush();
    // The comment travels with the score the other window gave, not with the empty box it was typed beside.
    expect(kept().items.find((item) => item.item === "basis")).toEqual({
      item: "basis",
      score: "12",
      comment: "这边的说明",
    });
  });

  test("older than what is stored here changes nothing", async () => {
    const { ports } = service();
    const editor = createSheetEditor(form, stored({ items: withItem("basis", "20") }, 5), ports);
    editor.adopt(stored({ items: withItem("basis", "3") }, 2));
    expect([editor.state().drafts.get("basis")?.text, editor.state().total]).toEqual(["20", "20"]);
  });

  test("two windows that never hear of each other lose nothing: each answer brings the other's fields", async () => {
    const { ports, stored: kept } = service();
    const one = createSheetEditor(form, empty, ports);
    const other = createSheetEditor(form, empty, ports);
    other.edit({ kind: "comment", item: "basis" }, "机制");
    await other.flush();
    one.edit(score("basis"), "12");
    await one.flush();
    expect(one.state().drafts.get("basis")).toMatchObject({ text: "12", comment: "机制" });
    other.edit({ kind: "comment", item: "basis" }, "机制健全");
    await other.flush();
    expect(other.state().drafts.get("basis")).toMatchObject({ text: "12", comment: "机制健全" });
    one.edit(score("traits"), "3");
    await one.flush();
    expect(one.state().drafts.get("basis")).toMatchObject({ text: "12", comment: "机制健全" });
    expect(
      kept()
        .items.map((item) => [item.item, item.score, item.comment])
        .slice(0, 2),
    ).toEqual([
      ["basis", "12", "机制健全"],
      ["traits", "3", ""],
    ]);
    expect([one.state().total, kept().total]).toEqual(["15", "15"]);
  });

  test("a score taken back while it is on its way is not brought back by its own answer", async () => {
    const { ports, stored: kept } = service();
    const editor = createSheetEditor(form, empty, ports);
    editor.edit(score("basis"), "12");
    const onItsWay = editor.flush();
    editor.undo();
    await onItsWay;
    await editor.flush();
    expect(editor.state().drafts.get("basis")?.text).toBe("");
    expect(kept().items[0]).toMatchObject({ score: null });
  });
});

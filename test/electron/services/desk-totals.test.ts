import { readFileSync } from "node:fs";
import fc from "fast-check";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { createSheetEditor, type SheetEditor } from "../../../renderer/features/desk/model/sheet-editor.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { ask, freshFolder, passphrase, removeFolder, startProgram } from "../../support/program.ts";
import { type OpenedRound, seedRound } from "../../support/seeded-round.ts";

const RUNS = 24;
const folder = freshFolder();
let program: Composed;
let seeded: OpenedRound;
let form: ScoreForm;
let next = 0;

beforeAll(async () => {
  program = await startProgram(folder);
  seeded = await seedRound(program, {
    applicants: Array.from({ length: RUNS }, (_, index) => ({ name: `长沙示例第${index + 1}产业园` })),
    experts: ["王甲"],
  });
  form = (await ask(program, "desk/list", seat())).form;
});
afterAll(async () => {
  await program.close();
  removeFolder(folder);
});

const seat = () => ({ round: seeded.round, expert: seeded.experts[0]?.id ?? "" });

/** The very editor of the window, on the very services. */
async function openEditor(submission: string): Promise<SheetEditor> {
  const at = { ...seat(), submission };
  return createSheetEditor(form, await ask(program, "desk/get-sheet", at), {
    saveItem: (item, score, comment, from) =>
      program.call("desk/save-item", { ...at, item, score, comment, from: { ...from } }),
    saveRemark: (remark) => program.call("desk/save-remark", { ...at, remark }),
  });
}

const typed = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((half) => String(half / 2)),
  fc.constantFrom("", "0", "12。5", "１８", "99", "7.3", "abc", "-1", " 5 "),
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("type" as const), item: fc.nat(3), text: typed }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "autosave" as const, "leave" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("reload" as const, "restart" as const) }) },
);

test("after any edits, undo, autosave and restarts the total shown is the total stored and the total signed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const submission = seeded.submissions[next] ?? "";
      next += 1;
      const at = { ...seat(), submission };
      await ask(program, "desk/declare", { ...at, recusal: null });
      let editor = await openEditor(submission);
      for (const act of steps) {
        if (act.do === "type") editor.edit({ kind: "score", item: form.items[act.item]?.id ?? "" }, act.text);
        else if (act.do === "undo") editor.undo();
        else if (act.do === "leave")
          for (const { id } of form.items) editor.leave({ kind: "score", item: id });
        else await editor.flush();
        if (act.do === "restart") {
          await program.close();
          program = await startProgram(folder);
        }
        if (act.do === "reload" || act.do === "restart") editor = await openEditor(submission);
      }
      await editor.flush();
      const stored = await ask(program, "desk/get-sheet", at);
      expect(editor.state().total).toBe(stored.total);
      expect(editor.state().scored).toBe(stored.items.filter((item) => item.score !== null).length);
      // Everything scored and complete: what will be signed is that very string.
      for (const [index, item] of form.items.entries())
        if (stored.items[index]?.score === null) editor.edit({ kind: "score", item: item.id }, "0.5");
      await editor.flush();
      const complete = await ask(program, "desk/set-complete", { ...at, complete: true });
      const { payload } = await ask(program, "result/preview", seat());
      const signed = payload.sheets.find((sheet) => sheet.submission === submission);
      expect([complete.total, signed?.total]).toEqual([editor.state().total, editor.state().total]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  const before = await ask(program, "result/preview", seat());
  const { file } = await ask(program, "result/sign", {
    ...seat(),
    keyId: seeded.experts[0]?.key.keyId ?? "",
    passphrase,
  });
  const signed = decodeJwt(readFileSync(file.path, "utf8").trim()) as { sheets?: unknown };
  expect(signed.sheets).toEqual(before.payload.sheets);
  // On the clerk's side: the score table is made from these totals, string for string.
  const detail = await ask(program, "ranking/get-detail", { round: seeded.round });
  const totals = (rows: readonly { submission: string; total: string | null }[]) =>
    rows.map(({ submission, total }) => [submission, total]).sort();
  expect(totals(detail.rows)).toEqual(totals(before.payload.sheets));
});

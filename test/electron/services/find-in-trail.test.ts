import { beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { appendAudit } from "../../../electron/db/audit.ts";
import { transact } from "../../../electron/db/database.ts";
import { ask, codeOf, freshProgram } from "../../support/program.ts";

let program: Composed;
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const entries = 1300;

/** Every hundredth entry is about a file of the same name, the others about scores; two rounds in turn. */
function writeTrail(): void {
  const { db } = program.context;
  transact(db, () => {
    for (let index = 1; index <= entries; index += 1)
      appendAudit(db, {
        at: "2021-11-20T02:00:00.000Z",
        actor: index === 7 ? "Li Ming" : "王经办",
        round: index % 2 === 0 ? "r2" : "r1",
        ...(index % 100 === 0
          ? { action: "import.file", detail: { path: `衡阳市/附件${index / 100}.XLSX` } }
          : { action: "sheet.score", detail: { item: `第${index}项` } }),
      });
  });
}

const numbers = (list: readonly { seq: number }[]): number[] => list.map(({ seq }) => seq);

test("the record is found by the words a reader sees, newest first, however far back they stand", async () => {
  writeTrail();
  const first = numbers(await ask(program, "audit/list", { round: null, limit: 1 }))[0] ?? 0;
  const offset = first - entries;
  const find = (text: string, more: { round?: string; limit?: number; before?: number } = {}) =>
    ask(program, "audit/list", { round: null, limit: 100, ...more, find: { text, locale: "zh" } });

  expect(numbers(await find("收到 衡阳市"))).toEqual(
    Array.from({ length: 13 }, (_, index) => offset + (13 - index) * 100),
  );
  expect(numbers(await find("附件１２．ｘｌｓｘ"))).toEqual([offset + 1200]);
  expect(numbers(await find("li ming"))).toEqual([offset + 7]);
  expect(numbers(await find("附件", { round: "r1" }))).toEqual([]);
  expect(numbers(await find("附件", { limit: 2 }))).toEqual([offset + 1300, offset + 1200]);
  expect(numbers(await find("附件", { limit: 2, before: offset + 1200 }))).toEqual([
    offset + 1100,
    offset + 1000,
  ]);
  expect(await find("没有这样的字")).toEqual([]);
});

test("the sentence is that of the reader's language", async () => {
  writeTrail();
  const english = await ask(program, "audit/list", {
    round: null,
    limit: 5,
    find: { text: "scored", locale: "en" },
  });
  const chinese = await ask(program, "audit/list", {
    round: null,
    limit: 5,
    find: { text: "scored", locale: "zh" },
  });
  expect([english.length, chinese.length]).toEqual([5, 0]);
});

test("a text of more than 200 characters is not looked for", async () => {
  expect(
    await codeOf(program, "audit/list", {
      round: null,
      limit: 5,
      find: { text: "长".repeat(201), locale: "zh" },
    }),
  ).not.toBe("ok");
});

import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../../electron/db/database.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { blockOf, countWaitingSources, findBlocks } from "../../../electron/db/search.ts";
import { databaseAt } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "pingshen.db");
});
afterEach(() => removeFolder(folder));

const now = "2021-11-02T03:04:05.678Z";
const files = 120;

/** Version 7: a text per block, found by whole words. */
function versionSeven(): void {
  const db = databaseAt(file, 7);
  db.exec(
    `INSERT INTO round (id, side, name, state, scheme, settings, created_at)
     VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{}', ''), ('other', 'host', '别轮', 'preparing', '{}', '{}', '')`,
  );
  const insert = db.prepare("INSERT INTO search_text (round_id, sha256, block, text) VALUES (?, ?, ?, ?)");
  for (let number = 0; number < files; number += 1)
    for (const round of ["r", "other"])
      for (const block of ["b1", "b2"])
        insert.run(round, `${number}`, block, `${block}第${number}号带动11,205人`);
  db.close();
}

const opened = (onIndexing?: (done: number, total: number) => void): Database => {
  const result = openDatabase(file, now, onIndexing);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

test("from version 7 to 8 every text stays, is indexed anew with progress and found inside of words", () => {
  versionSeven();
  const progress: [number, number][] = [];
  const db = opened((done, total) => progress.push([done, total]));
  expect(progress).toEqual([0, 50, 100, 150, 200].map((done) => [done, 2 * files]));
  expect(countWaitingSources(db)).toBe(0);
  const found = findBlocks(db, "r", "1205", null);
  expect(found.map(({ sha256 }) => sha256)).toEqual(
    Array.from({ length: files }, (_, number) => [`${number}`, `${number}`]).flat(),
  );
  expect(found.slice(0, 2).map(({ id }) => blockOf(db, id))).toEqual([
    { block: "b1", text: "b1第0号带动11,205人" },
    { block: "b2", text: "b2第0号带动11,205人" },
  ]);
  db.close();
});

test("an index a crash left behind is completed at the next start", () => {
  versionSeven();
  opened().close();
  const db = opened();
  db.exec("UPDATE search_source SET indexed = 0 WHERE id > 230");
  db.exec(
    "DROP TABLE search_index; CREATE VIRTUAL TABLE search_index USING fts5(grams, content='', tokenize=\"ascii\")",
  );
  db.close();
  const after = opened();
  expect(countWaitingSources(after)).toBe(0);
  expect(
    findBlocks(after, "other", "11205", null).length + findBlocks(after, "r", "11205", null).length,
  ).toBe(20);
  after.close();
});

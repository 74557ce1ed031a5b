import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { databaseAt, openRaw } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => removeFolder(folder));

const added = ["base_event", "correction", "point_answer", "target_value", "task_link"];
const tablesOf = (file: string): string[] => {
  const db = openRaw(file);
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  db.close();
  return rows.map((row) => (row as { name: string }).name);
};

test("version 2 becomes version 3: five empty tables that only grow, and the rounds as they were", () => {
  const file = join(folder, "pingshen.db");
  const old = databaseAt(file, 2);
  old.exec(
    `INSERT INTO round (id, side, name, state, scheme, settings, created_at)
     VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{}', '2021-11-01T00:00:00.000Z')`,
  );
  const before = old.prepare("SELECT * FROM round").all();
  old.close();
  expect(tablesOf(file)).not.toContain("base_event");
  const opened = openDatabase(file, "2021-11-02T00:00:00.000Z");
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  expect(db.prepare("SELECT * FROM round").all()).toEqual(before);
  for (const table of added) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    const triggers = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
      .all(table);
    expect(triggers).toEqual([{ name: `${table}_no_update` }, { name: `${table}_no_delete` }]);
  }
  db.close();
  expect(tablesOf(file)).toEqual(expect.arrayContaining(added));
});

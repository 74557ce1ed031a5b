import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { databaseAt } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => removeFolder(folder));

test("from version 3 to 4: mappings and imports come as empty tables, rounds stay", () => {
  const file = join(folder, "pingshen.db");
  const old = databaseAt(file, 3);
  old.exec(
    `INSERT INTO round (id, side, name, state, scheme, settings, created_at)
     VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{"thresholds":{}}', '2021-11-01T00:00:00.000Z')`,
  );
  const tables = () =>
    old
      .prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name IN ('table_mapping', 'import_batch')")
      .get();
  expect(tables()).toEqual({ n: 0 });
  old.close();
  const opened = openDatabase(file, "2021-11-02T03:04:05.678Z");
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  expect(db.prepare("SELECT name FROM round").all()).toEqual([{ name: "旧轮次" }]);
  for (const table of ["table_mapping", "import_batch", "import_source"])
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });

  db.exec(
    `INSERT INTO import_batch VALUES ('b', 'r', '2021-11-02T00:00:00.000Z');
     INSERT INTO import_source VALUES ('b', 0, '方案.docx', '0', 0);
     INSERT INTO table_mapping VALUES ('m', 's', '名', '{}', '李', '2021-11-02T00:00:00.000Z');`,
  );
  expect(() => db.exec("INSERT INTO import_source VALUES ('b', 1, 'x', '1', 2)")).toThrow("CHECK");
  expect(() => db.exec("INSERT INTO import_batch VALUES ('c', 'none', 'x')")).toThrow("FOREIGN KEY");
  expect(() => db.exec("INSERT INTO table_mapping VALUES ('n', 's', '名', '{}', '李', 'x')")).toThrow(
    "UNIQUE",
  );
  db.exec("DELETE FROM import_batch WHERE id = 'b'");
  expect(db.prepare("SELECT count(*) AS n FROM import_source").get()).toEqual({ n: 0 });
  db.close();
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, transact } from "../../../electron/db/database.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

const folder = freshFolder();
let db: Database;

beforeAll(() => {
  const opened = openDatabase(join(folder, "pingshen.db"), "2021-11-02T00:00:00.000Z");
  if (!opened.ok) throw new Error(opened.code);
  db = opened.value;
  db.exec(`
    INSERT INTO round (id, side, name, state, scheme, settings, created_at) VALUES ('r', 'host', '轮次', 'preparing', '{}', '{}', '');
    INSERT INTO submission (id, round_id, number, version, standing, standing_reason, name, city, files, refused_files, questions)
      VALUES ('s', 'r', 1, 1, 'in', '', '007', '长沙市', 0, 0, 0);
    INSERT INTO expert (id, round_id, name, employer, avoid) VALUES ('e', 'r', '专家', '', '[]');
    INSERT INTO result (digest, round_id, expert_id, sequence, jws, payload, signed_at, added_at) VALUES ('d', 'r', 'e', 1, 'j', '{}', '', '');
    INSERT INTO result_sheet (result_digest, submission_id, version) VALUES ('d', 's', 1);
    INSERT INTO decision (id, round_id, decision, at) VALUES ('t', 'r', '{}', '');
    INSERT INTO pack (digest, round_id, expert_id, manifest, made_at) VALUES ('p', 'r', 'e', '{}', '');
    INSERT INTO pack_submission (pack_digest, submission_id, version) VALUES ('p', 's', 1);
    INSERT INTO content (sha256, bytes) VALUES ('c', x'00');
    INSERT INTO audit (seq, at, actor, action, detail, previous, hash) VALUES (1, '', '', '', '{}', '', 'h');
  `);
});
afterAll(() => {
  db.close();
  removeFolder(folder);
});

describe("values", () => {
  test("a text of digits stays the text it is", () => {
    db.prepare("UPDATE submission SET name = ? WHERE id = 's'").run("007");
    expect(db.prepare("SELECT name, typeof(name) AS type FROM submission").get()).toEqual({
      name: "007",
      type: "text",
    });
  });

  test.each([
    ["a text where a number belongs", "UPDATE submission SET number = 'eins'"],
    ["a fraction where a whole number belongs", "UPDATE submission SET number = 1.5"],
    ["bytes where a text belongs", "UPDATE submission SET name = x'00'"],
    ["text where bytes belong", "INSERT INTO content (sha256, bytes) VALUES ('x', 'text')"],
    ["nothing where something belongs", "UPDATE submission SET name = NULL"],
    ["a standing nobody knows", "UPDATE submission SET standing = 'maybe'"],
    [
      "a truth that is neither 0 nor 1",
      "INSERT INTO sheet (round_id, expert_id, submission_id, version, remark, complete, signed, saved_at) VALUES ('r', 'e', 's', 1, '', 2, 0, '')",
    ],
    [
      "a sheet of an expert who is not there",
      "INSERT INTO sheet (round_id, expert_id, submission_id, version, remark, complete, signed, saved_at) VALUES ('r', 'nobody', 's', 1, '', 0, 0, '')",
    ],
    ["an open round without a form", "UPDATE round SET state = 'open'"],
  ])("%s is refused", (_, statement) => {
    expect(() => db.exec(statement)).toThrow(/constraint|cannot store|datatype/i);
  });
});

describe("what only grows", () => {
  const tables = ["audit", "result", "result_sheet", "decision", "pack", "pack_submission", "content"];

  test.each(tables)(
    "%s refuses UPDATE, DELETE and INSERT OR REPLACE, also through a join or a cascade",
    (table) => {
      const before = db.prepare(`SELECT * FROM ${table}`).all();
      const columns = db.pragma(`table_info(${table})`) as { name: string }[];
      const first = columns[0]?.name ?? "";
      for (const statement of [
        `UPDATE ${table} SET ${first} = ${first}`,
        `UPDATE OR REPLACE ${table} SET ${first} = ${first}`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
        `REPLACE INTO ${table} SELECT * FROM ${table}`,
      ]) {
        expect(() => db.exec(statement), statement).toThrow(/append-only/);
      }
      expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
    },
  );

  test("the end of the trail only moves forward, one entry at a time", () => {
    expect(() => db.exec("UPDATE audit_end SET seq = seq - 1")).toThrow(/forward/);
    expect(() => db.exec("UPDATE audit_end SET seq = seq + 2")).toThrow(/forward/);
    expect(() => db.exec("DELETE FROM audit_end")).toThrow(/stays/);
  });
});

describe("a transaction", () => {
  test("that fails leaves nothing of what it did", () => {
    expect(() =>
      transact(db, () => {
        db.exec("UPDATE submission SET name = '改过' WHERE id = 's'");
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(db.prepare("SELECT name FROM submission").get()).toEqual({ name: "007" });
    expect(db.inTransaction).toBe(false);
  });

  test("inside another takes back only its own part when its failure is caught", () => {
    transact(db, () => {
      db.exec("UPDATE submission SET city = '株洲市' WHERE id = 's'");
      try {
        transact(db, () => {
          db.exec("UPDATE submission SET name = '改过' WHERE id = 's'");
          throw new Error("stop");
        });
      } catch {
        // the outer one goes on
      }
    });
    expect(db.prepare("SELECT name, city FROM submission").get()).toEqual({ name: "007", city: "株洲市" });
  });
});

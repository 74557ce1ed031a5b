import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listNotes, saveNote } from "../../../electron/db/notes.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { databaseAt, openRaw } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "pingshen.db");
});
afterEach(() => removeFolder(folder));

const at = "2021-11-02T03:04:05.678Z";

/** A round with an expert, an applicant and a sheet, as version 4 kept them. */
function versionFour(): void {
  const db = databaseAt(file, 4);
  db.exec(`INSERT INTO round (id, side, name, state, scheme, settings, created_at)
    VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{"thresholds":{}}', '${at}');
    INSERT INTO expert (id, round_id, name, employer, avoid) VALUES ('e', 'r', '王甲', '', '[]');
    INSERT INTO submission (id, round_id, number, version, standing, standing_reason, name, city, files, refused_files, questions)
    VALUES ('s', 'r', 1, 1, 'in', '', '示例', '长沙市', 0, 0, 0);
    INSERT INTO sheet (round_id, expert_id, submission_id, version, remark, complete, signed, saved_at)
    VALUES ('r', 'e', 's', 1, '旧评语', 0, 0, '${at}');`);
  db.close();
}

test("from version 4 to 5 sheets stay as they were, and notes, order and places can be kept", () => {
  versionFour();
  const opened = openDatabase(file, at);
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  expect(db.prepare("SELECT remark FROM sheet").all()).toEqual([{ remark: "旧评语" }]);
  expect(
    ["note", "desk_order", "desk_place"].map((name) => db.prepare(`SELECT count(*) AS n FROM ${name}`).get()),
  ).toEqual([{ n: 0 }, { n: 0 }, { n: 0 }]);
  const note = {
    id: "n1",
    submission: "s",
    evidence: null,
    items: ["basis"],
    tasks: [],
    text: "写下",
    createdAt: at,
    savedAt: at,
  };
  saveNote(db, { round: "r", expert: "e" }, note);
  expect(listNotes(db, { round: "r", expert: "e" }, null)).toEqual([note]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
  const raw = openRaw(file);
  expect(() =>
    raw
      .prepare(
        "INSERT INTO note SELECT id || 'x', 'nobody', expert_id, submission_id, evidence, items, text, created_at, saved_at, removed_at, tasks FROM note",
      )
      .run(),
  ).toThrow("FOREIGN KEY");
  raw.close();
});

test("from version 8 to 9 a note keeps its words and has no tasks yet", () => {
  const old = databaseAt(file, 8);
  old.exec(`INSERT INTO round (id, side, name, state, scheme, settings, created_at)
    VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{"thresholds":{}}', '${at}');
    INSERT INTO expert (id, round_id, name, employer, avoid) VALUES ('e', 'r', '王甲', '', '[]');
    INSERT INTO submission (id, round_id, number, version, standing, standing_reason, name, city, files, refused_files, questions)
    VALUES ('s', 'r', 1, 1, 'in', '', '示例', '长沙市', 0, 0, 0);
    INSERT INTO note (id, round_id, expert_id, submission_id, evidence, items, text, created_at, saved_at)
    VALUES ('n1', 'r', 'e', 's', NULL, '["basis"]', '旧笔记', '${at}', '${at}');`);
  old.close();
  const opened = openDatabase(file, at);
  if (!opened.ok) throw new Error(opened.code);
  const owner = { round: "r", expert: "e" };
  const [note] = listNotes(opened.value, owner, null);
  expect(note).toMatchObject({ id: "n1", items: ["basis"], tasks: [], text: "旧笔记" });
  if (!note) throw new Error("no note");
  const task = { scheme: "guangxi-plan-2021", task: "task-1" };
  saveNote(opened.value, owner, { ...note, tasks: [task] });
  expect(listNotes(opened.value, owner, null)).toEqual([{ ...note, tasks: [task] }]);
  opened.value.close();
});

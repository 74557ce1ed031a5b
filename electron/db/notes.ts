import { z } from "zod";
import { type Note, TaskRef } from "../../shared/contract/desk.ts";
import { Evidence } from "../../shared/submission/evidence.ts";
import { type Database, sql } from "./database.ts";

interface NoteRow {
  id: string;
  submission_id: string;
  evidence: string | null;
  items: string;
  tasks: string;
  text: string;
  created_at: string;
  saved_at: string;
}

const Items = z.array(z.string());
const Tasks = z.array(TaskRef);

const toNote = (row: NoteRow): Note => ({
  id: row.id,
  submission: row.submission_id,
  evidence: row.evidence === null ? null : Evidence.parse(JSON.parse(row.evidence)),
  items: Items.parse(JSON.parse(row.items)),
  tasks: Tasks.parse(JSON.parse(row.tasks)),
  text: row.text,
  createdAt: row.created_at,
  savedAt: row.saved_at,
});

export interface NoteOwner {
  readonly round: string;
  readonly expert: string;
}

/** Oldest first; `submission: null`: of all applicants. Removed ones are left out. */
export const listNotes = (db: Database, owner: NoteOwner, submission: string | null): Note[] =>
  sql<NoteRow>(
    db,
    `SELECT * FROM note WHERE round_id = @round AND expert_id = @expert AND removed_at IS NULL
     AND (@submission IS NULL OR submission_id = @submission) ORDER BY created_at, id`,
  )
    .all({ round: owner.round, expert: owner.expert, submission })
    .map(toNote);

/** Whose note this id is, removed or not; `null`: the id is free. */
export const ownerOfNote = (
  db: Database,
  id: string,
): { readonly expert: string; readonly submission: string; readonly createdAt: string } | null => {
  const row = sql<{ expert_id: string; submission_id: string; created_at: string }>(
    db,
    "SELECT expert_id, submission_id, created_at FROM note WHERE id = ?",
  ).get(id);
  return row ? { expert: row.expert_id, submission: row.submission_id, createdAt: row.created_at } : null;
};

export const saveNote = (db: Database, owner: NoteOwner, note: Note): void => {
  sql(
    db,
    `INSERT INTO note (id, round_id, expert_id, submission_id, evidence, items, tasks, text, created_at, saved_at, removed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
     ON CONFLICT (id) DO UPDATE SET evidence = excluded.evidence, items = excluded.items, tasks = excluded.tasks,
       text = excluded.text, saved_at = excluded.saved_at, removed_at = NULL`,
  ).run(
    note.id,
    owner.round,
    owner.expert,
    note.submission,
    note.evidence === null ? null : JSON.stringify(note.evidence),
    JSON.stringify(note.items),
    JSON.stringify(note.tasks),
    note.text,
    note.createdAt,
    note.savedAt,
  );
};

/** The words stay in the table; false when there is no such note of this expert. */
export const removeNote = (db: Database, owner: NoteOwner, id: string, at: string): boolean =>
  sql(db, "UPDATE note SET removed_at = ? WHERE id = ? AND round_id = ? AND expert_id = ?").run(
    at,
    id,
    owner.round,
    owner.expert,
  ).changes > 0;

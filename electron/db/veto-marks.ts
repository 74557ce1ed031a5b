import type { VetoMark } from "../../shared/contract/grading.ts";
import { type Database, sql } from "./database.ts";

interface MarkRow {
  submission_id: string;
  veto: string;
  holds: number;
  reason: string;
  by: string;
  at: string;
}

/** Every mark of a round in the order they were made. */
export const listVetoMarks = (db: Database, round: string): VetoMark[] =>
  sql<MarkRow>(db, "SELECT * FROM veto_mark WHERE round_id = ? ORDER BY rowid")
    .all(round)
    .map(({ submission_id, veto, holds, reason, by, at }) => ({
      submission: submission_id,
      veto,
      holds: holds === 1,
      reason,
      by,
      at,
    }));

export const insertVetoMark = (db: Database, id: string, round: string, mark: VetoMark): void => {
  sql(
    db,
    "INSERT INTO veto_mark (id, round_id, submission_id, veto, holds, reason, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, round, mark.submission, mark.veto, mark.holds ? 1 : 0, mark.reason, mark.by, mark.at);
};

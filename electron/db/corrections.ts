import { SentCorrection } from "../../shared/correction/correction.ts";
import { type Database, sql } from "./database.ts";

export const insertCorrection = (db: Database, round: string, correction: SentCorrection): void => {
  sql(db, "INSERT INTO correction (id, round_id, submission_id, correction, at) VALUES (?, ?, ?, ?, ?)").run(
    correction.id,
    round,
    correction.submission,
    JSON.stringify(correction),
    correction.at,
  );
};

/** In the order they were sent. */
export const listCorrections = (db: Database, round: string): SentCorrection[] =>
  sql<{ correction: string }>(db, "SELECT correction FROM correction WHERE round_id = ? ORDER BY rowid")
    .all(round)
    .map((row) => SentCorrection.parse(JSON.parse(row.correction)));

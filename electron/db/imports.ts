import { type Database, sql } from "./database.ts";

export interface WaitingSource {
  readonly position: number;
  /** Path as it arrived. */
  readonly path: string;
  /** Where its bytes wait. */
  readonly file: string;
}

export interface ImportBatch {
  readonly id: string;
  readonly round: string;
  readonly startedAt: string;
  readonly done: number;
  readonly total: number;
}

export function insertBatch(
  db: Database,
  batch: { readonly id: string; readonly round: string; readonly startedAt: string },
  sources: readonly WaitingSource[],
): void {
  sql(db, "INSERT INTO import_batch (id, round_id, started_at) VALUES (?, ?, ?)").run(
    batch.id,
    batch.round,
    batch.startedAt,
  );
  const insert = sql(
    db,
    "INSERT INTO import_source (batch_id, position, path, file, done) VALUES (?, ?, ?, ?, 0)",
  );
  for (const source of sources) insert.run(batch.id, source.position, source.path, source.file);
}

/** Inside the transaction that stores what the source held. */
export const markSourceDone = (db: Database, batch: string, position: number): void => {
  sql(db, "UPDATE import_source SET done = 1 WHERE batch_id = ? AND position = ?").run(batch, position);
};

export const listWaiting = (db: Database, batch: string): WaitingSource[] =>
  sql<WaitingSource>(
    db,
    "SELECT position, path, file FROM import_source WHERE batch_id = ? AND done = 0 ORDER BY position",
  ).all(batch);

interface BatchRow {
  id: string;
  round_id: string;
  started_at: string;
  done: number | null;
  total: number;
}

/** Imports that were begun and not ended, oldest first. */
export const listBatches = (db: Database): ImportBatch[] =>
  sql<BatchRow>(
    db,
    `SELECT b.id, b.round_id, b.started_at, sum(s.done) AS done, count(s.position) AS total
     FROM import_batch b LEFT JOIN import_source s ON s.batch_id = b.id GROUP BY b.id ORDER BY b.started_at, b.id`,
  )
    .all()
    .map((row) => ({
      id: row.id,
      round: row.round_id,
      startedAt: row.started_at,
      done: row.done ?? 0,
      total: row.total,
    }));

export const removeBatch = (db: Database, id: string): void => {
  sql(db, "DELETE FROM import_batch WHERE id = ?").run(id);
};

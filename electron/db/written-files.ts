import type { WrittenFile } from "../../shared/contract/app.ts";
import { type Database, sql } from "./database.ts";

export const recordFile = (db: Database, round: string | null, file: WrittenFile, at: string): void => {
  sql(
    db,
    `INSERT INTO written_file (name, round_id, path, bytes, sha256, written_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET round_id = excluded.round_id, path = excluded.path,
       bytes = excluded.bytes, sha256 = excluded.sha256, written_at = excluded.written_at`,
  ).run(file.name, round, file.path, file.bytes, file.sha256, at);
};

/** Newest first. */
export const listFiles = (db: Database, round: string): WrittenFile[] =>
  sql<WrittenFile>(
    db,
    "SELECT name, path, bytes, sha256 FROM written_file WHERE round_id = ? ORDER BY written_at DESC, name",
  ).all(round);

export const findFile = (db: Database, name: string): WrittenFile | null =>
  sql<WrittenFile>(db, "SELECT name, path, bytes, sha256 FROM written_file WHERE name = ?").get(name) ?? null;

/** A file of this name was written for another round. */
export const isFileOfAnother = (db: Database, name: string, round: string | null): boolean =>
  sql(db, "SELECT 1 FROM written_file WHERE name = ? AND round_id IS NOT ?").get(name, round) !== undefined;

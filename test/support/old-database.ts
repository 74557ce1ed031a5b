import { existsSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import type { Database } from "../../electron/db/database.ts";
import { migrate } from "../../electron/db/migrate.ts";

/** A database as an older version of the program left it. */
export function databaseAt(file: string, version: number): Database {
  const existed = existsSync(file);
  const db = new BetterSqlite(file);
  db.pragma("journal_mode = WAL");
  migrate(db, { file, now: "2021-11-01T00:00:00.000Z", existed, to: version });
  return db;
}

/** Opens a database as any other program would, with nothing of ours in the way. */
export const openRaw = (file: string): Database => new BetterSqlite(file);

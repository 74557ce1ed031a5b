import { type Database, sql } from "./database.ts";

export const readSetting = (db: Database, key: string): unknown => {
  const row = sql<{ value: string }>(db, "SELECT value FROM setting WHERE key = ?").get(key);
  return row ? JSON.parse(row.value) : undefined;
};

export const writeSetting = (db: Database, key: string, value: unknown): void => {
  sql(
    db,
    "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(key, JSON.stringify(value));
};

import type BetterSqlite from "better-sqlite3";

export type Database = BetterSqlite.Database;

const statements = new WeakMap<Database, Map<string, BetterSqlite.Statement>>();

/** A prepared statement, compiled once per database. */
export function sql<Row>(db: Database, text: string): BetterSqlite.Statement<unknown[], Row> {
  let cache = statements.get(db);
  if (!cache) {
    cache = new Map();
    statements.set(db, cache);
  }
  let statement = cache.get(text);
  if (!statement) {
    statement = db.prepare(text);
    cache.set(text, statement);
  }
  return statement as BetterSqlite.Statement<unknown[], Row>;
}

/** A number that grows with every row this connection changes; nobody else can change one (exclusive lock). */
export const changeCount = (db: Database): number =>
  sql<{ n: number }>(db, "SELECT total_changes() AS n").get()?.n ?? 0;

/** Everything inside happens, or nothing. IMMEDIATE: the write lock is taken before anything is read. */
export const transact = <Value>(db: Database, work: () => Value): Value => db.transaction(work).immediate();

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite from "better-sqlite3";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { type Database, sql } from "./database.ts";
import { latestVersion, migrate } from "./migrate.ts";
import { countWaitingSources, indexNextSources } from "./search.ts";

export type OpenFailure = "database-locked" | "database-newer" | "database-damaged" | "data-folder-unusable";

/**
 * Opens the one review database of a data folder for this process alone: the exclusive lock is the operating
 * system's, so a killed program leaves none behind, and a second window is refused instead of writing beside the first.
 */
export function openDatabase(
  file: string,
  now: string,
  onIndexing: (done: number, total: number) => void = () => undefined,
): Result<Database, OpenFailure> {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    return fail("data-folder-unusable", { file: dirname(file), reason: String(error) });
  }
  const existed = existsSync(file);
  let db: Database | null = null;
  try {
    db = new BetterSqlite(file, { timeout: 300 });
    lock(db);
    const damage = existed ? findDamage(db) : null;
    if (damage) return closeWith(db, fail("database-damaged", { file, reason: damage }));
    const version = Number(db.pragma("user_version", { simple: true }));
    if (version > latestVersion) {
      return closeWith(
        db,
        fail("database-newer", { file, version: String(version), known: String(latestVersion) }),
      );
    }
    if (!isOurs(db, version)) return closeWith(db, fail("database-damaged", { file, reason: "foreign" }));
    configure(db);
    migrate(db, { file, now, existed });
    completeIndex(db, onIndexing);
    return succeed(db);
  } catch (error) {
    db?.close();
    return openFailure(file, error);
  }
}

function lock(db: Database): void {
  db.pragma("locking_mode = EXCLUSIVE");
  db.exec("BEGIN EXCLUSIVE; COMMIT");
}

/** Only for a database that is ours: changing the journal mode writes into the file. */
function configure(db: Database): void {
  // Of a new database: what is read of a paper is some ten kilobytes, and pages of 8 kB are written and found in half the steps.
  db.pragma("page_size = 8192");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  // Without it INSERT OR REPLACE slips past the triggers that keep tables append-only.
  db.pragma("recursive_triggers = ON");
}

const filesAtOnce = 50;

/** Whatever is stored can be found: a crash leaves a few files out of the index, a migration that makes it anew all of them. */
function completeIndex(db: Database, onIndexing: (done: number, total: number) => void): void {
  const total = countWaitingSources(db);
  for (let done = 0; done < total; done += filesAtOnce) {
    onIndexing(done, total);
    indexNextSources(db, filesAtOnce);
  }
}

function findDamage(db: Database): string | null {
  const answer = String(db.pragma("quick_check(1)", { simple: true }));
  return answer === "ok" ? null : answer;
}

/** A database of another program is never migrated: a new one is empty, one of ours has the audit trail. */
function isOurs(db: Database, version: number): boolean {
  const tables = sql<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return version === 0 ? tables.length === 0 : tables.some((table) => table.name === "audit");
}

function closeWith<Failed>(db: Database | null, failure: Failed): Failed {
  db?.close();
  return failure;
}

/** What the database and the file system refuse is data; anything else is a bug. A migration that failed was undone. */
function openFailure(file: string, error: unknown): ReturnType<typeof fail<OpenFailure>> {
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (code.startsWith("SQLITE_BUSY")) return fail("database-locked", { file });
  if (/^(SQLITE_(CANTOPEN|READONLY|IOERR|FULL)|E[A-Z]+$)/.test(code))
    return fail("data-folder-unusable", { file, reason });
  if (code.startsWith("SQLITE_")) return fail("database-damaged", { file, reason });
  throw error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

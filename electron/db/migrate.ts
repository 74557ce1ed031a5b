import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database } from "./database.ts";
import { initial } from "./migrations/0001-initial.ts";
import { enteredBy } from "./migrations/0002-entered-by.ts";
import { registersAndLetters } from "./migrations/0003-registers-and-letters.ts";
import { mappingsAndImports } from "./migrations/0004-mappings-and-imports.ts";
import { notesAndPlaces } from "./migrations/0005-notes-and-places.ts";
import { versionHeads } from "./migrations/0006-version-heads.ts";
import { gradesAndPanel } from "./migrations/0007-grades-and-panel.ts";
import { searchSources } from "./migrations/0008-search-sources.ts";
import { noteTasks } from "./migrations/0009-note-tasks.ts";
import { notices } from "./migrations/0010-notices.ts";
import { cityLetters } from "./migrations/0011-city-letters.ts";

/** One immutable entry per version, in order; version n takes a database from n-1 to n. */
const migrations: readonly string[] = [
  initial,
  enteredBy,
  registersAndLetters,
  mappingsAndImports,
  notesAndPlaces,
  versionHeads,
  gradesAndPanel,
  searchSources,
  noteTasks,
  notices,
  cityLetters,
];

export const latestVersion = migrations.length;

/**
 * Brings a database to the newest version, each step in one transaction with its version number. A database that
 * already holds something is copied first; an error stops the program instead of going on half-migrated.
 * `to`: an older version, for tests of a migration.
 */
export function migrate(
  db: Database,
  options: { file: string; now: string; existed: boolean; to?: number },
): void {
  const to = options.to ?? latestVersion;
  const from = Number(db.pragma("user_version", { simple: true }));
  if (from >= to) return;
  if (options.existed && from > 0) copyBeforeMigration(db, options);
  for (const [index, text] of migrations.entries()) {
    if (index < from || index >= to) continue;
    db.transaction(() => {
      db.exec(text);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}

/**
 * Written by the database itself. A copy made through the file system would close a descriptor of the file, and with it the system
 * takes away every lock this process has on it: a second window could then write beside this one.
 */
function copyBeforeMigration(db: Database, options: { file: string; now: string }): void {
  const folder = join(dirname(options.file), "backups");
  mkdirSync(folder, { recursive: true });
  const stamp = options.now.replaceAll(/[:.]/g, "-");
  const copy = join(folder, `${basename(options.file, ".db")}-before-migration-${stamp}.db`);
  db.prepare("VACUUM INTO ?").run(copy);
}

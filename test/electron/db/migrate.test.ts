import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appendAudit, findBrokenLink, listAudit } from "../../../electron/db/audit.ts";
import { latestVersion } from "../../../electron/db/migrate.ts";
import { initial } from "../../../electron/db/migrations/0001-initial.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { listDossierHeads } from "../../../electron/db/submissions.ts";
import { databaseAt, openRaw } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "pingshen.db");
});
afterEach(() => removeFolder(folder));

const now = "2021-11-02T03:04:05.678Z";
const tables = (path: string): string[] => {
  const db = openRaw(path);
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  db.close();
  return rows.map((row) => (row as { name: string }).name);
};
const opened = () => {
  const result = openDatabase(file, now);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe("a new database", () => {
  test("goes through every migration and needs no copy", () => {
    const db = opened();
    expect(db.pragma("user_version", { simple: true })).toBe(latestVersion);
    expect(db.pragma("foreign_key_check")).toEqual([]);
    db.close();
    expect(existsSync(join(folder, "backups"))).toBe(false);
  });

  test("every table refuses values of another type", () => {
    const db = opened();
    const loose = db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .all()
      .map((row) => (row as { name: string }).name)
      .filter((name) => !name.startsWith("sqlite_") && !name.startsWith("search_index"));
    expect(loose).toEqual([]);
    db.close();
  });
});

describe("from version 1 to 2", () => {
  /** What version 1 held: one round, one trail of two entries, each hashed as version 1 did. */
  function versionOne(entries: number): void {
    const db = databaseAt(file, 1);
    db.exec(
      `INSERT INTO round (id, side, name, state, scheme, settings, created_at)
       VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{"thresholds":{}}', '2021-11-01T00:00:00.000Z')`,
    );
    db.close();
    if (entries === 0) return;
    // The chain itself is the same in both versions: write it with today's code, then take away what version 2 added.
    const newer = databaseAt(file, 2);
    for (let index = 0; index < entries; index += 1) {
      appendAudit(newer, {
        at: now,
        actor: "经办人",
        action: "round.create",
        round: "r",
        detail: { n: `${index}` },
      });
    }
    newer.pragma("user_version = 1");
    newer.exec("DROP TABLE audit_end; ALTER TABLE round DROP COLUMN thresholds_entered;");
    newer.close();
  }

  test("adds who entered each threshold, empty for the rounds there are", () => {
    versionOne(0);
    expect(tables(file)).not.toContain("audit_end");
    const db = opened();
    expect(db.prepare("SELECT name, thresholds_entered FROM round").all()).toEqual([
      { name: "旧轮次", thresholds_entered: "{}" },
    ]);
    expect(db.prepare("SELECT seq, hash FROM audit_end").all()).toEqual([{ seq: 0, hash: "" }]);
    expect(findBrokenLink(db)).toBeNull();
    db.close();
  });

  test("takes the end of the trail as it was, and the trail goes on from there", () => {
    versionOne(3);
    const db = opened();
    expect(findBrokenLink(db)).toBeNull();
    appendAudit(db, { at: now, actor: "经办人", action: "round.open", round: "r", detail: {} });
    expect(findBrokenLink(db)).toBeNull();
    expect(listAudit(db, null, 10).map((entry) => entry.seq)).toEqual([4, 3, 2, 1]);
    db.close();
  });

  test("keeps a copy of what was there before", () => {
    versionOne(2);
    opened().close();
    const copies = readdirSync(join(folder, "backups")).filter((name) => name.includes("before-migration"));
    expect(copies).toContain(`pingshen-before-migration-${now.replaceAll(/[:.]/g, "-")}.db`);
    const copy = openRaw(join(folder, "backups", copies.at(-1) ?? ""));
    expect(copy.pragma("user_version", { simple: true })).toBe(1);
    expect(copy.prepare("SELECT count(*) AS n FROM audit").get()).toEqual({ n: 2 });
    copy.close();
  });
});

describe("from every older version to the newest", () => {
  test.each(Array.from({ length: latestVersion - 1 }, (_, index) => index + 1))(
    "version %i keeps what it held",
    (version) => {
      const old = databaseAt(file, version);
      old.exec(`
      INSERT INTO round (id, side, name, state, scheme, settings, created_at) VALUES ('r', 'host', '旧轮次', 'preparing', '{}', '{}', '');
      INSERT INTO submission (id, round_id, number, version, standing, standing_reason, name, city, files, refused_files, questions)
        VALUES ('s', 'r', 1, 1, 'in', '', '007', '长沙市', 0, 0, 0);
      INSERT INTO submission_version (submission_id, version, created_at, reason, dossier, digest) VALUES ('s', 1, '', 'import', '{}', 'd');
    `);
      old.close();
      const db = opened();
      expect(db.pragma("user_version", { simple: true })).toBe(latestVersion);
      expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(db.pragma("foreign_key_check")).toEqual([]);
      expect(db.prepare("SELECT name, city FROM submission").all()).toEqual([
        { name: "007", city: "长沙市" },
      ]);
      expect(listDossierHeads(db, "r")).toEqual([{ submission: "s", version: 1, digest: "d" }]);
      db.close();
    },
  );

  test("makes the same tables as a new database has", () => {
    const shape = (path: string) => {
      const db = openRaw(path);
      const rows = db.prepare("SELECT type, name FROM sqlite_schema ORDER BY type, name").all();
      db.close();
      return rows;
    };
    databaseAt(file, 1).close();
    opened().close();
    const fresh = join(folder, "fresh.db");
    const made = openDatabase(fresh, now);
    if (made.ok) made.value.close();
    expect(shape(file)).toEqual(shape(fresh));
  });
});

describe("a migration that fails", () => {
  test("leaves the database at the version it had, whole", () => {
    const db = databaseAt(file, 1);
    db.exec("CREATE TABLE audit_end (x TEXT) STRICT");
    db.close();
    expect(openDatabase(file, now)).toMatchObject({
      code: "database-damaged",
      params: { reason: expect.stringContaining("audit_end") },
    });
    const after = openRaw(file);
    expect(after.pragma("user_version", { simple: true })).toBe(1);
    expect(after.pragma("table_info(round)")).not.toContainEqual(
      expect.objectContaining({ name: "thresholds_entered" }),
    );
    after.close();
  });
});

test("the first migration is what it was when the first databases were made", () => {
  const db = new BetterSqlite(":memory:");
  db.exec(initial);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'trigger'").get()).toEqual({
    n: 14,
  });
  db.close();
});

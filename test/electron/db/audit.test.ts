import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appendAudit, countAudit, findBrokenLink, listAudit } from "../../../electron/db/audit.ts";
import { type Database, transact } from "../../../electron/db/database.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { openRaw } from "../../support/old-database.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "pingshen.db");
});
afterEach(() => removeFolder(folder));

const opened = (): Database => {
  const result = openDatabase(file, "2021-11-02T00:00:00.000Z");
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const entries = 12;
const act = (index: number) => ({
  at: `2021-11-02T00:00:${String(index).padStart(2, "0")}.000Z`,
  actor: index % 2 === 0 ? "李经办" : "𠮷专家",
  action: "fact.correct",
  round: index % 3 === 0 ? null : "r",
  detail: { from: String(index), to: `“${index + 1}”`, reason: "电话核实" },
});

function trail(): void {
  const db = opened();
  for (let index = 0; index < entries; index += 1) appendAudit(db, act(index));
  db.close();
}

/** Changes the trail as somebody with any SQLite program would, guards taken away first and put back after. */
function tamper(...statements: string[]): number | null {
  const raw = openRaw(file);
  const guards = raw
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'audit_end')",
    )
    .all() as { name: string; sql: string }[];
  for (const guard of guards) raw.exec(`DROP TRIGGER ${guard.name}`);
  for (const statement of statements) raw.exec(statement);
  for (const guard of guards) raw.exec(guard.sql);
  raw.close();
  const db = opened();
  const broken = findBrokenLink(db);
  db.close();
  return broken;
}

describe("the audit trail", () => {
  test("is whole after ordinary use and tells what was done, newest first", () => {
    trail();
    const db = opened();
    expect(findBrokenLink(db)).toBeNull();
    expect(countAudit(db)).toBe(entries);
    expect(listAudit(db, null, 100).map(({ hash: _hash, ...entry }) => entry)).toEqual(
      Array.from({ length: entries }, (_, index) => ({ seq: index + 1, ...act(index) })).reverse(),
    );
    expect(listAudit(db, "r", 100)).toHaveLength(8);
    expect(listAudit(db, null, 3)).toHaveLength(3);
    db.close();
  });

  test("leaves no entry for a change that failed", () => {
    trail();
    const db = opened();
    expect(() =>
      transact(db, () => {
        appendAudit(db, act(99));
        throw new Error("disk full");
      }),
    ).toThrow("disk full");
    expect(countAudit(db)).toBe(entries);
    expect(findBrokenLink(db)).toBeNull();
    db.close();
  });
});

describe("somebody changes the file behind the program's back", () => {
  const columns = ["at", "actor", "action", "round_id", "detail", "previous", "hash"];
  const cases = columns.flatMap((column) => [1, 7, entries].map((seq) => [column, seq] as const));

  test.each(cases)("%s of entry %i is found at that entry", (column, seq) => {
    trail();
    expect(tamper(`UPDATE audit SET ${column} = '"x"' || ${seq} WHERE seq = ${seq}`)).toBe(seq);
  });

  test("a detail that says the same in other bytes is found", () => {
    trail();
    expect(tamper("UPDATE audit SET detail = detail || ' ' WHERE seq = 5")).toBe(5);
  });

  test("an entry taken out of the middle is missed at its place", () => {
    trail();
    expect(tamper("DELETE FROM audit WHERE seq = 6")).toBe(6);
  });

  test("an entry taken out and the rest moved up is found where it stood", () => {
    trail();
    expect(tamper("DELETE FROM audit WHERE seq = 6", "UPDATE audit SET seq = seq - 1 WHERE seq > 6")).toBe(6);
  });

  test("entries cut off the end are missed", () => {
    trail();
    expect(tamper(`DELETE FROM audit WHERE seq > ${entries - 2}`)).toBe(entries - 1);
  });

  test("a whole trail thrown away is missed from its first entry", () => {
    trail();
    expect(tamper("DELETE FROM audit")).toBe(1);
  });

  test("an invented entry at the end is found", () => {
    trail();
    expect(
      tamper(
        `INSERT INTO audit SELECT ${entries + 1}, at, actor, action, round_id, detail, hash, 'f00' FROM audit WHERE seq = ${entries}`,
      ),
    ).toBe(entries + 1);
  });

  test("two entries changed about are found at the first of them", () => {
    trail();
    expect(
      tamper(
        "UPDATE audit SET seq = 1000 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = 5",
        "UPDATE audit SET seq = 5 WHERE seq = 1000",
      ),
    ).toBe(4);
  });

  test("any one character of any entry", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: entries }),
        fc.constantFrom("actor", "action", "detail", "at"),
        fc.nat(),
        (seq, column, at) => {
          removeFolder(folder);
          folder = freshFolder();
          file = join(folder, "pingshen.db");
          trail();
          const changed = tamper(
            `UPDATE audit SET ${column} = substr(${column}, 1, ${at} % length(${column})) || '#' || substr(${column}, ${at} % length(${column}) + 2) WHERE seq = ${seq}`,
          );
          expect(changed).toBe(seq);
        },
      ),
      { numRuns: 15 },
    );
  });
});

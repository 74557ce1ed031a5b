import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { latestVersion } from "../../../electron/db/migrate.ts";
import { openDatabase } from "../../../electron/db/open-database.ts";
import { databaseAt, openRaw } from "../../support/old-database.ts";
import { freshFolder, projectRoot, removeFolder } from "../../support/program.ts";

const now = "2021-11-02T00:00:00.000Z";
let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "pingshen.db");
});
afterEach(() => removeFolder(folder));

const codeOfOpening = (path = file): string => {
  const opened = openDatabase(path, now);
  if (!opened.ok) return opened.code;
  opened.value.close();
  return "ok";
};

/** A database with enough in it that every page matters. */
function filled(): Buffer {
  const opened = openDatabase(file, now);
  if (!opened.ok) throw new Error(opened.code);
  const insert = opened.value.prepare("INSERT INTO content (sha256, bytes) VALUES (?, ?)");
  for (let index = 0; index < 200; index += 1) insert.run(`sha-${index}`, Buffer.alloc(900, index));
  opened.value.close();
  return readFileSync(file);
}

const holder = `
  import { openDatabase } from ${JSON.stringify(join(projectRoot, "electron/db/open-database.ts"))};
  const opened = openDatabase(process.argv[1], "2021-11-02T00:00:00.000Z");
  process.stdout.write(opened.ok ? "open\\n" : opened.code + "\\n");
  setInterval(() => undefined, 1000);
`;

async function holdOpen(path: string) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

describe("another process has the database", () => {
  test("it is refused as locked, and free again at once when that process is killed", async () => {
    const { child, said } = await holdOpen(file);
    expect(said).toBe("open");
    expect(codeOfOpening()).toBe("database-locked");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(codeOfOpening()).toBe("ok");
  });

  test("the second process gets the same answer from ours", async () => {
    const mine = openDatabase(file, now);
    const { child, said } = await holdOpen(file);
    expect(said).toBe("database-locked");
    child.kill("SIGKILL");
    await once(child, "exit");
    if (mine.ok) mine.value.close();
  });
});

describe("another process wants a database that was just migrated", () => {
  test("it is refused: making the copy before the migration gave no lock away", async () => {
    databaseAt(file, latestVersion - 1).close();
    const mine = openDatabase(file, now);
    expect(mine.ok && readdirSync(join(folder, "backups"))).toHaveLength(1);
    const { child, said } = await holdOpen(file);
    child.kill("SIGKILL");
    await once(child, "exit");
    if (mine.ok) mine.value.close();
    expect(said).toBe("database-locked");
  });
});

describe("a database this program cannot use", () => {
  test("from a newer version is refused and not touched", () => {
    filled();
    const raw = openRaw(file);
    raw.pragma(`user_version = ${latestVersion + 1}`);
    raw.close();
    const opened = openDatabase(file, now);
    expect(opened).toMatchObject({
      ok: false,
      code: "database-newer",
      params: { version: String(latestVersion + 1), known: String(latestVersion) },
    });
    expect(codeOfOpening()).toBe("database-newer");
  });

  test("that is not one at all is damaged", () => {
    writeFileSync(file, "这不是数据库".repeat(1000));
    expect(codeOfOpening()).toBe("database-damaged");
    expect(readFileSync(file, "utf8")).toContain("这不是数据库");
  });

  test("cut off in the middle is damaged", () => {
    const whole = filled();
    truncateSync(file, Math.floor(whole.length / 2));
    expect(codeOfOpening()).toBe("database-damaged");
  });

  test("with a page of other bytes is damaged, whichever page it is", () => {
    const whole = filled();
    const pages = Math.floor(whole.length / 4096);
    const survived: number[] = [];
    for (let page = 0; page < pages; page += Math.max(1, Math.floor(pages / 12))) {
      const copy = join(folder, `page-${page}.db`);
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(copy, bytes);
      if (codeOfOpening(copy) === "ok") survived.push(page);
    }
    expect(survived).toEqual([]);
  });

  test("of another program is refused and gets nothing of ours", () => {
    const raw = openRaw(file);
    raw.exec("CREATE TABLE contacts (name TEXT)");
    raw.close();
    expect(openDatabase(file, now)).toMatchObject({
      code: "database-damaged",
      params: { reason: "foreign" },
    });
    const after = openRaw(file);
    expect(after.prepare("SELECT count(*) AS n FROM sqlite_schema").get()).toEqual({ n: 1 });
    after.pragma("user_version = 1");
    after.close();
    expect(codeOfOpening()).toBe("database-damaged");
  });

  test("behind a name that is a folder, or under a file, is an unusable data folder", () => {
    mkdirSync(file);
    expect(codeOfOpening()).toBe("data-folder-unusable");
    writeFileSync(join(folder, "plain"), "");
    expect(codeOfOpening(join(folder, "plain", "pingshen.db"))).toBe("data-folder-unusable");
  });

  test("in a folder that may only be read is an unusable data folder", async () => {
    filled();
    const readOnly = join(folder, "read-only");
    mkdirSync(readOnly);
    copyFileSync(file, join(readOnly, "pingshen.db"));
    chmodSync(join(readOnly, "pingshen.db"), 0o444);
    chmodSync(readOnly, 0o555);
    chmodSync(folder, 0o755);
    // The administrator may write anywhere, so the attempt is made as nobody.
    const code = await openAsNobody(join(readOnly, "pingshen.db"));
    chmodSync(readOnly, 0o755);
    expect(code).toBe("data-folder-unusable");
  });
});

async function openAsNobody(path: string): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, path], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  const [said] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  return String(said).trim();
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { findBrokenLink } from "../../../electron/db/audit.ts";
import {
  ask,
  codeOf,
  freshFolder,
  importFiles,
  removeFolder,
  startProgram,
  upload,
} from "../../support/program.ts";

let folder = "";
let program: Composed | null = null;
beforeEach(() => {
  folder = freshFolder();
});
afterEach(async () => {
  await program?.close();
  program = null;
  removeFolder(folder);
});

const start = async (): Promise<Composed> => {
  program = await startProgram(folder);
  return program;
};

/** Another process begins an import of so many files and is killed as soon as `enough` of them are stored. */
async function importAndKill(files: number, enough: number): Promise<void> {
  const script = join(import.meta.dirname, "../../support/import-until-killed.ts");
  const child = spawn(process.execPath, [script, folder, String(files), String(enough)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code, signal] = await once(child, "exit");
  expect([code, signal]).toEqual([null, "SIGKILL"]);
}

const files = 300;
const readingsOf = (where: Composed): number =>
  (where.context.db.prepare("SELECT count(*) AS n FROM reading").get() as { n: number }).n;
const timesStored = (where: Composed): { path: string; times: number }[] =>
  where.context.db
    .prepare(
      "SELECT json_extract(detail, '$.path') AS path, count(*) AS times FROM audit WHERE action = 'import.file' GROUP BY 1",
    )
    .all() as { path: string; times: number }[];

describe("the program is killed in the middle of an import", () => {
  test("says so the next time, goes on where it stopped, and reads nothing twice", async () => {
    await importAndKill(files, 5);
    const again = await start();
    const [round] = await ask(again, "round/list", {});
    const [left, ...more] = await ask(again, "intake/list-interrupted", { round: round?.id ?? "" });
    expect(more).toEqual([]);
    expect(left).toMatchObject({ total: files });
    expect(left?.done).toBeGreaterThanOrEqual(5);
    expect(left?.done).toBeLessThan(files);
    expect(readingsOf(again)).toBe(left?.done);

    const { job } = await ask(again, "intake/resume-import", { import: left?.id ?? "" });
    await again.context.jobs.settled(job);
    const state = await ask(again, "job/get", { job });
    expect(state).toMatchObject({ state: "done", total: files - (left?.done ?? 0) });
    expect(readingsOf(again)).toBe(files);
    const stored = timesStored(again);
    expect(stored).toHaveLength(files);
    expect(stored.filter(({ times }) => times !== 1)).toEqual([]);
    expect(await ask(again, "intake/list-interrupted", { round: round?.id ?? "" })).toEqual([]);
    expect(readdirSync(join(folder, "imports"))).toEqual([]);
    expect(findBrokenLink(again.context.db)).toBeNull();
  });

  test("what is left can be given up; what was read stays", async () => {
    await importAndKill(files, 3);
    const again = await start();
    const [round] = await ask(again, "round/list", {});
    const of = { round: round?.id ?? "" };
    const [left] = await ask(again, "intake/list-interrupted", of);
    const read = readingsOf(again);
    await ask(again, "intake/discard-import", { import: left?.id ?? "" });
    expect(await ask(again, "intake/list-interrupted", of)).toEqual([]);
    expect(readingsOf(again)).toBe(read);
    expect(readdirSync(join(folder, "imports"))).toEqual([]);
    expect(await codeOf(again, "intake/resume-import", { import: left?.id ?? "" })).toBe("not-found");
  });
});

describe("the program is closed in the middle of an import", () => {
  async function begin(): Promise<{ round: string; job: string }> {
    const running = await start();
    const { id } = await ask(running, "round/create", { scheme: "hunan-2021", name: "关窗" });
    const uploads: string[] = [];
    for (let index = 0; index < 60; index += 1)
      uploads.push(await upload(running, `材料/${index}.txt`, `第${index}号证明材料`));
    const { job } = await ask(running, "intake/start-import", { round: id, uploads });
    return { round: id, job };
  }

  test("it goes on the next time", async () => {
    const { round } = await begin();
    await program?.close();
    const again = await start();
    const [left] = await ask(again, "intake/list-interrupted", { round });
    expect(left).toMatchObject({ total: 60 });
    const { job } = await ask(again, "intake/resume-import", { import: left?.id ?? "" });
    expect(await codeOf(again, "intake/resume-import", { import: left?.id ?? "" })).toBe("busy");
    expect(await ask(again, "intake/list-interrupted", { round })).toEqual([]);
    await again.context.jobs.settled(job);
    expect(readingsOf(again)).toBe(60);
  });

  test("a person's cancelling ends it at once and for good", async () => {
    const { round, job } = await begin();
    const running = program;
    if (!running) throw new Error("not running");
    await ask(running, "job/cancel", { job });
    await running.context.jobs.settled(job);
    expect(readingsOf(running)).toBeLessThan(60);
    expect(await ask(running, "job/get", { job })).toMatchObject({ state: "cancelled" });
    expect(await ask(running, "intake/list-interrupted", { round })).toEqual([]);
    expect(readdirSync(join(folder, "imports"))).toEqual([]);
  });
});

test("files of an import nobody wrote down are swept away when the program starts", async () => {
  mkdirSync(join(folder, "imports", "lost"), { recursive: true });
  writeFileSync(join(folder, "imports", "lost", "0"), "x");
  await start();
  expect(existsSync(join(folder, "imports", "lost"))).toBe(false);
});

test("a file that was stored already is not given to a reader again", async () => {
  const running = await start();
  const { id } = await ask(running, "round/create", { scheme: "hunan-2021", name: "再来" });
  const file = { "说明.txt": "示例说明" };
  await importFiles(running, id, file);
  const inspect = running.context.pool.inspect;
  let reads = 0;
  Object.assign(running.context.pool, {
    inspect: (...given: Parameters<typeof inspect>) => {
      reads += 1;
      return inspect.apply(running.context.pool, given);
    },
  });
  expect(await importFiles(running, id, file)).toMatchObject({ state: "done", result: { files: 0 } });
  expect(reads).toBe(0);
  await importFiles(running, id, { "说明.txt": "改过的说明" });
  expect(reads).toBe(1);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { listAliases } from "../../../electron/db/aliases.ts";
import { findReading, updateReading } from "../../../electron/db/contents.ts";
import { transact } from "../../../electron/db/database.ts";
import { ask, freshFolder, removeFolder, startProgram } from "../../support/program.ts";
import { type OpenedRound, seedApplicant, seedRound } from "../../support/seeded-round.ts";

let folder = "";
let clerk: Composed;
let seeded: OpenedRound;

beforeEach(async () => {
  folder = freshFolder();
  clerk = await startProgram(folder);
  seeded = await seedRound(clerk, {
    applicants: [
      { name: "湘潭示例经济技术开发区", city: "湘潭市", aliases: ["莲城创新园区"] },
      { name: "岳阳示例大学", city: "岳阳市" },
    ],
    experts: ["钱庚"],
    open: false,
  });
});

afterEach(async () => {
  await clerk.close();
  removeFolder(folder);
});

const person = () => ({ round: seeded.round, expert: seeded.experts[0]?.id ?? "" });

const avoid = (...units: string[]) =>
  ask(clerk, "expert/save", { ...person(), name: "钱庚", employer: "湖南示例研究院", avoid: units });

/** The unit that speaks against each applicant, in order of their numbers. */
async function suggested(): Promise<(string | null)[]> {
  const { cells } = await ask(clerk, "assignment/get", { round: seeded.round });
  return cells.map(({ conflict }) => conflict);
}

async function fileOf(submission: string): Promise<string> {
  const { files } = await ask(clerk, "submission/get", { submission });
  return files[0]?.sha256 ?? "";
}

/** What reading a file again under another mapping stores. */
function readAgain(sha256: string, aliases: string[]): void {
  const reading = findReading(clerk.context.db, seeded.round, sha256);
  if (!reading?.extraction) throw new Error("not read");
  const extraction = { ...reading.extraction, aliases };
  updateReading(clerk.context.db, seeded.round, sha256, { extraction, messages: reading.messages });
}

test("units to avoid, names and short names that change show in the list at once", async () => {
  const [first = "", second = ""] = seeded.submissions;
  await avoid("莲城创新园区");
  expect(await suggested()).toEqual(["莲城创新园区", null]);
  await avoid("洞庭示例学院");
  expect(await suggested()).toEqual([null, null]);

  readAgain(await fileOf(second), ["洞庭示例学院"]);
  expect(await suggested()).toEqual([null, "洞庭示例学院"]);
  readAgain(await fileOf(second), []);
  expect(await suggested()).toEqual([null, null]);

  await ask(clerk, "submission/set-identity", {
    submission: first,
    field: "name",
    value: "洞庭示例学院",
    reason: "公章",
  });
  expect(await suggested()).toEqual(["洞庭示例学院", null]);
});

test("a file that joins an applicant brings its short names, and takes them along when it goes", async () => {
  const [first = "", second = ""] = seeded.submissions;
  await avoid("莲城创新园区");
  expect(await suggested()).toEqual(["莲城创新园区", null]);
  await ask(clerk, "submission/assign-file", {
    round: seeded.round,
    sha256: await fileOf(first),
    to: { submission: second },
    reason: "放错了",
  });
  const { cells } = await ask(clerk, "assignment/get", { round: seeded.round });
  expect(cells.find(({ submission }) => submission === second)?.conflict).toBe("莲城创新园区");
  expect(cells.find(({ submission }) => submission === first)?.conflict ?? null).toBe(null);
});

test("what a change that failed had put down is not remembered", async () => {
  const second = await fileOf(seeded.submissions[1] ?? "");
  await avoid("洞庭示例学院");
  expect(await suggested()).toEqual([null, null]);
  const { context } = clerk;
  const namesInside = () => listAliases(context.db, seeded.round, seeded.submissions);
  expect(() =>
    transact(context.db, () => {
      readAgain(second, ["洞庭示例学院"]);
      expect(namesInside().map(({ alias }) => alias)).toContain("洞庭示例学院");
      throw new Error("taken back");
    }),
  ).toThrow("taken back");
  expect(await suggested()).toEqual([null, null]);
});

test("an applicant that comes later is compared too", async () => {
  await avoid("莲城创新园区");
  expect(await suggested()).toEqual(["莲城创新园区", null]);
  seedApplicant(clerk, seeded.round, 3, { name: "衡阳示例园区", aliases: ["莲城创新园区"] });
  expect(await suggested()).toEqual(["莲城创新园区", null, "莲城创新园区"]);
});

test("nobody looks into a paper a second time for the names in it", async () => {
  await avoid("莲城创新园区");
  expect(await suggested()).toEqual(["莲城创新园区", null]);
  // Behind the program's back, which is the only way the names of a file can change unnoticed.
  clerk.context.db.exec("UPDATE reading SET extraction = json_remove(extraction, '$.aliases')");
  expect(await suggested()).toEqual(["莲城创新园区", null]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { schemeOf } from "../../support/dossier.ts";
import {
  ask,
  bringKey,
  freshFolder,
  passphrase,
  removeFolder,
  startProgram,
  upload,
} from "../../support/program.ts";
import { seedRound } from "../../support/seeded-round.ts";

const folders = [freshFolder(), freshFolder()];
afterAll(() => folders.map(removeFolder));

const scheme = "shili-plan-2031";
const [task] = schemeOf("guangxi-plan-2021").tasks ?? [];
if (!task) throw new Error("the plan has no tasks");

const planTitled = (title: string) => ({
  ...schemeOf("guangxi-plan-2021"),
  id: scheme,
  title,
  targets: [],
  tasks: [{ ...task, title }],
});

const plansOf = async (program: Composed) =>
  (await ask(program, "scheme/list", {})).filter(
    ({ purpose, origin }) => purpose === "plan" && origin === "own",
  );

const storedIn = (folder: string): string[] =>
  readdirSync(join(folder, "schemes")).filter((name) => name.startsWith(scheme));

test("a plan of the clerk's own goes along in the pack, with its text, and is there for the expert's passages", async () => {
  const [office = "", home = ""] = folders;
  const clerk = await startProgram(office);
  await ask(clerk, "scheme/save", { draft: planTitled("甲") });
  await ask(clerk, "notice/keep", { scheme, text: "一、总体要求\n建成3个示范基地。" });
  const round = await seedRound(clerk, { applicants: [{ name: "示例园区" }], experts: ["王甲"] });
  const [expert] = round.experts;
  if (!expert) throw new Error("no expert");
  const key = await bringKey(clerk, "李经办");
  const makePack = async (): Promise<Buffer> => {
    const made = await ask(clerk, "pack/make", {
      round: round.round,
      expert: expert.id,
      keyId: key.keyId,
      passphrase,
    });
    return readFileSync(made.file.path);
  };
  const first = await makePack();
  await ask(clerk, "scheme/save", { draft: planTitled("乙") });
  const second = await makePack();
  await clerk.close();

  const laptop = await startProgram(home);
  await ask(laptop, "identity/import-key", { sealed: expert.key.sealed });
  const open = async (pack: Buffer) =>
    ask(laptop, "pack/open", { upload: await upload(laptop, "pack.psp", pack) });
  expect(await plansOf(laptop)).toEqual([]);
  await open(first);
  expect(await plansOf(laptop)).toMatchObject([{ id: scheme, title: "甲", hasBoard: true }]);
  expect((await ask(laptop, "plan/get-board", { scheme })).tasks).toMatchObject([
    { title: "甲", lead: task.lead },
  ]);
  expect((await ask(laptop, "notice/get", { scheme })).document.blocks).toHaveLength(2);

  // The same pack again adds nothing; a later one brings the plan's next version at its own number.
  await open(first);
  expect(storedIn(home)).toEqual([`${scheme}.v1.json`]);
  await open(second);
  expect(await plansOf(laptop)).toMatchObject([{ title: "乙" }]);
  expect(storedIn(home)).toEqual([`${scheme}.v1.json`, `${scheme}.v2.json`]);
  const bytes = (folder: string) => readFileSync(join(folder, "schemes", `${scheme}.v2.json`), "utf8");
  expect(bytes(home)).toBe(bytes(office));
  await laptop.close();

  const again = await startProgram(home);
  expect(await plansOf(again)).toMatchObject([{ title: "乙" }]);
  expect(await ask(again, "scheme/list-refused", {})).toEqual([]);
  await again.close();
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  ask,
  bringKey,
  freshFolder,
  passphrase,
  removeFolder,
  startProgram,
  uploadFile,
} from "../../support/program.ts";
import { seedRound } from "../../support/seeded-round.ts";

const folders = [freshFolder(), freshFolder()];
afterAll(() => folders.map(removeFolder));

test("the notice of the clerk's own scheme goes along in the pack and opens on the expert's laptop", async () => {
  const clerk = await startProgram(join(folders[0] ?? ""));
  const scheme = "gansu-2022";
  const draft = await ask(clerk, "scheme/derive", {
    scheme: "hunan-2021",
    id: scheme,
    title: "甘肃2022",
    issuer: "甘肃省发展改革委",
    documentNo: "",
    year: 2022,
  });
  await ask(clerk, "scheme/save", { draft });
  await ask(clerk, "notice/keep", { scheme, text: "一、申报数量\n兰州市不超过2个。" });
  const round = await seedRound(clerk, { scheme, applicants: [{ name: "示例园区" }], experts: ["王甲"] });
  const [expert] = round.experts;
  if (!expert) throw new Error("no expert");
  const key = await bringKey(clerk, "李经办");
  const { file } = await ask(clerk, "pack/make", {
    round: round.round,
    expert: expert.id,
    keyId: key.keyId,
    passphrase,
  });
  await clerk.close();
  expect(readFileSync(file.path).includes("notice.json")).toBe(true);

  const laptop = await startProgram(folders[1] ?? "");
  await ask(laptop, "identity/import-key", { sealed: expert.key.sealed });
  expect((await ask(laptop, "notice/list", {})).some((one) => one.scheme === scheme)).toBe(false);
  await ask(laptop, "pack/open", { upload: await uploadFile(laptop, file.path) });
  expect((await ask(laptop, "notice/list", {})).at(-1)).toEqual({ scheme, title: "甘肃2022", origin: "own" });
  const notice = await ask(laptop, "notice/get", { scheme });
  expect(notice.document.blocks.map((block) => (block.kind === "table" ? "" : block.text))).toEqual([
    "一、申报数量",
    "兰州市不超过2个。",
  ]);
  expect((await ask(laptop, "notice/get", { scheme: "guangxi-plan-2021" })).title).toContain("行动计划");
  await ask(laptop, "pack/open", { upload: await uploadFile(laptop, file.path) });
  expect((await ask(laptop, "notice/get", { scheme })).document).toEqual(notice.document);
  await laptop.close();
});

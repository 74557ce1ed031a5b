import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { ask, codeOf, freshProgram, importFiles, newRound, projectRoot } from "../../support/program.ts";

const plan = readFileSync(join(projectRoot, "resources/samples/round/株洲市/株洲高新区/实施方案.docx"));
const table = readFileSync(join(projectRoot, "resources/samples/round/株洲市/株洲高新区/量化指标表.xlsx"));

let program: Composed;
let round = "";
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "示例轮次");
  await importFiles(program, round, { "实施方案.docx": plan });
  return fresh.end;
});

const only = async () => {
  const [submission] = (await ask(program, "intake/list", { round })).submissions;
  return submission?.id ?? "";
};

const deadlineStatus = async () => {
  const { submissions } = await ask(program, "check/run", { round });
  return submissions[0]?.findings.find((finding) => finding.kind === "deadline")?.status;
};

const receive = async (receivedAt: string) =>
  ask(program, "submission/set-received", {
    submission: await only(),
    receivedAt,
    reason: "收件登记簿第 3 行",
  });

test("a loose file keeps its whole name", async () => {
  const { files } = await ask(program, "submission/get", { submission: await only() });
  expect(files.map((file) => file.name)).toEqual(["实施方案.docx"]);
});

test("without a time of receipt the deadline is a question; the register's time answers it", async () => {
  expect(await deadlineStatus()).toBe("to-confirm");
  await receive("2021-11-28T23:59:00+08:00");
  expect(await deadlineStatus()).toBe("met");
  await receive("2021-11-29T00:01:00+08:00");
  expect(await deadlineStatus()).toBe("not-met");
});

test("who entered the time, why, and what was read before are kept, and the digest experts sign stays", async () => {
  const before = await ask(program, "submission/get", { submission: await only() });
  await receive("2021-11-28T10:00:00+08:00");
  const after = await receive("2021-11-28T11:00:00+08:00");
  expect(after).toMatchObject({
    receivedAt: "2021-11-28T03:00:00.000Z",
    receipt: { by: "经办人", reason: "收件登记簿第 3 行", readValue: null },
    digest: before.digest,
  });
  const [entry] = await ask(program, "audit/list", { round, limit: 1 });
  expect(entry).toMatchObject({
    action: "submission.set-received",
    detail: { from: "2021-11-28T02:00:00.000Z", to: "2021-11-28T03:00:00.000Z" },
  });
});

test("a supplement does not change when the applicant was received", async () => {
  await receive("2021-11-28T10:00:00+08:00");
  await importFiles(program, round, { "量化指标表.xlsx": table });
  const dossier = await ask(program, "submission/get", { submission: await only() });
  expect([dossier.version, dossier.receivedAt]).toEqual([2, "2021-11-28T02:00:00.000Z"]);
});

test("a time that is none is refused and nothing is written", async () => {
  const submission = await only();
  expect(
    await codeOf(program, "submission/set-received", { submission, receivedAt: "昨天下午", reason: "登记" }),
  ).toBe("bad-input");
  expect((await ask(program, "submission/get", { submission })).receivedAt).toBeNull();
});

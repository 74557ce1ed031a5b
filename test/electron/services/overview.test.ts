import { beforeAll, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { ask, codeOf, freshProgram, importFiles, newRound, passphrase } from "../../support/program.ts";
import { scoreSheet, seedApplicant, seedRound } from "../../support/seeded-round.ts";

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

test("the steps of a round count what is left, and count again after every change", async () => {
  const round = await newRound(program, "概览", "guangxi-2020");
  const overview = () => ask(program, "round/get-overview", { round });
  expect(await overview()).toMatchObject({
    submissions: 0,
    files: 0,
    questions: 0,
    problemSubmissions: 0,
    experts: 0,
    unsetMaxima: 4,
    exports: 0,
  });
  const facts = [
    { key: "lean-firms", value: "50", unit: "个" },
    { key: "lean-platforms", value: "7", unit: "个", sure: false },
    { key: "lean-patents", value: "5", unit: "件" },
  ];
  const submission = seedApplicant(program, round, 1, { name: "南宁示例园区", city: "南宁市", facts });
  const before = await overview();
  expect(before).toMatchObject({
    submissions: 1,
    files: 1,
    refusedFiles: 0,
    questions: 1,
    unconfirmedSubmissions: 1,
  });
  expect(before.cities.find(({ city }) => city === "南宁市")).toMatchObject({
    submitted: 1,
    directions: { lean: 1, global: 0 },
  });
  const dossier = await ask(program, "submission/get", { submission });
  await ask(program, "submission/confirm", {
    submission,
    facts: dossier.facts.map(({ id }) => id),
    identity: [],
  });
  expect(await overview()).toMatchObject({ questions: 0, unconfirmedSubmissions: 0 });
  const firms = dossier.facts[0]?.id ?? "";
  await ask(program, "submission/correct-fact", {
    submission,
    fact: firms,
    value: "3",
    year: null,
    reason: "核减",
  });
  const problems = await overview();
  expect(problems.problemSubmissions).toBe(1);
  expect(await overview()).toEqual(problems);
  expect(problems.recent[0]).toMatchObject({ action: "fact.correct", round });
  await importFiles(program, round, { "坏的.docx": "PK\u0003\u0004", "Thumbs.db": "noise" });
  expect(await overview()).toMatchObject({ refusedFiles: 1 });
  await ask(program, "submission/set-standing", { submission, standing: "out", reason: "撤回" });
  expect(await overview()).toMatchObject({ problemSubmissions: 0 });
});

test("signed, recused, assigned and exported are counted as they come", async () => {
  const { round, experts, submissions } = await seedRound(program, {
    applicants: [{ name: "甲" }, { name: "乙" }],
    experts: ["王甲", "赵乙"],
  });
  const [expert] = experts;
  const [first = "", second = ""] = submissions;
  const at = { round, expert: expert?.id ?? "" };
  await scoreSheet(program, { ...at, submission: first }, ["1", "1", "1", "1"]);
  await ask(program, "desk/declare", {
    ...at,
    submission: second,
    recusal: { ground: "other", reason: "x" },
  });
  await ask(program, "result/sign", { ...at, keyId: expert?.key.keyId ?? "", passphrase });
  await ask(program, "export/make", { round, what: "check-table" });
  expect(await ask(program, "round/get-overview", { round })).toMatchObject({
    experts: 2,
    enrolled: 2,
    assignments: 4,
    signed: 1,
    recused: 1,
    openTies: 0,
    unsetMaxima: 0,
  });
  const list = await ask(program, "expert/list", { round });
  expect(
    list.map(({ assigned, signed, recused, keyIsHere }) => [assigned, signed, recused, keyIsHere]),
  ).toEqual([
    [2, 1, 1, true],
    [2, 0, 0, true],
  ]);
  expect(await codeOf(program, "assignment/set", { ...at, submissions: [first], assigned: false })).toBe(
    "already-signed",
  );
  expect(await codeOf(program, "expert/enrol", { ...at, identity: experts[1]?.key.text ?? "" })).toBe(
    "key-of-another-expert",
  );
});

test("a city over a limit on a type and a direction is said to be over, though no number holds for the whole city", async () => {
  const round = await newRound(program, "分类限额", "guangxi-2020");
  const region = { city: "南宁市", direction: "lean" } as const;
  seedApplicant(program, round, 1, { name: "南宁示例甲区", ...region });
  seedApplicant(program, round, 2, { name: "南宁示例乙区", ...region });
  seedApplicant(program, round, 3, { name: "柳州示例园区", city: "柳州市" });
  const { cities } = await ask(program, "round/get-overview", { round });
  const stateOf = (name: string) => {
    const { max, limited, submitted, over } = cities.find(({ city }) => city === name) ?? {};
    return { max, limited, submitted, over };
  };
  expect(stateOf("南宁市")).toEqual({ max: null, limited: true, submitted: 2, over: 1 });
  expect(stateOf("柳州市")).toEqual({ max: null, limited: true, submitted: 1, over: 0 });
});

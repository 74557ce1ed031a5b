import { expect, test } from "vitest";
import {
  confirmGeneral,
  isAnswered,
  openGeneral,
  startAnswers,
} from "../../../../renderer/features/register/import-answers.ts";
import type { ImportQuestion, ProposedBase } from "../../../../shared/register/propose-bases.ts";

const row = (name: string, ...codes: ImportQuestion["code"][]): ProposedBase => ({
  name,
  direction: null,
  subject: null,
  city: "",
  batch: "",
  questions: codes.map((code) => ({ code, about: name })),
  evidence: { file: "名单.xlsx", sha256: "a".repeat(64), block: "b1", text: name },
});

const rows = [
  row("甲区", "direction-unknown"),
  row("乙区", "direction-unknown", "unknown-city"),
  row("丙区", "direction-unknown", "repeated"),
  row("丁区"),
];

test("what is the same for every row is answered once; a city, and a row that cannot be taken, stay as they are", () => {
  const start = rows.map(startAnswers);
  expect(openGeneral(rows, start)).toBe(2);
  const answered = confirmGeneral(rows, start);
  expect(openGeneral(rows, answered)).toBe(0);
  expect(rows.map((one, index) => isAnswered(one, answered[index] ?? startAnswers(one)))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(answered.map(({ include, confirmed }) => [include, confirmed])).toEqual([
    [true, ["direction-unknown"]],
    [true, ["direction-unknown"]],
    [false, []],
    [true, []],
  ]);
});

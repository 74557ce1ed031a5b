import { expect, test } from "vitest";
import { fieldProblemAt } from "../../../../../renderer/features/schemes/editor/field-problem-at.ts";
import { schemeProblems } from "../../../../../shared/scheme/scheme-problems.ts";
import { schemeOf } from "../../../../support/dossier.ts";

test("a fault is said at its field, and in what is folded around it", () => {
  const scheme = schemeOf("guangxi-2020");
  const [first, ...rest] = scheme.indicators;
  const draft = { ...scheme, title: "", indicators: [{ ...first, unit: "" }, ...rest] };
  const at = fieldProblemAt("zh", schemeProblems(draft));
  expect([at("title"), at("issuer"), at("indicators[0].unit"), at("indicators[0].name")]).toEqual([
    "不能为空，请填写。",
    undefined,
    "不能为空，请填写。",
    undefined,
  ]);
  expect([at("indicators[0]"), at("indicators[0]", "own"), at("indicators[1]")]).toEqual([
    "不能为空，请填写。",
    undefined,
    undefined,
  ]);
});

test("a rule broken by the whole of an entry is said at the entry", () => {
  const scheme = schemeOf("hunan-2021");
  const draft = { ...scheme, subjects: scheme.subjects.filter(({ id }) => id !== "institute") };
  const problems = schemeProblems(draft);
  const at = fieldProblemAt("zh", problems);
  const [problem] = problems;
  expect(problem?.code).toBe("unknown-subject");
  expect(at(problem?.field ?? "", "own")).toContain("科研院所");
});

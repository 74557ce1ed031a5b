import { expect, test } from "vitest";
import { type PointDraft, withProposal } from "../../../../renderer/features/points/point-draft.ts";

const evidence = (start: number) => ({
  file: "方案.docx",
  sha256: "a".repeat(64),
  block: "b3",
  text: "重点建设项目20个",
  start,
  end: start + 8,
});

const empty: PointDraft = { verdict: null, effect: "示例", inputs: { part: "12" }, evidence: [] };

test("a number that is taken fills its input and brings its place; another input and what was written stay", () => {
  const taken = withProposal(empty, { input: "whole", value: "20", evidence: evidence(0) });
  expect(taken).toEqual({
    verdict: null,
    effect: "示例",
    inputs: { part: "12", whole: "20" },
    evidence: [evidence(0)],
  });
});

test("the same place is evidence once, another place once more", () => {
  const once = withProposal(empty, { input: "whole", value: "20", evidence: evidence(0) });
  const twice = withProposal(once, { input: "whole", value: "20", evidence: evidence(0) });
  const other = withProposal(twice, { input: "whole", value: "21", evidence: evidence(9) });
  expect([twice.evidence.length, other.evidence.length, other.inputs.whole]).toEqual([1, 2, "21"]);
});

import { expect, test } from "vitest";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";

const below = (margin: string): Finding => ({
  rule: "threshold:lean-firms",
  kind: "threshold",
  status: "not-met",
  subject: "精益创业企业数",
  expected: "≥50",
  actual: "42",
  unit: "家",
  margin,
  params: {},
  evidence: [],
});

test.each(["8", "-8"])(
  "a margin of %s is a difference of eight: which is larger, the sentence says",
  (margin) => {
    expect(sentenceOf("zh", below(margin))).toBe(
      "精益创业企业数：填报 42家，未达到门槛 ≥50家，相差 8家；请核对原文数值和单位。",
    );
    expect(sentenceOf("en", below(margin))).toContain("(difference 8 家)");
  },
);

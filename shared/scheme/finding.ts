import { z } from "zod";
import { Evidence } from "../submission/evidence.ts";
import { Source } from "./scheme.ts";

/** DESIGN rule 2: not reported is not zero, not allowed is not failed. */
export const findingStatuses = [
  "met",
  "not-met",
  "not-reported",
  "not-allowed",
  "no-threshold",
  "contradiction",
  "to-confirm",
] as const;
export const FindingStatus = z.enum(findingStatuses);
export type FindingStatus = z.infer<typeof FindingStatus>;

export const findingKinds = [
  "eligibility",
  "threshold",
  "recomputed",
  "confused-indicator",
  "contradiction",
  "outline",
  "total-length",
  "attachment",
  "deadline",
  "exclusion",
  "duplicate",
  "quota",
  "project-sum",
  "identity",
] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

/** One verdict: rule, sentence, value, arithmetic, evidence. Words for it are looked up where it is shown. */
export const Finding = z.object({
  /** Stable id of the rule, e.g. `threshold:employment-jobs`, `outline:basis`, `quota:长沙市`. */
  rule: z.string(),
  kind: FindingKind,
  status: FindingStatus,
  /** What the rule is about, in the notice's words (indicator name, section title, city). */
  subject: z.string(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  unit: z.string().optional(),
  /** actual − threshold, signed, where both are numbers. */
  margin: z.string().optional(),
  /** Arithmetic a person can follow, e.g. `(8400 + 9300 + 9660) ÷ 3 = 9120`. */
  arithmetic: z.string().optional(),
  /** Numbers and names the sentence for this finding needs. */
  params: z.record(z.string(), z.string()),
  evidence: z.array(Evidence),
  source: Source.optional(),
});
export type Finding = z.infer<typeof Finding>;

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
  "point",
  "count",
  "application-table",
] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

/** Why a status was given, where one kind and status can have several causes. Words: `finding.<kind>.<status>.<reason>`. */
export const findingReasons = [
  "identity-unknown",
  "identity-unconfirmed",
  "pair-in-principle",
  "fact-unconfirmed",
  "approximate",
  "qualifier",
  "unit",
  "confused",
  "conflict",
  "only-total",
  "base-years-unset",
  "growth-method-unset",
  "years-missing",
  "zero-base",
  "total",
  "year",
  "provisional",
  "no-plan",
  "empty",
  "several-files",
  "unread",
  "unread-files",
  "time-unknown",
  "same-day",
  "late-rule-unknown",
  "listed",
  "listed-ask",
  "list-missing",
  "removed",
  "similar",
  "unconfirmed",
  "unknown-city",
  "city-unknown",
  "row-without-amount",
  "funding",
  "several-tables",
  "per-city",
  "not-listed",
  "listed-only",
  "type-only",
  "type-unconfirmed",
  "answer-open",
  "no-evidence",
  "effect-missing",
  "input-missing",
  "reference-open",
  "number",
] as const;
export const FindingReason = z.enum(findingReasons);
export type FindingReason = z.infer<typeof FindingReason>;

/** One verdict: rule, sentence, value, arithmetic, evidence. Words for it are looked up where it is shown. */
export const Finding = z.object({
  /** Stable id of the rule, e.g. `threshold:employment-jobs`, `outline:basis`, `quota:长沙市`. */
  rule: z.string(),
  kind: FindingKind,
  status: FindingStatus,
  reason: FindingReason.optional(),
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
  /** The submissions a finding about the whole round speaks of, by number. */
  submissions: z.array(z.string()).optional(),
  source: Source.optional(),
});
export type Finding = z.infer<typeof Finding>;

import { z } from "zod";
import { Finding } from "../scheme/finding.ts";
import { RoundGrading } from "../scheme/round-grading.ts";
import { DecimalString, DirectionId, Scheme, SubjectId } from "../scheme/scheme.ts";
import { RankingRule } from "../scoring/ranking.ts";
import { ScoreForm } from "../scoring/sheet.ts";
import { AuditEntry } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound } from "./inputs.ts";

export const RoundState = z.enum(["preparing", "open"]);

/** `host`: made on this laptop by a clerk; `guest`: opened from a pack by an expert. */
export const RoundSide = z.enum(["host", "guest"]);

/** What the clerk sets before the round opens; frozen with it. */
export const RoundSettings = z.object({
  /** `<indicator>/<subject>` → value, for thresholds the scheme leaves unset. */
  thresholds: z.record(z.string(), DecimalString.nullable()),
  baseYears: z.array(z.number().int()).nullable(),
  growthMethod: z.enum(["arithmetic", "compound"]).nullable(),
  outlineTolerance: DecimalString.nullable(),
  /** 以上 and 以下 with or without the number itself; left out: as the scheme says. */
  boundWords: z.enum(["inclusive", "exclusive"]).optional(),
  /** Grades with line, share and vetoes, where the notice gives none; `null` or left out: no grades. */
  grading: RoundGrading.nullable().optional(),
  /** Item id → maximum. */
  maxima: z.record(z.string(), DecimalString.nullable()),
  step: DecimalString,
  /** Scores that need a comment; left out: none do. */
  commentRule: ScoreForm.shape.commentRule,
  rule: RankingRule,
});
export type RoundSettings = z.infer<typeof RoundSettings>;

export const RoundSummary = z.object({
  id: z.string(),
  name: z.string(),
  side: RoundSide,
  state: RoundState,
  schemeId: z.string(),
  schemeTitle: z.string(),
  createdAt: z.string(),
  openedAt: z.string().nullable(),
  submissions: z.number().int(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

export const RoundView = RoundSummary.extend({
  /** The scheme in force: the notice with this round's settings. */
  scheme: Scheme,
  /** The notice as it was when the round was made, without the settings: what is still to be set shows here. */
  notice: Scheme,
  settings: RoundSettings,
  /** Set once the round is open. */
  form: ScoreForm.nullable(),
  schemeDigest: z.string().nullable(),
  formDigest: z.string().nullable(),
  /** On a guest round: whose pack it is. */
  clerk: z.object({ name: z.string(), fingerprint: z.string() }).nullable(),
  expert: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type RoundView = z.infer<typeof RoundView>;

/** Counts behind the eight steps of the round screen: each says how much is left. */
export const RoundOverview = z.object({
  submissions: z.number().int(),
  files: z.number().int(),
  refusedFiles: z.number().int(),
  questions: z.number().int(),
  /** Accepted submissions nobody has a name for. */
  nameless: z.number().int(),
  unconfirmedSubmissions: z.number().int(),
  problemSubmissions: z.number().int(),
  experts: z.number().int(),
  enrolled: z.number().int(),
  assignments: z.number().int(),
  signed: z.number().int(),
  recused: z.number().int(),
  openTies: z.number().int(),
  unsetMaxima: z.number().int(),
  unsetThresholds: z.number().int(),
  exports: z.number().int(),
  cities: z.array(
    z.object({
      city: z.string(),
      /** Of all applicants of the city together; `null` where the notice only limits types or directions, or nothing. */
      max: z.number().int().nullable(),
      /** The notice limits this city's applicants in some way. */
      limited: z.boolean(),
      submitted: z.number().int(),
      /** More than the quotas allow; where several quotas are exceeded, all together. */
      over: z.number().int(),
      directions: z.record(DirectionId, z.number().int()),
    }),
  ),
  recent: z.array(AuditEntry),
});
export type RoundOverview = z.infer<typeof RoundOverview>;

export const RegistryBase = z.object({
  name: z.string(),
  direction: DirectionId.nullable(),
  batch: z.string(),
  level: z.string(),
  source: z.string(),
});
export type RegistryBase = z.infer<typeof RegistryBase>;

export const CheckResult = z.object({
  submissions: z.array(
    z.object({
      submission: z.string(),
      number: z.number().int(),
      name: z.string(),
      city: z.string(),
      subject: SubjectId.nullable(),
      direction: DirectionId.nullable(),
      findings: z.array(Finding),
    }),
  ),
  round: z.array(Finding),
});
export type CheckResult = z.infer<typeof CheckResult>;

const Empty = z.strictObject({});

export const roundCalls = [
  defineCall({
    name: "scheme/list",
    access: "read",
    input: Empty,
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        issuer: z.string(),
        documentNo: z.string(),
        year: z.number(),
        purpose: z.enum(["review", "register", "plan"]),
        /** `own`: made or imported by this clerk. */
        origin: z.enum(["package", "own"]),
        /** It says what becomes of bases that hold the title already. */
        evaluates: z.boolean(),
        /** The register the document publishes itself; `null`: none. */
        register: z.string().nullable(),
        /** A plan, or another document with targets or tasks: there is a board of it. */
        hasBoard: z.boolean(),
      }),
    ),
  }),
  defineCall({
    name: "scheme/get",
    access: "read",
    input: z.strictObject({ scheme: z.string() }),
    output: Scheme,
  }),
  defineCall({ name: "registry/list", access: "read", input: Empty, output: z.array(RegistryBase) }),
  defineCall({ name: "round/list", access: "read", input: Empty, output: z.array(RoundSummary) }),
  defineCall({
    name: "round/create",
    access: "write",
    input: z.strictObject({ scheme: z.string(), name: z.string().trim().min(1).max(80) }),
    output: RoundView,
    codes: ["not-for-review"],
  }),
  /** Makes a round from the bundled sample and imports it; the job's result names the round. */
  defineCall({
    name: "round/start-sample",
    access: "write",
    input: Empty,
    output: z.object({ job: z.string() }),
    codes: ["samples-missing", "busy"],
  }),
  defineCall({ name: "round/get", access: "read", input: InRound, output: RoundView }),
  defineCall({ name: "round/get-overview", access: "read", input: InRound, output: RoundOverview }),
  defineCall({
    name: "round/save-settings",
    access: "write",
    input: InRound.extend({ settings: RoundSettings }),
    output: RoundView,
    codes: [
      "round-frozen",
      "unknown-indicator",
      "threshold-not-open",
      "unknown-item",
      "bad-rule",
      "bad-grading",
      "grading-of-notice",
    ],
  }),
  /** Freezes scheme, form, rule and submissions. `questions` repeats the number of open questions the clerk saw. */
  defineCall({
    name: "round/open",
    access: "write",
    input: InRound.extend({ questions: z.number().int().nonnegative() }),
    output: RoundView,
    codes: [
      "round-frozen",
      "maxima-unset",
      "bad-form",
      "no-submissions",
      "nameless-applicant",
      "questions-changed",
      "too-few-experts",
    ],
  }),
  defineCall({ name: "check/run", access: "read", input: InRound, output: CheckResult }),
] as const;

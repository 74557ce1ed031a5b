import { z } from "zod";
import { CorrectionClock, CorrectionItem } from "../correction/correction.ts";
import { Base, BaseAct, BaseDetails, BaseLevel, BaseStatus } from "../register/base.ts";
import { CountMismatch, importQuestions, ProposedBase } from "../register/propose-bases.ts";
import { Finding } from "../scheme/finding.ts";
import { BoardRow } from "../scheme/plan-board.ts";
import { PointAnswer, PointVerdict } from "../scheme/point-answer.ts";
import { FindingChange } from "../scheme/preview-changes.ts";
import { InputProposal } from "../scheme/propose-inputs.ts";
import { ThresholdProposal } from "../scheme/propose-thresholds.ts";
import { DecimalString, DirectionId, Point, Scheme, SubjectId, Task } from "../scheme/scheme.ts";
import { SchemeProblem } from "../scheme/scheme-problems.ts";
import { Document } from "../submission/document.ts";
import { Evidence } from "../submission/evidence.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, OfSubmission } from "./inputs.ts";

/** A passage of a dossier that bears on a task of a plan. */
export const TaskLink = z.object({
  id: z.string(),
  scheme: z.string(),
  task: z.string(),
  submission: z.string(),
  evidence: Evidence,
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type TaskLink = z.infer<typeof TaskLink>;

/** With what it takes to name the applicant and to open the passage. */
export const PlacedTaskLink = TaskLink.extend({ round: z.string(), applicant: z.string() });
export type PlacedTaskLink = z.infer<typeof PlacedTaskLink>;

/** One stored version of a scheme of the clerk's own. */
export const SchemeVersion = z.object({
  id: z.string(),
  version: z.number().int(),
  digest: z.string(),
  title: z.string(),
});
export type SchemeVersion = z.infer<typeof SchemeVersion>;

/** An evaluation point of a submission with its latest answer, and what the check makes of it. */
export const AnsweredPoint = z.object({
  point: Point,
  answer: PointAnswer.nullable(),
  /** How often it was answered before. */
  earlier: z.number().int(),
  finding: Finding,
});
export type AnsweredPoint = z.infer<typeof AnsweredPoint>;

const Text = (longest: number) => z.string().trim().min(1).max(longest);
const InScheme = z.strictObject({ scheme: z.string() });
const Upload = z.strictObject({ upload: z.string() });
const SavedScheme = z.object({ scheme: Scheme, digest: z.string() });

export const schemeCalls = [
  /** Files in the folder of own schemes that could not be used, with field and reason. */
  defineCall({
    name: "scheme/list-refused",
    access: "read",
    input: z.strictObject({}),
    output: z.array(z.object({ file: z.string(), problems: z.array(SchemeProblem) })),
  }),
  /** Every stored version of a scheme of one's own, newest first; a scheme of the package has none. */
  defineCall({
    name: "scheme/list-versions",
    access: "read",
    input: InScheme,
    output: z.array(SchemeVersion),
  }),
  /** A draft for a new notice out of an existing scheme: its words stay, its numbers become unset. Nothing is stored. */
  defineCall({
    name: "scheme/derive",
    access: "read",
    input: InScheme.extend({
      id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
      title: Text(120),
      issuer: Text(80),
      documentNo: z.string().trim().max(60),
      year: z.number().int().min(2000).max(2100),
    }),
    output: Scheme,
    codes: ["scheme-taken"],
  }),
  /** The thresholds an annex table gives, each with its cell, to be confirmed one by one. Nothing is stored. */
  defineCall({
    name: "scheme/read-annex",
    access: "read",
    input: Upload.extend({ scheme: z.string().nullable() }),
    output: z.object({
      proposals: z.array(ThresholdProposal),
      document: Document,
      file: z.string(),
      sha256: z.string(),
    }),
    codes: ["unknown-upload", "unreadable", "nothing-found"],
  }),
  /** Everything that is wrong with a draft, in words of the field. */
  defineCall({
    name: "scheme/validate",
    access: "read",
    input: z.strictObject({ draft: z.unknown() }),
    output: z.array(SchemeProblem),
  }),
  /** Stores a draft as the next version of a scheme of one's own. Rounds keep the version they were made with. */
  defineCall({
    name: "scheme/save",
    access: "write",
    input: z.strictObject({ draft: z.unknown() }),
    output: SavedScheme,
    codes: ["scheme-invalid", "scheme-of-package"],
  }),
  defineCall({
    name: "scheme/import",
    access: "write",
    input: Upload,
    output: SavedScheme,
    codes: ["unknown-upload", "not-json", "scheme-invalid", "scheme-of-package"],
  }),
  defineCall({
    name: "scheme/export",
    access: "write",
    input: InScheme,
    output: z.object({ file: WrittenFile, digest: z.string() }),
  }),
  /** What would be found in a round under this draft, beside what is found now. Nothing is changed. */
  defineCall({
    name: "scheme/preview",
    access: "read",
    input: InRound.extend({ draft: z.unknown() }),
    output: z.object({ changes: z.array(FindingChange), unchanged: z.number().int() }),
    codes: ["scheme-invalid"],
  }),

  defineCall({
    name: "register/list",
    access: "read",
    input: z.strictObject({
      text: z.string().max(100).default(""),
      register: z.string().nullable().default(null),
      level: BaseLevel.nullable().default(null),
      direction: DirectionId.nullable().default(null),
      subject: SubjectId.nullable().default(null),
      status: BaseStatus.nullable().default(null),
    }),
    output: z.object({
      bases: z.array(Base),
      /** Before the question; by list. */
      total: z.number().int(),
      registers: z.array(z.object({ id: z.string(), count: z.number().int() })),
    }),
  }),
  /** `confirmed`: the questions about this row the clerk has answered with yes. */
  defineCall({
    name: "register/add",
    access: "write",
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ details: BaseDetails, confirmed: z.array(z.enum(importQuestions)) }))
        .min(1)
        .max(2000),
    }),
    output: z.array(Base),
    codes: ["already-listed", "question-open"],
  }),
  /** An alias, a correction, a result of an evaluation, 整改到位. */
  defineCall({
    name: "register/act",
    access: "write",
    input: z.strictObject({ base: z.string(), act: BaseAct }),
    output: Base,
    codes: [
      "already-listed",
      "base-removed",
      "base-not-removed",
      "unknown-outcome",
      "outcome-too-early",
      "deadline-missing",
      "reevaluation-too-early",
    ],
  }),
  /** Rows of a list file with what has to be asked about each. Nothing is stored. */
  defineCall({
    name: "register/read-list",
    access: "read",
    input: Upload.extend({ register: Text(60) }),
    output: z.object({
      rows: z.array(ProposedBase),
      mismatches: z.array(CountMismatch),
      document: Document,
      file: z.string(),
    }),
    codes: ["unknown-upload", "unreadable", "nothing-found"],
  }),
  defineCall({
    name: "register/export",
    access: "write",
    input: z.strictObject({ register: z.string(), title: z.string().max(120).nullable().default(null) }),
    output: z.object({ file: WrittenFile }),
    codes: ["nothing-listed"],
  }),

  defineCall({
    name: "plan/get-board",
    access: "read",
    input: InScheme,
    output: z.object({ rows: z.array(BoardRow), tasks: z.array(Task) }),
  }),
  defineCall({
    name: "plan/set-value",
    access: "write",
    input: InScheme.extend({ target: z.string(), value: DecimalString, asOf: Text(40), source: Text(300) }),
    output: BoardRow,
    codes: ["unknown-target"],
  }),
  defineCall({
    name: "plan/link-passage",
    access: "write",
    input: InScheme.extend({
      task: z.string(),
      submission: z.string(),
      evidence: Evidence,
      note: z.string().max(500).default(""),
    }),
    output: TaskLink,
    codes: ["unknown-task"],
  }),
  defineCall({
    name: "plan/list-links",
    access: "read",
    input: InScheme.extend({ submission: z.string().nullable().default(null) }),
    output: z.array(PlacedTaskLink),
  }),

  /** How far each submission of a round is, at once: a list of a thousand must not ask for each of its rows. */
  defineCall({
    name: "point/progress",
    access: "read",
    input: InRound,
    output: z.array(
      z.object({ submission: z.string(), answered: z.number().int(), total: z.number().int() }),
    ),
  }),
  defineCall({
    name: "point/list",
    access: "read",
    input: OfSubmission,
    output: z.array(AnsweredPoint),
  }),
  /** Numbers in the dossier's files for the inputs of a numeric point, each with its place, to be taken or left by a person. */
  defineCall({
    name: "point/propose",
    access: "read",
    input: OfSubmission.extend({ point: z.string() }),
    output: z.array(InputProposal),
    codes: ["unknown-point"],
  }),
  /** Answers may be given as long as the round lives; every earlier one is kept. */
  defineCall({
    name: "point/answer",
    access: "write",
    input: OfSubmission.extend({
      point: z.string(),
      verdict: PointVerdict.nullable(),
      effect: z.string().max(2000).default(""),
      inputs: z.record(z.string(), DecimalString).default({}),
      evidence: z.array(Evidence).default([]),
    }),
    output: AnsweredPoint,
    codes: ["unknown-point", "unknown-input"],
  }),

  /** What a letter to this applicant would ask for, in words for the applicant. */
  defineCall({
    name: "correction/propose",
    access: "read",
    input: OfSubmission,
    output: z.array(CorrectionItem),
  }),
  /** Writes the 补正 letter and starts its clock. */
  defineCall({
    name: "correction/make",
    access: "write",
    input: OfSubmission.extend({
      items: z.array(CorrectionItem).min(1),
      deadline: z.iso.date().nullable(),
      note: z.string().max(1000).default(""),
      /** Who signs below; empty: the issuer of the notice. */
      office: z.string().max(80).default(""),
    }),
    output: z.object({ file: WrittenFile, clock: CorrectionClock }),
    codes: ["deadline-past"],
  }),
  defineCall({
    name: "correction/list",
    access: "read",
    input: InRound,
    output: z.array(CorrectionClock),
  }),
] as const;

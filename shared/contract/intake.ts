import { z } from "zod";
import { DecimalString, DirectionId, SubjectId } from "../scheme/scheme.ts";
import { Cell, Document, FileKind, ReadMessage } from "../submission/document.ts";
import { Dossier, IdentityField } from "../submission/dossier.ts";
import { Evidence } from "../submission/evidence.ts";
import { FileRefusal, FileStatus } from "../submission/fact.ts";
import { defineCall } from "./call.ts";
import { InRound, OfSubmission } from "./inputs.ts";

/** One file as it arrived. The same content from two mails is two arrivals of one content. */
export const Arrival = z.object({
  id: z.string(),
  sha256: z.string(),
  /** `outer!/inner` inside a mail or archive. */
  path: z.string(),
  /** Path of the mail or archive it came in; `null` for a loose file. */
  container: z.string().nullable(),
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  receivedAt: z.string().nullable(),
  importedAt: z.string(),
  bytes: z.number().int(),
  kind: FileKind,
  status: FileStatus,
  error: FileRefusal.nullable(),
  messages: z.array(ReadMessage),
  /** The submission it belongs to; `null`: of the whole round, or not placed. */
  submission: z.string().nullable(),
});
export type Arrival = z.infer<typeof Arrival>;

export const SubmissionSummary = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  city: z.string(),
  subject: SubjectId.nullable(),
  direction: DirectionId.nullable(),
  files: z.number().int(),
  refusedFiles: z.number().int(),
  questions: z.number().int(),
  receivedAt: z.string().nullable(),
  /** `out`: not accepted into the review, with the clerk's reason. */
  standing: z.enum(["in", "out"]),
  standingReason: z.string(),
});
export type SubmissionSummary = z.infer<typeof SubmissionSummary>;

export const SearchHit = z.object({
  submission: z.string().nullable(),
  submissionName: z.string(),
  sha256: z.string(),
  file: z.string(),
  block: z.string(),
  /** Text around the hit; offsets in code points of this excerpt. */
  excerpt: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A file as it was read. */
export const ReadFile = z.object({
  sha256: z.string(),
  name: z.string(),
  kind: FileKind,
  status: FileStatus,
  error: FileRefusal.nullable(),
  messages: z.array(ReadMessage),
  document: Document.nullable(),
});
export type ReadFile = z.infer<typeof ReadFile>;

const Reason = z.string().trim().min(1).max(500);

export const intakeCalls = [
  /** `uploads`: ids given by `POST /upload` for what was dropped on the window. */
  defineCall({
    name: "intake/start-import",
    access: "write",
    input: z.strictObject({ round: z.string(), uploads: z.array(z.string()).min(1).max(5000) }),
    output: z.object({ job: z.string() }),
    codes: ["unknown-upload", "busy"],
  }),
  defineCall({
    name: "intake/list",
    access: "read",
    input: InRound,
    output: z.object({
      arrivals: z.array(Arrival),
      submissions: z.array(SubmissionSummary),
      /** Submissions whose version in force reviewers have or may have in their hands: it stays as it is. */
      frozen: z.array(z.string()),
    }),
  }),
  defineCall({
    name: "document/get",
    access: "read",
    input: z.strictObject({ round: z.string(), sha256: z.string() }),
    output: ReadFile,
  }),
  /**
   * The same with only the first rows of large tables, so that the first page of a sheet of 10,000 rows is there at once.
   * `cut`: blocks whose cells go on, with the first row that is left out; `document/rows` gives the rest.
   */
  defineCall({
    name: "document/open",
    access: "read",
    input: z.strictObject({ round: z.string(), sha256: z.string() }),
    output: ReadFile.extend({
      cut: z.array(z.object({ block: z.string(), from: z.number().int().positive() })),
    }),
  }),
  /**
   * Cells of a table that begin in the rows `from` to `to`, both included, in whole rows as far as one answer holds; `next`: the
   * first row with cells behind them, `null` when there is none in the table.
   */
  defineCall({
    name: "document/rows",
    access: "read",
    input: z.strictObject({
      round: z.string(),
      sha256: z.string(),
      block: z.string(),
      from: z.number().int().positive(),
      to: z.number().int().positive(),
    }),
    output: z.object({ cells: z.array(Cell), next: z.number().int().positive().nullable() }),
  }),
  defineCall({ name: "submission/get", access: "read", input: OfSubmission, output: Dossier }),
  /** Accept what was read, as it was read. */
  defineCall({
    name: "submission/confirm",
    access: "write",
    input: OfSubmission.extend({ facts: z.array(z.string()), identity: z.array(IdentityField) }),
    output: Dossier,
    codes: ["round-frozen", "nothing-read"],
  }),
  defineCall({
    name: "submission/correct-fact",
    access: "write",
    input: OfSubmission.extend({
      fact: z.string(),
      value: DecimalString,
      year: z.number().int().nullable(),
      reason: Reason,
    }),
    output: Dossier,
    codes: ["round-frozen"],
  }),
  defineCall({
    name: "submission/reject-fact",
    access: "write",
    input: OfSubmission.extend({ fact: z.string(), reason: Reason }),
    output: Dossier,
    codes: ["round-frozen"],
  }),
  /** A value a person found or typed. `evidence`: the selected place in a document, when there is one. */
  defineCall({
    name: "submission/add-fact",
    access: "write",
    input: OfSubmission.extend({
      key: z.string(),
      value: DecimalString,
      year: z.number().int().nullable(),
      reason: Reason,
      evidence: Evidence.nullable(),
    }),
    output: Dossier,
    codes: ["round-frozen", "unknown-indicator"],
  }),
  defineCall({
    name: "submission/set-identity",
    access: "write",
    input: OfSubmission.extend({
      field: IdentityField,
      value: z.string().trim().min(1).max(120),
      reason: Reason,
    }),
    output: Dossier,
    codes: ["round-frozen", "bad-value"],
  }),
  /** When the submission was received, as the register of the office says: paper and USB sticks carry no time. */
  defineCall({
    name: "submission/set-received",
    access: "write",
    input: OfSubmission.extend({ receivedAt: z.iso.datetime({ offset: true }), reason: Reason }),
    output: Dossier,
    codes: ["wrong-state"],
  }),
  /** Moves a file to another submission, to a new one, or to the round (`to: null`). Makes new versions of both. */
  defineCall({
    name: "submission/assign-file",
    access: "write",
    input: z.strictObject({
      round: z.string(),
      sha256: z.string(),
      to: z.union([z.strictObject({ submission: z.string() }), z.literal("new"), z.null()]),
      reason: Reason,
    }),
    output: z.object({ submission: z.string().nullable() }),
    codes: ["round-frozen"],
  }),
  defineCall({
    name: "submission/set-standing",
    access: "write",
    input: OfSubmission.extend({ standing: z.enum(["in", "out"]), reason: Reason }),
    output: SubmissionSummary,
    codes: ["round-frozen"],
  }),
  defineCall({
    name: "search/find",
    access: "read",
    input: z.strictObject({
      round: z.string(),
      text: z.string().min(1).max(100),
      submission: z.string().nullable(),
      /** Only what this expert may read: assigned, declared, not recused. */
      expert: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ hits: z.array(SearchHit), total: z.number().int() }),
  }),
] as const;

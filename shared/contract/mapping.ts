import { z } from "zod";
import { DossierDiff } from "../submission/diff-dossiers.ts";
import { ColumnMapping, MappableTable, TableMapping } from "../submission/table/table-mapping.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, OfSubmission } from "./inputs.ts";

/** A mapping as it is kept: who made it last, and when. */
export const StoredMapping = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  at: z.string(),
  mapping: TableMapping,
});
export type StoredMapping = z.infer<typeof StoredMapping>;

/** What a mapping changed in the round it was made in. */
export const Reread = z.object({
  files: z.number().int(),
  /** Submissions that have a new version, or came to be. */
  submissions: z.number().int(),
  /** Submissions that stayed as they are because reviewers have them in their hands. */
  frozen: z.number().int(),
});
export type Reread = z.infer<typeof Reread>;

/** A header block in a document of a round. Rows are 1-based and inclusive. */
export const HeaderPlace = z.strictObject({
  round: z.string(),
  sha256: z.string(),
  block: z.string(),
  firstRow: z.number().int().positive(),
  lastRow: z.number().int().positive(),
});
export type HeaderPlace = z.infer<typeof HeaderPlace>;

/** File format of exported mappings. */
export const MappingFile = z.strictObject({
  format: z.literal("pingshen-table-mappings"),
  version: z.literal(1),
  mappings: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(120), mapping: TableMapping }))
    .min(1)
    .max(1000),
});
export type MappingFile = z.infer<typeof MappingFile>;

const Named = {
  name: z.string().trim().min(1).max(120),
  table: MappableTable,
  columns: z.array(ColumnMapping).min(1).max(512),
  unit: z.string().trim().min(1).max(20).nullable(),
};

export const mappingCalls = [
  defineCall({
    name: "mapping/list",
    access: "read",
    input: z.strictObject({}),
    output: z.array(StoredMapping),
  }),
  /**
   * Names the columns of a header: at a place in a document, or of a mapping that is known already. Applied at once to
   * every file of the round whose table has this shape.
   */
  defineCall({
    name: "mapping/save",
    access: "write",
    input: z.strictObject({
      round: z.string(),
      target: z.union([z.strictObject({ place: HeaderPlace }), z.strictObject({ id: z.string() })]),
      ...Named,
    }),
    output: z.object({ saved: StoredMapping, reread: Reread }),
    codes: ["no-header", "mapping-unusable"],
  }),
  defineCall({
    name: "mapping/remove",
    access: "write",
    input: z.strictObject({ round: z.string(), id: z.string() }),
    output: z.object({ reread: Reread }),
  }),
  defineCall({
    name: "mapping/export",
    access: "write",
    /** `ids`: only these; left out: all. */
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(5000).optional() }),
    output: WrittenFile,
  }),
  defineCall({
    name: "mapping/import",
    access: "write",
    input: z.strictObject({ round: z.string(), text: z.string().max(4_000_000) }),
    output: z.object({ added: z.number().int(), replaced: z.number().int(), reread: Reread }),
    codes: ["mapping-file-unusable"],
  }),
] as const;

export const SubmissionVersion = z.object({
  version: z.number().int(),
  createdAt: z.string(),
  /** `import`, `supplement`, `mapping`, or a clerk's own words for moving a file. */
  reason: z.string(),
  digest: z.string(),
  files: z.number().int(),
  questions: z.number().int(),
  /** Score sheets that were given on this version. */
  sheets: z.number().int(),
});
export type SubmissionVersion = z.infer<typeof SubmissionVersion>;

export const versionCalls = [
  defineCall({
    name: "submission/get-versions",
    access: "read",
    input: OfSubmission,
    output: z.array(SubmissionVersion),
  }),
  defineCall({
    name: "submission/diff",
    access: "read",
    input: z.strictObject({
      submission: z.string(),
      before: z.number().int().positive(),
      after: z.number().int().positive(),
    }),
    output: DossierDiff,
  }),
] as const;

/** An import that was begun and not ended: the program was closed, or the power went. */
export const InterruptedImport = z.object({
  id: z.string(),
  startedAt: z.string(),
  done: z.number().int(),
  total: z.number().int(),
});
export type InterruptedImport = z.infer<typeof InterruptedImport>;

export const interruptedCalls = [
  defineCall({
    name: "intake/list-interrupted",
    access: "read",
    input: InRound,
    output: z.array(InterruptedImport),
  }),
  /** Goes on with the files that were not stored yet. */
  defineCall({
    name: "intake/resume-import",
    access: "write",
    input: z.strictObject({ import: z.string() }),
    output: z.object({ job: z.string() }),
    codes: ["busy"],
  }),
  /** Gives up the files that were not read; those that were stay, and are sorted. */
  defineCall({
    name: "intake/discard-import",
    access: "write",
    input: z.strictObject({ import: z.string() }),
    output: z.object({ submissions: z.number().int() }),
    codes: ["busy"],
  }),
] as const;

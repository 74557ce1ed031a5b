import { z } from "zod";
import { Verdict } from "../seal/payloads.ts";
import { defineCall } from "./call.ts";

/** How documents are read on this laptop. */
export const ReadingLook = z.object({
  /** `reading`: one column of large type; `page`: as the file lays its pages out. */
  word: z.enum(["reading", "page"]),
  pdf: z.enum(["reading", "page"]),
  /** Han characters a line of the reading view may have. */
  line: z.union([z.literal(28), z.literal(36), z.literal(46)]),
});
export type ReadingLook = z.infer<typeof ReadingLook>;

/** A Word document is read as text, a PDF as it was laid out: its text alone loses the tables. */
export const firstReadingLook: ReadingLook = { word: "reading", pdf: "page", line: 36 };

export const Preferences = z.object({
  role: z.enum(["clerk", "expert", "chair"]),
  /** Name written into the audit trail for what this person does. */
  name: z.string().max(40),
  locale: z.enum(["zh", "en"]),
  theme: z.enum(["light", "dark", "system"]),
  /** Type size in percent. */
  scale: z.union([
    z.literal(100),
    z.literal(115),
    z.literal(130),
    z.literal(150),
    z.literal(175),
    z.literal(200),
  ]),
  /** Left out until it is changed: `firstReadingLook`. */
  reading: ReadingLook.optional(),
});
export type Preferences = z.infer<typeof Preferences>;

export const AppState = z.object({
  version: z.string(),
  way: z.enum(["electron", "browser", "cli"]),
  dataFolder: z.string(),
  exportFolder: z.string(),
  preferences: Preferences,
  rounds: z.number().int(),
});
export type AppState = z.infer<typeof AppState>;

export const JobState = z.object({
  job: z.string(),
  kind: z.enum(["import", "sample"]),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** Of what was handed over: a mail or an archive counts as one, however much is inside it. */
  done: z.number().int(),
  total: z.number().int(),
  /** Files found inside mails and archives so far, beside those handed over. */
  inside: z.number().int(),
  /** What is being worked on now. */
  current: z.string(),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
  /** Set when done: what was made. */
  result: z
    .object({
      round: z.string(),
      files: z.number().int(),
      submissions: z.number().int(),
      refused: z.number().int(),
    })
    .nullable(),
});
export type JobState = z.infer<typeof JobState>;

export const AuditEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** `<thing>.<act>`; its words are `audit.<action>` in the catalogue. */
  action: z.string(),
  round: z.string().nullable(),
  detail: z.record(z.string(), z.string()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A file the program wrote, in its export folder. `name` is also what `/files/export/<name>` serves. */
export const WrittenFile = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

const Empty = z.strictObject({});

export const appCalls = [
  defineCall({ name: "app/get-state", access: "read", input: Empty, output: AppState }),
  defineCall({ name: "app/save-preferences", access: "write", input: Preferences, output: Preferences }),
  /** The window tells how many changes are not stored yet, so that closing it can ask. */
  defineCall({
    name: "app/set-unsaved",
    access: "read",
    input: z.strictObject({ count: z.number().int().nonnegative() }),
    output: Empty,
  }),
  defineCall({
    name: "app/doctor",
    access: "read",
    input: Empty,
    output: z.object({
      healthy: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  }),
  /** A signed file or an archive, checked with the keys this computer knows. */
  defineCall({
    name: "app/verify-file",
    access: "read",
    input: z.strictObject({ upload: z.string() }),
    output: z.object({
      verdict: Verdict,
      sort: z.enum(["result", "panel", "pack", "archive", "identity", "unknown"]),
      details: z.record(z.string(), z.string()),
    }),
    codes: ["unknown-upload"],
  }),
  defineCall({
    name: "help/list",
    access: "read",
    input: Empty,
    output: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  defineCall({
    name: "help/read",
    access: "read",
    input: z.strictObject({ id: z.string() }),
    output: z.object({ id: z.string(), title: z.string(), markdown: z.string() }),
  }),
  /** A picture of a help page, as an address the window may show. */
  defineCall({
    name: "help/picture",
    access: "read",
    input: z.strictObject({ name: z.string() }),
    output: z.object({ source: z.string() }),
  }),
  defineCall({
    name: "job/get",
    access: "read",
    input: z.strictObject({ job: z.string() }),
    output: JobState,
  }),
  defineCall({
    name: "job/cancel",
    access: "write",
    input: z.strictObject({ job: z.string() }),
    output: JobState,
  }),
  defineCall({
    name: "audit/list",
    access: "read",
    /** Entries older than `before`, newest first; with `find`, those whose sentence in that language or whose actor has the text. */
    input: z.strictObject({
      round: z.string().nullable(),
      limit: z.number().int().min(1).max(1000),
      before: z.number().int().positive().optional(),
      find: z.strictObject({ text: z.string().max(200), locale: z.enum(["zh", "en"]) }).optional(),
    }),
    output: z.array(AuditEntry),
  }),
] as const;

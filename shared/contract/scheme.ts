import { z } from "zod";
import { FindingChange } from "../scheme/preview-changes.ts";
import { ThresholdProposal } from "../scheme/propose-thresholds.ts";
import { Scheme } from "../scheme/scheme.ts";
import { SchemeProblem } from "../scheme/scheme-problems.ts";
import { Document } from "../submission/document.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound, InScheme, Text, Upload } from "./inputs.ts";

/** One stored version of a scheme of the clerk's own. */
export const SchemeVersion = z.object({
  id: z.string(),
  version: z.number().int(),
  digest: z.string(),
  title: z.string(),
});
export type SchemeVersion = z.infer<typeof SchemeVersion>;

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
] as const;

import { z } from "zod";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound } from "./inputs.ts";

export const documentKinds = ["recommendation-list", "publicity-notice", "review-opinions"] as const;
export const exportKinds = [...documentKinds, "score-table", "check-table", "result-archive"] as const;
export type DocumentKind = (typeof documentKinds)[number];
export type ExportKind = (typeof exportKinds)[number];

const Term = z.string().trim().max(200);
/** What the office fills into the 公示稿; an empty one becomes a line to write on. Days as the office writes them. */
export const PublicityTerms = z.strictObject({
  from: Term,
  to: Term,
  contact: Term,
  phone: Term,
  address: Term,
});
export type PublicityTerms = z.infer<typeof PublicityTerms>;

const exportChoices = {
  order: z.enum(["administrative", "score"]).default("administrative"),
  layout: z.enum(["annex", "numbered", "inline"]).default("annex"),
  publicity: PublicityTerms.default({ from: "", to: "", contact: "", phone: "", address: "" }),
};
const exportCodes = ["round-not-open", "open-tie", "cut-line-unset", "nothing-ranked"] as const;

export const exportCalls = [
  /** What `export/make` would write, without writing it; only for Word files. */
  defineCall({
    name: "export/preview",
    access: "read",
    input: InRound.extend({ ...exportChoices, what: z.enum(documentKinds) }),
    output: z.object({ base64: z.string() }),
    codes: exportCodes,
  }),
  defineCall({
    name: "export/make",
    access: "write",
    input: InRound.extend({ ...exportChoices, what: z.enum(exportKinds) }),
    output: z.object({
      files: z.array(WrittenFile),
      /** Read back from the written file and found as stored: how many names or scores. `null` where none are printed. */
      asStored: z.object({ what: z.enum(["names", "scores"]), count: z.number().int() }).nullable(),
    }),
    codes: exportCodes,
  }),
  defineCall({ name: "export/list", access: "read", input: InRound, output: z.array(WrittenFile) }),
] as const;

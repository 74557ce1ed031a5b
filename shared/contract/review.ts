import { z } from "zod";
import { DirectionId, SubjectId } from "../scheme/scheme.ts";
import { RankGroup } from "../scoring/rank-group.ts";
import { Decision, Ranking } from "../scoring/ranking.ts";
import { ItemScore, Recusal, ScoreForm, Sheet } from "../scoring/sheet.ts";
import { MergeRefusal, ResultPayload } from "../seal/payloads.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";

export const Expert = z.object({
  id: z.string(),
  name: z.string(),
  employer: z.string(),
  /** 回避单位: units this expert must avoid, beside the employer. */
  avoid: z.array(z.string()),
  keyId: z.string().nullable(),
  fingerprint: z.string().nullable(),
  enrolledAt: z.string().nullable(),
  assigned: z.number().int(),
  signed: z.number().int(),
  recused: z.number().int(),
  packedAt: z.string().nullable(),
  /** The secret half of the key is on this laptop: this expert can sign here. */
  keyIsHere: z.boolean(),
});
export type Expert = z.infer<typeof Expert>;

export const AssignmentMatrix = z.object({
  submissions: z.array(
    z.object({
      submission: z.string(),
      number: z.number().int(),
      name: z.string(),
      city: z.string(),
      direction: DirectionId.nullable(),
    }),
  ),
  experts: z.array(z.object({ id: z.string(), name: z.string() })),
  cells: z.array(
    z.object({
      expert: z.string(),
      submission: z.string(),
      assigned: z.boolean(),
      /** Unit that suggests 回避 (employer or avoided unit), by normalised name; `null`: none. */
      conflict: z.string().nullable(),
    }),
  ),
});
export type AssignmentMatrix = z.infer<typeof AssignmentMatrix>;

export const Identity = z.object({
  name: z.string(),
  keyId: z.string(),
  fingerprint: z.string(),
  createdAt: z.string(),
});
export type Identity = z.infer<typeof Identity>;

export const DeskEntry = z.object({
  submission: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  /** The version the scores stand for; left out: nothing was declared yet. */
  scoredVersion: z.number().int().optional(),
  name: z.string(),
  city: z.string(),
  subject: SubjectId.nullable(),
  direction: DirectionId.nullable(),
  state: z.enum(["not-declared", "recused", "open", "complete", "signed"]),
  scored: z.number().int(),
  items: z.number().int(),
  total: z.string().nullable(),
  /** Unit that suggests 回避. */
  conflict: z.string().nullable(),
});
export type DeskEntry = z.infer<typeof DeskEntry>;

export const SignWarning = z.object({
  submission: z.string(),
  code: z.enum([
    "not-declared",
    "older-version",
    "incomplete",
    "comment-due",
    "not-complete",
    "above-own-mean",
    "below-own-mean",
  ]),
  params: z.record(z.string(), z.string()),
});
export type SignWarning = z.infer<typeof SignWarning>;

/** A total far from one's own others is only a question; every other warning keeps the signature from being made. */
export const isQuestion = ({ code }: SignWarning): boolean =>
  code === "above-own-mean" || code === "below-own-mean";

export const MergeOutcome = z.object({
  file: z.string(),
  merged: z.boolean(),
  digest: z.string().nullable(),
  expert: z.string().nullable(),
  /** Set when the file takes back an earlier result instead of bringing sheets. */
  withdraws: z.object({ result: z.string(), reason: z.string() }).nullable(),
  /** Why the whole file was refused. */
  refusal: z.object({ code: MergeRefusal, params: z.record(z.string(), z.string()) }).nullable(),
  accepted: z.array(z.object({ submission: z.string(), name: z.string(), total: z.string().nullable() })),
  refused: z.array(
    z.object({
      submission: z.string(),
      name: z.string(),
      code: MergeRefusal,
      params: z.record(z.string(), z.string()),
    }),
  ),
});
export type MergeOutcome = z.infer<typeof MergeOutcome>;

/** A signed result in the database, with what came of it. */
export const StoredResult = z.object({
  digest: z.string(),
  expert: z.string(),
  expertName: z.string(),
  sequence: z.number().int(),
  signedAt: z.string(),
  addedAt: z.string(),
  inForce: z.boolean(),
  sheets: z.number().int(),
  recusals: z.number().int(),
  shortCode: z.string(),
  /** Set on a withdrawal: it brings no sheets, and what it names no longer counts. */
  withdraws: z.object({ result: z.string(), reason: z.string() }).nullable(),
});
export type StoredResult = z.infer<typeof StoredResult>;

/** Who gave how much on which item: what the panel screen and the score table show. */
export const ScoreDetail = z.object({
  form: ScoreForm,
  rows: z.array(
    z.object({
      submission: z.string(),
      expert: z.string(),
      expertName: z.string(),
      items: z.array(ItemScore),
      remark: z.string(),
      total: z.string(),
    }),
  ),
});
export type ScoreDetail = z.infer<typeof ScoreDetail>;

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

const InRound = z.strictObject({ round: z.string() });
const OfExpert = InRound.extend({ expert: z.string() });
const OfSheet = OfExpert.extend({ submission: z.string() });
const Passphrase = z.string().min(1).max(200);

export const reviewCalls = [
  defineCall({ name: "expert/list", access: "read", input: InRound, output: z.array(Expert) }),
  defineCall({
    name: "expert/save",
    access: "write",
    input: InRound.extend({
      expert: z.string().nullable(),
      name: z.string().trim().min(1).max(40),
      employer: z.string().trim().max(120),
      avoid: z.array(z.string().trim().min(1).max(120)),
    }),
    output: Expert,
    codes: ["name-taken"],
  }),
  defineCall({
    name: "expert/remove",
    access: "write",
    input: OfExpert,
    output: z.strictObject({}),
    codes: ["round-frozen"],
  }),
  /** `identity`: text of the public identity file the expert handed over. */
  defineCall({
    name: "expert/enrol",
    access: "write",
    input: OfExpert.extend({ identity: z.string().max(4000) }),
    output: Expert,
    codes: ["malformed", "key-of-another-expert", "already-signed"],
  }),
  defineCall({ name: "assignment/get", access: "read", input: InRound, output: AssignmentMatrix }),
  /** Gives or takes applicants. Taking is refused once the expert's signed result for it is merged. */
  defineCall({
    name: "assignment/set",
    access: "write",
    input: OfExpert.extend({ submissions: z.array(z.string()), assigned: z.boolean() }),
    output: AssignmentMatrix,
    codes: ["already-signed", "conflict"],
  }),

  defineCall({ name: "identity/list", access: "read", input: z.strictObject({}), output: z.array(Identity) }),
  defineCall({
    name: "identity/create",
    access: "write",
    input: z.strictObject({ name: z.string().trim().min(1).max(40), passphrase: Passphrase }),
    output: z.object({ identity: Identity, file: WrittenFile }),
    codes: ["weak-passphrase"],
  }),
  defineCall({
    name: "identity/export",
    access: "write",
    input: z.strictObject({ keyId: z.string() }),
    output: WrittenFile,
  }),

  /** The sealed key as a file, still under its passphrase, to carry it to another laptop. */
  defineCall({
    name: "identity/export-key",
    access: "write",
    input: z.strictObject({ keyId: z.string() }),
    output: WrittenFile,
  }),
  defineCall({
    name: "identity/import-key",
    access: "write",
    input: z.strictObject({ sealed: z.string().max(8000) }),
    output: Identity,
    codes: ["malformed", "already-here"],
  }),

  /** Clerk: writes the expert's pack, signed with the clerk's own identity. */
  defineCall({
    name: "pack/make",
    access: "write",
    input: OfExpert.extend({ keyId: z.string(), passphrase: Passphrase }),
    output: z.object({ file: WrittenFile, digest: z.string(), submissions: z.number().int() }),
    codes: ["round-not-open", "not-enrolled", "nothing-assigned", "wrong-passphrase"],
  }),
  /** Expert: opens a pack that was handed over. */
  defineCall({
    name: "pack/open",
    access: "write",
    input: z.strictObject({ upload: z.string() }),
    output: z.object({
      round: z.string(),
      clerkName: z.string(),
      clerkFingerprint: z.string(),
      submissions: z.number(),
    }),
    codes: [
      "malformed",
      "altered",
      "no-signature",
      "not-canonical",
      "unknown-key",
      "round-is-here",
      "older-pack",
      "not-for-this-laptop",
      "too-large",
    ],
  }),

  defineCall({
    name: "desk/list",
    access: "read",
    input: OfExpert,
    output: z.object({
      expert: z.object({ id: z.string(), name: z.string() }),
      form: ScoreForm,
      /** In the order drawn for this expert; before it is drawn, by number. */
      entries: z.array(DeskEntry),
      /** `null`: the order is still to be drawn (`desk/draw-order`). */
      orderDrawnAt: z.string().nullable(),
    }),
    codes: ["round-not-open"],
  }),
  defineCall({
    name: "desk/get-sheet",
    access: "read",
    input: OfSheet,
    output: Sheet,
    codes: ["not-assigned"],
  }),
  /** The 回避 declaration before reading. `recusal: null` declares that there is no ground. */
  defineCall({
    name: "desk/declare",
    access: "write",
    input: OfSheet.extend({ recusal: Recusal.nullable() }),
    output: Sheet,
    codes: ["not-assigned", "signed", "reason-missing"],
  }),
  /** One keystroke's worth of work: stored before the answer comes back. */
  defineCall({
    name: "desk/save-item",
    access: "write",
    input: OfSheet.extend({
      item: z.string(),
      score: z.string().nullable(),
      comment: z.string().max(2000),
      /**
       * What was stored when this was typed: a field that still equals it was not changed here, and keeps what another window stored
       * meanwhile. Left out: both fields were changed.
       */
      from: z.strictObject({ score: z.string().nullable(), comment: z.string().max(2000) }).optional(),
    }),
    output: Sheet,
    codes: [
      "not-assigned",
      "not-declared",
      "recused",
      "signed",
      "not-a-number",
      "out-of-range",
      "off-step",
      "objective-item",
    ],
  }),
  defineCall({
    name: "desk/save-remark",
    access: "write",
    input: OfSheet.extend({ remark: z.string().max(4000) }),
    output: Sheet,
    codes: ["not-assigned", "not-declared", "recused", "signed"],
  }),
  defineCall({
    name: "desk/set-complete",
    access: "write",
    input: OfSheet.extend({ complete: z.boolean() }),
    output: Sheet,
    codes: ["not-assigned", "not-declared", "recused", "signed", "incomplete", "comment-due"],
  }),

  /** The very payload that will be signed, and what to look at before. */
  defineCall({
    name: "result/preview",
    access: "read",
    input: OfExpert,
    output: z.object({
      payload: ResultPayload,
      names: z.record(z.string(), z.string()),
      warnings: z.array(SignWarning),
      ready: z.boolean(),
      signed: StoredResult.nullable(),
    }),
    codes: ["round-not-open"],
  }),
  defineCall({
    name: "result/sign",
    access: "write",
    input: OfExpert.extend({ keyId: z.string(), passphrase: Passphrase }),
    output: z.object({
      file: WrittenFile,
      digest: z.string(),
      shortCode: z.string(),
      fingerprint: z.string(),
      signedAt: z.string(),
    }),
    codes: ["round-not-open", "not-ready", "wrong-key", "wrong-passphrase"],
  }),
  /** 撤回: takes back what was signed, with a signature and a reason of its own; then the sheets can be changed and signed anew. */
  defineCall({
    name: "result/reopen",
    access: "write",
    input: OfExpert.extend({
      reason: z.string().trim().min(1).max(500),
      keyId: z.string(),
      passphrase: Passphrase,
    }),
    output: z.object({
      reopened: z.number().int(),
      file: WrittenFile,
      digest: z.string(),
      shortCode: z.string(),
      signedAt: z.string(),
    }),
    codes: ["not-signed", "wrong-key", "wrong-passphrase"],
  }),
  defineCall({
    name: "result/merge",
    access: "write",
    /** At most as many as a large panel hands in at once. */
    input: InRound.extend({ uploads: z.array(z.string()).min(1).max(500) }),
    output: z.array(MergeOutcome),
    codes: ["round-not-open", "unknown-upload"],
  }),
  defineCall({ name: "result/list", access: "read", input: InRound, output: z.array(StoredResult) }),

  defineCall({
    name: "ranking/get",
    access: "read",
    input: InRound,
    output: Ranking,
    codes: ["round-not-open"],
  }),
  defineCall({
    name: "ranking/get-detail",
    access: "read",
    input: InRound,
    output: ScoreDetail,
    codes: ["round-not-open"],
  }),
  /** Recorded decisions in the order they were made, those a later score made void too. */
  defineCall({
    name: "ranking/list-decisions",
    access: "read",
    input: InRound,
    output: z.array(Decision),
  }),
  defineCall({
    name: "ranking/decide",
    access: "write",
    input: InRound.extend({
      direction: RankGroup,
      order: z.array(z.string()).min(2),
      reason: z.string().trim().min(1).max(1000),
      by: z.string().trim().min(1).max(40),
    }),
    output: Decision,
    codes: ["round-not-open", "no-such-tie"],
  }),
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

import { z } from "zod";
import { DirectionId, SubjectId } from "../scheme/scheme.ts";
import { Recusal, ScoreForm, Sheet } from "../scoring/sheet.ts";
import { defineCall } from "./call.ts";
import { OfExpert, OfSheet } from "./inputs.ts";

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

export const sheetCalls = [
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
] as const;

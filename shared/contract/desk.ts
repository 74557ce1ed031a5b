import { z } from "zod";
import { Evidence } from "../submission/evidence.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { DeskPlace } from "./desk-place.ts";
import { OfExpert, OfSheet } from "./inputs.ts";

/** A task of a plan, as the plan's scheme numbers it. */
export const TaskRef = z.object({ scheme: z.string().max(80), task: z.string().max(80) });
export type TaskRef = z.infer<typeof TaskRef>;

/** A note of an expert: private until its words are put into a comment by hand. */
export const Note = z.object({
  id: z.string(),
  submission: z.string(),
  /** The passage it stands at; `null`: about the applicant as a whole. */
  evidence: Evidence.nullable(),
  /** Ids of the score items it bears on. */
  items: z.array(z.string()),
  /** Tasks of a plan its passage bears on. They travel with the notes, which the expert exports. */
  tasks: z.array(TaskRef),
  /** May be empty: then the passage alone is kept. */
  text: z.string(),
  createdAt: z.string(),
  savedAt: z.string(),
});
export type Note = z.infer<typeof Note>;

/** One applicant beside the others on one score item, with the passages this expert linked to it. */
export const ComparedApplicant = z.object({
  submission: z.string(),
  number: z.number().int(),
  name: z.string(),
  state: z.enum(["open", "complete", "signed"]),
  score: z.string().nullable(),
  comment: z.string(),
  notes: z.array(Note),
});
export type ComparedApplicant = z.infer<typeof ComparedApplicant>;

/** One change of a sheet, from the audit trail. */
export const SheetChange = z.object({
  seq: z.number().int(),
  at: z.string(),
  change: z.enum(["declare", "score", "remark", "complete"]),
  item: z.string().nullable(),
  /** `""`: unscored. On a recusal the total that no longer counts. */
  from: z.string(),
  to: z.string(),
  text: z.string(),
});
export type SheetChange = z.infer<typeof SheetChange>;

const NoteId = z.string().regex(/^[\w-]{8,64}$/);

export const deskCalls = [
  /** The expert's own notes, oldest first; `submission: null`: on all applicants. */
  defineCall({
    name: "note/list",
    access: "read",
    input: OfExpert.extend({ submission: z.string().nullable() }),
    output: z.array(Note),
  }),
  /** Writes a note, new or known; a removed one comes back. Stored before the answer comes. */
  defineCall({
    name: "note/save",
    access: "write",
    input: OfSheet.extend({
      note: NoteId,
      evidence: Evidence.nullable(),
      items: z.array(z.string().max(80)).max(50),
      tasks: z.array(TaskRef).max(50).default([]),
      text: z.string().max(4000),
    }),
    output: Note,
    codes: ["not-assigned", "not-declared", "recused"],
  }),
  defineCall({
    name: "note/remove",
    access: "write",
    input: OfExpert.extend({ note: NoteId }),
    output: z.strictObject({}),
  }),
  /** Notes as a file, in the order of the list of applicants. */
  defineCall({
    name: "note/export",
    access: "write",
    input: OfExpert.extend({ submission: z.string().nullable(), format: z.enum(["txt", "docx"]) }),
    output: WrittenFile,
    codes: ["no-notes"],
  }),

  /** How the desk was left for this applicant; else for the one looked at last; `null` at the first opening. */
  defineCall({
    name: "desk/get-place",
    access: "read",
    input: OfSheet,
    output: z.object({ place: DeskPlace, own: z.boolean() }).nullable(),
    codes: ["not-assigned"],
  }),
  defineCall({
    name: "desk/save-place",
    access: "write",
    input: OfSheet.extend({ place: DeskPlace }),
    output: z.strictObject({}),
    codes: ["not-assigned"],
  }),
  /** Draws the order of this expert's applicants once; later calls change nothing. */
  defineCall({
    name: "desk/draw-order",
    access: "write",
    input: OfExpert,
    output: z.object({ seed: z.string(), drawnAt: z.string() }),
    codes: ["round-not-open"],
  }),
  /** All applicants this expert may read, beside each other on one score item. */
  defineCall({
    name: "desk/compare-item",
    access: "read",
    input: OfExpert.extend({ item: z.string() }),
    output: z.array(ComparedApplicant),
    codes: ["round-not-open"],
  }),
  /** What was changed on a sheet and when, newest first. */
  defineCall({
    name: "desk/history",
    access: "read",
    input: OfSheet,
    output: z.array(SheetChange),
    codes: ["not-assigned"],
  }),
] as const;

import { z } from "zod";
import { Base, BaseAct, BaseDetails, BaseLevel, BaseStatus } from "../register/base.ts";
import { CountMismatch, importQuestions, ProposedBase } from "../register/propose-bases.ts";
import { DirectionId, SubjectId } from "../scheme/scheme.ts";
import { Document } from "../submission/document.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { Text, Upload } from "./inputs.ts";

export const registerCalls = [
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
] as const;

import { z } from "zod";
import { BoardRow } from "../scheme/plan-board.ts";
import { DecimalString, Task } from "../scheme/scheme.ts";
import { Evidence } from "../submission/evidence.ts";
import { defineCall } from "./call.ts";
import { InScheme, Text } from "./inputs.ts";

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

export const planCalls = [
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
] as const;

import { z } from "zod";
import { DirectionId } from "../scheme/scheme.ts";
import { defineCall } from "./call.ts";
import { InRound, OfExpert } from "./inputs.ts";

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
  /** As the enrolled identity file names its owner, where that is not the name in the list. */
  otherName: z.string().nullable(),
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

export const expertCalls = [
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
] as const;

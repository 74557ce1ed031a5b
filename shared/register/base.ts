import { z } from "zod";
import { DirectionId, SubjectId } from "../scheme/scheme.ts";

/** `named` 在册; `rectifying` 整改中; `removed` 已退出或取消称号. */
export const BaseStatus = z.enum(["named", "rectifying", "removed"]);
export type BaseStatus = z.infer<typeof BaseStatus>;

export const BaseLevel = z.enum(["national", "province", "city"]);
export type BaseLevel = z.infer<typeof BaseLevel>;

/** What is known of a base. Empty and `null` mean that no source says it. */
export const BaseDetails = z.object({
  /** Id of the list it stands in: a file of `resources/registry/`, or a name the clerk gave. */
  register: z.string().trim().min(1).max(60),
  name: z.string().trim().min(2).max(120),
  level: BaseLevel,
  direction: DirectionId.nullable(),
  subject: SubjectId.nullable(),
  province: z.string().max(40),
  city: z.string().max(40),
  batch: z.string().trim().min(1).max(60),
  source: z.string().trim().min(1).max(300),
});
export type BaseDetails = z.infer<typeof BaseDetails>;

/** What happened to a base. Kept for ever; the state of a base is what its acts come to. */
export const BaseAct = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("added"), details: BaseDetails }),
  z.strictObject({ kind: z.literal("corrected"), details: BaseDetails, reason: z.string().trim().min(1) }),
  /** Another name of the same base, and what says so. */
  z.strictObject({
    kind: z.literal("alias"),
    name: z.string().trim().min(2).max(120),
    source: z.string().trim().min(1).max(300),
  }),
  /**
   * A result of an evaluation under a scheme. `deadline`: last day of 整改, only with effect `rectify`; `reevaluation`: when it is
   * evaluated again, not before that day.
   */
  z.strictObject({
    kind: z.literal("evaluated"),
    scheme: z.string(),
    year: z.number().int().min(2000).max(2100),
    outcome: z.string(),
    effect: z.enum(["keep", "rectify", "remove"]),
    deadline: z.iso.date().nullable(),
    reevaluation: z.iso.date().nullable().optional(),
    reason: z.string().trim().min(1).max(1000),
  }),
  /** 整改到位, or a removal that was taken back. */
  z.strictObject({ kind: z.literal("restored"), reason: z.string().trim().min(1).max(1000) }),
]);
export type BaseAct = z.infer<typeof BaseAct>;

export const BaseEvent = z.object({
  id: z.string(),
  base: z.string(),
  /** ISO instant. */
  at: z.string(),
  by: z.string(),
  act: BaseAct,
});
export type BaseEvent = z.infer<typeof BaseEvent>;

export const Base = BaseDetails.extend({
  id: z.string(),
  aliases: z.array(z.string()),
  status: BaseStatus,
  /** Last day of a running 整改; `null`: none is running. */
  deadline: z.string().nullable(),
  /** When it is evaluated again after the running 整改; `null`: no day was set. */
  reevaluation: z.string().nullable(),
  history: z.array(BaseEvent),
});
export type Base = z.infer<typeof Base>;

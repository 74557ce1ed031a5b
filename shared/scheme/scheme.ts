import { z } from "zod";
import { FileKind } from "../submission/document.ts";

/** The four directions every notice names. 四个建设方向 */
export const directionIds = ["employment", "integration", "lean", "global"] as const;
export const DirectionId = z.enum(directionIds);
export type DirectionId = z.infer<typeof DirectionId>;

/** Who may carry a base. 承担主体类型 */
export const subjectIds = ["region", "university", "institute", "enterprise"] as const;
export const SubjectId = z.enum(subjectIds);
export type SubjectId = z.infer<typeof SubjectId>;

/** A decimal written as a string: exact, never a binary float. */
export const DecimalString = z.string().regex(/^-?\d+(\.\d+)?$/);

/** The sentence of a notice that a rule comes from. */
export const Source = z.strictObject({
  place: z.string().min(1),
  quote: z.string().min(1),
});
export type Source = z.infer<typeof Source>;

/** `value: null` is "settable and visibly unset": the notice page does not give the number. */
export const Threshold = z.strictObject({
  op: z.enum([">=", ">", "<=", "<"]),
  value: DecimalString.nullable(),
  source: Source,
});
export type Threshold = z.infer<typeof Threshold>;

/**
 * How the words of a document are matched to an indicator: every group needs one of its words, and none of
 * `exclude` may stand there. Matching is by meaning, never by position.
 */
export const Match = z.strictObject({
  require: z.array(z.array(z.string().min(1)).min(1)).min(1),
  exclude: z.array(z.string().min(1)),
});
export type Match = z.infer<typeof Match>;

export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  direction: DirectionId,
  name: z.string().min(1),
  unit: z.string().min(1),
  /** `stock`: one number; `yearly-mean` 年平均; `yearly-growth` 年均增速. */
  measure: z.enum(["stock", "yearly-mean", "yearly-growth"]),
  match: Match,
  /** Words that look like this indicator and are another one (拥有专利数量 beside 每万人拥有专利数量). */
  confusedWith: z.array(z.strictObject({ match: Match, note: z.string() })),
  /** A missing subject means *not allowed* for it, which is never *not met*. */
  thresholds: z.partialRecord(SubjectId, Threshold),
  source: Source,
});
export type Indicator = z.infer<typeof Indicator>;

export const Quota = z.strictObject({
  id: z.string().min(1),
  /** Cities named by the rule; `null`: every city no other quota of the scheme names. */
  cities: z.array(z.string()).nullable(),
  /** `null`: all subject types counted together. */
  subject: SubjectId.nullable(),
  perDirection: z.boolean(),
  max: z.number().int().positive(),
  source: Source,
});
export type Quota = z.infer<typeof Quota>;

export const OutlineSection = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  aliases: z.array(z.string()),
  /** Characters as Word counts them; `null`: the source gives no number. */
  targetChars: z.number().int().positive().nullable(),
  /** The notice at hand does not give this title (its source says where it is from): a missing one is a question. */
  provisional: z.boolean().optional(),
  source: Source,
});
export type OutlineSection = z.infer<typeof OutlineSection>;

export const ScoreItem = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  guidance: z.string(),
  /** Highest score of the item; `null` until the clerk sets it (no notice gives one). */
  max: DecimalString.nullable(),
  source: Source,
});
export type ScoreItem = z.infer<typeof ScoreItem>;

/** A notice as data. Every number and word of a notice is here, each with the sentence it came from. */
export const Scheme = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
  title: z.string().min(1),
  issuer: z.string().min(1),
  /** Empty where the notice page shows none (Hunan 2021). */
  documentNo: z.string(),
  year: z.number().int(),
  province: z.string(),
  cities: z.array(z.string()),
  deadline: z.strictObject({
    date: z.iso.date(),
    /** `HH:MM`, `24:00` for the end of the day; `null`: the notice says 下班前 and no hour. */
    time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .nullable(),
    zone: z.literal("Asia/Shanghai"),
    /** `null`: the notice does not say what happens to a late one. */
    lateAccepted: z.boolean().nullable(),
    source: Source,
    /** The sentence behind `lateAccepted`, where it stands apart from the date. */
    lateSource: Source.optional(),
  }),
  directions: z.array(z.strictObject({ id: DirectionId, name: z.string(), source: Source })).min(1),
  subjects: z
    .array(
      z.strictObject({
        id: SubjectId,
        name: z.string(),
        directions: z.array(DirectionId),
        /** `must`: another direction is not allowed; `principle` 原则上: another direction is for a person to confirm. */
        binding: z.enum(["must", "principle"]),
        source: Source,
      }),
    )
    .min(1),
  indicators: z.array(Indicator),
  /** Definitions the notice leaves open. `null`: not set, shown as such. */
  settings: z.strictObject({
    /** The years meant by 近三年, e.g. [2017, 2018, 2019]. */
    baseYears: z.array(z.number().int()).nullable(),
    growthMethod: z.enum(["arithmetic", "compound"]).nullable(),
    /** Allowed deviation of a section's length in percent. */
    outlineTolerance: DecimalString.nullable(),
  }),
  outline: z.array(OutlineSection),
  totalChars: z.number().int().positive().nullable(),
  attachments: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      /** The kind of file an applicant hands in for it; left out where the notice asks for none. */
      delivers: FileKind.optional(),
      source: Source,
    }),
  ),
  quotas: z.array(Quota),
  /** Bases of this register may not (`exclude`) apply, or their applying is a question (`ask`). */
  exclusions: z.array(
    z.strictObject({
      id: z.string(),
      register: z.string(),
      effect: z.enum(["exclude", "ask"]),
      source: Source,
    }),
  ),
  points: z.array(
    z.strictObject({ id: z.string(), subject: SubjectId, group: z.string(), text: z.string() }),
  ),
  scoreSheet: z.strictObject({ items: z.array(ScoreItem), total: DecimalString.nullable() }),
});
export type Scheme = z.infer<typeof Scheme>;

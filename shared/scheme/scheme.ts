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

const Comparison = { op: z.enum([">=", ">", "<=", "<"]), value: DecimalString.nullable() } as const;
export const MeasureInput = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  unit: z.string().min(1),
  /** Words by which the number is looked for in a dossier; left out: its name. What is found is proposed, never taken. */
  match: Match.optional(),
  /** The newest year given, or the year before it; left out: no year is meant. */
  year: z.enum(["latest", "before"]).optional(),
});
export type MeasureInput = z.infer<typeof MeasureInput>;

/**
 * How the number behind an evaluation point is computed from what is entered. `share`: part ÷ whole in %; `change`: after − before, in
 * percentage points; `compare`: one's own value against each reference (a notice may name two that differ); `count`: as entered.
 */
export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("share"), ...Comparison, part: MeasureInput, whole: MeasureInput }),
  z.strictObject({ kind: z.literal("change"), ...Comparison, before: MeasureInput, after: MeasureInput }),
  z.strictObject({
    kind: z.literal("compare"),
    op: Comparison.op,
    own: MeasureInput,
    references: z.array(MeasureInput.extend({ source: Source })).min(1),
  }),
  z.strictObject({ kind: z.literal("count"), ...Comparison, count: MeasureInput }),
]);
export type Measure = z.infer<typeof Measure>;

/** One question of an 评价标准要点. It is answered with evidence; it never has a score of its own. */
export const Point = z.strictObject({
  id: z.string().min(1),
  subject: SubjectId,
  group: z.string().min(1),
  /** The question in the notice's words. */
  text: z.string().min(1),
  /** 有无 `has`; 是否 `whether`; 实施效果 `effect`; a number the program computes `numeric`. */
  kind: z.enum(["has", "whether", "effect", "numeric"]),
  /** Set exactly for `numeric`. */
  measure: Measure.nullable(),
  /** Where the notice contradicts itself, or leaves something open: shown with the point. */
  notes: z.array(z.strictObject({ text: z.string().min(1), source: Source })),
  source: Source,
});
export type Point = z.infer<typeof Point>;

/** What a register may be counted by; `null`: any. */
export const RegisterCount = z.strictObject({
  level: z.enum(["national", "province", "city"]),
  direction: DirectionId.nullable(),
  /** Words an address in the register must hold, e.g. 广西; empty: any. */
  within: z.string(),
});
export type RegisterCount = z.infer<typeof RegisterCount>;

/** A measurable target of a plan. `count`: the register counts towards it, else a person enters a value with its source. */
export const Target = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  group: z.string().min(1),
  op: z.enum([">=", ">", "<=", "<"]),
  value: DecimalString,
  unit: z.string().min(1),
  year: z.number().int(),
  count: RegisterCount.nullable(),
  source: Source,
});
export type Target = z.infer<typeof Target>;

/** A task of a plan with who leads it and who helps. 牵头单位 / 配合单位, in the words of the plan. */
export const Task = z.strictObject({
  id: z.string().min(1),
  number: z.number().int().positive(),
  /** The action the task belongs to, e.g. 科技创新能力提升行动. */
  action: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  lead: z.array(z.string().min(1)).min(1),
  cooperating: z.array(z.string().min(1)),
  source: Source,
});
export type Task = z.infer<typeof Task>;

/** What an evaluation of existing bases may come to, and what follows for the base. */
export const EvaluationOutcome = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** The finding that leads here, and what follows, in the notice's words. */
  condition: z.string().min(1),
  consequence: z.string().min(1),
  /** `keep`: stays, with support; `rectify`: 限期整改, needs a deadline; `remove`: loses the title. */
  effect: z.enum(["keep", "rectify", "remove"]),
  /** Only after this outcome (取消 only after 整改); `null`: at any time. */
  after: z.string().nullable(),
  source: Source,
});
export type EvaluationOutcome = z.infer<typeof EvaluationOutcome>;

export const Evaluation = z.strictObject({
  /** How often, in the notice's words (定期, 适时); the year of a round of evaluation is entered. */
  cadence: z.string().min(1),
  by: z.string().min(1),
  /** Sorted by direction (根据功能定位分类) or by applicant type. */
  sortedBy: z.enum(["direction", "subject"]),
  outcomes: z.array(EvaluationOutcome).min(1),
  source: Source,
});
export type Evaluation = z.infer<typeof Evaluation>;

export const GradeLevel = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Lowest score of the level; `null`: no line. */
  minimum: DecimalString.nullable(),
  /** Percent of all graded applicants that may stand in this level and the better ones; `null`: any number. */
  share: DecimalString.nullable(),
});
export type GradeLevel = z.infer<typeof GradeLevel>;

/** Grades of a review: an absolute line, a share of the field at most, and vetoes. Best first; the last needs neither line nor share. */
export const Grading = z.strictObject({
  levels: z.array(GradeLevel).min(2),
  veto: z.array(z.strictObject({ id: z.string().min(1), text: z.string().min(1), source: Source })),
  source: Source,
});
export type Grading = z.infer<typeof Grading>;

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

/** A part of a whole, 0 to 1. */
const Share = z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/);

/** What a range of scores of an item means. `from`: lowest share (0 to 1) of the item's maximum that belongs to it, so that it holds for any maximum. */
export const ScoreLevel = z.strictObject({ name: z.string().min(1), from: Share, text: z.string() });
export type ScoreLevel = z.infer<typeof ScoreLevel>;

/**
 * How an objective item (客观分) is computed; an item without it is judged. `met-share`: maximum × thresholds met ÷ indicators of the
 * applicant's direction. `linear`: nothing at `zero`, the maximum at `full`, in proportion between them. Both are cut down to the step of the form.
 */
export const Objective = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("met-share") }),
  z.strictObject({
    kind: z.literal("linear"),
    indicator: z.string(),
    zero: DecimalString,
    full: DecimalString,
  }),
]);
export type Objective = z.infer<typeof Objective>;

export const ScoreItem = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  guidance: z.string(),
  /** Highest score of the item; `null` until the clerk sets it (no notice gives one). */
  max: DecimalString.nullable(),
  /** Best first. No notice at hand describes any. */
  levels: z.array(ScoreLevel).max(8).optional(),
  objective: Objective.optional(),
  source: Source,
});
export type ScoreItem = z.infer<typeof ScoreItem>;

/** A notice as data. Every number and word of a notice is here, each with the sentence it came from. */
export const Scheme = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
  /** `review` (also when left out): applications are judged; `register`: a published list; `plan`: tasks and targets. */
  purpose: z.enum(["review", "register", "plan"]).optional(),
  title: z.string().min(1),
  issuer: z.string().min(1),
  /** Empty where the notice page shows none (Hunan 2021). */
  documentNo: z.string(),
  year: z.number().int(),
  province: z.string(),
  cities: z.array(z.string()),
  /** `null`: the document asks for no applications by a day. */
  deadline: z
    .strictObject({
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
    })
    .nullable(),
  /** Empty where the document knows no directions (Shijiazhuang 2018). */
  directions: z.array(z.strictObject({ id: DirectionId, name: z.string(), source: Source })),
  subjects: z.array(
    z.strictObject({
      id: SubjectId,
      name: z.string(),
      /** The notice's own type, where one type of the notice takes in several (高校及科研院所). */
      type: z.string().optional(),
      directions: z.array(DirectionId),
      /** `must`: another direction is not allowed; `principle` 原则上: another direction is for a person to confirm. */
      binding: z.enum(["must", "principle"]),
      source: Source,
    }),
  ),
  indicators: z.array(Indicator),
  /** Definitions the notice leaves open. `null`: not set, shown as such. */
  settings: z.strictObject({
    /** The years meant by 近三年, e.g. [2017, 2018, 2019]. */
    baseYears: z.array(z.number().int()).nullable(),
    growthMethod: z.enum(["arithmetic", "compound"]).nullable(),
    /** Allowed deviation of a section's length in percent. */
    outlineTolerance: DecimalString.nullable(),
    /** 以上 and 以下 in a document: with the number itself (民法典 1259; also when left out), or without it. 超过, 不满, 不少于 do not change. */
    boundWords: z.enum(["inclusive", "exclusive"]).optional(),
  }),
  outline: z.array(OutlineSection),
  totalChars: z.number().int().positive().nullable(),
  attachments: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      /** The kind of file an applicant hands in for it; left out where the notice asks for none. */
      delivers: FileKind.optional(),
      /** Who hands it in: each applicant (also when left out), or each recommending city once. */
      per: z.enum(["applicant", "city"]).optional(),
      source: Source,
    }),
  ),
  /** How the material has to arrive beside the files themselves; nothing a program can see on paper. */
  delivery: z
    .strictObject({ copies: z.number().int().positive(), electronic: z.boolean(), source: Source })
    .optional(),
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
  points: z.array(Point),
  /** The list the document publishes, as a register of `resources/registry/`. */
  register: z.strictObject({ id: z.string().min(1), title: z.string().min(1), source: Source }).optional(),
  targets: z.array(Target).optional(),
  tasks: z.array(Task).optional(),
  evaluation: Evaluation.optional(),
  grading: Grading.optional(),
  scoreSheet: z.strictObject({ items: z.array(ScoreItem), total: DecimalString.nullable() }),
});
export type Scheme = z.infer<typeof Scheme>;

import { z } from "zod";
import { DecimalString, DirectionId, SubjectId } from "../scheme/scheme.ts";
import { FileKind, RefusalCode } from "./document.ts";
import { Evidence } from "./evidence.ts";

/** Words beside a number that decide how it compares (民法典 1259: 以上/不少于 include, 超过/不满 exclude). */
export const Qualifier = z.enum(["at-least", "more-than", "at-most", "less-than", "about", "expected"]);
export type Qualifier = z.infer<typeof Qualifier>;

/** `value`: what is; `target`: a plan for the future; `requirement`: the notice's own threshold repeated in a table. */
const FactRole = z.enum(["value", "target", "requirement"]);

/** One indicator value as it was read. */
export const ReadFact = z.object({
  /** Indicator id of the scheme. */
  key: z.string(),
  /** In the indicator's unit (money in 万元). */
  value: DecimalString,
  unit: z.string(),
  year: z.number().int().optional(),
  qualifier: Qualifier.optional(),
  role: FactRole,
  /** The reader is sure of key, value and unit; otherwise a person must look. */
  sure: z.boolean(),
  /** Code of the doubt, when not sure (`about`, `unit-missing`, `several-candidates`, …). */
  doubt: z.string().optional(),
  evidence: Evidence,
});
export type ReadFact = z.infer<typeof ReadFact>;

/** A row of 附件3 主要建设项目汇总表. Money in 万元. */
export const Project = z.object({
  name: z.string(),
  organization: z.string(),
  content: z.string(),
  period: z.string(),
  totalInvestment: DecimalString.nullable(),
  /** Parts of the money by source (自筹, 银行贷款, …) as their header says. */
  funding: z.array(z.object({ name: z.string(), value: DecimalString })),
  remark: z.string(),
  evidence: Evidence,
});
export type Project = z.infer<typeof Project>;

/** The total a project table states for itself (合计), to compare with the sum of its rows. */
export const StatedTotal = z.object({
  value: DecimalString,
  shownDecimals: z.number().int(),
  evidence: Evidence,
});
export type StatedTotal = z.infer<typeof StatedTotal>;

/** How many projects a table or a text says there are, to compare with the rows. */
export const StatedCount = z.object({ count: z.number().int().nonnegative(), evidence: Evidence });
export type StatedCount = z.infer<typeof StatedCount>;

/** A row of 附件4 申报汇总表. */
export const Application = z.object({
  city: z.string(),
  name: z.string(),
  subject: SubjectId.nullable(),
  direction: DirectionId.nullable(),
  contact: z.string(),
  evidence: Evidence,
});
export type Application = z.infer<typeof Application>;

/** One recognised property of the applicant, with where it stood. */
const Recognised = <T extends z.ZodType>(value: T) =>
  z.object({ value, sure: z.boolean(), evidence: Evidence }).nullable();

export const Applicant = z.object({
  name: Recognised(z.string()),
  city: Recognised(z.string()),
  subject: Recognised(SubjectId),
  direction: Recognised(DirectionId),
});
export type Applicant = z.infer<typeof Applicant>;

/** A section of the notice's outline as found in a plan. */
export const ReadSection = z.object({
  /** Outline section id of the scheme; `null` for a heading that matches none. */
  section: z.string().nullable(),
  title: z.string(),
  chars: z.number().int().nonnegative(),
  evidence: Evidence,
});
export type ReadSection = z.infer<typeof ReadSection>;

/** Everything read out of one file: what `inspect` prints (without the blocks). */
export const Extraction = z.object({
  kind: FileKind,
  applicant: Applicant,
  facts: z.array(ReadFact),
  projects: z.array(Project),
  statedTotal: StatedTotal.nullable(),
  /** Short names the file gives its applicant (以下简称“…”); left out where there are none. */
  aliases: z.array(z.string()).optional(),
  /** Left out where none is stated. */
  statedCounts: z.array(StatedCount).optional(),
  applications: z.array(Application),
  outline: z.array(ReadSection),
  totalChars: z.number().int().nonnegative(),
});
export type Extraction = z.infer<typeof Extraction>;

/** Where a file came from. */
export const Provenance = z.object({
  /** `outer!/inner` for a file inside a mail or archive. */
  path: z.string(),
  sender: z.string().optional(),
  subject: z.string().optional(),
  /** ISO instant the mail was received (or sent, when no Received header says). */
  receivedAt: z.string().optional(),
});
export type Provenance = z.infer<typeof Provenance>;

export const FileRefusal = z.object({ code: RefusalCode, place: z.string(), message: z.string() });
export type FileRefusal = z.infer<typeof FileRefusal>;

export const FileStatus = z.enum(["ok", "partial", "refused"]);
export type FileStatus = z.infer<typeof FileStatus>;

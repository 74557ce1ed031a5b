import { z } from "zod";

export const Cell = z.object({
  text: z.string(),
  /** 1-based. */
  row: z.number().int().positive(),
  column: z.number().int().positive(),
  rowSpan: z.number().int().positive().default(1),
  columnSpan: z.number().int().positive().default(1),
});
export type Cell = z.infer<typeof Cell>;

/** Stable ids: `b1`, `b2` … in reading order; a file read twice gives the same ids. */
export const Block = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("heading"),
    id: z.string(),
    level: z.number().int().min(1).max(9),
    text: z.string(),
  }),
  z.object({ kind: z.literal("paragraph"), id: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("table"),
    id: z.string(),
    /** Name of the sheet for a workbook. */
    sheet: z.string().optional(),
    hidden: z.boolean(),
    rows: z.number().int().nonnegative(),
    columns: z.number().int().nonnegative(),
    /** 1-based numbers of rows that are read but not shown to someone who opens the file. */
    hiddenRows: z.array(z.number().int().positive()).optional(),
    /** Only cells that have text; a merged cell once, with its span. */
    cells: z.array(Cell),
  }),
  z.object({ kind: z.literal("image"), id: z.string(), name: z.string(), text: z.string() }),
]);
export type Block = z.infer<typeof Block>;
export type TableBlock = Extract<Block, { kind: "table" }>;

/** A note about something odd in a file that did not stop it from being read. */
export const ReadMessage = z.object({ code: z.string(), place: z.string(), text: z.string() });
export type ReadMessage = z.infer<typeof ReadMessage>;

export const Document = z.object({ blocks: z.array(Block) });
export type Document = z.infer<typeof Document>;

/** What a file is for. 实施方案 / 指标表 / 附件3 / 附件4 / 推荐文件 / 证明材料 */
export const fileKinds = [
  "plan",
  "indicator-table",
  "project-table",
  "application-table",
  "letter",
  "evidence",
  "mail",
  "archive",
  "noise",
  "unknown",
] as const;
export const FileKind = z.enum(fileKinds);
export type FileKind = z.infer<typeof FileKind>;

/** Why a file was refused. Each has a sentence in the catalogue (`refusal.<code>`). */
export const refusalCodes = [
  "empty",
  "too-large",
  "too-many-entries",
  "too-deep",
  "bomb",
  "encrypted",
  "broken",
  "not-what-it-says",
  "unsupported",
  "unsafe-path",
  "timeout",
  "out-of-memory",
  "cancelled",
] as const;
export const RefusalCode = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof RefusalCode>;

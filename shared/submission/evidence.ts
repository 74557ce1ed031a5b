import { z } from "zod";

/** The place a value came from. Nothing extracted exists without one (DESIGN rule 1). */
export const Evidence = z.object({
  /** Path of the file as it arrived, `outer!/inner` inside a mail or an archive. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Block id inside the document, e.g. `b12`. */
  block: z.string(),
  /** Cell address: `F8` in a workbook, `r3c2` (1-based) in a Word table. */
  cell: z.string().optional(),
  /** Code point offsets of the value inside the block's (or cell's) text, end exclusive. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  /** The text that was read, raw. */
  text: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

import { z } from "zod";

/**
 * What a pane shows: a file by its content, or a page made from the facts or by the expert. `notice:<scheme>` is the text of that notice,
 * `tasks:<scheme>` the tasks of that plan.
 */
const PanePage = z
  .string()
  .max(120)
  .regex(
    /^(file:[0-9a-f]{64}|indicators|projects|notice(:[a-z][a-z0-9-]*)?|tasks(:[a-z][a-z0-9-]*)?|notes|compare)$/,
  );

export const Pane = z.object({
  id: z.string().max(20),
  /** `null`: the applicant being scored; otherwise pinned to another one for comparison. */
  whose: z.string().max(80).nullable(),
  page: PanePage.nullable(),
});
export type Pane = z.infer<typeof Pane>;

export const sheetPlaces = ["right", "bottom", "hidden"] as const;

export const DeskLayout = z.object({
  panes: z.array(Pane).min(1).max(3),
  active: z.string().max(20),
  sheet: z.enum(sheetPlaces),
  /** Choosing a section or scrolling in one pane moves the same section of the others. */
  aligned: z.boolean(),
  /** Sizes in percent, by group and panel, as the panel library gives them. */
  sizes: z.record(z.string().max(80), z.record(z.string().max(80), z.number())),
});
export type DeskLayout = z.infer<typeof DeskLayout>;

/** `<block>@<share of the height>`. */
const ReadingPosition = z.string().regex(/^[\w-]{1,40}@[\d.]{1,12}$/);

/** How the desk of one applicant was left. */
export const DeskPlace = z.object({
  layout: DeskLayout,
  /** `<submission>/<sha256>` → where that document was left. */
  positions: z.record(z.string().max(160), ReadingPosition),
});
export type DeskPlace = z.infer<typeof DeskPlace>;

import { z } from "zod";
import { Exact } from "../scoring/decimal.ts";
import { GradeLevel, type Grading } from "./scheme.ts";

/** Grades a clerk sets for a round whose notice gives none. No notice is quoted: the round itself is the source. */
export const RoundGrading = z.strictObject({
  levels: z.array(GradeLevel).min(2).max(9),
  veto: z.array(z.strictObject({ id: z.string().min(1), text: z.string().trim().min(1).max(200) })).max(30),
});
export type RoundGrading = z.infer<typeof RoundGrading>;

/** Why grades make no sense. `index`: the level (or veto) it is about. */
export interface GradingFault {
  readonly code:
    | "level-repeated"
    | "veto-repeated"
    | "last-level-limited"
    | "line-rises"
    | "share-falls"
    | "line-below-zero"
    | "share-not-percent";
  readonly index: number;
}

type Levels = readonly Pick<GradeLevel, "id" | "name" | "minimum" | "share">[];

const repeated = (ids: readonly string[]): number => ids.findIndex((id, index) => ids.indexOf(id) !== index);

/** The first level whose number is on the wrong side of the nearest better level that has one. */
function outOfOrder(values: readonly (string | null)[], wrong: (one: Exact, better: Exact) => boolean) {
  let better: string | null = null;
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    if (better !== null && wrong(new Exact(value), new Exact(better))) return index;
    better = value;
  }
  return -1;
}

/**
 * What is wrong with grades, or `null`. Best first: a better level may not have a lower line or a larger share than a worse one, and the
 * last level takes everyone who is left.
 */
export function gradingFault(
  levels: Levels,
  vetoes: readonly { readonly id: string }[],
): GradingFault | null {
  const last = levels.length - 1;
  const checks: readonly (readonly [GradingFault["code"], number])[] = [
    [
      "level-repeated",
      Math.max(repeated(levels.map(({ id }) => id)), repeated(levels.map(({ name }) => name))),
    ],
    ["veto-repeated", repeated(vetoes.map(({ id }) => id))],
    ["last-level-limited", levels[last]?.minimum == null && levels[last]?.share == null ? -1 : last],
    ["line-below-zero", levels.findIndex(({ minimum }) => minimum !== null && new Exact(minimum).lt(0))],
    [
      "share-not-percent",
      levels.findIndex(({ share }) => share !== null && (new Exact(share).lt(0) || new Exact(share).gt(100))),
    ],
    [
      "line-rises",
      outOfOrder(
        levels.map(({ minimum }) => minimum),
        (one, better) => one.gt(better),
      ),
    ],
    [
      "share-falls",
      outOfOrder(
        levels.map(({ share }) => share),
        (one, better) => one.lt(better),
      ),
    ],
  ];
  const found = checks.find(([, index]) => index >= 0);
  return found ? { code: found[0], index: found[1] } : null;
}

const place = "本轮次设置（通知未规定分级）";

/** The grades of a round as part of its scheme. */
export const gradingOf = ({ levels, veto }: RoundGrading): Grading => ({
  levels: levels.map((level) => ({ ...level })),
  veto: veto.map(({ id, text }) => ({ id, text, source: { place, quote: text } })),
  source: { place, quote: levels.map(({ name }) => name).join("、") },
});

import { Exact, normalDecimal } from "../../../../shared/scoring/decimal.ts";
import type { ScoreForm } from "../../../../shared/scoring/sheet.ts";

export interface LevelRange {
  readonly name: string;
  readonly text: string;
  /** Lowest score of the level. */
  readonly from: string;
  /** The maximum for the best level, else where the next better one begins. */
  readonly to: string;
  /** The score given is in this level. */
  readonly reached: boolean;
}

/** The levels of an item in points instead of shares, best first. */
export function levelRanges(item: ScoreForm["items"][number], score: string | null): LevelRange[] {
  const levels = [...(item.levels ?? [])].sort((one, other) => new Exact(other.from).cmp(one.from));
  const points = levels.map(({ from }) => normalDecimal(new Exact(from).times(item.max)));
  const reached =
    score === null ? -1 : points.findIndex((from) => new Exact(score).greaterThanOrEqualTo(from));
  return levels.map(({ name, text }, index) => ({
    name,
    text,
    from: points[index] ?? "0",
    to: index === 0 ? item.max : (points[index - 1] ?? item.max),
    reached: index === reached,
  }));
}

import type { DirectionRanking } from "../../../../shared/scoring/ranking.ts";

/**
 * Before which row the cut line is drawn: the first ranked one that is not recommended. `end`: every ranked one has a place.
 * `null`: no line, because the places are not set or nothing is ranked.
 */
export function cutLineBefore(direction: DirectionRanking): string | "end" | null {
  if (direction.seats === null) return null;
  const ranked = direction.rows.filter((row) => row.rank !== null);
  if (ranked.length === 0) return null;
  const below = direction.rows.find((row) => row.place !== "recommended");
  return below?.submission ?? "end";
}

import { compact } from "../text/normalise-text.ts";
import type { Indicator, Match } from "./scheme.ts";

/**
 * Do the words of a label or a clause mean this? Every group needs one of its words, none of `exclude` may stand there.
 * Blanks, line breaks and full-width forms do not matter. Give it one clause: a whole paragraph speaks of several things.
 */
export function matchesWords(match: Match, text: string): boolean {
  const words = compact(text);
  return (
    match.require.every((group) => group.some((word) => words.includes(word))) &&
    !match.exclude.some((word) => words.includes(word))
  );
}

/** The note of the look-alike these words mean instead of the indicator (拥有专利数量 beside 每万人拥有专利数量). */
export const confusionOf = (indicator: Indicator, text: string): string | null =>
  indicator.confusedWith.find((other) => matchesWords(other.match, text))?.note ?? null;

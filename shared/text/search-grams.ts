import { plainGrams } from "./plain-grams.ts";
import { foldForSearch, foldQuery } from "./search-fold.ts";

const runPattern = /[\p{L}\p{N}]+/gu;
const twoUnits = /[\ud800-\udfff]/;

/** Letters and digits of any script without a break. */
const runsOf = (folded: string): string[] => folded.match(runPattern) ?? [];

/** Code points: a rare name character is two UTF-16 units. */
const charactersOf = (run: string): string | readonly string[] =>
  twoUnits.test(run) ? Array.from(run) : run;

/** Overlapping pairs of every run and, after those of each, its final character. */
function pairsOf(runs: readonly string[]): string[] {
  const pairs: string[] = [];
  for (const run of runs) {
    const characters = charactersOf(run);
    for (let index = 0; index < characters.length; index += 1)
      pairs.push(`${characters[index]}${characters[index + 1] ?? ""}`);
  }
  return pairs;
}

/**
 * Tokens for a full-text index that finds any part of any text: every run of letters and digits, whatever their script, gives
 * its overlapping pairs and its final character, so that two or more characters in a row are a phrase of pairs. `205` is
 * found inside of `11,205` and `5G` inside of `基于5G的`.
 */
export const indexGrams = (text: string): string =>
  plainGrams(text) ?? pairsOf(runsOf(foldForSearch(text))).join(" ");

export interface SearchPhrase {
  /** A query of the index (SQLite FTS5). */
  readonly phrase: string;
  /** What a text must contain, folded; `null`: the phrase is exact by itself. */
  readonly contains: string | null;
}

/**
 * What to look up for a typed text; `null` when nothing of it can be looked up (marks alone). The first run may begin and the
 * last may end inside a longer one; runs in between, and one that a mark follows, end where they end.
 */
export function searchPhrase(typed: string): SearchPhrase | null {
  const folded = foldQuery(typed);
  const runs = runsOf(folded);
  const last = runs.at(-1);
  if (last === undefined) return null;
  const isOpen = folded.endsWith(last);
  const tokens = pairsOf(runs);
  const isOne = charactersOf(last).length === 1;
  if (isOpen && !isOne) tokens.pop();
  return {
    phrase: `"${tokens.join(" ")}"${isOpen && isOne ? " *" : ""}`,
    contains: folded === last ? null : folded,
  };
}

const han = /^\p{Script=Han}/v;
const runPattern = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

/** What both sides of a search see: full width folded, lower case. Length in code points may differ from the raw text. */
export const foldForSearch = (text: string): string => text.normalize("NFKC").toLowerCase();

/**
 * Tokens for a full-text index that is exact for Chinese: every run of Han gives its overlapping pairs and, last,
 * its final character, so that any two or more characters in a row are a phrase of pairs; Latin and digits stay
 * whole words and never join the Han beside them (`2020年自治区` must be found by `自治区`).
 */
export function indexGrams(text: string): string {
  const grams: string[] = [];
  for (const run of splitRuns(text)) {
    if (!run.isHan) {
      grams.push(run.text);
      continue;
    }
    const characters = charactersOf(run.text);
    for (let index = 0; index < characters.length; index += 1)
      grams.push(`${characters[index]}${characters[index + 1] ?? ""}`);
  }
  return grams.join(" ");
}

/**
 * What to look up for a text: pairs of its Han runs in order, and its words, which may be the beginnings of longer ones. A
 * word before Han (`20年自治区` in `2020年自治区`) may be the end of a longer one and is left to the comparison of the
 * texts that follows. `null` when nothing of it can be looked up.
 */
export function queryPhrase(text: string): string | null {
  const runs = splitRuns(text);
  const hasHan = runs.some((run) => run.isHan);
  const terms = runs.flatMap((run, index) => {
    if (!run.isHan) return index === 0 && hasHan ? [] : [`"${run.text}" *`];
    const characters = Array.from(run.text);
    if (characters.length === 1) return [`"${run.text}" *`];
    const pairs = characters.slice(0, -1).map((character, at) => character + characters[at + 1]);
    return [`"${pairs.join(" ")}"`];
  });
  return terms.length === 0 ? null : terms.join(" AND ");
}

/** Runs of Han, and words of other letters and digits. */
const splitRuns = (text: string): { text: string; isHan: boolean }[] =>
  (foldForSearch(text).match(runPattern) ?? []).map((run) => ({ text: run, isHan: han.test(run) }));

/** Code points: a rare name character is two UTF-16 units. */
const charactersOf = (run: string): string | readonly string[] =>
  /[\ud800-\udfff]/.test(run) ? Array.from(run) : run;

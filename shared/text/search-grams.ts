const han = /\p{Script=Han}/u;
const wordRun = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

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
    const characters = Array.from(run.text);
    for (const [index, character] of characters.entries())
      grams.push(character + (characters[index + 1] ?? ""));
  }
  return grams.join(" ");
}

/**
 * What to look up for a text: pairs of its Han runs in order, and its words, which may be the beginnings of longer ones. A
 * word before Han (`20年自治区` in `2020年自治区`) may be the end of a longer one and is left to the comparison of the
 * texts that follows. `null` when nothing of it can be looked up.
 */
export function queryPhrase(text: string): string | null {
  const runs = [...splitRuns(text)];
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

function* splitRuns(text: string): Generator<{ text: string; isHan: boolean }> {
  for (const match of foldForSearch(text).matchAll(wordRun)) yield* splitMixed(match[0]);
}

/** `[\p{L}\p{N}]+` also matches Han after a letter; cut there. */
function* splitMixed(run: string): Generator<{ text: string; isHan: boolean }> {
  let part = "";
  let partIsHan = false;
  for (const character of run) {
    const isHan = han.test(character);
    if (part !== "" && isHan !== partIsHan) {
      yield { text: part, isHan: partIsHan };
      part = "";
    }
    part += character;
    partIsHan = isHan;
  }
  if (part !== "") yield { text: part, isHan: partIsHan };
}

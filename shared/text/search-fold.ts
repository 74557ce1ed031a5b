/** A text as a search sees it, which still knows where each of its characters stood. */
export interface FoldedText {
  /** Code points of the folded text. */
  readonly characters: readonly string[];
  /** Code point offset in the raw text of each folded character. */
  readonly offsets: readonly number[];
}

const groupMarks = /(?<=[0-9]),(?=[0-9])/g;
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /^[0-9]$/.test(character);

/**
 * What both sides of every search see: any width and case is one, and a comma between digits is no character, so that
 * `11205`, `11,205` and `１１，２０５` are the same. Length in code points may differ from the raw text.
 */
export function foldForSearch(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase();
  return folded.includes(",") ? folded.replace(groupMarks, "") : folded;
}

/** As `foldForSearch`, one code point at a time, to find the place of a hit in the raw text. */
export function foldWithPlaces(text: string): FoldedText {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const point of text) {
    for (const character of point.normalize("NFKC").toLowerCase()) {
      characters.push(character);
      offsets.push(offset);
    }
    offset += 1;
  }
  const kept = characters.flatMap((character, at) =>
    character === "," && isDigit(characters[at - 1]) && isDigit(characters[at + 1]) ? [] : [at],
  );
  if (kept.length === characters.length) return { characters, offsets };
  return { characters: kept.map((at) => characters[at] ?? ""), offsets: kept.map((at) => offsets[at] ?? 0) };
}

/** What a person typed: blanks around it and a comma a number begins or ends with (`11,` on the way to `11,205`) are not meant. */
export const foldQuery = (typed: string): string =>
  foldForSearch(typed)
    .trim()
    .replace(/^,(?=[0-9])|(?<=[0-9]),$/g, "");

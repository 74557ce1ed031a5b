import type { Reading } from "../reading.ts";

const LONGEST = 120;
/** Remarks are read one by one: more of them fit. */
const LONGEST_REMARKS = 600;

/** Page numbers alone are no text anyone misses. */
const saysNothing = (text: string): boolean => text.replace(/[\s\d第页共\-—–/·.]/gu, "") === "";

/** Headers and footers are not part of the body; their words are kept in a message, so that nothing is lost unseen. */
export function noteMargins(texts: readonly string[], reading: Reading): void {
  const words = distinct(texts).filter((text) => !saysNothing(text));
  if (words.length > 0) reading.messages.add("header-footer", "", { text: joined(words, LONGEST) });
}

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "")),
];

function joined(words: readonly string[], longest: number): string {
  const shown = words.join("；");
  return shown.length > longest ? `${[...shown].slice(0, longest).join("")}…` : shown;
}

/** What others wrote about the text is not the text; false when there was nothing to name. */
export function noteComments(texts: readonly string[], reading: Reading, place = ""): boolean {
  const words = distinct(texts);
  if (words.length > 0)
    reading.messages.add("comments-listed", place, { text: joined(words, LONGEST_REMARKS) });
  return words.length > 0;
}

/** Text that is there but not shown. */
export function noteHiddenText(pieces: readonly string[], reading: Reading): void {
  const text = pieces.join("").replace(/\s+/g, " ").trim();
  if (text !== "") reading.messages.add("hidden-text", "", { text: joined([text], LONGEST) });
}

import type { Reading } from "../reading.ts";

const LONGEST = 120;

/** Page numbers alone are no text anyone misses. */
const saysNothing = (text: string): boolean => text.replace(/[\s\d第页共\-—–/·.]/gu, "") === "";

/** Headers and footers are not part of the body; their words are kept in a message, so that nothing is lost unseen. */
export function noteMargins(texts: readonly string[], reading: Reading): void {
  const words = [...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()))].filter(
    (text) => !saysNothing(text),
  );
  if (words.length === 0) return;
  const shown = words.join("；");
  const text = shown.length > LONGEST ? `${[...shown].slice(0, LONGEST).join("")}…` : shown;
  reading.messages.add("header-footer", "", { text });
}

/**
 * Characters of the Wingdings fonts that forms use for boxes and ticks (`w:sym`), by code point below the private use
 * area. Others are kept as they are: a reader sees a box, but nothing is dropped.
 */
const wingdings: Readonly<Record<number, string>> = {
  110: "■",
  111: "□",
  112: "□",
  113: "❑",
  114: "❒",
  168: "□",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
  108: "●",
  216: "➢",
  224: "→",
};

const wingdings2: Readonly<Record<number, string>> = {
  79: "✗",
  80: "✓",
  81: "☒",
  82: "☑",
  83: "☒",
  84: "☒",
  152: "●",
  162: "■",
  163: "□",
};

export function symbolText(font: string | undefined, char: string | undefined): string {
  const code = Number.parseInt(char ?? "", 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "";
  const low = code & 0xff;
  const table = /wingdings 2/i.test(font ?? "")
    ? wingdings2
    : /wingdings/i.test(font ?? "")
      ? wingdings
      : null;
  const isSymbolCode = code < 0x100 || (code >= 0xf000 && code <= 0xf0ff);
  return (isSymbolCode ? table?.[low] : undefined) ?? String.fromCodePoint(code);
}

/** Text with the symbols a font draws in the private use area (U+F000 to U+F0FF) as what they show. */
export const shownSymbols = (text: string, font: string): string =>
  /[\uf000-\uf0ff]/.test(text)
    ? text.replace(/[\uf000-\uf0ff]/g, (char) => symbolText(font, char.charCodeAt(0).toString(16)))
    : text;

export const isSymbolFont = (font: string): boolean => /^wingdings/i.test(font);

/** Text of a run in one of these fonts, which draw a box or a tick for a letter of the Latin alphabet too. */
export const symbolsOfFont = (text: string, font: string): string =>
  text.replace(/[!-\u00ff\uf000-\uf0ff]/g, (char) => symbolText(font, char.charCodeAt(0).toString(16)));

/**
 * Characters that Word counts one by one in a Chinese document: ideographs (also beyond the BMP), kana, CJK and
 * full-width punctuation, and the quotes, dashes and dots that an East Asian font draws at full width.
 */
const countedSingly =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\u00b7]/u;

const blank = /[\s\u00ad\u200b-\u200f\ufeff]/u;

type Kind = "blank" | "single" | "word";

const kindOf = (character: string): Kind =>
  blank.test(character) ? "blank" : countedSingly.test(character) ? "single" : "word";

/** Kind of each UTF-16 unit that is a character by itself, looked up once. */
const known = new Map<number, Kind>();

function kindOfUnit(unit: number): Kind {
  const cached = known.get(unit);
  if (cached !== undefined) return cached;
  const kind = kindOf(String.fromCharCode(unit));
  known.set(unit, kind);
  return kind;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/**
 * Length of a text as Word's 字数 gives it, the measure behind a notice's 字数约1500字: every Chinese character and
 * Chinese punctuation mark is one, every run of other characters between blanks (`2020`, `5G+`, `GDP`) is one.
 */
export function countCharacters(text: string): number {
  let count = 0;
  let before: Kind = "blank";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let kind: Kind = "single";
    if (unit < 0x4e00 || unit > 0x9fff) {
      if (isSurrogate(unit)) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
        kind = kindOf(character);
        at += character.length - 1;
      } else kind = kindOfUnit(unit);
    }
    if (kind === "single" || (kind === "word" && before !== "word")) count += 1;
    before = kind;
  }
  return count;
}

/**
 * The short way to the tokens of a text that holds nothing but ASCII, common ideographs, their punctuation and full-width
 * forms, which is nearly every text: none of these joins with its neighbours when it is folded, so each is looked up by
 * itself and the tokens are written in one pass.
 */

const simple = /[\0-\x7f\u00b7\u2014\u2018-\u201d\u3000-\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]/;
const letterOrDigit = /[\p{L}\p{N}]/u;

const UNKNOWN = 0;
const OTHER = 1;
const MARK = 2;
const WORD = 3;

/** What each UTF-16 unit is, and what it folds to; filled as units are met. */
const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = character.normalize("NFKC").toLowerCase();
  const isSimple = simple.test(character) && folded.length === 1;
  const kind = !isSimple ? OTHER : letterOrDigit.test(folded) ? WORD : MARK;
  folds[unit] = folded.charCodeAt(0);
  kinds[unit] = kind;
  return kind;
}

const kindOf = (unit: number): number => {
  const kind = kinds[unit] ?? UNKNOWN;
  return kind === UNKNOWN ? learn(unit) : kind;
};

const BLANK = 0x20;
const COMMA = 0x2c;
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

/** The folded units of a text, `0` for what is between words; `null` when one of them is not simple. */
function foldedUnits(text: string): Uint16Array | null {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === OTHER) return null;
    const folded = folds[unit] ?? 0;
    units[at] = kind === WORD || folded === COMMA ? folded : 0;
  }
  return units;
}

/** A comma between digits is no character, any other one is between words. */
function withoutCommas(units: Uint16Array): Uint16Array {
  let kept = 0;
  let before: number | undefined;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const isGroup = unit === COMMA && isDigit(before) && isDigit(units[at + 1]);
    if (!isGroup) {
      units[kept] = unit === COMMA ? 0 : unit;
      kept += 1;
    }
    before = unit;
  }
  return units.subarray(0, kept);
}

/** Overlapping pairs of every run and its last character, a blank after each. */
function tokensOf(units: Uint16Array): Uint16Array {
  const tokens = new Uint16Array(units.length * 3);
  let length = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit === 0) continue;
    const next = units[at + 1] ?? 0;
    tokens[length++] = unit;
    if (next !== 0) tokens[length++] = next;
    tokens[length++] = BLANK;
  }
  return tokens.subarray(0, Math.max(0, length - 1));
}

const PIECE = 8192;

function toText(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += PIECE)
    // Not spread: the units would go through an array first, which takes four times as long.
    text += String(Reflect.apply(String.fromCharCode, null, units.subarray(at, at + PIECE)));
  return text;
}

/** As `indexGrams`; `null` for a text that has to go the long way. */
export function plainGrams(text: string): string | null {
  const units = foldedUnits(text);
  return units === null ? null : toText(tokensOf(withoutCommas(units)));
}

/** A normalised copy of a text that still knows where each of its characters stood. The raw text is never changed. */
export interface NormalisedText {
  readonly raw: string;
  readonly text: string;
  /**
   * Code point offset in `raw` for each UTF-16 unit of `text`, and one more for its end; `null`: unit n is code point n.
   * Code points, because a rare name character is two UTF-16 units and evidence must never cut it.
   */
  readonly offsets: readonly number[] | null;
  /** Code points of `raw`, only where one of them is two UTF-16 units. */
  readonly codePoints: readonly string[] | null;
}

/** Start and end (exclusive) in code points of the raw text. */
export interface RawSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const dashes = /[\u2010-\u2015\u2212\uff0d\ufe63]/;

/**
 * NFKC one code point at a time, and only where one code point becomes one other that is not a number form: ㎡ must not
 * become m2, ① not 1, 10² not 102, because each of them would add a digit to a quantity.
 */
function normaliseCodePoint(character: string): string {
  if (character < "\u0080") return character;
  if (invisible.test(character)) return "";
  if (dashes.test(character)) return "-";
  if (/\p{No}/u.test(character)) return character;
  const folded = character.normalize("NFKC");
  const [first, second] = folded;
  return first !== undefined && second === undefined ? folded : character;
}

const known = new Map<string, string>();

function foldCached(character: string): string {
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  const folded = normaliseCodePoint(character);
  if (known.size < 20_000) known.set(character, folded);
  return folded;
}

const twoUnits = /[\ud800-\udfff]/;
const outsideAscii = /[^\0-\x7f]/;

/** ASCII, the common ideographs and some of their punctuation stay as they are; only other characters are looked up. */
const staysAsItIs = (unit: number): boolean =>
  unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x301f);

interface Folded {
  readonly text: string;
  /** Unit n of the text is code point n of the raw one. */
  readonly even: boolean;
}

/** Most texts have a few characters to fold, and long stretches between them that are taken over whole. */
function fold(raw: string): Folded {
  if (!outsideAscii.test(raw)) return { text: raw, even: true };
  let text = "";
  let taken = 0;
  let even = true;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (staysAsItIs(unit)) continue;
    const isPair = unit >= 0xd800 && unit <= 0xdbff;
    const character = isPair ? String.fromCodePoint(raw.codePointAt(at) ?? unit) : (raw[at] ?? "");
    const folded = foldCached(character);
    if (folded.length !== 1 || isPair || (unit >= 0xdc00 && unit <= 0xdfff)) even = false;
    if (folded !== character) {
      text += raw.slice(taken, at) + folded;
      taken = at + character.length;
    }
    at += character.length - 1;
  }
  return { text: taken === 0 ? raw : text + raw.slice(taken), even };
}

function build(raw: string, keep: (folded: string) => string): NormalisedText {
  const offsets: number[] = [];
  let text = "";
  let codePoint = 0;
  for (const character of raw) {
    const kept = keep(foldCached(character));
    text += kept;
    for (let unit = 0; unit < kept.length; unit += 1) offsets.push(codePoint);
    codePoint += 1;
  }
  offsets.push(codePoint);
  return { raw, text, offsets, codePoints: codePoint === raw.length ? null : Array.from(raw) };
}

/** Full-width digits, letters and signs become half-width, every dash `-`; invisible characters go; blanks stay. */
export function normaliseText(raw: string): NormalisedText {
  const { text, even } = fold(raw);
  return even ? { raw, text, offsets: null, codePoints: null } : build(raw, (folded) => folded);
}

const blank = /\s/;

const dropBlank = (folded: string): string => (blank.test(folded) ? "" : folded);

/** As `normaliseText`, with every blank and line break removed: for labels (`项 目 名 称`) and for matching words. */
export const compactText = (raw: string): NormalisedText => build(raw, dropBlank);

/** The compact text alone. */
export function compact(raw: string): string {
  const { text } = fold(raw);
  return blank.test(text) ? text.replace(/\s+/g, "") : text;
}

/** The place in the raw text of a UTF-16 range of the normalised text. */
export function rawSpan(normalised: NormalisedText, start: number, end: number): RawSpan {
  const { offsets } = normalised;
  const from = offsets === null ? start : (offsets[start] ?? 0);
  const lastUnit = Math.max(start, end - 1);
  const last = offsets === null ? lastUnit : (offsets[lastUnit] ?? from);
  const to = end > start ? last + 1 : from;
  return { start: from, end: to, text: cut(normalised, from, to) };
}

const cut = ({ raw, codePoints }: NormalisedText, from: number, to: number): string =>
  codePoints === null ? raw.slice(from, to) : codePoints.slice(from, to).join("");

/** Length in code points. */
export const codePointLength = (text: string): number =>
  twoUnits.test(text) ? Array.from(text).length : text.length;

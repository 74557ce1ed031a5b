import { Decimal } from "decimal.js";

interface Formatter {
  format(code: string | number, value: number, options: { date1904: boolean }): string;
  is_date(code: string): boolean;
}
let ssf: Formatter | null = null;

/** To be awaited before numbers with formats are shown: most threads would load the library for nothing. */
export async function loadFormats(): Promise<void> {
  ssf ??= (await import("@e965/xlsx")).SSF;
}

function formats(): Formatter {
  if (ssf === null) throw new Error("number formats are not loaded");
  return ssf;
}

/** Excel keeps numbers as binary floats and shows at most 15 digits: 0.30000000000000004 is 0.3 to everyone. */
const DIGITS = 15;
const plain = /^-?\d{1,15}(\.\d+)?$/;

/** The stored number as a decimal, without exponent and without the noise of binary floats. */
export function storedNumber(raw: string): string {
  if (plain.test(raw) && raw.length <= DIGITS + 1 && !raw.endsWith("0")) return raw;
  const value = new Decimal(raw).toSignificantDigits(DIGITS);
  return value.isZero() ? "0" : value.toFixed();
}

/** Built-in formats as Chinese Excel and WPS show them; the library only knows the American ones. */
const chineseBuiltIn: Readonly<Record<number, string>> = {
  14: "yyyy/m/d",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * A format code as the library understands it: Chinese WPS writes `G/通用格式` for General and `!` where others write `\`;
 * a locale mark without a currency would come out as a dollar sign, and Chinese numerals (`DBNum`) are not known to it.
 */
const readableFormat = (code: string): string =>
  code
    .replaceAll("G/通用格式", "General")
    .replace(/\[\$-[^\]]*\]|\[DBNum\d\]/gi, "")
    .replace(/!(.)/gu, "\\$1");

/** Format code or built-in id for a number format id; `custom` are the workbook's own. */
export function formatOf(id: number, custom: ReadonlyMap<number, string>): string | number {
  const own = custom.get(id);
  if (own !== undefined) return /^\s*m\/d\/yy(yy)?\s*$/.test(own) ? "yyyy/m/d" : readableFormat(own);
  return chineseBuiltIn[id] ?? id;
}

const isGeneral = (format: string | number): boolean =>
  format === 0 ||
  format === 49 ||
  format === "@" ||
  (typeof format === "string" && /^general$/i.test(format));

/** Powers of ten a format may scale by: percent, then thousands, 万, millions, 亿 (trailing commas or `0!.0,`). */
const scales = [0, 2, -3, -4, -6, -8];
const numberInText = /(\d[\d,]*(?:\.\d+)?|\.\d+)/g;

export interface ShownNumber {
  readonly text: string;
  /** The format hid digits and they were put back. */
  readonly rounded: boolean;
}

/**
 * Puts back the digits a number format hid: `1,352` stored as 1351.78 becomes `1351.78`, `12.35万元` stored as 12.3456
 * becomes `12.3456万元`, `12%` stored as 0.1234 becomes `12.34%`. Text that shows all digits is left as it is.
 */
export function withAllDigits(shown: string, stored: string): ShownNumber {
  const text = shown.trim();
  const found = text.match(numberInText);
  if (found === null || /E[+-]\d/i.test(text)) return { text: stored, rounded: found !== null };
  const [only] = found;
  if (found.length !== 1 || only === undefined) return { text, rounded: false };
  const digits = only.replaceAll(",", "");
  const size = stored.replace("-", "");
  if (digits === size) return { text, rounded: false };
  const value = new Decimal(digits);
  const places = value.decimalPlaces();
  const shownPlaces = Math.max(places, (digits.split(".")[1] ?? "").length);
  for (const scale of scales) {
    if (scale === 2 && !text.includes("%")) continue;
    const exact = new Decimal(size).times(new Decimal(10).pow(scale));
    if (exact.eq(value)) return { text, rounded: false };
    if (exact.toDecimalPlaces(shownPlaces, Decimal.ROUND_HALF_UP).eq(value))
      return { text: text.replace(only, exact.toFixed()), rounded: true };
  }
  return { text, rounded: false };
}

function formatted(format: string | number, value: number, date1904: boolean): string | null {
  const library = formats();
  try {
    return library.format(format, value, { date1904 });
  } catch {
    return null;
  }
}

const isDate = (format: string | number): boolean =>
  typeof format === "string"
    ? formats().is_date(format)
    : (format >= 14 && format <= 22) || (format >= 45 && format <= 47);

/** Digits, an escaped point, digits, commas, words: `0\.0,"万"` shows 12345 as 1.2万. */
const typedPoint = /^[#0,]*\\\.([0#]+)(,*)((?:"[^"]*"|[^;0#"])*)(?:;|$)/;

/** The format that Chinese sheets use to show 万 and 亿, worked out here: the library misplaces its point. */
function scaledByTypedPoint(format: string | number, stored: string): ShownNumber | null {
  const parts = typeof format === "string" ? typedPoint.exec(format) : null;
  if (!parts) return null;
  const [, digits = "", commas = "", words = ""] = parts;
  const exact = new Decimal(stored).div(new Decimal(10).pow(digits.length + commas.length * 3));
  const shown = exact.toDecimalPlaces(digits.length, Decimal.ROUND_HALF_UP);
  const suffix = words.replace(/_.|\*./gu, "").replace(/["\\]/g, "");
  return { text: `${exact.toFixed()}${suffix}`.trim(), rounded: !shown.eq(exact) };
}

const generalWithWords = /^((?:"[^"]*")?)General((?:"[^"]*")?)(?:;|$)/i;

/** `General"人"`, which the library does not take. */
function generalInWords(format: string | number, stored: string): string | null {
  const parts = typeof format === "string" ? generalWithWords.exec(format) : null;
  return parts ? `${parts[1] ?? ""}${stored}${parts[2] ?? ""}`.replaceAll('"', "") : null;
}

/** What a person sees in a number cell, with all its digits; dates as they show. */
export function shownNumber(raw: string, format: string | number, date1904: boolean): ShownNumber {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return { text: raw, rounded: false };
  const stored = storedNumber(raw);
  if (isGeneral(format)) return { text: stored, rounded: false };
  const general = generalInWords(format, stored);
  if (general !== null) return { text: general, rounded: false };
  const scaled = scaledByTypedPoint(format, stored);
  if (scaled) return scaled;
  const shown = formatted(format, value, date1904);
  if (shown === null) return { text: stored, rounded: false };
  if (isDate(format)) return { text: shown.trim() === "" ? stored : shown.trim(), rounded: false };
  return withAllDigits(shown, stored);
}

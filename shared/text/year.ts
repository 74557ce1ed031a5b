import { parseChineseNumber } from "./chinese-number.ts";

/** A year, a span of years or a date inside a normalised text (UTF-16 range). */
export interface YearToken {
  readonly kind: "year";
  readonly at: number;
  readonly to: number;
  /** One year, or each year of a span such as 2018-2020年. */
  readonly years: readonly number[];
  /** 较2019年, 比2019年: the year something is compared with, not the year of the value. */
  readonly compared: boolean;
}

const arabic = "(?:19|20)\\d{2}";
const span = new RegExp(
  `(${arabic})\\s*(年)?(?:度|末|底)?\\s*[-~〜至到]+\\s*(${arabic}|\\d{2})(?!\\d)\\s*(年度|年)?`,
  "y",
);
const date = new RegExp(
  `(${arabic})\\s*(?:年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?|[-./]\\s*\\d{1,2}(?:[-./]\\s*\\d{1,2})?(?![\\d.]))`,
  "y",
);
const single = new RegExp(`(${arabic})\\s*(?:年度|年末|年底|年)`, "y");
/** 2018:9000人 is no ratio, and 9000（2018）says its year. */
const colon = /(20[0-4]\d)\s*(?=[:∶]\s*\d{2})/y;
const enclosed = /(?<=\d[^\d()]{0,3}\()\s*(20[0-4]\d)\s*(?=\))/y;
const written = /([一二][〇○零九][〇○零一二三四五六七八九]{2})年/y;
const comparison = /(?:较|比|相比于?|超过|高于|低于)(?:去年|上年|同期)?\s*$/;

const longestSpan = 10;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function expandSpan(found: RegExpExecArray, text: string): number[] | null {
  const first = Number(found[1]);
  const second = found[3] ?? "";
  const last = second.length === 2 ? Math.floor(first / 100) * 100 + Number(second) : Number(second);
  if (last <= first || last - first > longestSpan) return null;
  const marked = found[2] !== undefined || found[4] !== undefined;
  const next = text.slice(found.index + found[0].length).trimStart()[0] ?? "";
  if (!marked && (second.length === 2 || /[人个家项件万亿元%.,\d次场名所支户]/.test(next))) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Looked at for every number of a text: all forms but the one written out begin with 19 or 20. */
const mayBegin = (text: string, at: number): boolean =>
  text[at] === "1" ? text[at + 1] === "9" : text[at] === "2" && text[at + 1] === "0";

/** The year, span or date that starts at `at` of a normalised text, or `null`. */
export function readYear(text: string, at: number): YearToken | null {
  const isWritten = text[at] === "一" || text[at] === "二";
  if (!isWritten && !mayBegin(text, at)) return null;
  const token = (found: RegExpExecArray, years: number[]): YearToken => ({
    kind: "year",
    at,
    to: at + found[0].length,
    years,
    compared: comparison.test(text.slice(Math.max(0, at - 8), at)),
  });
  if (isWritten) {
    const found = match(written, text, at);
    const value = found === null ? null : parseChineseNumber(found[1] ?? "");
    return found === null || value === null ? null : token(found, [value.toNumber()]);
  }
  const spanFound = match(span, text, at);
  if (spanFound !== null) {
    const years = expandSpan(spanFound, text);
    if (years !== null) return token(spanFound, years);
  }
  const dateFound = match(date, text, at);
  if (dateFound !== null) return token(dateFound, [Number(dateFound[1])]);
  const singleFound = match(single, text, at) ?? match(colon, text, at) ?? match(enclosed, text, at);
  return singleFound === null ? null : token(singleFound, [Number(singleFound[1])]);
}

/** A year standing alone in a table header: `2020年`, `2020年度`, `2020`, `2020年实际值`. `null` when there is not exactly one. */
export function yearOfLabel(label: string): number | null {
  const years = new Set((label.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

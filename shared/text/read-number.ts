import { Decimal } from "decimal.js";
import { chineseNumeralClass, magnitude, parseChineseNumber } from "./chinese-number.ts";
import { innerExcess } from "./qualifier.ts";
import { unitNames } from "./unit.ts";

/** A number with its unit inside a normalised text (UTF-16 range, without qualifiers). */
export interface NumberToken {
  readonly kind: "number";
  readonly at: number;
  readonly to: number;
  readonly value: Decimal;
  readonly unit: string | null;
  /** 余, 多 or + between number and unit. */
  readonly excess: boolean;
  /** 10000 in 1.2万: the magnitude stands beside the number and no unit follows. */
  readonly scale?: Decimal;
  /** The digits as they stand, to tell `120,130,140` (three values) from a separated number. */
  readonly digits: string;
}

const grouped = /\d{1,3}(?:,\s?\d{3})+(?!\d)(?:\.\d+)?/y;
/** GB/T 15835-2011 sets digits in groups of three with a narrow blank; numbers side by side in a line are none. */
const spaced = /\d{1,3}(?:\s\d{3})+(?![\d\s]*\d)(?:\.\d+)?/y;
const plain = /\d+(?:\.\d+)?/y;
const chinese = new RegExp(`[${chineseNumeralClass}]+(?:点[${chineseNumeralClass}]+)?`, "y");
const magnitudes = /\s*[十百千万亿]{1,2}/y;
const percentWord = "百分之";
const byFirst = new Map<string, string[]>();
for (const name of unitNames) {
  const first = name[0] ?? "";
  byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Words that only begin like a unit: 个体工商户, 人才, 人均, 家庭, 项目, 件套, 户籍, 次年, 名校. */
const notUnits =
  /^(?:个体|个人|人才|人均|人民|家庭|家长|项目|次年|名校|名企|名牌|所有|期间|场地|场所|户籍|部门|条件|组织|类型|位于|位居|位一体|处于|门槛|门类|套餐|批准)/;

/** The longest unit at `at`, with the blanks before it. `人/万人` and `㎡` too. */
function unitAt(text: string, at: number): { readonly unit: string; readonly to: number } | null {
  let start = at;
  while (/\s/.test(text[start] ?? "")) start += 1;
  const rest = text.slice(start, start + 12);
  for (const name of byFirst.get(rest[0] ?? "") ?? []) {
    if (rest.startsWith(name) && (name.length > 1 || !notUnits.test(rest)))
      return { unit: name, to: start + name.length };
  }
  return null;
}

/** 6.8（件） */
function bracketedUnit(text: string, at: number): { readonly unit: string; readonly to: number } | null {
  if (text[at] !== "(") return null;
  const unit = unitAt(text, at + 1);
  return unit !== null && text[unit.to] === ")" ? { unit: unit.unit, to: unit.to + 1 } : null;
}

const whole = (text: string, at: number, to: number): boolean =>
  text.length <= 40 && text.slice(0, at).trim() === "" && text.slice(to).trim() === "";

/** 1亿2000万元, 1万2千人: the smaller part goes on with the larger one. */
const composed = /([亿万])零?(\d+(?:\.\d+)?)([万千百]?)(?![\d年月.,亿万千百])/y;

/** The number with its smaller part, `null` where it has none. */
function composedNumber(
  text: string,
  at: number,
  digits: string,
  number: Decimal,
  sign: number,
): NumberToken | null {
  const mark = text[at + digits.length];
  if (mark !== "亿" && mark !== "万") return null;
  composed.lastIndex = at + digits.length;
  const found = composed.exec(text);
  if (found === null) return null;
  const [, large = "", lower = "", small = ""] = found;
  const to = composed.lastIndex;
  const unit = unitAt(text, to);
  const rest = new Decimal(lower).times(magnitude(small));
  if ((small === "" && unit === null) || rest.gte(magnitude(large))) return null;
  return {
    kind: "number",
    at,
    to: unit?.to ?? to,
    value: number.times(magnitude(large)).plus(rest).times(sign),
    unit: unit?.unit ?? null,
    excess: false,
    ...(unit === null ? { scale: new Decimal(10_000) } : {}),
    digits,
  };
}

function finish(text: string, at: number, digits: string, number: Decimal, sign: number): NumberToken {
  const whole = composedNumber(text, at, digits, number, sign);
  if (whole !== null) return whole;
  let to = at + digits.length;
  if (to === text.length)
    return { kind: "number", at, to, value: number.times(sign), unit: null, excess: false, digits };
  let value = number;
  let scale: Decimal | null = null;
  let unit = unitAt(text, to);
  if (unit === null) {
    const word = sticky(magnitudes, text, to);
    if (word !== null) {
      scale = magnitude(word.trim());
      value = value.times(scale);
      to += word.length;
    }
  }
  const excess = unit === null ? innerExcess(text, to) : 0;
  if (unit === null) unit = bracketedUnit(text, to);
  if (unit === null) unit = unitAt(text, to + excess);
  return {
    kind: "number",
    at,
    to: unit?.to ?? to + excess,
    value: value.times(sign),
    unit: unit?.unit ?? null,
    excess: excess > 0,
    ...(scale === null || unit !== null ? {} : { scale }),
    digits,
  };
}

/** A line may begin with several numbers side by side; a cell, or what follows a word, is one with blanks in it. */
const longestCell = 20;
const spacedDigits = (text: string, at: number): string | null =>
  (at === 0 ? text.length <= longestCell : /[^\s\d]/.test(text[at - 1] ?? ""))
    ? sticky(spaced, text, at)
    : null;

const longestGroup = 3;

function plainDigits(text: string, at: number): string | null {
  const digits = sticky(plain, text, at);
  const mayGoOn =
    digits !== null && digits.length <= longestGroup && /\s/.test(text[at + digits.length] ?? "");
  return mayGoOn ? (spacedDigits(text, at) ?? digits) : digits;
}

function readArabic(text: string, at: number): NumberToken | null {
  const digits = sticky(grouped, text, at) ?? plainDigits(text, at);
  if (digits === null) return null;
  const minus = minusBefore(text, at);
  const token = finish(text, at, digits, new Decimal(digits.replace(/[,\s]/g, "")), minus > 0 ? -1 : 1);
  return minus > 0 ? { ...token, at: at - minus } : token;
}

/** Words after which a dash is a sign and no hyphen. */
const signedAfter = /(?:增长|增速|增幅|率|为|达|是)$/;

/** Length of the sign in front of a number: -5, 增速为-3.5%, 负增长2%; `0` for none. */
function minusBefore(text: string, at: number): number {
  const last = text[at - 1];
  if (last === "-") {
    const head = text.slice(Math.max(0, at - 4), at - 1);
    return !/[\d\p{L}%)]$/u.test(head) || signedAfter.test(head) ? 1 : 0;
  }
  if (last === "负") return 1;
  return last === "长" && text.slice(at - 3, at) === "负增长" ? 3 : 0;
}

/** 百分之五, 百分之5.2 */
function readPercentWord(text: string, at: number): NumberToken | null {
  const start = at + percentWord.length;
  const digits = sticky(plain, text, start) ?? sticky(chinese, text, start);
  const value = digits === null ? null : /\d/.test(digits) ? new Decimal(digits) : parseChineseNumber(digits);
  if (digits === null || value === null) return null;
  return { kind: "number", at, to: start + digits.length, value, unit: "%", excess: false, digits };
}

/** 近万人, 上百家: a bare magnitude is a number only after such a word. */
const bareMagnitude = /(?:近|约|超|超过|上|逾|过|达|突破)$/;
const indefinite = /[数几多第统唯同之]$/;

function readChinese(text: string, at: number): NumberToken | null {
  const digits = sticky(chinese, text, at);
  if (digits === null) return null;
  const head = text.slice(Math.max(0, at - 3), at);
  if (indefinite.test(head)) return null;
  const value = parseChineseNumber(digits);
  if (value === null) return null;
  const token = finish(text, at, digits, value, 1);
  if (whole(text, at, token.to)) return token;
  if (/^[十百千万亿]+$/.test(digits) && digits !== "十" && !bareMagnitude.test(head)) return null;
  if (digits === "一" || (token.unit === null && !/.[十百千万亿]/.test(digits))) return null;
  return token;
}

/** The number that starts at `at` of a normalised text, or `null`. */
export function readNumber(text: string, at: number): NumberToken | null {
  if (text.startsWith(percentWord, at)) return readPercentWord(text, at);
  return /\d/.test(text[at] ?? "") ? readArabic(text, at) : readChinese(text, at);
}

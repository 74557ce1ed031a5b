import { Decimal } from "decimal.js";
import { fail, type Result, succeed } from "../contract/result.ts";

/** What a unit measures. Values are converted only within one dimension. */
export type Dimension =
  | "money"
  | "foreign-money"
  | "person"
  | "person-time"
  | "count"
  | "count-per-10k"
  | "percent"
  | "percentage-point"
  | "area"
  | "time";

export interface Unit {
  /** As it stands in a scheme: `万元`, `人`, `个`, `%`. */
  readonly name: string;
  readonly dimension: Dimension;
  /** How many base units (元, 人, 个, %, 平方米) one of it is. */
  readonly factor: Decimal;
  /** Foreign currencies never convert, also not into each other. */
  readonly currency?: string;
}

const units = new Map<string, Unit>();
const define = (name: string, dimension: Dimension, factor: string, currency?: string): void => {
  units.set(name, {
    name,
    dimension,
    factor: new Decimal(factor),
    ...(currency === undefined ? {} : { currency }),
  });
};

const moneyFactors = {
  "": "1",
  千: "1000",
  万: "10000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
  万亿: "1000000000000",
};
for (const [prefix, factor] of Object.entries(moneyFactors)) {
  define(`${prefix}元`, "money", factor);
  define(`${prefix}元人民币`, "money", factor);
  define(`${prefix}人民币`, "money", factor);
  for (const currency of ["美元", "美金", "欧元", "英镑", "日元", "港元", "港币"]) {
    define(prefix + currency, "foreign-money", factor, currency);
  }
}
for (const name of ["人", "名", "位"]) define(name, "person", "1");
define("万人", "person", "10000");
define("千人", "person", "1000");
define("人次", "person-time", "1");
define("万人次", "person-time", "10000");
/** Counting words are one dimension: 56家 answers an indicator counted in 个. */
const countWords = [
  "个",
  "家",
  "项",
  "件",
  "场次",
  "场",
  "次",
  "所",
  "支",
  "座",
  "户",
  "批",
  "类",
  "套",
  "种",
  "台",
  "篇",
  "门",
  "期",
  "届",
  "处",
  "只",
  "笔",
  "例",
  "款",
  "条",
  "部",
  "组",
  "对",
] as const;
for (const name of countWords) {
  define(name, "count", "1");
  define(`万${name}`, "count", "10000");
}
for (const name of ["件", "个", "项"]) {
  for (const per of ["万人", "每万人"]) define(`${name}/${per}`, "count-per-10k", "1");
}
define("%", "percent", "1");
define("％", "percent", "1");
define("‰", "percent", "0.1");
define("个百分点", "percentage-point", "1");
define("百分点", "percentage-point", "1");
define("平方米", "area", "1");
define("㎡", "area", "1");
define("m²", "area", "1");
define("万平方米", "area", "10000");
define("万㎡", "area", "10000");
define("平方公里", "area", "1000000");
define("公顷", "area", "10000");
for (const name of ["年", "个月", "月", "天", "日", "小时", "分钟"]) define(name, "time", "1");

/** Unit names, longest first, to read one from the front of a text. */
export const unitNames: readonly string[] = [...units.keys()].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

export const findUnit = (name: string): Unit | null => units.get(name) ?? null;

const unitDirt = /[\s()（）[\]【】:：]/g;

/** A unit as it stands alone in a cell, a header or a scheme: `（万元）`, `家/个`, `亿元人民币`, `人、次`. */
export function parseUnit(text: string): Unit | null {
  const known = findUnit(text);
  if (known !== null) return known;
  const clean = text.replace(unitDirt, "");
  const exact = findUnit(clean);
  if (exact !== null) return exact;
  const parts = clean.split(/[/／、或]/).map(findUnit);
  const [first] = parts;
  if (first === null || first === undefined) return null;
  return parts.every(
    (part) => part !== null && part.dimension === first.dimension && part.factor.eq(first.factor),
  )
    ? first
    : null;
}

export type ConversionFailure = "unit-unknown" | "unit-mismatch" | "other-currency";

/**
 * Exact conversion of a decimal string between units of one dimension (亿元 → 万元, 万人 → 人). 万美元 → 万元 is
 * `other-currency`, 人次 → 人 and 百分点 → % are `unit-mismatch`: none of them is ever guessed.
 */
export function convert(value: string, from: string, to: string): Result<string, ConversionFailure> {
  const source = parseUnit(from);
  const target = parseUnit(to);
  const params = { value, from, to };
  if (source === null || target === null) return fail("unit-unknown", params);
  if (
    (source.dimension === "foreign-money") !== (target.dimension === "foreign-money") &&
    isMoney(source) &&
    isMoney(target)
  )
    return fail("other-currency", params);
  if (source.dimension !== target.dimension) return fail("unit-mismatch", params);
  if (source.currency !== target.currency) return fail("other-currency", params);
  return succeed(exactly(value, source, target));
}

const isMoney = (unit: Unit): boolean => unit.dimension === "money" || unit.dimension === "foreign-money";

/** Factors are powers of ten, so with digits to spare the quotient is exact. */
const Wide = Decimal.clone({ precision: 200 });

/** A decimal as the library would write it: without exponent, leading or trailing zeros. */
export const isCanonical = (value: string): boolean => /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(value);

function exactly(value: string, source: Unit, target: Unit): string {
  if (source === target && isCanonical(value)) return value;
  const wide = new Wide(value);
  return (source === target ? wide : wide.times(source.factor).div(target.factor)).toFixed();
}

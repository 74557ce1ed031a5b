import { Decimal } from "decimal.js";
import { fail, type Result, succeed } from "../../contract/result.ts";
import { normaliseText } from "../../text/normalise-text.ts";
import { isEmptyForm, type Quantity, quantitiesOf } from "../../text/quantity.ts";
import { type ConversionFailure, convert, parseUnit } from "../../text/unit.ts";
import { cellNumber } from "./cell-number.ts";

export interface Amount {
  readonly value: string;
  readonly quantity: Quantity;
  /** No unit stood anywhere: the number is as written. */
  readonly unitMissing: boolean;
  /** The cell holds several numbers of which any could be the amount, or names its one as a part. */
  readonly several: boolean;
  /** 1.2万 below 万元, or a number in brackets: what is meant a person must say. */
  readonly unsure: boolean;
}

export type AmountFailure = ConversionFailure | "empty" | "no-number";

/** Units that measure nothing an indicator or an amount of money could be: a period is no candidate. */
export const isTimeUnit = (unit: string | null): boolean =>
  unit !== null && parseUnit(unit)?.dimension === "time";

/** 件/万人 answers an indicator that is itself counted per 万人 and written with the unit 件. */
export function toUnit(
  value: string,
  from: string,
  to: string,
  perTenThousand: boolean,
): Result<string, ConversionFailure> {
  const source = parseUnit(from);
  const target = parseUnit(to);
  if (perTenThousand && source?.dimension === "count-per-10k" && target?.dimension === "count")
    return succeed(value);
  return convert(value, from, to);
}

/** Accounts, and the formats of Excel, write a negative number this way. */
const inBrackets = /^\s*[(（]\s*[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s*%?\s*[)）]\s*$/;

/** Value of a cell's only number: `(100)` is -100. */
export const signedValue = (text: string, { value }: Quantity): string =>
  value !== "0" && !value.startsWith("-") && inBrackets.test(text) ? `-${value}` : value;

export interface UnitAround {
  /** Unit a number without its own is counted in. */
  readonly unit: string | null;
  /** 1.2万 below 万元 may be 1.2万元 or 1.2亿元. */
  readonly unsure: boolean;
}

/** 元, 人 or 个 for any unit of its dimension. */
const baseUnits: Readonly<Record<string, string>> = {
  money: "元",
  person: "人",
  "person-time": "人次",
  count: "个",
};

/** The unit a number has, its own or the one around it: 1.2亿 below 万元 is 1.2亿元 and not 1.2亿万元. */
export function unitOf(quantity: Quantity, around: string | null): UnitAround {
  if (quantity.unit !== null) return { unit: quantity.unit, unsure: false };
  const unit = around === null ? null : parseUnit(around);
  const base = unit === null ? undefined : baseUnits[unit.dimension];
  if (unit === null || base === undefined || quantity.scale === undefined || unit.factor.lt(1000))
    return { unit: around, unsure: false };
  return { unit: base, unsure: unit.factor.gte(quantity.scale) };
}

/** The number of a cell in `target`; a unit in the cell wins over the unit around it. Empty forms are `empty`. */
export function readAmount(
  text: string,
  around: string | null,
  target: string,
  perTenThousand = false,
): Result<Amount, AmountFailure> {
  if (isEmptyForm(text)) return fail("empty");
  const normalised = normaliseText(text);
  const numbers = quantitiesOf(normalised).filter((found) => !isTimeUnit(found.unit));
  const number = cellNumber(normalised, numbers);
  if (number === null) return fail("no-number", { text });
  const { quantity } = number;
  const several = number.doubt !== null;
  const { unit, unsure } = unitOf(quantity, around);
  const value = signedValue(text, quantity);
  if (unit === null) return succeed({ value, quantity, unitMissing: true, several, unsure });
  const converted = toUnit(value, unit, target, perTenThousand);
  return converted.ok
    ? succeed({ value: converted.value, quantity, unitMissing: false, several, unsure })
    : converted;
}

/** Decimals shown, counted in `target`: 1352亿元 shows -4 decimals in 万元, so that a tolerance follows from it. */
export function shownDecimals(amount: Amount, around: string | null, target: string): number {
  const digits = amount.quantity.value.split(".")[1]?.length ?? 0;
  const unit = amount.quantity.unit ?? around;
  const source = unit === null ? null : parseUnit(unit);
  const goal = parseUnit(target);
  if (source === null || goal === null) return digits;
  return digits - Decimal.log10(source.factor.div(goal.factor)).round().toNumber();
}

import { Decimal } from "decimal.js";
import { fail, type Result, succeed } from "../../contract/result.ts";
import { isEmptyForm, type Quantity, readQuantities } from "../../text/quantity.ts";
import { type ConversionFailure, convert, parseUnit } from "../../text/unit.ts";

export interface Amount {
  readonly value: string;
  readonly quantity: Quantity;
  /** No unit stood anywhere: the number is as written. */
  readonly unitMissing: boolean;
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

/** The first number of a cell in `target`; a unit in the cell wins over the unit around it. Empty forms are `empty`. */
export function readAmount(
  text: string,
  around: string | null,
  target: string,
  perTenThousand = false,
): Result<Amount, AmountFailure> {
  if (isEmptyForm(text)) return fail("empty");
  const quantity = readQuantities(text).find((found) => !isTimeUnit(found.unit));
  if (quantity === undefined) return fail("no-number", { text });
  const unit = quantity.unit ?? around;
  const value = signedValue(text, quantity);
  if (unit === null) return succeed({ value, quantity, unitMissing: true });
  const converted = toUnit(value, unit, target, perTenThousand);
  return converted.ok ? succeed({ value: converted.value, quantity, unitMissing: false }) : converted;
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

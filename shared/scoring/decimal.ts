import { Decimal } from "decimal.js";

/**
 * Decimal arithmetic for scores. The default precision of 20 digits would round long sums silently; 200 digits cannot be
 * reached by any form (a maximum has at most 12 digits, see freeze-form.ts).
 */
export const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });
export type Exact = InstanceType<typeof Exact>;

/**
 * The one normal form of a number on a score sheet: no exponent, no leading or trailing zeros, no minus zero (`12.50` →
 * `12.5`, `8.0` → `8`). Screen, database, signed payload and export show this very string (DESIGN rule 3).
 */
export const normalDecimal = (value: Decimal.Value): string => {
  const exact = new Exact(value);
  return exact.isZero() ? "0" : exact.toFixed();
};

/** The form of an aggregated score: rounded half up and always with `decimals` decimals (`88.5` → `88.50`). */
export const fixedDecimal = (value: Decimal.Value, decimals: number): string => {
  const rounded = new Exact(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return (rounded.isZero() ? new Exact(0) : rounded).toFixed(decimals);
};

/** Exact sum; order does not matter. */
export const sumOf = (values: readonly string[]): Exact =>
  values.reduce((sum, value) => sum.plus(value), new Exact(0));

export const sameNumber = (one: string, other: string): boolean => new Exact(one).equals(other);

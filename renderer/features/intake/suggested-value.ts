import type { Indicator } from "../../../shared/scheme/scheme.ts";
import { readQuantities } from "../../../shared/text/quantity.ts";
import { convert } from "../../../shared/text/unit.ts";

export interface Suggestion {
  readonly value: string;
  readonly year: number | null;
}

/** The first number of a selection in the indicator's unit; nothing where the units do not fit or none stands. */
export function suggestValue(text: string, indicator: Indicator | undefined): Suggestion | null {
  const quantity = readQuantities(text)[0];
  if (!quantity) return null;
  const year = quantity.year ?? null;
  if (quantity.unit === null || !indicator) return { value: quantity.value, year };
  const converted = convert(quantity.value, quantity.unit, indicator.unit);
  return converted.ok ? { value: converted.value, year } : null;
}

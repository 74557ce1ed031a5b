import { Decimal } from "decimal.js";
import type { Indicator } from "../../scheme/scheme.ts";
import { normaliseText } from "../../text/normalise-text.ts";
import { isEmptyForm, type Quantity, quantitiesOf } from "../../text/quantity.ts";
import { parseUnit } from "../../text/unit.ts";
import type { Cell } from "../document.ts";
import type { ReadFact } from "../fact.ts";
import type { Column } from "../table/header-block.ts";
import { unitOfLabel } from "../table/label.ts";
import type { TableReading, TableRecord } from "../table/table-reading.ts";
import { isTimeUnit, signedValue, toUnit, unitOf } from "./amount.ts";
import { type CellNumber, cellNumber } from "./cell-number.ts";
import { type Context, cellEvidence, note, placeOfCell } from "./context.ts";
import { doubtOf, isPerTenThousand, rivalsOf } from "./doubts.ts";
import type { IndicatorMatch } from "./match-indicators.ts";

/** What the cells of a column say of the indicator in their row. */
export interface ValueColumn {
  readonly column: Column;
  readonly role: ReadFact["role"];
  readonly year: number | null;
  /** A sum over years is no yearly mean. */
  readonly total: boolean;
  /** Why nothing of the column is certain. */
  readonly doubt?: string;
  /** The table speaks of what is aimed at, and the column does not say that it is about the present. */
  readonly future?: boolean;
}

export interface IndicatorRow {
  readonly record: TableRecord;
  readonly matches: readonly IndicatorMatch[];
  readonly label: Cell;
  /** Why nothing of the row is certain. */
  readonly doubt?: string;
}

const unitColumns = new WeakMap<TableReading, number | null>();

/** A column of units, one per row. Every number of the table asks for it, so it is looked for once. */
export function unitColumn(reading: TableReading): number | null {
  const known = unitColumns.get(reading);
  if (known !== undefined) return known;
  const found = findUnitColumn(reading);
  unitColumns.set(reading, found);
  return found;
}

/** Its cells say so, since 单位 also heads organisations. */
function findUnitColumn(reading: TableReading): number | null {
  for (const [index, { role }] of reading.mapped?.columns ?? []) if (role === "unit") return index;
  for (const column of reading.columns) {
    if (!/单位$/.test(column.path.at(-1) ?? "")) continue;
    const cells = reading.records.flatMap((record) => record.cells.get(column.index)?.slice(0, 1) ?? []);
    const units = cells.filter((cell) => parseUnit(cell.text) !== null).length;
    if (units > 0 && units * 2 >= cells.length) return column.index;
  }
  return null;
}

/** Unit for a number without its own: per row, in the indicator's label, in the header; the table's only if it fits. */
function unitAround(
  reading: TableReading,
  row: IndicatorRow,
  column: Column,
  indicator: Indicator,
): string | null {
  const index = unitColumn(reading);
  const perRow = index === null ? undefined : row.record.cells.get(index)?.[0];
  if (perRow !== undefined && parseUnit(perRow.text) !== null) return perRow.text.trim();
  const near = unitOfLabel(row.label.text) ?? row.record.groupUnit ?? column.unit;
  if (near !== null) return near;
  const wide = reading.titleUnit ?? reading.footnoteUnit;
  const fits = wide !== null && parseUnit(wide)?.dimension === parseUnit(indicator.unit)?.dimension;
  return fits ? wide : null;
}

type Wanted = CellNumber;
const certain = (quantity: Quantity): Wanted => ({ quantity, doubt: null, total: false });

/** More than each of its years: 36000（2018年12000、2019年…）is their sum. */
const isSumOf = (quantity: Quantity, all: readonly Quantity[]): boolean => {
  const years = all.filter(({ year }) => year !== undefined);
  return (
    quantity.year === undefined &&
    years.length > 1 &&
    years.every(({ value, unit }) => unit === quantity.unit && new Decimal(value).lt(quantity.value))
  );
};

/** Every rule of a requirement; of a value its years and its mean, else the one number (现有56家，其中…30家). */
function wantedOf(cell: Cell, role: ReadFact["role"]): Wanted[] {
  const normalised = normaliseText(cell.text);
  const quantities = quantitiesOf(normalised).filter((quantity) => !isTimeUnit(quantity.unit));
  if (role === "requirement") return quantities.map(certain);
  if (quantities.every((quantity) => quantity.year === undefined)) {
    const number = cellNumber(normalised, quantities);
    return number === null ? [] : [number];
  }
  return quantities.flatMap((quantity, index) => {
    const before = normalised.text.slice(quantities[index - 1]?.to ?? 0, quantity.at);
    const isMean = /年均|平均|均值/.test(before);
    if (quantity.year === undefined && index > 0 && !isMean) return [];
    return [{ ...certain(quantity), total: !isMean && isSumOf(quantity, quantities) }];
  });
}

/** Accounts write a negative number in brackets; only a rate may be one. */
const isOddNegative = (value: string, indicator: Indicator): boolean =>
  value.startsWith("-") && parseUnit(indicator.unit)?.dimension !== "percent";

/** A number in a table of aims is one, unless it is of a year that is not to come. */
function roleOf({ scheme }: Context, value: ValueColumn, year: number | null | undefined): ReadFact["role"] {
  const reached = year !== null && year !== undefined && scheme !== null && year <= scheme.year;
  return value.role === "value" && value.future === true && !reached ? "target" : value.role;
}

/** The facts one cell gives about the indicator of its row; a unit that does not fit gives a note instead. */
export function factsOfCell(
  context: Context,
  reading: TableReading,
  row: IndicatorRow,
  value: ValueColumn,
  cell: Cell,
): ReadFact[] {
  if (isEmptyForm(cell.text)) return [];
  const wanted = wantedOf(cell, value.role);
  const rivals = rivalsOf(row.matches);
  if (wanted.length === 0 && value.role === "value" && rivals.some(({ confused }) => !confused))
    note(context, "value-unread", placeOfCell(reading.block, cell), cell.text);
  return wanted.flatMap((number) =>
    rivals.flatMap((match) => {
      const { indicator } = match;
      const { quantity } = number;
      const written = signedValue(cell.text, quantity);
      const { unit, unsure } = unitOf(quantity, unitAround(reading, row, value.column, indicator));
      const converted =
        unit === null ? null : toUnit(written, unit, indicator.unit, isPerTenThousand(indicator));
      if (converted !== null && !converted.ok) {
        const code = converted.code === "other-currency" ? "other-currency" : "unit-mismatch";
        note(context, code, placeOfCell(reading.block, cell), cell.text);
        return [];
      }
      const year = value.year ?? quantity.year;
      const doubt = doubtOf({
        match,
        rivals: rivals.length - 1,
        quantity,
        unitMissing: unit === null,
        total: value.total || number.total,
        headerSure: reading.sure,
        cell: number.doubt ?? (unsure ? "scale" : (value.doubt ?? row.doubt ?? null)),
        negative: isOddNegative(written, indicator),
      });
      return [
        {
          key: indicator.id,
          value: converted?.value ?? written,
          unit: indicator.unit,
          ...(year === undefined || year === null ? {} : { year }),
          ...(quantity.qualifier === undefined ? {} : { qualifier: quantity.qualifier }),
          role: roleOf(context, value, year),
          sure: doubt === null,
          ...(doubt === null ? {} : { doubt }),
          evidence: cellEvidence(context, reading.block, cell, quantity),
        } satisfies ReadFact,
      ];
    }),
  );
}

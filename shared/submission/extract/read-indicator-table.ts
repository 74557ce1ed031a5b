import type { Indicator } from "../../scheme/scheme.ts";
import { compact } from "../../text/normalise-text.ts";
import { isEmptyForm, type Quantity, readQuantities } from "../../text/quantity.ts";
import { parseUnit } from "../../text/unit.ts";
import { yearOfLabel } from "../../text/year.ts";
import type { Cell } from "../document.ts";
import type { ReadFact } from "../fact.ts";
import type { Column } from "../table/header-block.ts";
import { unitOfLabel } from "../table/label.ts";
import { isValueText } from "../table/row-kind.ts";
import type { TableReading, TableRecord } from "../table/table-reading.ts";
import { isTimeUnit, toUnit } from "./amount.ts";
import { type Context, cellEvidence, note, placeOfCell } from "./context.ts";
import { type IndicatorMatch, matchLabel } from "./match-indicators.ts";

/** What the cells of a column say of the indicator in their row. */
interface ValueColumn {
  readonly column: Column;
  readonly role: ReadFact["role"];
  readonly year: number | null;
  /** A sum over years is no yearly mean. */
  readonly total: boolean;
}

interface IndicatorRow {
  readonly record: TableRecord;
  readonly matches: readonly IndicatorMatch[];
  readonly label: Cell;
}

const requirementWord = /要求|标准|门槛|基准|限值|条件/;
const targetWord = /目标|预期|预计|计划|规划/;
const valueWord =
  /(?:实际|完成|现状|填报|申报|当前|自评|实现)(?:值|情况|数|数值|数据)?|数值|指标值|^数量$|^值$|数据|平均|均值|达到|增速/;
const totalWord = /^(?:三年)?(?:合计|总计|累计|小计|总数|共计)$/;
const otherWord =
  /备注|说明|是否|依据|来源|佐证|证明|材料|计量单位|^单位$|序号|方向|类别|权重|分值|得分|页码|指标(?:内容|名称)?$|同比|占比/;

function valueColumnOf(context: Context, column: Column): ValueColumn | null {
  const last = column.path.at(-1) ?? "";
  const path = column.path.join("/");
  const year = yearOfLabel(last) ?? (column.path.length > 1 ? yearOfLabel(path) : null);
  const base = { column, year, total: totalWord.test(last) };
  if (requirementWord.test(path)) return { ...base, role: "requirement", year: null };
  if (targetWord.test(path) || (year !== null && context.scheme !== null && year > context.scheme.year)) {
    return { ...base, role: "target" };
  }
  if (year !== null || base.total || valueWord.test(last)) return { ...base, role: "value" };
  return otherWord.test(last) ? null : valueWord.test(path) ? { ...base, role: "value" } : null;
}

/** Without a column that names itself: those where most matched rows hold a number. */
function valueColumnsByContent(rows: readonly IndicatorRow[], columns: readonly Column[]): ValueColumn[] {
  return columns
    .filter((column) => !otherWord.test(column.path.at(-1) ?? ""))
    .filter((column) => {
      const texts = rows
        .map((row) => row.record.cells.get(column.index)?.[0])
        .filter((cell) => cell !== undefined);
      const numbers = texts.filter((cell) => isValueText(cell.text) && !isEmptyForm(cell.text)).length;
      return numbers > 0 && numbers * 2 >= texts.length;
    })
    .map((column) => ({ column, role: "value", year: null, total: false }) as const);
}

/** The rows that speak of an indicator, and the column their names stand in. */
function indicatorRows(context: Context, reading: TableReading): IndicatorRow[] {
  const { scheme } = context;
  if (scheme === null) return [];
  let best: IndicatorRow[] = [];
  for (const column of reading.columns) {
    const rows = reading.records.flatMap((record) => {
      const label = record.cells.get(column.index)?.[0];
      const matches =
        label === undefined || /^[\s\d.,%-]*$/.test(label.text)
          ? []
          : matchLabel(scheme, compact(label.text));
      return label === undefined || matches.length === 0 ? [] : [{ record, label, matches }];
    });
    if (rows.length > best.length) best = rows;
  }
  return best;
}

/** Is this a table of indicators: two rows name one, or one does under a header that says 指标? */
export function isIndicatorTable(context: Context, reading: TableReading): boolean {
  const rows = indicatorRows(context, reading).filter((row) => row.matches.some((match) => !match.confused));
  const named =
    reading.columns.some((column) => /指标/.test(column.path.join("/"))) || /指标/.test(reading.title ?? "");
  return rows.length >= 2 || (rows.length === 1 && named);
}

function unitColumn(reading: TableReading): number | null {
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

/** A bare count needs no unit; a bare amount of money or a bare rate does. */
const needsUnit = (indicator: Indicator): boolean => {
  const dimension = parseUnit(indicator.unit)?.dimension;
  return dimension === "money" || dimension === "percent";
};

export const isPerTenThousand = (indicator: Indicator): boolean => /每万/.test(indicator.name);

interface Doubts {
  readonly match: IndicatorMatch;
  readonly rivals: number;
  readonly quantity: Quantity;
  readonly unitMissing: boolean;
  readonly total: boolean;
  readonly headerSure: boolean;
}

/** The first reason why a person must look, `null` when there is none. */
export function doubtOf(doubts: Doubts): string | null {
  const { match, quantity } = doubts;
  if (match.confused) return "confused-indicator";
  if (doubts.rivals > 0) return "several-candidates";
  if (quantity.qualifier === "about" || quantity.qualifier === "expected") return quantity.qualifier;
  if (quantity.high !== undefined) return "range";
  if (doubts.unitMissing && needsUnit(match.indicator)) return "unit-missing";
  if (doubts.total && match.indicator.measure !== "stock") return "total-not-mean";
  return doubts.headerSure ? null : "header-unsure";
}

/** Matches that are as good as the best one: more than one, and a person must choose. */
export const rivalsOf = (matches: readonly IndicatorMatch[]): IndicatorMatch[] => {
  const [best] = matches;
  return best === undefined
    ? []
    : matches.filter((match) => match.confused === best.confused && match.score === best.score);
};

function factsOfCell(
  context: Context,
  reading: TableReading,
  row: IndicatorRow,
  value: ValueColumn,
  cell: Cell,
): ReadFact[] {
  if (isEmptyForm(cell.text)) return [];
  const quantities = readQuantities(cell.text).filter((quantity) => !isTimeUnit(quantity.unit));
  const wanted =
    value.role === "requirement"
      ? quantities
      : quantities.filter(
          (quantity) => quantity.year !== undefined || quantities.length === 1 || quantity === quantities[0],
        );
  const rivals = rivalsOf(row.matches);
  return wanted.flatMap((quantity) =>
    rivals.flatMap((match) => {
      const { indicator } = match;
      const unit = quantity.unit ?? unitAround(reading, row, value.column, indicator);
      const converted =
        unit === null ? null : toUnit(quantity.value, unit, indicator.unit, isPerTenThousand(indicator));
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
        total: value.total,
        headerSure: reading.sure,
      });
      return [
        {
          key: indicator.id,
          value: converted?.value ?? quantity.value,
          unit: indicator.unit,
          ...(year === undefined || year === null ? {} : { year }),
          ...(quantity.qualifier === undefined ? {} : { qualifier: quantity.qualifier }),
          role: value.role,
          sure: doubt === null,
          ...(doubt === null ? {} : { doubt }),
          evidence: cellEvidence(context, reading.block, cell, quantity),
        } satisfies ReadFact,
      ];
    }),
  );
}

/**
 * Facts of a 量化指标表: rows are indicators found by meaning, columns hold values, years, means, targets and the
 * requirement (`区域类≥10000 高校类≥2500` gives one fact of role `requirement` for each rule). Empty forms give none.
 */
export function readIndicatorTable(context: Context, reading: TableReading): ReadFact[] {
  const rows = indicatorRows(context, reading);
  const named = reading.columns.flatMap((column) => valueColumnOf(context, column) ?? []);
  const hasValues = named.some((column) => column.role !== "requirement");
  const byContent = hasValues ? [] : valueColumnsByContent(rows, reading.columns);
  const known = new Set(named.map((value) => value.column.index));
  const values = [...named, ...byContent.filter((value) => !known.has(value.column.index))];
  return rows.flatMap((row) =>
    values.flatMap((value) =>
      (row.record.cells.get(value.column.index) ?? []).flatMap((cell) =>
        cell === row.label ? [] : factsOfCell(context, reading, row, value, cell),
      ),
    ),
  );
}

import { compact } from "../../text/normalise-text.ts";
import { isEmptyForm } from "../../text/quantity.ts";
import { yearOfLabel } from "../../text/year.ts";
import type { ReadFact } from "../fact.ts";
import type { Column } from "../table/header-block.ts";
import { isValueText } from "../table/row-kind.ts";
import type { TableReading } from "../table/table-reading.ts";
import type { Context } from "./context.ts";
import { factsOfCell, type IndicatorRow, type ValueColumn } from "./indicator-cell.ts";
import { matchLabel } from "./match-indicators.ts";

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

const mayName = ({ mapped }: TableReading, column: Column): boolean =>
  mapped === undefined || mapped.columns.get(column.index)?.role === "indicator";

/** The value columns a person named; `null` when nobody did. */
function mappedValues({ mapped, columns }: TableReading): ValueColumn[] | null {
  if (mapped === undefined) return null;
  return columns.flatMap((column) => {
    const named = mapped.columns.get(column.index);
    const role = named?.role;
    return role === "value" || role === "target" || role === "requirement"
      ? [{ column, role, year: named?.year ?? null, total: totalWord.test(column.path.at(-1) ?? "") }]
      : [];
  });
}

function guessedValues(
  context: Context,
  reading: TableReading,
  rows: readonly IndicatorRow[],
): ValueColumn[] {
  const named = reading.columns.flatMap((column) => valueColumnOf(context, column) ?? []);
  const hasValues = named.some((column) => column.role !== "requirement");
  const byContent = hasValues ? [] : valueColumnsByContent(rows, reading.columns);
  const known = new Set(named.map((value) => value.column.index));
  return [...named, ...byContent.filter((value) => !known.has(value.column.index))];
}

/** The rows that speak of an indicator, and the column their names stand in. */
function indicatorRows(context: Context, reading: TableReading): IndicatorRow[] {
  const { scheme } = context;
  if (scheme === null) return [];
  let best: IndicatorRow[] = [];
  for (const column of reading.columns.filter((known) => mayName(reading, known))) {
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

/**
 * Facts of a 量化指标表: rows are indicators found by meaning, columns hold values, years, means, targets and the
 * requirement (`区域类≥10000 高校类≥2500` gives one fact of role `requirement` for each rule). Empty forms give none.
 */
export function readIndicatorTable(context: Context, reading: TableReading): ReadFact[] {
  const rows = indicatorRows(context, reading);
  const values = mappedValues(reading) ?? guessedValues(context, reading, rows);
  return rows.flatMap((row) =>
    values.flatMap((value) =>
      (row.record.cells.get(value.column.index) ?? []).flatMap((cell) =>
        cell === row.label ? [] : factsOfCell(context, reading, row, value, cell),
      ),
    ),
  );
}

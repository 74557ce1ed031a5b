import type { Scheme } from "../../scheme/scheme.ts";
import { compact } from "../../text/normalise-text.ts";
import { isEmptyForm, readQuantities } from "../../text/quantity.ts";
import { yearOfLabel } from "../../text/year.ts";
import type { Cell } from "../document.ts";
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

/** 自评得分, 数据来源, 同比增长: about a value, and none, whatever else the label or its parents say. */
const neverValue =
  /(?:得分|评分|权重|分值|来源|出处|页码|依据|佐证|证明|材料|排名|完成率|任务|措施|举措)$|^(?:同比|环比|比上年|较上年)|^(?:建设|工作|主要)?内容$|牵头|责任/;
const presentWord = /现状|实际|完成|基期|基准年|当前|目前|已/;
const meanWord = /年均|平均|均值/;

function valueColumnOf(context: Context, column: Column): ValueColumn | null {
  const last = column.path.at(-1) ?? "";
  if (neverValue.test(last)) return null;
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

/** Columns where most of the rows' own cells pass a test. */
const columnsWhere = (
  rows: readonly IndicatorRow[],
  columns: readonly Column[],
  holds: (cell: Cell) => boolean,
): Column[] =>
  columns.filter((column) => {
    const cells = rows
      .map((row) => row.record.cells.get(column.index)?.[0])
      .filter((cell, index) => cell !== undefined && cell !== rows[index]?.label);
    const held = cells.filter((cell) => cell !== undefined && holds(cell)).length;
    return held > 0 && held * 2 >= cells.length;
  });

const isNumber = ({ text }: Cell): boolean => isValueText(text) && !isEmptyForm(text);
const hasNumber = ({ text }: Cell): boolean => readQuantities(text).length > 0;

/** Without a column that names itself: those where most matched rows hold a number, else those whose texts speak of one. */
function valueColumnsByContent(rows: readonly IndicatorRow[], columns: readonly Column[]): ValueColumn[] {
  const open = columns.filter((column) => {
    const last = column.path.at(-1) ?? "";
    return !otherWord.test(last) && !neverValue.test(last) && !periodWord.test(last);
  });
  const base = { role: "value", year: null, total: false } as const;
  const plain = columnsWhere(rows, open, isNumber);
  if (plain.length > 0) return plain.map((column) => ({ ...base, column }));
  return columnsWhere(rows, open, hasNumber).map((column) => ({
    ...base,
    column,
    // Under a header of its own a text with a number in it may be about anything.
    ...(column.path.length > 0 ? { doubt: "header-unsure" } : {}),
  }));
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
  return withRivals([...named, ...byContent.filter((value) => !known.has(value.column.index))]);
}

/** What only one column of a table can be: the value, or the mean of the years. */
const placeOf = ({ role, year, total, column }: ValueColumn): string | null =>
  role !== "value" || year !== null || total
    ? null
    : meanWord.test(column.path.at(-1) ?? "")
      ? "mean"
      : "value";

/** 完成值 of 核心区 and of 拓展区: nobody knows which counts. */
function withRivals(values: readonly ValueColumn[]): ValueColumn[] {
  const places = Map.groupBy(values, placeOf);
  return values.map((value) => {
    const place = placeOf(value);
    const rivals = place === null ? 0 : (places.get(place)?.length ?? 0);
    return rivals > 1 ? { ...value, doubt: "several-numbers" } : value;
  });
}

/** The rows in which a column names an indicator. */
function rowsNamedBy(scheme: Scheme, reading: TableReading, column: Column): IndicatorRow[] {
  return reading.records.flatMap((record) => {
    const label = record.cells.get(column.index)?.[0];
    const matches =
      label === undefined || /^[\s\d.,%-]*$/.test(label.text) ? [] : matchLabel(scheme, compact(label.text));
    return label === undefined || matches.length === 0 ? [] : [{ record, label, matches }];
  });
}

interface NamedRows {
  readonly column: Column;
  readonly rows: readonly IndicatorRow[];
}

/** The column that names the most indicators. */
function bestNamed(context: Context, reading: TableReading): NamedRows | null {
  const { scheme } = context;
  if (scheme === null) return null;
  let best: NamedRows | null = null;
  for (const column of reading.columns.filter((known) => mayName(reading, known))) {
    const rows = rowsNamedBy(scheme, reading, column);
    if (rows.length > (best?.rows.length ?? 0)) best = { column, rows };
  }
  return best;
}

/** 指标 | 数值 | 指标 | 数值: every column that names indicators under the same label, left to right. */
function allNamed(context: Context, reading: TableReading, best: NamedRows): NamedRows[] {
  const { scheme } = context;
  if (scheme === null) return [];
  const label = best.column.path.join("/");
  return reading.columns.flatMap((column) => {
    if (column.index === best.column.index) return [best];
    if (reading.mapped !== undefined || column.path.join("/") !== label) return [];
    const rows = rowsNamedBy(scheme, reading, column);
    return rows.length === 0 ? [] : [{ column, rows }];
  });
}

const sequenceWord = /^(?:序号?|编号|no\.?|号)$/i;
const partLabel = /^[\s—-]*(?:其中|包括|含|#)/;
const periodWord = /^(?:统计)?(?:年份|年度|时间|时期|期间|年)$/;

const columnCalled = ({ columns }: TableReading, word: RegExp): number | undefined =>
  columns.find((column) => word.test(column.path.at(-1) ?? ""))?.index;

/** 2018年, 三年平均 in a column 年份 beside a value. */
function periodBeside(reading: TableReading, { record }: IndicatorRow, row: number): string | null {
  const column = columnCalled(reading, periodWord);
  const cells = column === undefined ? [] : (record.cells.get(column) ?? []);
  return cells.find((cell) => row >= cell.row && row < cell.row + cell.rowSpan)?.text ?? null;
}

const bestOf = ({ matches }: IndicatorRow): string => matches[0]?.indicator.id ?? "";

/** Rows that are not the indicator itself: 其中：…, a row without a number below the numbered one, a second row of the same. */
function withDoubts(reading: TableReading, rows: readonly IndicatorRow[]): IndicatorRow[] {
  const sequence = columnCalled(reading, sequenceWord);
  const numbered = (row: IndicatorRow): boolean =>
    sequence === undefined || row.record.cells.get(sequence) !== undefined;
  const placeOfRow = (row: IndicatorRow): string =>
    `${bestOf(row)} ${periodBeside(reading, row, row.record.firstRow) ?? ""}`;
  const alike = Map.groupBy(
    rows.filter(({ label }) => !partLabel.test(label.text)),
    placeOfRow,
  );
  return rows.map((row) => {
    if (partLabel.test(row.label.text)) return { ...row, doubt: "part-of" };
    const same = alike.get(placeOfRow(row)) ?? [];
    if (same.length < 2) return row;
    if (!numbered(row) && same.some(numbered)) return { ...row, doubt: "part-of" };
    return same.filter(numbered).length > 1 ? { ...row, doubt: "several-candidates" } : row;
  });
}

/** Is this a table of indicators: two rows name one, or one does under a header that says 指标? */
export function isIndicatorTable(context: Context, reading: TableReading): boolean {
  const named = bestNamed(context, reading)?.rows ?? [];
  const rows = named.filter((row) => row.matches.some((match) => !match.confused));
  const called =
    reading.columns.some((column) => /指标/.test(column.path.join("/"))) || /指标/.test(reading.title ?? "");
  return rows.length >= 2 || (rows.length === 1 && called);
}

/**
 * Facts of a 量化指标表: rows are indicators found by meaning, columns hold values, years, means, targets and the
 * requirement (`区域类≥10000 高校类≥2500` gives one fact of role `requirement` for each rule). Empty forms give none.
 * `future`: the table stands under 预期目标 or calls itself so; what it does not say of the present or of years so far is aimed at.
 */
export function readIndicatorTable(context: Context, reading: TableReading, future = false): ReadFact[] {
  const best = bestNamed(context, reading);
  if (best === null) return [];
  const named = allNamed(context, reading, best);
  const all = withDoubts(
    reading,
    named.flatMap(({ rows }) => rows),
  );
  return named.flatMap(({ column, rows }, place) => {
    const next = named[place + 1]?.column.index ?? Number.POSITIVE_INFINITY;
    const own =
      named.length === 1
        ? reading
        : {
            ...reading,
            columns: reading.columns.filter(({ index }) => index >= column.index && index < next),
          };
    const guessed = guessedValues(context, own, rows).map((value) => ({
      ...value,
      future: future && !presentWord.test(value.column.path.join("/")),
    }));
    const values = mappedValues(own) ?? guessed;
    return all
      .filter(({ label }) => rows.some((row) => row.label === label))
      .flatMap((row) => factsOfRow(context, reading, row, values));
  });
}

/** What a cell of a record of several rows is: of the year beside it, else one of several. */
function valueOfCell(
  context: Context,
  reading: TableReading,
  row: IndicatorRow,
  value: ValueColumn,
  cell: Cell,
): ValueColumn {
  const period = periodBeside(reading, row, cell.row);
  const several = (row.record.cells.get(value.column.index)?.length ?? 0) > 1;
  if (period === null)
    return several && value.role === "value" ? { ...value, doubt: "several-numbers" } : value;
  const year = yearOfLabel(period);
  const role = year !== null && context.scheme !== null && year > context.scheme.year ? "target" : value.role;
  return { ...value, year: value.year ?? year, total: value.total || totalWord.test(compact(period)), role };
}

const factsOfRow = (
  context: Context,
  reading: TableReading,
  row: IndicatorRow,
  values: readonly ValueColumn[],
): ReadFact[] =>
  values.flatMap((value) =>
    (row.record.cells.get(value.column.index) ?? []).flatMap((cell) =>
      cell === row.label
        ? []
        : factsOfCell(context, reading, row, valueOfCell(context, reading, row, value, cell), cell),
    ),
  );

import { compact } from "../../text/normalise-text.ts";
import { yearOfLabel } from "../../text/year.ts";
import type { Cell, TableBlock } from "../document.ts";
import type { ReadFact } from "../fact.ts";
import { gridOf } from "../table/grid.ts";
import type { Column } from "../table/header-block.ts";
import { bareLabel, openLabel, unitOfLabel } from "../table/label.ts";
import type { TableReading, TableRecord } from "../table/table-reading.ts";
import type { Context } from "./context.ts";
import { factsOfCell, type ValueColumn } from "./indicator-cell.ts";
import { type IndicatorMatch, matchLabel } from "./match-indicators.ts";

interface CrossedColumn {
  readonly column: Column;
  readonly matches: readonly IndicatorMatch[];
}

/** Columns whose header speaks of an indicator. */
function crossedColumns(context: Context, reading: TableReading): CrossedColumn[] {
  const { scheme } = context;
  if (scheme === null) return [];
  return reading.columns.flatMap((column) => {
    const matches = matchLabel(scheme, column.path.join(""));
    return matches.some((match) => !match.confused) ? [{ column, matches }] : [];
  });
}

/** Is this a table with an indicator in each column and a year in each row? */
export const isCrossedTable = (context: Context, reading: TableReading): boolean =>
  crossedColumns(context, reading).length >= 2;

const noValues = /得分|评分|权重|分值|来源|出处|页码|依据|佐证|证明|材料|备注|说明|单位|是否/;

/** What a row is about: a year, a mean or total of years, or a target; `null`: not about values. */
function rowMeaning(
  context: Context,
  record: TableRecord,
  column: Column,
  aims: boolean,
): ValueColumn | null {
  const label = [...record.cells.values()][0]?.[0]?.text ?? "";
  if (noValues.test(label)) return null;
  const year = yearOfLabel(label);
  const future =
    /目标|预期|计划/.test(label) || (year ?? 0) > (context.scheme?.year ?? Number.POSITIVE_INFINITY);
  const role = /要求|标准|门槛/.test(label) ? "requirement" : future ? "target" : "value";
  const present = /现状|实际|完成|基期|当前|目前|已/.test(label);
  return { column, year, role, total: /合计|累计|总计/.test(label), future: aims && !present };
}

/** The row 单位 | 人 | 亿元 below the header. */
const unitRecord = ({ records }: TableReading): TableRecord | undefined =>
  records.find(({ cells }) => /^(?:计量)?单位$/.test(compact([...cells.values()][0]?.[0]?.text ?? "")));

/** The header as a label: it names the indicator and often its unit. */
const labelOf = (column: Column, record: TableRecord, unit: string | undefined): Cell => ({
  text: column.open.join("") + (unit === undefined || column.unit !== null ? "" : `(${unit})`),
  row: record.firstRow,
  column: column.index,
  rowSpan: 1,
  columnSpan: 1,
});

/** Facts of a table turned on its side: each column an indicator, each row a year. */
export function readCrossedTable(context: Context, reading: TableReading, future = false): ReadFact[] {
  const columns = crossedColumns(context, reading);
  const units = unitRecord(reading)?.cells;
  return reading.records.flatMap((record) =>
    columns.flatMap(({ column, matches }) => {
      const value = rowMeaning(context, record, column, future);
      if (value === null) return [];
      const row = { record, matches, label: labelOf(column, record, units?.get(column.index)?.[0]?.text) };
      return (record.cells.get(column.index) ?? []).flatMap((cell) =>
        factsOfCell(context, reading, row, value, cell),
      );
    }),
  );
}

const leastIndicators = 2;
const headRows = 4;

/** A table whose header nothing but the names of indicators tells: 指标 | 近三年…就业人数（人） | 近三年…投入（万元）. */
export function headedByIndicators(context: Context, block: TableBlock): TableReading | null {
  const { scheme } = context;
  const bare = bareReading(block);
  if (scheme === null) return null;
  const at = bare.records.slice(0, headRows).findIndex(({ cells }) => {
    const named = [...cells.values()].filter(([cell]) =>
      matchLabel(scheme, compact(cell?.text ?? "")).some(({ confused }) => !confused),
    );
    return named.length >= leastIndicators;
  });
  const header = bare.records[at];
  if (header === undefined) return null;
  const columns = [...header.cells].map(([index, [cell]]) => ({
    index,
    path: [bareLabel(cell?.text ?? "")],
    open: [openLabel(cell?.text ?? "")],
    unit: unitOfLabel(cell?.text ?? ""),
  }));
  const { firstRow, lastRow } = header;
  return { ...bare, header: { firstRow, lastRow }, columns, records: bare.records.slice(at + 1), sure: true };
}

/** A table without a header, as if every row were a record: `近三年…年平均就业人数 | 12000人`. */
export function bareReading(block: TableBlock): TableReading {
  const grid = gridOf(block);
  const columns = Array.from({ length: Math.min(grid.columns, 12) }, (_, index) => index + 1);
  const records: TableRecord[] = [];
  for (let row = 1; row <= grid.rows; row += 1) {
    const cells = new Map(
      columns.flatMap((column) => {
        const cell = grid.at(row, column);
        return cell !== null && cell.row === row && cell.column === column ? [[column, [cell]] as const] : [];
      }),
    );
    if (cells.size > 0) records.push({ firstRow: row, lastRow: row, cells, group: null, groupUnit: null });
  }
  return {
    block,
    title: null,
    titleCell: null,
    meta: [],
    header: { firstRow: 0, lastRow: 0 },
    columns: columns.map((index) => ({ index, path: [], open: [], unit: null })),
    titleUnit: null,
    footnoteUnit: null,
    records,
    totals: [],
    groups: [],
    footnotes: [],
    firstRow: 1,
    lastRow: grid.rows,
    sure: columns.length === 2,
  };
}

import { compact } from "../../text/normalise-text.ts";
import type { Cell } from "../document.ts";
import { type Grid, gridOf } from "./grid.ts";
import { guessHeader, isGroupText, isTotalText, isValueText, soleCell } from "./row-kind.ts";
import type { TableReading, TableRecord } from "./table-reading.ts";

/** 续表, （续上表）, 表3（续）, — 2 —: what stands between the parts of one table. */
const bridge = /^\(?[续接](?:上|前)?[表页]?\d*\)?[:：]?$|\(?续表?\d*\)?$|^[—\-–第]?\d+[—\-–页]?$/;
const longestBridge = 40;

const isBridge = (text: string): boolean => {
  const bare = compact(text).replace(/（/g, "(").replace(/）/g, ")");
  return bare === "" || (bare.length <= longestBridge && bridge.test(bare));
};

/** First row that is no 续表 line. */
function firstDataRow(grid: Grid): number {
  let row = 1;
  while (row <= grid.rows) {
    const sole = soleCell(grid, row);
    if (grid.covering(row).length > 0 && (sole === null || !isBridge(sole.text))) break;
    row += 1;
  }
  return row;
}

const sequenceWord = /^(?:序号?|编号|项目编号|no\.?|号)$/i;
const sequenceColumn = (reading: TableReading): number | null =>
  reading.mapped === undefined
    ? (reading.columns.find((column) => sequenceWord.test(column.path.at(-1) ?? ""))?.index ?? null)
    : reading.mapped.sequence;

const whole = (cell: Cell | null | undefined): number | null => {
  const text = compact(cell?.text ?? "");
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
};

const lastNumber = (records: readonly TableRecord[], column: number): number | null =>
  records.map((record) => whole(record.cells.get(column)?.[0])).findLast((number) => number !== null) ?? null;

/** The same columns hold numbers as in the last record above. */
function holdsAlike(last: TableRecord, grid: Grid, row: number): boolean {
  const numeric = [...last.cells].filter(([, [cell]]) => cell !== undefined && isValueText(cell.text));
  const here = grid.starting(row);
  if (numeric.length === 0 || here.length < 2) return false;
  return numeric.every(([column]) => {
    const cell = grid.at(row, column);
    return cell === null || isValueText(cell.text);
  });
}

/** Its 合计 stands below its records: nothing more is to come. */
const isClosed = (reading: TableReading, last: TableRecord): boolean =>
  reading.totals.some((total) => total.kind === "total" && total.row > last.lastRow);

/** Numbering that goes on tells it; without one, rows of the same make right below do. */
function goesOn(previous: TableReading, grid: Grid, row: number): boolean {
  const [first] = grid.starting(row);
  const last = previous.records.at(-1);
  if (first === undefined || last === undefined || isClosed(previous, last)) return false;
  const column = sequenceColumn(previous);
  const before = column === null ? null : lastNumber(previous.records, column);
  if (column !== null && before !== null) {
    for (let at = row; at <= Math.min(grid.rows, row + 2); at += 1) {
      const number = whole(grid.at(at, column));
      if (number !== null) return number === before + 1 || (number === 1 && isGroupText(first.text));
    }
    return (
      isTotalText(first.text) ||
      grid
        .starting(row)
        .slice(0, 2)
        .some((cell) => isTotalText(cell.text))
    );
  }
  if (previous.block.sheet !== grid.block.sheet) return false;
  return isTotalText(first.text) || holdsAlike(last, grid, row);
}

/**
 * First row of the records, when a block without a header of its own carries on the table above it: as many columns, nothing
 * but 续表 and page numbers `between`, and rows that go on. `null` otherwise.
 */
export function continuationRow(
  previous: TableReading,
  grid: Grid,
  between: readonly string[],
): number | null {
  const above = gridOf(previous.block);
  if (grid.columns < 3 || grid.columns !== above.columns || previous.lastRow < above.rows) return null;
  if (!between.every(isBridge)) return null;
  const row = firstDataRow(grid);
  if (row > grid.rows || guessHeader(grid, row)?.sure === true) return null;
  return goesOn(previous, grid, row) ? row : null;
}

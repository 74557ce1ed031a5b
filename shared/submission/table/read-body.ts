import { compact } from "../../text/normalise-text.ts";
import { isEmptyForm } from "../../text/quantity.ts";
import type { Cell } from "../document.ts";
import type { Grid } from "./grid.ts";
import type { HeaderBlock } from "./header-block.ts";
import { isFootnoteText, isGroupText, isTotalText, isValueText, soleCell, unitOfLine } from "./row-kind.ts";
import type { TableReading, TableRecord, TableTotal } from "./table-reading.ts";

type Content = Pick<TableReading, "records" | "totals" | "groups" | "footnotes" | "footnoteUnit">;
type Cells = Map<number, Cell[]>;

interface Reader {
  readonly grid: Grid;
  readonly header: HeaderBlock;
  readonly sequence: number | null;
  readonly keys: readonly number[];
  readonly records: TableRecord[];
  readonly totals: TableTotal[];
  readonly groups: Cell[];
  readonly footnotes: Cell[];
  group: Cell | null;
  groupUnit: string | null;
}

const sequenceLabel = /^(?:序号?|编号|项目编号|no\.?|号)$/i;

function cellsOf(reader: Reader, row: number): Cells {
  const cells: Cells = new Map();
  for (const column of reader.header.columns) {
    const cell = reader.grid.at(row, column.index);
    if (cell !== null && (cell.column === column.index || isFirstColumnOf(reader, cell, column.index))) {
      cells.set(column.index, [cell]);
    }
  }
  return cells;
}

/** A cell merged over several columns counts for the first named column it covers. */
const isFirstColumnOf = (reader: Reader, cell: Cell, column: number): boolean =>
  reader.header.columns.find((named) => named.index >= cell.column)?.index === column;

/** The first written cells of a row, where 合计 and 一、 stand. */
const leading = (reader: Reader, row: number): readonly Cell[] => reader.grid.starting(row).slice(0, 2);

function isGroupRow(reader: Reader, row: number): boolean {
  const cells = reader.grid.starting(row);
  const [first] = cells;
  if (first === undefined) return false;
  if (soleCell(reader.grid, row) !== null) {
    return (
      isGroupText(first.text) || first.columnSpan > 1 || unitOfLine(first.text) !== null || first.column <= 2
    );
  }
  if (!isGroupText(first.text)) return false;
  const texts = cells.filter((cell) => cell.column !== reader.sequence && !isValueText(cell.text));
  return texts.length <= 1;
}

/**
 * Does a row carry on the record above? Only when nothing new begins in its key columns: the number and the name, or
 * the first two columns of a table without numbers (the first is often a group merged over several records).
 */
function carriesOn(reader: Reader, row: number): boolean {
  const last = reader.records.at(-1);
  if (last === undefined || last.lastRow !== row - 1) return false;
  return reader.keys.every((key) => {
    const cell = reader.grid.at(row, key);
    return cell === null || (cell.row < row && cell.row >= last.firstRow);
  });
}

function extend(last: TableRecord, row: number, cells: Cells): TableRecord {
  const merged = new Map<number, readonly Cell[]>(last.cells);
  for (const [column, added] of cells) {
    const known = merged.get(column) ?? [];
    merged.set(column, [...known, ...added.filter((cell) => !known.includes(cell))]);
  }
  return { ...last, lastRow: row, cells: merged };
}

function readTotal(reader: Reader, row: number, label: Cell, cells: Cells): void {
  const sub = /小计|本页|本类/.test(compact(label.text)) || isGroupText(label.text);
  reader.totals.push({ kind: sub ? "subtotal" : "total", row, label, cells, groupUnit: reader.groupUnit });
}

function readGroup(reader: Reader, row: number): void {
  const cells = reader.grid.starting(row);
  const named = cells.find((cell) => !isValueText(cell.text) && cell.column !== reader.sequence) ?? cells[0];
  if (named === undefined) return;
  reader.group = named;
  reader.groups.push(named);
  reader.groupUnit =
    cells.map((cell) => unitOfLine(cell.text)).find((unit) => unit !== null) ?? reader.groupUnit;
}

const isBlankRecord = (cells: Cells, sequence: number | null): boolean =>
  [...cells].every(([column, [cell]]) => column === sequence || isEmptyForm(cell?.text ?? ""));

function readRow(reader: Reader, row: number): void {
  const [first, second] = leading(reader, row);
  if (first === undefined) return;
  if (isFootnoteText(first.text) && reader.grid.starting(row).length <= 2) {
    reader.footnotes.push(...reader.grid.starting(row));
    return;
  }
  const cells = cellsOf(reader, row);
  const total = [first, second].find((cell) => cell !== undefined && isTotalText(cell.text));
  if (total !== undefined) readTotal(reader, row, total, cells);
  else if (isGroupRow(reader, row)) readGroup(reader, row);
  else if (carriesOn(reader, row)) {
    const last = reader.records.at(-1);
    if (last !== undefined) reader.records[reader.records.length - 1] = extend(last, row, cells);
  } else if (!isBlankRecord(cells, reader.sequence)) {
    const group = reader.group?.text ?? null;
    reader.records.push({ firstRow: row, lastRow: row, cells, group, groupUnit: reader.groupUnit });
  }
}

function keyColumns(header: HeaderBlock): { sequence: number | null; keys: readonly number[] } {
  const sequence =
    header.columns.find((column) => sequenceLabel.test(column.path.at(-1) ?? ""))?.index ?? null;
  const others = header.columns.map((column) => column.index).filter((index) => index !== sequence);
  return { sequence, keys: sequence === null ? others.slice(0, 2) : [sequence, ...others.slice(0, 1)] };
}

/** Records, groups, totals and footnotes below a header, down to `lastRow`; `begun`: the group the first of them stand in. */
export function readBody(
  grid: Grid,
  header: HeaderBlock,
  lastRow: number,
  repeated: readonly { readonly firstRow: number; readonly lastRow: number }[],
  begun: { readonly group: Cell | null; readonly unit: string | null } = { group: null, unit: null },
): Content {
  const { sequence, keys } = header.mapped ?? keyColumns(header);
  const reader: Reader = {
    grid,
    header,
    sequence,
    keys,
    records: [],
    totals: [],
    groups: [],
    footnotes: [],
    group: begun.group,
    groupUnit: begun.unit,
  };
  for (let row = header.lastRow + 1; row <= lastRow; row += 1) {
    if (!repeated.some((part) => row >= part.firstRow && row <= part.lastRow)) readRow(reader, row);
  }
  const { records, totals, groups, footnotes } = reader;
  const footnoteUnit = footnotes.map((cell) => unitOfLine(cell.text)).find((unit) => unit !== null) ?? null;
  return { records, totals, groups, footnotes, footnoteUnit };
}

import { parseUnit } from "../../text/unit.ts";
import type { Cell } from "../document.ts";
import type { Project, StatedTotal } from "../fact.ts";
import type { TableReading, TableRecord, TableTotal } from "../table/table-reading.ts";
import { type Amount, type AmountFailure, readAmount, shownDecimals } from "./amount.ts";
import { columnOf, type ProjectRole, projectRoles, type Roles } from "./column-roles.ts";
import { type Context, cellEvidence, type ExtractMessage, note, placeOfCell } from "./context.ts";
import { unitColumn } from "./indicator-cell.ts";

const money = "万元";

interface Reader {
  readonly context: Context;
  readonly reading: TableReading;
  readonly roles: Roles<ProjectRole>;
}

const textOf = (cells: readonly Cell[] | undefined): string =>
  (cells ?? [])
    .map((cell) => cell.text.trim())
    .filter((text) => text !== "")
    .join("\n");

function unitOfRow(reading: TableReading, row: TableRecord | TableTotal): string | null {
  const column = unitColumn(reading);
  const text = column === null ? undefined : row.cells.get(column)?.[0]?.text;
  return text === undefined ? null : (parseUnit(text)?.name ?? null);
}

/** 合计（万元） says it for the columns it is the sum of: they stand below the same parent. */
function siblingUnit({ columns }: TableReading, column: number): string | null {
  const parent = columns.find((known) => known.index === column)?.path.slice(0, -1)[0];
  if (parent === undefined) return null;
  const sums = columns.filter(
    ({ path, unit }) =>
      path.length > 1 && path[0] === parent && unit !== null && /合计|小计|总/.test(path.at(-1) ?? ""),
  );
  return (
    sums.map(({ unit }) => unit).find((unit) => unit !== null && parseUnit(unit)?.dimension === "money") ??
    null
  );
}

/** The unit around a cell: its row, its group, its column, the title line, a footnote. Never assumed. */
const unitAround = (reading: TableReading, column: number, row: TableRecord | TableTotal): string | null =>
  unitOfRow(reading, row) ??
  row.groupUnit ??
  reading.columns.find((known) => known.index === column)?.unit ??
  siblingUnit(reading, column) ??
  reading.titleUnit ??
  reading.footnoteUnit;

function amountOf(
  reader: Reader,
  row: TableRecord | TableTotal,
  column: number,
): { amount: Amount; cell: Cell } | null {
  const cell = row.cells.get(column)?.[0];
  if (cell === undefined) return null;
  const read = readAmount(cell.text, unitAround(reader.reading, column, row), money);
  const doubt = read.ok ? (read.value.unitMissing ? "unit-missing" : null) : messageOf(read.code);
  if (doubt !== null) note(reader.context, doubt, placeOfCell(reader.reading.block, cell), cell.text);
  if (!read.ok || read.value.unitMissing) return null;
  const { value, several, unsure, quantity } = read.value;
  // Which end of 100—200 is meant, or which number of 8000+4000, nobody but the sender knows.
  const unknown = quantity.high !== undefined || several;
  const { qualifier } = quantity;
  if (unknown || unsure || value.startsWith("-") || qualifier === "about" || qualifier === "expected")
    note(reader.context, "amount-unsure", placeOfCell(reader.reading.block, cell), cell.text);
  return unknown ? null : { amount: read.value, cell };
}

/** An empty cell needs no note. */
function messageOf(code: AmountFailure): ExtractMessage | null {
  if (code === "empty") return null;
  if (code === "no-number") return "value-unread";
  return code === "other-currency" ? "other-currency" : "unit-mismatch";
}

function periodOf(reader: Reader, record: TableRecord): string {
  const at = (role: ProjectRole): string => {
    const column = columnOf(reader.roles, role);
    return column === null ? "" : textOf(record.cells.get(column));
  };
  const whole = at("period");
  if (whole !== "") return whole;
  return [at("start"), at("end")].filter((text) => text !== "").join("—");
}

function fundingOf(reader: Reader, record: TableRecord): Project["funding"] {
  const funding: Project["funding"] = [];
  for (const [column, role] of reader.roles) {
    if (role !== "funding") continue;
    const read = amountOf(reader, record, column);
    const label = reader.reading.columns.find((known) => known.index === column)?.path.at(-1) ?? "";
    if (read !== null) funding.push({ name: label, value: read.amount.value });
  }
  return funding;
}

function projectOf(reader: Reader, record: TableRecord, nameCell: Cell): Project {
  const at = (role: ProjectRole): string => {
    const column = columnOf(reader.roles, role);
    return column === null ? "" : textOf(record.cells.get(column));
  };
  const totalColumn = columnOf(reader.roles, "totalInvestment");
  const total = totalColumn === null ? null : amountOf(reader, record, totalColumn);
  return {
    name: at("name"),
    organization: at("organization"),
    content: at("content"),
    period: periodOf(reader, record),
    totalInvestment: total?.amount.value ?? null,
    funding: fundingOf(reader, record),
    remark: at("remark"),
    evidence: cellEvidence(reader.context, reader.reading.block, nameCell),
  };
}

/** The 合计 of the whole table, which may stand first, last or read `合计：12 个`; 小计 of a group is none. */
function statedTotalOf(reader: Reader): StatedTotal | null {
  const column = columnOf(reader.roles, "totalInvestment");
  if (column === null) return null;
  const totals = reader.reading.totals.filter((total) => total.kind === "total");
  for (const total of totals.toReversed()) {
    const read = amountOf(reader, total, column);
    if (read === null) continue;
    const { quantity, value } = read.amount;
    const decimals = shownDecimals(read.amount, unitAround(reader.reading, column, total), money);
    const evidence = cellEvidence(reader.context, reader.reading.block, read.cell, quantity);
    return { value, shownDecimals: decimals, evidence };
  }
  return null;
}

/** Rows of a 主要建设项目汇总表 (附件3): money in 万元, `null` where no unit is stated or none is given. */
export function readProjects(
  context: Context,
  reading: TableReading,
): { projects: Project[]; total: StatedTotal | null } {
  const reader: Reader = { context, reading, roles: projectRoles(reading) };
  const nameColumn = columnOf(reader.roles, "name");
  const projects = reading.records.flatMap((record) => {
    const cell = nameColumn === null ? undefined : record.cells.get(nameColumn)?.[0];
    return cell === undefined ? [] : [projectOf(reader, record, cell)];
  });
  return { projects, total: statedTotalOf(reader) };
}

import type { Cell, TableBlock } from "../document.ts";
import { continuationRow } from "./continued-table.ts";
import { type Grid, gridOf } from "./grid.ts";
import { type HeaderBlock, headerAt } from "./header-block.ts";
import { mappedHeaderAt } from "./mapped-columns.ts";
import { readBody } from "./read-body.ts";
import { beginsHeader, isFootnoteText, isGroupText, isMetaRow, soleCell, unitOfLine } from "./row-kind.ts";
import type { TableMapping } from "./table-mapping.ts";
import type { TableReading } from "./table-reading.ts";

interface Lead {
  readonly title: Cell | null;
  readonly meta: readonly Cell[];
  readonly unit: string | null;
}

/** Title lines, 填报单位 and unit lines between two rows. */
function readLead(grid: Grid, from: number, to: number): Lead {
  const titles: Cell[] = [];
  const meta: Cell[] = [];
  for (let row = from; row < to; row += 1) {
    const cells = grid.starting(row);
    if (isMetaRow(grid, row)) meta.push(...cells);
    else titles.push(...cells);
  }
  const title = titles.toSorted((a, b) => titleWorth(b) - titleWorth(a) || a.row - b.row)[0] ?? null;
  const unit =
    [...meta, ...titles].map((cell) => unitOfLine(cell.text)).find((found) => found !== null) ?? null;
  return { title, meta, unit };
}

/** 附件3 alone is no title; a line ending in 表 is one. */
function titleWorth(cell: Cell): number {
  const text = cell.text.trim();
  if (/^附\s*[件表]\s*[\d一二三四五六]*[:：]?$/.test(text)) return 0;
  return /表|清单|名单|指标|情况/.test(text) ? 2 : 1;
}

function nextMapped(grid: Grid, from: number, mappings: readonly TableMapping[]): HeaderBlock | null {
  if (mappings.length === 0) return null;
  for (let row = from; row <= grid.rows; row += 1) {
    const header = mappedHeaderAt(grid, row, mappings);
    if (header !== null) return header;
  }
  return null;
}

/** A header a person named wins over what looks like one close above it. */
function nextHeader(grid: Grid, from: number, mappings: readonly TableMapping[]): HeaderBlock | null {
  const mapped = nextMapped(grid, from, mappings);
  const limit = mapped === null ? grid.rows : mapped.firstRow - 1;
  for (let row = from; row <= limit; row += 1) {
    if (grid.starting(row).length < 2) continue;
    const header = headerAt(grid, row);
    if (header === null || header.columns.length < 2) continue;
    if (mapped === null || (header.sure && header.lastRow < limit)) return header;
  }
  return mapped;
}

/** On the next page a header of two rows may be repeated as one: its last labels, without their parents. */
const endsAlike = (a: readonly string[], b: readonly string[]): boolean => {
  const length = Math.min(a.length, b.length);
  return length > 0 && a.slice(-length).join("/") === b.slice(-length).join("/");
};

const sameLabels = (a: HeaderBlock, b: HeaderBlock): boolean =>
  a.columns.length === b.columns.length &&
  a.columns.every((column, index) => endsAlike(column.path, b.columns[index]?.path ?? []));

/** A header repeated on every page is skipped; another header begins another table. */
interface Body {
  readonly lastRow: number;
  readonly repeated: readonly { readonly firstRow: number; readonly lastRow: number }[];
}

function sureHeaderAt(grid: Grid, row: number, mappings: readonly TableMapping[]): HeaderBlock | null {
  const mapped = mappedHeaderAt(grid, row, mappings);
  if (mapped !== null) return mapped;
  return beginsHeader(grid, row) ? headerAt(grid, row) : null;
}

function bodyOf(grid: Grid, header: HeaderBlock, mappings: readonly TableMapping[]): Body {
  const repeated: { firstRow: number; lastRow: number }[] = [];
  let row = header.lastRow + 1;
  while (row <= grid.rows) {
    const next = sureHeaderAt(grid, row, mappings);
    if (next === null) {
      row += 1;
    } else if (sameLabels(header, next)) {
      repeated.push({ firstRow: next.firstRow, lastRow: next.lastRow });
      row = next.lastRow + 1;
    } else {
      return { lastRow: leadStart(grid, row, header.lastRow) - 1, repeated };
    }
  }
  return { lastRow: grid.rows, repeated };
}

/** First row of the title lines above a header: blank, 填报单位 and single-cell rows that are not part of the table above. */
function leadStart(grid: Grid, headerRow: number, floor: number): number {
  let start = headerRow;
  while (start - 1 > floor) {
    const sole = soleCell(grid, start - 1);
    const isTitle =
      sole !== null && !isFootnoteText(sole.text) && (!isGroupText(sole.text) || /表/.test(sole.text));
    if (!isTitle && !isMetaRow(grid, start - 1) && grid.covering(start - 1).length > 0) break;
    start -= 1;
  }
  return start;
}

/** The part of the table above that stands in this block, read with its header. */
function continuation(
  previous: TableReading,
  grid: Grid,
  between: readonly string[],
  mappings: readonly TableMapping[],
): TableReading | null {
  const row = continuationRow(previous, grid, between);
  if (row === null) return null;
  const { columns, sure, mapped } = previous;
  const header: HeaderBlock = {
    firstRow: row - 1,
    lastRow: row - 1,
    columns,
    sure,
    ...(mapped === undefined ? {} : { mapped }),
  };
  const body = bodyOf(grid, header, mappings);
  const last = previous.records.at(-1);
  const begun = { group: previous.groups.at(-1) ?? null, unit: last?.groupUnit ?? null };
  const content = readBody(grid, header, body.lastRow, body.repeated, begun);
  return {
    ...previous,
    ...content,
    block: grid.block,
    titleCell: null,
    meta: [],
    header: { firstRow: header.firstRow, lastRow: header.lastRow },
    footnoteUnit: content.footnoteUnit ?? previous.footnoteUnit,
    firstRow: 1,
    lastRow: body.lastRow,
    continues: previous.continues ?? previous.block.id,
  };
}

/**
 * Every table of a block, top to bottom: title, unit, header block of 1 to 8 rows as column paths, records (of several
 * rows too), groups, totals and footnotes. Detection never runs over a 填报单位 line. `before`: the paragraphs that
 * stand above a Word table, nearest last; they name its title and unit when the table itself does not. `mappings`: headers a
 * person has named; where one stands, it decides. `previous`: the last table above, which this block may go on with.
 */
export function readTables(
  block: TableBlock,
  before: readonly string[] = [],
  mappings: readonly TableMapping[] = [],
  previous: TableReading | null = null,
): TableReading[] {
  const grid = gridOf(block);
  const tables: TableReading[] = [];
  const first = previous === null ? null : continuation(previous, grid, before, mappings);
  if (first !== null) tables.push(first);
  let from = (first?.lastRow ?? 0) + 1;
  for (;;) {
    const header = nextHeader(grid, from, mappings);
    if (header === null) return tables;
    const lead = readLead(grid, from, header.firstRow);
    const body = bodyOf(grid, header, mappings);
    const content = readBody(grid, header, body.lastRow, body.repeated);
    const outside = tables.length === 0 ? before : [];
    tables.push({
      block,
      title:
        lead.title?.text ??
        outside.findLast((text) => /表|清单|指标/.test(text) && text.length <= 60) ??
        null,
      titleCell: lead.title,
      meta: lead.meta,
      header: { firstRow: header.firstRow, lastRow: header.lastRow },
      columns: header.columns,
      titleUnit:
        header.mapped?.unit ?? lead.unit ?? outside.map(unitOfLine).findLast((unit) => unit !== null) ?? null,
      ...content,
      firstRow: from,
      lastRow: body.lastRow,
      sure: header.sure,
      ...(header.mapped === undefined ? {} : { mapped: header.mapped }),
    });
    from = body.lastRow + 1;
  }
}

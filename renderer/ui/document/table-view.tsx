import { type CSSProperties, memo, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Cell, TableBlock } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useNear } from "../lazy-part.ts";
import { useWords } from "../use-words.tsx";
import { cellAddress, columnLetters, rowOfAddress } from "./cell-address.ts";
import type { DocumentMark } from "./document-mark.ts";
import { frozenColumns, headerRows } from "./frozen-part.ts";
import { MarkedText } from "./marked-text.tsx";
import { originalOf, type SqueezedTable, squeezed } from "./squeezed-table.ts";
import {
  cellsByChunk,
  columnWidths,
  drawRows,
  fittedShares,
  type RowChunk,
  rowChunks,
} from "./table-rows.ts";

/** Most columns that are still readable when a table is as wide as the text. */
const MOST_FITTED = 10;

/** Rows drawn at a time: 20 rows of 20 cells are a few milliseconds. */
const ROWS = 20;
/** Chunks that share one gap while they are far away: a table of 10,000 rows begins with 20 gaps. */
const BAND = 25;
const NUMERIC = /^[-−+]?[\d,，.]+%?$/;

/** What every row of a table needs to be drawn. */
interface Sheet {
  /** As it is drawn: long stretches of empty rows and columns are one. */
  readonly table: TableBlock;
  readonly view: SqueezedTable;
  readonly widths: readonly number[];
  readonly hidden: ReadonlySet<number>;
  /** Columns that stay in view. */
  readonly frozen: number;
  readonly highlight: Evidence | null;
  readonly marks: readonly DocumentMark[];
}

interface RowsProps {
  readonly sheet: Sheet;
  readonly chunk: RowChunk;
  readonly cells: readonly Cell[];
}

function TableCell({ sheet, cell }: { sheet: Sheet; cell: Cell }) {
  const { table, view, highlight, marks } = sheet;
  const address = cellAddress(table, view.original(cell));
  return (
    <span data-block={table.id} data-cell={address} className="doc-text">
      <MarkedText
        text={cell.text}
        hit={highlight?.cell === address ? highlight : null}
        marks={marks.length === 0 ? marks : marks.filter((mark) => mark.evidence.cell === address)}
      />
    </span>
  );
}

/** Width of the column of row numbers, in characters. */
const numberWidth = ({ table, view }: Pick<Sheet, "table" | "view">): number =>
  String(originalOf(view.rows, table.rows)).length * 0.6 + 2;

/** Where a frozen cell stays; `undefined` for the others. */
function frozenLeft(sheet: Sheet, column: number, columnSpan: number): string | undefined {
  const { widths, frozen } = sheet;
  if (column + columnSpan - 1 > frozen) return;
  const before = widths.slice(0, column - 1).reduce((sum, width) => sum + width, numberWidth(sheet));
  return `${before}em`;
}

function RowNumber({ sheet, row }: { sheet: Sheet; row: number }) {
  const { t } = useWords();
  const gap = sheet.view.rows.gaps.get(row);
  const hidden = sheet.hidden.has(row);
  if (gap !== undefined)
    return (
      <th scope="row" title={t("look.emptyRows", { from: String(gap), to: String(row) })}>
        …
      </th>
    );
  return (
    <th scope="row" title={hidden ? t("look.hiddenRow") : undefined}>
      {row}
      {hidden && <span className="row-sign">{t("look.hiddenSign")}</span>}
    </th>
  );
}

function Rows({ sheet, chunk, cells }: RowsProps) {
  const { table } = sheet;
  const rows = useMemo(() => drawRows(cells, chunk, table.columns), [cells, chunk, table.columns]);
  return rows.map((row, index) => {
    const number = originalOf(sheet.view.rows, chunk.first + index);
    return (
      <tr key={number} className={sheet.hidden.has(number) ? "row-hidden" : undefined}>
        {table.sheet !== undefined && <RowNumber sheet={sheet} row={number} />}
        {row.map(({ column, cell, rowSpan, columnSpan }) => {
          const left = frozenLeft(sheet, column, columnSpan);
          const number = cell && NUMERIC.test(cell.text.trim()) ? "number" : "";
          return (
            <td
              key={column}
              rowSpan={rowSpan}
              colSpan={columnSpan}
              className={left === undefined ? number : `${number} frozen`}
              style={left === undefined ? undefined : { insetInlineStart: left }}
            >
              {cell && <TableCell sheet={sheet} cell={cell} />}
            </td>
          );
        })}
      </tr>
    );
  });
}

const rowsOf = (chunk: RowChunk): number => chunk.last - chunk.first + 1;

function holdsHighlight(chunk: RowChunk, { highlight, view }: Sheet): boolean {
  const named = highlight?.cell === undefined ? null : rowOfAddress(highlight.cell);
  const row = named === null ? null : view.rows.drawn(named);
  return row !== null && row >= chunk.first && row <= chunk.last;
}

const gapHeight = (chunk: RowChunk): string => `${rowsOf(chunk) * 2}rem`;

const TableChunk = memo(function TableChunk({ first, ...props }: RowsProps & { first: boolean }) {
  const mark = useRef<HTMLTableSectionElement>(null);
  const { near, height } = useNear(mark, first || holdsHighlight(props.chunk, props.sheet));
  // Drawn or not, it is the same element: what watches over it must not lose it.
  if (!near)
    return (
      <tbody ref={mark} aria-hidden="true">
        <tr style={{ height: height ?? gapHeight(props.chunk) }} />
      </tbody>
    );
  return (
    <tbody ref={mark}>
      <Rows {...props} />
    </tbody>
  );
});

interface BandProps {
  readonly sheet: Sheet;
  readonly chunks: readonly RowChunk[];
  readonly cellsOf: (chunk: RowChunk) => readonly Cell[];
  readonly first: boolean;
}

/** Many chunks behind one gap; near ones have gaps of their own. */
const TableBand = memo(function TableBand({ sheet, chunks, cellsOf, first }: BandProps) {
  const mark = useRef<HTMLTableSectionElement>(null);
  const whole = { first: chunks[0]?.first ?? 1, last: chunks.at(-1)?.last ?? 1 };
  const { near } = useNear(mark, first || holdsHighlight(whole, sheet));
  const [met, setMet] = useState(near);
  if (near && !met) setMet(true);
  if (!met)
    return (
      <tbody ref={mark} aria-hidden="true">
        <tr style={{ height: gapHeight(whole) }} />
      </tbody>
    );
  return chunks.map((chunk, index) => (
    <TableChunk
      key={chunk.first}
      sheet={sheet}
      chunk={chunk}
      cells={cellsOf(chunk)}
      first={first && index === 0}
    />
  ));
});

/** A header that would take half of the view does not stay in it. */
function useTallHead(head: RefObject<HTMLTableSectionElement | null>): boolean {
  const [tall, setTall] = useState(false);
  useEffect(() => {
    const element = head.current;
    const scroller = element?.closest(".doc-scroll");
    if (!element || !scroller) return;
    const measure = () => setTall(element.offsetHeight > scroller.clientHeight * 0.4);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [head]);
  return tall;
}

function ColumnHead({ sheet, column }: { sheet: Sheet; column: number }) {
  const { t } = useWords();
  const { columns } = sheet.view;
  const original = originalOf(columns, column);
  const gap = columns.gaps.get(original);
  const params = gap === undefined ? null : { from: columnLetters(gap), to: columnLetters(original) };
  return (
    <th
      scope="col"
      title={params === null ? undefined : t("look.emptyColumns", params)}
      className={column <= sheet.frozen ? "frozen" : undefined}
      style={{ insetInlineStart: frozenLeft(sheet, column, 1) }}
    >
      {params === null ? columnLetters(original) : "…"}
    </th>
  );
}

function SheetHead({ sheet, rows, cells }: { sheet: Sheet; rows: number; cells: readonly Cell[] }) {
  const head = useRef<HTMLTableSectionElement>(null);
  const tall = useTallHead(head);
  const chunk = useMemo(() => ({ first: 1, last: rows }), [rows]);
  return (
    <thead ref={head} className={tall ? "head-tall" : undefined}>
      <tr className="letters">
        <td />
        {sheet.widths.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are their numbers
          <ColumnHead key={index} sheet={sheet} column={index + 1} />
        ))}
      </tr>
      {rows > 0 && <Rows sheet={sheet} chunk={chunk} cells={cells} />}
    </thead>
  );
}

/** Cells of each part: of the header, and of chunks of the rows below it. */
function useParts(table: TableBlock, head: number) {
  return useMemo(() => {
    const byChunk = cellsByChunk(table, ROWS, head);
    const bands: RowChunk[][] = [];
    for (const [index, chunk] of rowChunks(Math.max(0, table.rows - head), ROWS).entries()) {
      if (index % BAND === 0) bands.push([]);
      bands.at(-1)?.push({ first: chunk.first + head, last: chunk.last + head });
    }
    const top = table.cells.filter((cell) => cell.row <= head);
    return { bands, byChunk, top };
  }, [table, head]);
}

const NO_CELLS: readonly Cell[] = [];

/** Which of the two counts is for the style sheet to say: it knows how wide the line is. */
const fittedColumn = ({ wide, narrow }: ReturnType<typeof fittedShares>, index: number): CSSProperties =>
  ({ "--wide": `${wide[index]}%`, "--narrow": `${narrow[index]}%` }) as CSSProperties;

/** A table of a document; a sheet with its column letters and row numbers, so that `F8` can be found by eye. */
export const TableView = memo(function TableView({
  table: whole,
  highlight,
  marks,
}: {
  table: TableBlock;
  highlight: Evidence | null;
  marks: readonly DocumentMark[];
}) {
  const { t } = useWords();
  const view = useMemo(() => squeezed(whole), [whole]);
  const { table } = view;
  const widths = useMemo(() => columnWidths(table), [table]);
  const head = useMemo(() => headerRows(table), [table]);
  const { bands, byChunk, top } = useParts(table, head);
  const sheet: Sheet = useMemo(
    () => ({
      table,
      view,
      widths,
      hidden: new Set(table.hiddenRows ?? []),
      frozen: frozenColumns(table, widths),
      highlight,
      marks,
    }),
    [table, view, widths, highlight, marks],
  );
  const cellsOf = useMemo(
    () =>
      (chunk: RowChunk): readonly Cell[] =>
        byChunk.get(Math.floor((chunk.first - 1 - head) / ROWS)) ?? NO_CELLS,
    [byChunk, head],
  );
  const isSheet = table.sheet !== undefined;
  const name = isSheet ? t("doc.sheet", { name: table.sheet ?? "" }) : t("doc.table");
  // A table of running text is fitted to the line, so that large type needs no scrolling sideways.
  const fitted = !isSheet && table.columns <= MOST_FITTED;
  const shares = useMemo(() => (fitted ? fittedShares(widths) : null), [fitted, widths]);
  return (
    <figure
      className={`doc-table ${isSheet ? "doc-sheet" : fitted ? "doc-table-fitted" : "doc-table-wide"}`}
      // A table that scrolls by itself has to be reached by keyboard.
      {...(isSheet || fitted ? {} : { tabIndex: 0, "aria-label": name })}
    >
      {isSheet && <SheetCaption table={whole} name={name} />}
      <table aria-label={name} data-block={table.id} aria-rowcount={whole.rows}>
        <colgroup>
          {isSheet && <col style={{ width: `${numberWidth(sheet)}em` }} />}
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their numbers
            <col key={index} style={shares ? fittedColumn(shares, index) : { width: `${width}em` }} />
          ))}
        </colgroup>
        {isSheet && <SheetHead sheet={sheet} rows={head} cells={top} />}
        {bands.map((chunks, index) => (
          <TableBand
            key={chunks[0]?.first ?? index}
            sheet={sheet}
            chunks={chunks}
            cellsOf={cellsOf}
            first={index === 0}
          />
        ))}
      </table>
    </figure>
  );
});

function SheetCaption({ table, name }: { table: TableBlock; name: string }) {
  const { t } = useWords();
  const hidden = table.hiddenRows?.length ?? 0;
  return (
    <figcaption>
      {name} · {t("doc.rows", { rows: String(table.rows), columns: String(table.columns) })}
      {table.hidden && <strong> · {t("doc.hiddenSheet")}</strong>}
      {hidden > 0 && <strong> · {t("look.hiddenRows", { n: String(hidden) })}</strong>}
    </figcaption>
  );
}

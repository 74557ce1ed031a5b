import { memo, useMemo, useRef } from "react";
import type { Cell, TableBlock } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useNear } from "../lazy-part.ts";
import { useWords } from "../use-words.tsx";
import { cellAddress, columnLetters, rowOfAddress } from "./cell-address.ts";
import type { DocumentMark } from "./document-mark.ts";
import { MarkedText } from "./marked-text.tsx";
import { cellsByChunk, columnWidths, drawRows, type RowChunk, rowChunks } from "./table-rows.ts";

/** Rows drawn at a time: 20 rows of 20 cells are a few milliseconds. */
/** Most columns that are still readable when a table is as wide as the text. */
const MOST_FITTED = 10;

const ROWS = 20;
const NUMERIC = /^[-−+]?[\d,，.]+%?$/;

interface ChunkProps {
  table: TableBlock;
  chunk: RowChunk;
  cells: readonly Cell[];
  highlight: Evidence | null;
  marks: readonly DocumentMark[];
  first: boolean;
}

function holdsHighlight(chunk: RowChunk, highlight: Evidence | null): boolean {
  const row = highlight?.cell === undefined ? null : rowOfAddress(highlight.cell);
  return row !== null && row >= chunk.first && row <= chunk.last;
}

function TableCell({
  table,
  cell,
  highlight,
  marks,
}: {
  table: TableBlock;
  cell: Cell;
  highlight: Evidence | null;
  marks: readonly DocumentMark[];
}) {
  const address = cellAddress(table, cell);
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

const TableChunk = memo(function TableChunk({ table, chunk, cells, highlight, marks, first }: ChunkProps) {
  const mark = useRef<HTMLTableSectionElement>(null);
  const { near, height } = useNear(mark, first || holdsHighlight(chunk, highlight));
  const rows = useMemo(
    () => (near ? drawRows(cells, chunk, table.columns) : []),
    [near, cells, chunk, table.columns],
  );
  if (!near) {
    return (
      <tbody ref={mark} aria-hidden="true">
        <tr style={{ height: height ?? `${(chunk.last - chunk.first + 1) * 2}rem` }} />
      </tbody>
    );
  }
  return (
    <tbody ref={mark}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a document has no other name than its number
        <tr key={index}>
          {table.sheet !== undefined && <th scope="row">{chunk.first + index}</th>}
          {row.map(({ column, cell, rowSpan, columnSpan }) => (
            <td
              key={column}
              rowSpan={rowSpan}
              colSpan={columnSpan}
              className={cell && NUMERIC.test(cell.text.trim()) ? "number" : undefined}
            >
              {cell && <TableCell table={table} cell={cell} highlight={highlight} marks={marks} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
});

/** A table of a document; a sheet with its column letters and row numbers, so that `F8` can be found by eye. */
export const TableView = memo(function TableView({
  table,
  highlight,
  marks,
}: {
  table: TableBlock;
  highlight: Evidence | null;
  marks: readonly DocumentMark[];
}) {
  const { t } = useWords();
  const byChunk = useMemo(() => cellsByChunk(table, ROWS), [table]);
  const chunks = useMemo(() => rowChunks(table.rows, ROWS), [table.rows]);
  const widths = useMemo(() => columnWidths(table), [table]);
  const name = table.sheet === undefined ? t("doc.table") : t("doc.sheet", { name: table.sheet });
  const sheet = table.sheet !== undefined;
  // A table of running text is fitted to the line, so that large type needs no scrolling sideways.
  const fitted = !sheet && table.columns <= MOST_FITTED;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <figure
      className={`doc-table ${sheet ? "doc-table-sheet" : fitted ? "doc-table-fitted" : "doc-table-wide"}`}
    >
      {table.sheet !== undefined && (
        <figcaption>
          {name} · {t("doc.rows", { rows: String(table.rows), columns: String(table.columns) })}
          {table.hidden && <strong> · {t("doc.hiddenSheet")}</strong>}
        </figcaption>
      )}
      <table aria-label={name} data-block={table.id}>
        <colgroup>
          {table.sheet !== undefined && (
            <col style={{ width: `${String(table.rows).length * 0.6 + 1.4}em` }} />
          )}
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their numbers
            <col key={index} style={{ width: fitted ? `${(100 * width) / whole}%` : `${width}em` }} />
          ))}
        </colgroup>
        {table.sheet !== undefined && (
          <thead>
            <tr>
              <td />
              {widths.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are their numbers
                <th key={index} scope="col">
                  {columnLetters(index + 1)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        {chunks.map((chunk, index) => (
          <TableChunk
            key={chunk.first}
            table={table}
            chunk={chunk}
            cells={byChunk.get(index) ?? []}
            highlight={highlight}
            marks={marks}
            first={index === 0}
          />
        ))}
      </table>
    </figure>
  );
});

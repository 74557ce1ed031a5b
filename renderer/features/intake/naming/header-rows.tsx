import { type KeyboardEvent, useMemo, useRef } from "react";
import type { TableBlock } from "../../../../shared/submission/document.ts";
import { squeezed } from "../../../ui/document/squeezed-table.ts";
import { drawRows } from "../../../ui/document/table-rows.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { longestHeader } from "./naming-draft.ts";

/** A header stands near the top of a table; of the rows below it a few are enough to recognise the columns. */
const SHOWN = 40;

export interface Span {
  readonly firstRow: number;
  readonly lastRow: number;
}

const spanOf = (a: number, b: number): Span => {
  const firstRow = Math.min(a, b);
  return { firstRow, lastRow: Math.min(Math.max(a, b), firstRow + longestHeader - 1) };
};

/** Rows by their own numbers; long stretches of empty columns are one. */
function drawTop(block: TableBlock, last: number) {
  const top = block.cells.filter((cell) => cell.row <= last);
  const { table } = squeezed({ ...block, rows: last, cells: top });
  return drawRows(table.cells, { first: 1, last }, table.columns);
}

/** The top of a table; the rows of the header are marked by dragging over their numbers, or with ↑↓ and Shift. */
export function HeaderRows({
  block,
  span,
  onMark,
}: {
  block: TableBlock;
  span: Span;
  onMark: (span: Span) => void;
}) {
  const { t } = useWords();
  const last = Math.min(block.rows, SHOWN);
  const drawn = useMemo(() => drawTop(block, last), [block, last]);
  const anchor = useRef<number | null>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const rows = Array.from({ length: last }, (_, index) => index + 1);
  const focusRow = (row: number) =>
    list.current?.querySelector<HTMLButtonElement>(`button[data-row="${row}"]`)?.focus();
  const walk = (event: KeyboardEvent<HTMLButtonElement>, row: number) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const next = row + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 1 || next > rows.length) return;
    event.preventDefault();
    if (event.shiftKey) onMark(spanOf(row === span.firstRow ? span.lastRow : span.firstRow, next));
    focusRow(next);
  };
  return (
    <div className="naming-scroll">
      <table className="naming-grid">
        <tbody ref={list} onPointerUp={() => (anchor.current = null)}>
          {rows.map((row) => {
            const marked = row >= span.firstRow && row <= span.lastRow;
            return (
              <tr key={row} className={marked ? "naming-header" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    data-row={row}
                    aria-pressed={marked}
                    aria-label={t("mapping.row", { row: String(row) })}
                    onPointerDown={(event) => {
                      event.currentTarget.releasePointerCapture(event.pointerId);
                      anchor.current = row;
                      onMark(spanOf(row, row));
                    }}
                    onPointerEnter={(event) => {
                      if (anchor.current !== null && event.buttons === 1) onMark(spanOf(anchor.current, row));
                    }}
                    onClick={(event) => {
                      // A click from the keyboard has no pointer.
                      if (event.detail === 0) onMark(spanOf(row, row));
                    }}
                    onKeyDown={(event) => walk(event, row)}
                  >
                    {row}
                  </button>
                </th>
                {drawn[row - 1]?.map(({ column, cell, rowSpan, columnSpan }) => (
                  <td key={column} rowSpan={rowSpan} colSpan={columnSpan} title={cell?.text}>
                    {cell?.text}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { Input } from "antd";
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { chunksOf, useNear } from "./lazy-part.ts";
import { useWords } from "./use-words.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** What the filter looks at; left out: this column is not searched. */
  readonly text?: (row: Row) => string;
  readonly numeric?: boolean;
  readonly width?: string;
}

interface TableProps<Row> {
  /** Accessible name, also read out by the caption. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: string | null;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly filter?: boolean;
  /** A short form in rows, where the number of rows is no news. */
  readonly uncounted?: boolean;
  readonly tools?: ReactNode;
}

const CHUNK = 60;
const ROW_REM = 2.1;

const matches = <Row,>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean => {
  const text = columns
    .map((column) => column.text?.(row) ?? "")
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
};

function useFiltered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  typed: string,
): readonly Row[] {
  const wanted = useDeferredValue(typed);
  return useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? rows : rows.filter((row) => matches(row, columns, words));
  }, [rows, columns, wanted]);
}

function RowCount({ total, shown }: { total: number; shown: number }) {
  const { t } = useWords();
  return (
    <span className="row-count" role="status">
      {shown === total
        ? t("ui.rows", { total: String(total) })
        : t("ui.rowsHidden", { total: String(total), hidden: String(total - shown) })}
    </span>
  );
}

type BodyProps<Row> = Pick<TableProps<Row>, "columns" | "rowKey" | "selected" | "onOpen"> & {
  rows: readonly Row[];
  first: boolean;
};

function Body<Row>({ rows, columns, rowKey, selected, onOpen, first }: BodyProps<Row>) {
  const mark = useRef<HTMLTableSectionElement>(null);
  const { near, height } = useNear(mark, first);
  if (!near) {
    return (
      <tbody ref={mark} aria-hidden="true">
        <tr style={{ height: height ?? `${rows.length * ROW_REM}rem` }} />
      </tbody>
    );
  }
  return (
    <tbody ref={mark}>
      {rows.map((row) => (
        <tr
          key={rowKey(row)}
          className={selected === rowKey(row) ? "row-selected" : undefined}
          aria-current={selected === rowKey(row) ? "true" : undefined}
          tabIndex={onOpen ? 0 : undefined}
          onClick={onOpen && (() => onOpen(row))}
          onKeyDown={onOpen && ((event) => openOnEnter(event, () => onOpen(row)))}
        >
          {columns.map((column, index) => (
            <BodyCell key={column.id} column={column} row={row} head={index === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function BodyCell<Row>({ column, row, head }: { column: Column<Row>; row: Row; head: boolean }) {
  const className = column.numeric ? "number" : undefined;
  if (head) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return <td className={className}>{column.cell(row)}</td>;
}

function openOnEnter(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.key === "Enter" && event.target === event.currentTarget) open();
}

/** ↑ ↓ Home End move between rows that can be opened. */
function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  const keys = ["ArrowUp", "ArrowDown", "Home", "End"];
  const focused = document.activeElement;
  if (!keys.includes(event.key) || !(focused instanceof HTMLTableRowElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLTableRowElement>("tbody tr[tabindex]")];
  const at = rows.indexOf(focused);
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(at - 1, 0),
    ArrowDown: Math.min(at + 1, rows.length - 1),
    Home: 0,
    End: rows.length - 1,
  };
  const target = rows[targets[event.key] ?? at];
  event.preventDefault();
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

/** A table whose header and first column stay, which says how many rows it has and hides, and walks by keyboard. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const countId = useId();
  const rows = useFiltered(props.rows, props.columns, props.filter ? typed : "");
  const chunks = useMemo(() => chunksOf(rows, CHUNK), [rows]);
  return (
    <div className="data-table">
      <div className="table-tools">
        {props.filter && (
          <Input
            className="table-filter"
            value={typed}
            allowClear
            placeholder={t("ui.filterHint")}
            aria-label={`${t("ui.filter")} ${props.label}`}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {props.tools}
        {!props.uncounted && (
          <span id={countId}>
            <RowCount total={props.rows.length} shown={rows.length} />
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className="table-scroll" aria-label={props.label} tabIndex={0}>
        <table {...(props.uncounted ? {} : { "aria-describedby": countId })} onKeyDown={walkRows}>
          <caption className="visually-hidden">{props.label}</caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={column.numeric ? "number" : undefined}
                  style={column.width ? { width: column.width } : undefined}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          {chunks.map((chunk, index) => (
            <Body
              key={chunk[0] ? props.rowKey(chunk[0]) : index}
              rows={chunk}
              columns={props.columns}
              rowKey={props.rowKey}
              selected={props.selected ?? null}
              first={index === 0}
              {...(props.onOpen ? { onOpen: props.onOpen } : {})}
            />
          ))}
        </table>
      </section>
    </div>
  );
}

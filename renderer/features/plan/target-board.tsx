import { Button } from "antd";
import { useMemo, useState } from "react";
import type { BoardRow } from "../../../shared/scheme/plan-board.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { signs } from "../schemes/signs.ts";
import { TargetForm } from "./target-form.tsx";

const shapes = { reached: "✓", short: "✗", unknown: "–" } as const;
const tints = { reached: "met", short: "not-met", unknown: "not-reported" } as const;

function BoardMark({ state }: { state: BoardRow["state"] }) {
  const { t } = useWords();
  return (
    <span className={`status status-${tints[state]}`}>
      <span aria-hidden="true" className="status-shape">
        {shapes[state]}
      </span>
      {t(`board.state.${state}`)}
    </span>
  );
}

function Origin({ row }: { row: BoardRow }) {
  const { t } = useWords();
  if (row.entered)
    return (
      <span className="wrapping">
        {t("plan.enteredFrom", { asOf: row.entered.asOf, source: row.entered.source, by: row.entered.by })}
      </span>
    );
  if (row.counted)
    return (
      <details className="source-note">
        <summary>{t("plan.counted", { count: String(row.counted.length) })}</summary>
        <p>{t("plan.countedHint")}</p>
        <ul>
          {row.counted.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
    );
  return <span className="muted">{t("plan.noValue")}</span>;
}

const columnsOf = (
  { t }: WordsInUse,
  onQuote: (quote: string) => void,
  onEnter: (target: string) => void,
): Column<BoardRow>[] => [
  {
    id: "target",
    title: t("plan.target"),
    cell: ({ target }) => (
      <span className="wrapping">
        <Button type="link" className="inline-link" onClick={() => onQuote(target.source.quote)}>
          {target.name}
        </Button>
        <span className="muted matrix-subject">
          {target.group} · {t("plan.byYear", { year: String(target.year) })}
        </span>
      </span>
    ),
    text: ({ target }) => `${target.name} ${target.group}`,
  },
  {
    id: "aim",
    title: t("plan.aim"),
    numeric: true,
    cell: ({ target }) => (
      <>
        {signs[target.op]} {formatDecimal(target.value)} {target.unit}
      </>
    ),
  },
  {
    id: "value",
    title: t("plan.current"),
    numeric: true,
    cell: (row) =>
      row.value === null ? <span className="unanswered">◌ {t("ui.unset")}</span> : formatDecimal(row.value),
  },
  {
    id: "gap",
    title: t("plan.gap"),
    numeric: true,
    cell: (row) => (row.gap === null ? "–" : formatDecimal(row.gap)),
  },
  {
    id: "state",
    title: t("letters.state"),
    cell: (row) => <BoardMark state={row.state} />,
    text: (row) => t(`board.state.${row.state}`),
  },
  { id: "origin", title: t("plan.origin"), cell: (row) => <Origin row={row} /> },
  {
    id: "enter",
    title: t("plan.enter"),
    cell: (row) => (
      <Button
        size="small"
        aria-label={t("plan.enterFor", { target: row.target.name })}
        onClick={() => onEnter(row.target.id)}
      >
        {t("plan.enter")}
      </Button>
    ),
  },
];

/** Every measurable target with value and gap; a value nobody has is said to be missing, never 0. */
export function TargetBoard({
  scheme,
  rows,
  onQuote,
}: {
  scheme: string;
  rows: readonly BoardRow[];
  onQuote: (quote: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [entering, setEntering] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(words, onQuote, setEntering), [words, onQuote]);
  const row = rows.find(({ target }) => target.id === entering);
  const count = (state: BoardRow["state"]): string =>
    String(rows.filter((one) => one.state === state).length);
  return (
    <section className="section">
      <h2>{t("plan.board")}</h2>
      <p role="status">
        {t("plan.summary", { reached: count("reached"), short: count("short"), unknown: count("unknown") })}
      </p>
      {row && <TargetForm key={row.target.id} scheme={scheme} row={row} onDone={() => setEntering(null)} />}
      <DataTable
        label={t("plan.board")}
        columns={columns}
        rows={rows}
        rowKey={({ target }) => target.id}
        uncounted
      />
    </section>
  );
}

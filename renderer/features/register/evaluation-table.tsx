import { Button } from "antd";
import { useMemo } from "react";
import type { EvaluationRow } from "../../../shared/register/evaluation-round.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";

const shapes: Readonly<Record<EvaluationRow["due"], string>> = {
  evaluate: "◌",
  rectify: "…",
  "re-evaluate": "!",
  none: "✓",
};

const tints: Readonly<Record<EvaluationRow["due"], string>> = {
  evaluate: "no-threshold",
  rectify: "to-confirm",
  "re-evaluate": "contradiction",
  none: "met",
};

function DueMark({ row }: { row: EvaluationRow }) {
  const { t } = useWords();
  const left = row.daysLeft;
  return (
    <span className={`status status-${tints[row.due]}`}>
      <span aria-hidden="true" className="status-shape">
        {shapes[row.due]}
      </span>
      {row.status === "removed" ? t("register.status.removed") : t(`evaluation.due.${row.due}`)}
      {row.deadline !== null && (
        <span>
          {" · "}
          {row.deadline}
          {left !== null &&
            ` ${left < 0 ? t("letters.daysOver", { days: String(-left) }) : t("letters.daysLeft", { days: String(left) })}`}
        </span>
      )}
    </span>
  );
}

function Results({ row }: { row: EvaluationRow }) {
  const { t } = useWords();
  if (row.results.length === 0) return <span className="muted">{t("bases.notEvaluated")}</span>;
  return (
    <ul className="plain-list">
      {row.results.map((result) => (
        <li key={`${result.outcome} ${result.at}`} className="wrapping">
          <strong>{result.name}</strong>
          {t("common.colon")}
          {result.reason}
          {result.reevaluation !== null && (
            <span className="muted">
              {" "}
              {t("export.evaluation.reevaluation", { date: result.reevaluation })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const columnsOf = ({ t }: WordsInUse, onRecord: (row: EvaluationRow) => void): Column<EvaluationRow>[] => [
  {
    id: "name",
    title: t("scheme.field.name"),
    cell: (row) => (
      <span className="base-name">
        {row.name}
        {row.city !== "" && <span className="muted matrix-subject">{row.city}</span>}
      </span>
    ),
    text: (row) => `${row.name} ${row.city}`,
  },
  {
    id: "due",
    title: t("letters.state"),
    cell: (row) => <DueMark row={row} />,
    text: (row) => t(`evaluation.due.${row.due}`),
  },
  { id: "results", title: t("bases.yearResults"), cell: (row) => <Results row={row} /> },
  {
    id: "before",
    title: t("bases.resultBefore"),
    cell: (row) => (row.before === null ? "–" : `${row.before.year} ${row.before.name}`),
  },
  {
    id: "record",
    title: t("bases.evaluate"),
    cell: (row) =>
      row.status === "removed" ? null : (
        <Button
          size="small"
          aria-label={t("bases.evaluateNamed", { name: row.name })}
          onClick={() => onRecord(row)}
        >
          {t("bases.record")}
        </Button>
      ),
  },
];

/** Bases of one type with what they were found and what is still to be done. */
export function EvaluationTable({
  label,
  rows,
  selected,
  onRecord,
}: {
  label: string;
  rows: readonly EvaluationRow[];
  selected: string | null;
  onRecord: (row: EvaluationRow) => void;
}) {
  const words = useWords();
  const columns = useMemo(() => columnsOf(words, onRecord), [words, onRecord]);
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.base}
      selected={selected}
      filter={rows.length > 12}
    />
  );
}

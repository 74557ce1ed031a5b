import { useMemo } from "react";
import type { DirectionId, Indicator, Scheme, SubjectId } from "../../../shared/scheme/scheme.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { SourceNote } from "../../ui/source-note.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { NoThreshold } from "./no-threshold.tsx";
import { signs } from "./signs.ts";

function ThresholdCell({
  scheme,
  indicator,
  subject,
}: {
  scheme: Scheme;
  indicator: Indicator;
  subject: SubjectId;
}) {
  const threshold = indicator.thresholds[subject];
  if (!threshold) return <NoThreshold scheme={scheme} subject={subject} />;
  return (
    <SourceNote source={threshold.source}>
      {signs[threshold.op]}{" "}
      {threshold.value === null ? (
        <StatusMark status="no-threshold" />
      ) : (
        <strong>{formatDecimal(threshold.value)}</strong>
      )}
    </SourceNote>
  );
}

const columnsOf = ({ t }: WordsInUse, scheme: Scheme): Column<Indicator>[] => [
  {
    id: "name",
    title: t("scheme.field.indicators"),
    cell: (indicator) => (
      <span className="indicator-name">
        <SourceNote source={indicator.source}>{indicator.name}</SourceNote>
      </span>
    ),
  },
  { id: "unit", title: t("scheme.field.unit"), cell: (indicator) => indicator.unit },
  {
    id: "measure",
    title: t("scheme.field.measure"),
    cell: (indicator) => <span className="one-line">{t(`editor.measure.${indicator.measure}`)}</span>,
  },
  ...scheme.subjects.map(
    (subject): Column<Indicator> => ({
      id: subject.id,
      title: subject.name,
      cell: (indicator) => <ThresholdCell scheme={scheme} indicator={indicator} subject={subject.id} />,
    }),
  ),
];

/** Subject × indicator of one direction; each number opens the sentence it comes from. */
export function ThresholdMatrix({ scheme, direction }: { scheme: Scheme; direction: DirectionId }) {
  const words = useWords();
  const columns = useMemo(() => columnsOf(words, scheme), [words, scheme]);
  const rows = scheme.indicators.filter((indicator) => indicator.direction === direction);
  const name = scheme.directions.find(({ id }) => id === direction)?.name ?? direction;
  if (rows.length === 0) return <p className="muted">{words.t("schemes.noIndicators")}</p>;
  return (
    <DataTable
      label={`${words.t("scheme.field.thresholds")} ${name}`}
      columns={columns}
      rows={rows}
      rowKey={(indicator) => indicator.id}
      uncounted
    />
  );
}

import { useMemo } from "react";
import type { RoundSettings } from "../../../shared/contract/round.ts";
import { type Indicator, type Scheme, type SubjectId, subjectIds } from "../../../shared/scheme/scheme.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { NoThreshold } from "../schemes/no-threshold.tsx";
import { DecimalField } from "./decimal-field.tsx";

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" } as const;

interface EditorProps {
  /** The notice itself, without what the clerk entered: only its open numbers can be set. */
  readonly notice: Scheme;
  readonly thresholds: RoundSettings["thresholds"];
  readonly disabled: boolean;
  readonly onChange: (thresholds: RoundSettings["thresholds"]) => void;
}

const keyOf = (indicator: Indicator, subject: SubjectId): string => `${indicator.id}/${subject}`;

function ThresholdCell({
  notice,
  indicator,
  subject,
  thresholds,
  disabled,
  onChange,
}: EditorProps & { indicator: Indicator; subject: SubjectId }) {
  const { t } = useWords();
  const threshold = indicator.thresholds[subject];
  if (!threshold) return <NoThreshold scheme={notice} subject={subject} compact />;
  if (threshold.value !== null) {
    return (
      <span title={`${t("settings.fromNotice")}${t("common.colon")}${threshold.source.quote}`}>
        {signs[threshold.op]} {formatDecimal(threshold.value)}
      </span>
    );
  }
  const key = keyOf(indicator, subject);
  const value = thresholds[key] ?? null;
  return (
    <span className="threshold-field">
      {value === null && <StatusMark status="no-threshold" compact />}
      {signs[threshold.op]}
      <DecimalField
        label={`${indicator.name} ${t(`subject.${subject}`)}`}
        value={value}
        disabled={disabled}
        onChange={(next) => onChange({ ...thresholds, [key]: next })}
      />
    </span>
  );
}

const columnsOf = (words: WordsInUse, props: EditorProps): Column<Indicator>[] => [
  {
    id: "name",
    title: words.t("settings.column.indicator"),
    cell: (indicator) => <span className="indicator-name">{indicator.name}</span>,
  },
  { id: "unit", title: words.t("settings.column.unit"), cell: (indicator) => indicator.unit },
  ...subjectIds.map(
    (subject): Column<Indicator> => ({
      id: subject,
      title: words.t(`subject.${subject}`),
      numeric: true,
      cell: (indicator) => <ThresholdCell {...props} indicator={indicator} subject={subject} />,
    }),
  ),
];

const countUnset = (notice: Scheme, thresholds: RoundSettings["thresholds"]): number =>
  notice.indicators.reduce(
    (sum, indicator) =>
      sum +
      subjectIds.filter(
        (subject) =>
          indicator.thresholds[subject]?.value === null &&
          (thresholds[keyOf(indicator, subject)] ?? null) === null,
      ).length,
    0,
  );

/** Thresholds by direction: the notice's own numbers are fixed, its open ones can be filled in. */
export function ThresholdEditor(props: EditorProps) {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => columnsOf(words, props), [words, props]);
  const unset = countUnset(props.notice, props.thresholds);
  // A notice that measures nothing (Shijiazhuang 2018) has nothing to set here.
  if (props.notice.indicators.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("settings.thresholds")}</h2>
      <p className="muted">{t("settings.thresholdsHint")}</p>
      <p role="status">
        {unset > 0 ? t("settings.thresholdsUnset", { count: String(unset) }) : t("settings.thresholdsAllSet")}
      </p>
      {props.notice.directions.map((direction) => (
        <div key={direction.id} className="threshold-direction">
          <h3>{t(`direction.${direction.id}`)}</h3>
          <DataTable
            label={`${t("settings.thresholds")} ${t(`direction.${direction.id}`)}`}
            columns={columns}
            rows={props.notice.indicators.filter((indicator) => indicator.direction === direction.id)}
            rowKey={(indicator) => indicator.id}
            uncounted
          />
        </div>
      ))}
    </section>
  );
}

import { Input } from "antd";
import { type FindingStatus, findingStatuses } from "../../../shared/scheme/finding.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { type MatrixFilter, type MatrixGroup, stateCounts } from "./matrix-groups.ts";

/** Which applicants of a group are shown, and how many are not. */
export function MatrixFilterBar({
  group,
  shown,
  filter,
  onChange,
}: {
  group: MatrixGroup;
  shown: number;
  filter: MatrixFilter;
  onChange: (filter: MatrixFilter) => void;
}) {
  const { t } = useWords();
  const counts = stateCounts(group);
  const states = findingStatuses.filter((status) => (counts.get(status) ?? 0) > 0);
  return (
    <div className="table-tools">
      <Input
        className="table-filter"
        allowClear
        aria-label={t("checks.filterRows")}
        placeholder={t("checks.filterRows")}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <ChoiceField<FindingStatus | "">
        label={t("checks.hasCell")}
        value={filter.status}
        choices={[
          { value: "", label: t("overview.anyStatus") },
          ...states.map((value) => ({
            value,
            label: t("checks.stateCount", {
              state: t(`status.${value}`),
              count: String(counts.get(value) ?? 0),
            }),
          })),
        ]}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <span role="status" className="muted">
        {t("checks.shownRows", { shown: String(shown), total: String(group.rows.length) })}
      </span>
    </div>
  );
}

import { useMemo } from "react";
import type { RoundSettings } from "../../../shared/contract/round.ts";
import type { ScoreItem } from "../../../shared/scheme/scheme.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { DecimalField } from "./decimal-field.tsx";
import { liveTotal } from "./settings-draft.ts";

/** The score sheet: a maximum for each item, with the total kept in view. */
export function FormEditor({
  items,
  maxima,
  step,
  disabled,
  onMaxima,
  onStep,
}: {
  items: readonly ScoreItem[];
  maxima: RoundSettings["maxima"];
  step: string;
  disabled: boolean;
  onMaxima: (maxima: RoundSettings["maxima"]) => void;
  onStep: (step: string) => void;
}) {
  const { t } = useWords();
  const { total, unset } = liveTotal(items, maxima);
  const columns = useMemo<Column<ScoreItem>[]>(
    () => [
      {
        id: "item",
        title: t("settings.item"),
        cell: (item) => (
          <div className="form-item-name">
            <span>{item.name}</span>
            <span className="muted">{item.guidance}</span>
          </div>
        ),
      },
      {
        id: "max",
        title: t("settings.max"),
        numeric: true,
        cell: (item) => (
          <DecimalField
            label={`${item.name} ${t("settings.max")}`}
            value={maxima[item.id] ?? null}
            disabled={disabled}
            onChange={(max) => onMaxima({ ...maxima, [item.id]: max })}
          />
        ),
      },
    ],
    [t, maxima, disabled, onMaxima],
  );
  return (
    <section className="section">
      <h2>{t("settings.form")}</h2>
      <p className="muted">{t("settings.formHint")}</p>
      <DataTable
        label={t("settings.form")}
        columns={columns}
        rows={items}
        rowKey={(item) => item.id}
        uncounted
        tools={
          <strong role="status" className="live-total">
            {t("settings.total")}{" "}
            {unset > 0 ? t("settings.totalOpen", { total, count: String(unset) }) : total}
          </strong>
        }
      />
      <div className="row step-field">
        <span>{t("settings.step")}</span>
        <DecimalField
          label={t("settings.step")}
          value={step === "" ? null : step}
          disabled={disabled}
          required
          onChange={(next) => onStep(next ?? "")}
        />
      </div>
    </section>
  );
}

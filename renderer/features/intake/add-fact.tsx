import { Select } from "antd";
import { useState } from "react";
import type { Indicator } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useAct } from "../../api/use-act.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { suggestValue } from "./suggested-value.ts";
import { parseTyped, type TypedValue, ValueFields } from "./value-fields.tsx";

const fromSelection = (evidence: Evidence | null, indicator: Indicator | undefined): TypedValue => {
  const suggestion = evidence ? suggestValue(evidence.text, indicator) : null;
  return { value: suggestion?.value ?? "", year: suggestion?.year ? String(suggestion.year) : "" };
};

/** Adds a value a person found: from a selected place in a document, or typed without one. */
export function AddFact({
  submission,
  indicators,
  evidence,
  onClose,
}: {
  submission: string;
  indicators: readonly Indicator[];
  evidence: Evidence | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  const add = useAct("submission/add-fact");
  const [key, setKey] = useState<string | null>(null);
  const [typed, setTyped] = useState<TypedValue>(() => fromSelection(evidence, undefined));
  const indicator = indicators.find((known) => known.id === key);
  const parsed = parseTyped(typed);
  const choose = (id: string) => {
    setKey(id);
    if (evidence)
      setTyped(
        fromSelection(
          evidence,
          indicators.find((known) => known.id === id),
        ),
      );
  };
  const submit = (reason: string) => {
    if (key === null || parsed === null) return;
    add.mutate({ submission, key, ...parsed, reason, evidence }, { onSuccess: onClose });
  };
  return (
    <div className="add-fact">
      {evidence && <p className="add-fact-text">{t("intake.selected", { text: evidence.text })}</p>}
      <ReasonForm
        label={evidence ? t("intake.addSelected") : t("intake.addWithout")}
        ready={key !== null && parsed !== null}
        action={t("intake.add")}
        pending={add.isPending}
        error={add.error}
        onSubmit={submit}
        onCancel={onClose}
      >
        <Select
          className="wide-field"
          autoFocus
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("intake.indicator")}
          placeholder={t("intake.indicator")}
          value={key}
          onChange={choose}
          options={indicators.map((known) => ({ value: known.id, label: `${known.name}（${known.unit}）` }))}
        />
        <ValueFields typed={typed} unit={indicator?.unit ?? ""} first={false} onChange={setTyped} />
      </ReasonForm>
    </div>
  );
}

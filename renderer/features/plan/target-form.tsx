import { Button } from "antd";
import { useState } from "react";
import type { BoardRow } from "../../../shared/scheme/plan-board.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { DecimalField } from "../round-settings/decimal-field.tsx";
import { isUnsetOrAmount } from "../round-settings/settings-draft.ts";

/** A value a person has from somewhere: number, what time it speaks of, and where it is from. */
export function TargetForm({ scheme, row, onDone }: { scheme: string; row: BoardRow; onDone: () => void }) {
  const { t } = useWords();
  const act = useAct("plan/set-value");
  const [value, setValue] = useState<string | null>(row.entered?.value ?? null);
  const [asOf, setAsOf] = useState(row.entered?.asOf ?? "");
  const [source, setSource] = useState(row.entered?.source ?? "");
  const { entered } = row;
  const changed =
    value !== (entered?.value ?? null) ||
    asOf !== (entered?.asOf ?? "") ||
    source !== (entered?.source ?? "");
  useDraft(changed && !act.isPending ? 1 : 0);
  const ready = value !== null && isUnsetOrAmount(value) && asOf.trim() !== "" && source.trim() !== "";
  return (
    <form
      className="card stack"
      aria-label={t("plan.enterFor", { target: row.target.name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || value === null) return;
        act.mutate(
          { scheme, target: row.target.id, value, asOf: asOf.trim(), source: source.trim() },
          { onSuccess: onDone },
        );
      }}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
    >
      <h3>{t("plan.enterFor", { target: row.target.name })}</h3>
      <div className="field-grid">
        <Field label={t("plan.value", { unit: row.target.unit })}>
          <DecimalField
            label={t("plan.value", { unit: row.target.unit })}
            value={value}
            disabled={false}
            onChange={setValue}
          />
        </Field>
        <TextField label={t("plan.asOf")} hint={t("plan.asOfHint")} value={asOf} onChange={setAsOf} />
        <TextField
          label={t("plan.source")}
          hint={t("plan.sourceHint")}
          value={source}
          wide
          onChange={setSource}
        />
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {t("ui.save")}
        </Button>
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={act.error} />
    </form>
  );
}

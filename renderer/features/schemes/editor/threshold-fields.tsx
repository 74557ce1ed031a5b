import { Checkbox } from "antd";
import type { Indicator, Scheme } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, Field } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { operators, signs } from "../signs.ts";
import { noSource, subjectsFor, withThreshold } from "./draft-scheme.ts";
import { SourceFields } from "./source-fields.tsx";

function SubjectThreshold({
  indicator,
  subject,
  onChange,
}: {
  indicator: Indicator;
  subject: Scheme["subjects"][number];
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const threshold = indicator.thresholds[subject.id];
  const put = (next: Indicator["thresholds"][typeof subject.id]): void =>
    onChange(withThreshold(indicator, subject.id, next));
  return (
    <div className="threshold-fields">
      <Checkbox
        checked={threshold !== undefined}
        onChange={({ target }) =>
          put(target.checked ? { op: ">=", value: null, source: noSource } : undefined)
        }
      >
        {t("editor.hasThreshold", { subject: subject.name })}
      </Checkbox>
      {threshold && (
        <>
          <ChoiceField
            label={t("scheme.field.op")}
            value={threshold.op}
            choices={operators.map((op) => ({ value: op, label: `${signs[op]} ${t(`editor.op.${op}`)}` }))}
            onChange={(op) => put({ ...threshold, op })}
          />
          <Field label={t("editor.thresholdValue", { unit: indicator.unit })}>
            <DecimalField
              label={t("editor.thresholdOf", { indicator: indicator.name, subject: subject.name })}
              value={threshold.value}
              disabled={false}
              onChange={(value) => put({ ...threshold, value })}
            />
          </Field>
          <SourceFields source={threshold.source} onChange={(source) => put({ ...threshold, source })} />
        </>
      )}
    </div>
  );
}

/** Who has a threshold and which; a type without one may not be measured by this indicator, which is never "not met". */
export function ThresholdFields({
  draft,
  indicator,
  onChange,
}: {
  draft: Scheme;
  indicator: Indicator;
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const subjects = subjectsFor(draft, indicator);
  return (
    <div>
      <h4>{t("scheme.field.thresholds")}</h4>
      {subjects.length === 0 && <p className="muted">{t("editor.noSubjectHere")}</p>}
      {subjects.map((subject) => (
        <SubjectThreshold key={subject.id} indicator={indicator} subject={subject} onChange={onChange} />
      ))}
    </div>
  );
}

import { Checkbox } from "antd";
import type { Indicator, Scheme } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, Field, FieldFault } from "../../../ui/field.tsx";
import { useOwnProblem } from "../../../ui/field-problems.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { operators, signs } from "../signs.ts";
import { noSource, subjectsFor, withThreshold } from "./draft-scheme.ts";
import { SourceFields } from "./source-fields.tsx";

function SubjectThreshold({
  indicator,
  at,
  subject,
  onChange,
}: {
  indicator: Indicator;
  at: string;
  subject: Scheme["subjects"][number];
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const fault = useOwnProblem(at);
  const threshold = indicator.thresholds[subject.id];
  const put = (next: Indicator["thresholds"][typeof subject.id]): void =>
    onChange(withThreshold(indicator, subject.id, next));
  return (
    <div className="threshold-fields" data-field={at}>
      <Checkbox
        checked={threshold !== undefined}
        onChange={({ target }) =>
          put(target.checked ? { op: ">=", value: null, source: noSource } : undefined)
        }
      >
        {t("editor.hasThreshold", { subject: subject.name })}
      </Checkbox>
      {fault !== undefined && <FieldFault text={fault} />}
      {threshold && (
        <>
          <ChoiceField
            label={t("scheme.field.op")}
            value={threshold.op}
            choices={operators.map((op) => ({ value: op, label: `${signs[op]} ${t(`editor.op.${op}`)}` }))}
            onChange={(op) => put({ ...threshold, op })}
          />
          <Field label={t("editor.thresholdValue", { unit: indicator.unit })} at={`${at}.value`}>
            <DecimalField
              label={t("editor.thresholdOf", { indicator: indicator.name, subject: subject.name })}
              value={threshold.value}
              disabled={false}
              onChange={(value) => put({ ...threshold, value })}
            />
          </Field>
          <SourceFields
            at={`${at}.source`}
            source={threshold.source}
            onChange={(source) => put({ ...threshold, source })}
          />
        </>
      )}
    </div>
  );
}

/** Who has a threshold and which; a type without one may not be measured by this indicator, which is never "not met". */
export function ThresholdFields({
  draft,
  indicator,
  at,
  onChange,
}: {
  draft: Scheme;
  indicator: Indicator;
  at: string;
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const subjects = subjectsFor(draft, indicator);
  return (
    <div>
      <h4>{t("scheme.field.thresholds")}</h4>
      {subjects.length === 0 && <p className="muted">{t("editor.noSubjectHere")}</p>}
      {subjects.map((subject) => (
        <SubjectThreshold
          key={subject.id}
          at={`${at}.thresholds.${subject.id}`}
          indicator={indicator}
          subject={subject}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

import { Button } from "antd";
import type { Measure, MeasureInput } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, Field, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { operators, signs } from "../signs.ts";
import { formatGroups, freshId, noSource, parseGroups, removeAt, replaceAt } from "./draft-scheme.ts";
import { KeptText } from "./kept-text.tsx";
import { measureKinds, newMeasure } from "./point-draft.ts";
import { SourceFields } from "./source-fields.tsx";

function withWords<Input extends MeasureInput>(value: Input, require: string[][]): Input {
  const { match: _old, ...bare } = value;
  const { exclude } = value.match ?? { exclude: [] };
  return (require.length === 0 ? bare : { ...bare, match: { require, exclude } }) as Input;
}

function withYear<Input extends MeasureInput>(value: Input, year: "latest" | "before" | "any"): Input {
  const { year: _old, ...bare } = value;
  return (year === "any" ? bare : { ...bare, year }) as Input;
}

/** The name of a number somebody will be asked for, and its unit. */
function InputNames<Input extends MeasureInput>({
  label,
  at,
  value,
  onChange,
}: {
  label: string;
  at: string;
  value: Input;
  onChange: (value: Input) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <TextField
        label={label}
        hint={t("editor.measureNameHint")}
        at={`${at}.name`}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <TextField
        label={t("editor.measureUnit", { name: label })}
        at={`${at}.unit`}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit.trim() })}
      />
      <KeptText
        label={t("editor.lookFor", { name: label })}
        hint={t("editor.lookForHint")}
        at={`${at}.match`}
        value={value.match?.require ?? []}
        format={formatGroups}
        parse={parseGroups}
        onChange={(require) => onChange(withWords(value, require))}
      />
      <ChoiceField<"latest" | "before" | "any">
        label={t("editor.lookYear", { name: label })}
        value={value.year ?? "any"}
        choices={(["any", "latest", "before"] as const).map((one) => ({
          value: one,
          label: t(`editor.lookYear.${one}`),
        }))}
        onChange={(year) => onChange(withYear(value, year))}
      />
    </>
  );
}

type Compare = Extract<Measure, { kind: "compare" }>;

/** A notice may name two references that differ (全省 and 全市 平均水平): each with its own sentence. */
function References({
  measure,
  at,
  onChange,
}: {
  measure: Compare;
  at: string;
  onChange: (measure: Compare) => void;
}) {
  const { t } = useWords();
  const { references } = measure;
  const put = (next: Compare["references"]): void => onChange({ ...measure, references: next });
  const add = (): void => {
    const id = freshId(
      "reference",
      references.map((one) => one.id),
    );
    put([...references, { id, name: "", unit: measure.own.unit, source: noSource }]);
  };
  return (
    <>
      {references.map((reference, index) => (
        <div key={reference.id} className="nested-item">
          <div className="field-grid">
            <InputNames
              label={t("editor.reference", { number: String(index + 1) })}
              at={`${at}.references[${index}]`}
              value={reference}
              onChange={(next) => put(replaceAt(references, index, next))}
            />
            {references.length > 1 && (
              <Button onClick={() => put(removeAt(references, index))}>
                {t("editor.removeNamed", { name: reference.name })}
              </Button>
            )}
          </div>
          <SourceFields
            at={`${at}.references[${index}].source`}
            source={reference.source}
            onChange={(source) => put(replaceAt(references, index, { ...reference, source }))}
          />
        </div>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addReference")}
      </Button>
    </>
  );
}

type InputKey = "count" | "part" | "whole" | "before" | "after" | "own";

/** The numbers a measure is computed from, in the order they are asked for, each with how a new one is put in. */
function inputsIn(measure: Measure): [InputKey, MeasureInput, (next: MeasureInput) => Measure][] {
  switch (measure.kind) {
    case "count":
      return [["count", measure.count, (count) => ({ ...measure, count })]];
    case "share":
      return [
        ["part", measure.part, (part) => ({ ...measure, part })],
        ["whole", measure.whole, (whole) => ({ ...measure, whole })],
      ];
    case "change":
      return [
        ["before", measure.before, (before) => ({ ...measure, before })],
        ["after", measure.after, (after) => ({ ...measure, after })],
      ];
    case "compare":
      return [["own", measure.own, (own) => ({ ...measure, own })]];
  }
}

/** How the number behind a point is computed; a line nobody entered stays unset and decides nothing. */
export function MeasureFields({
  measure,
  at,
  onChange,
}: {
  measure: Measure;
  at: string;
  onChange: (measure: Measure) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <div className="field-grid">
        <ChoiceField
          label={t("scheme.field.measure")}
          value={measure.kind}
          choices={measureKinds.map((value) => ({ value, label: t(`editor.pointMeasure.${value}`) }))}
          onChange={(kind) => onChange(newMeasure(kind))}
        />
        <ChoiceField
          label={t("scheme.field.op")}
          value={measure.op}
          choices={operators.map((op) => ({ value: op, label: `${signs[op]} ${t(`editor.op.${op}`)}` }))}
          onChange={(op) => onChange({ ...measure, op })}
        />
        {measure.kind !== "compare" && (
          <Field label={t(`editor.line.${measure.kind}`)} at={`${at}.value`}>
            <DecimalField
              label={t(`editor.line.${measure.kind}`)}
              value={measure.value}
              disabled={false}
              onChange={(value) => onChange({ ...measure, value })}
            />
          </Field>
        )}
        {inputsIn(measure).map(([key, value, putIn]) => (
          <InputNames
            key={key}
            label={t(`editor.input.${key}`)}
            at={`${at}.${key}`}
            value={value}
            onChange={(next) => onChange(putIn(next))}
          />
        ))}
      </div>
      {measure.kind === "compare" && <References measure={measure} at={at} onChange={onChange} />}
    </>
  );
}

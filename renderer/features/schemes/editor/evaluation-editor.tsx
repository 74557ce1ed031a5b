import { Button } from "antd";
import type { Evaluation, EvaluationOutcome } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { freshId, moveUp, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { SourceFields } from "./source-fields.tsx";

const newOutcome = (id: string): EvaluationOutcome => ({
  id,
  name: "",
  condition: "",
  consequence: "",
  effect: "keep",
  after: null,
  source: noSource,
});

const newEvaluation = (): Evaluation => ({
  cadence: "",
  by: "",
  sortedBy: "subject",
  outcomes: [newOutcome("outcome-1")],
  source: noSource,
});

function OutcomeFields({
  outcome,
  others,
  at,
  onChange,
}: {
  outcome: EvaluationOutcome;
  others: readonly EvaluationOutcome[];
  at: string;
  onChange: (outcome: EvaluationOutcome) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.outcomeName")}
          value={outcome.name}
          at={`${at}.name`}
          onChange={(name) => onChange({ ...outcome, name })}
        />
        <ChoiceField
          label={t("scheme.field.effect")}
          value={outcome.effect}
          choices={(["keep", "rectify", "remove"] as const).map((value) => ({
            value,
            label: t(`editor.outcomeEffect.${value}`),
          }))}
          onChange={(effect) => onChange({ ...outcome, effect })}
        />
        <ChoiceField<string>
          label={t("editor.outcomeAfter")}
          at={`${at}.after`}
          value={outcome.after ?? ""}
          choices={[
            { value: "", label: t("editor.outcomeAnyTime") },
            ...others.map(({ id, name }) => ({ value: id, label: name || t("editor.newOutcome") })),
          ]}
          onChange={(after) => onChange({ ...outcome, after: after === "" ? null : after })}
        />
        <TextField
          label={t("scheme.field.condition")}
          value={outcome.condition}
          at={`${at}.condition`}
          wide
          onChange={(condition) => onChange({ ...outcome, condition })}
        />
        <TextField
          label={t("scheme.field.consequence")}
          value={outcome.consequence}
          at={`${at}.consequence`}
          wide
          onChange={(consequence) => onChange({ ...outcome, consequence })}
        />
      </div>
      <SourceFields
        at={`${at}.source`}
        source={outcome.source}
        onChange={(source) => onChange({ ...outcome, source })}
      />
    </>
  );
}

function Outcomes({
  outcomes,
  onChange,
}: {
  outcomes: readonly EvaluationOutcome[];
  onChange: (outcomes: EvaluationOutcome[]) => void;
}) {
  const { t } = useWords();
  const ids = outcomes.map(({ id }) => id);
  return (
    <>
      {outcomes.map((outcome, index) => (
        <ItemFrame
          key={outcome.id}
          name={outcome.name === "" ? t("editor.newOutcome") : outcome.name}
          onUp={index > 0 ? () => onChange(moveUp(outcomes, index)) : undefined}
          onRemove={() => onChange(removeAt(outcomes, index))}
        >
          <OutcomeFields
            outcome={outcome}
            others={removeAt(outcomes, index)}
            at={`evaluation.outcomes[${index}]`}
            onChange={(next) => onChange(replaceAt(outcomes, index, next))}
          />
        </ItemFrame>
      ))}
      <Button
        className="add-button"
        onClick={() => onChange([...outcomes, newOutcome(freshId("outcome", ids))])}
      >
        {t("editor.addOutcome")}
      </Button>
    </>
  );
}

/** What becomes of bases that hold the title already: how often it is looked at, by whom, and what may follow. */
export function EvaluationEditor({
  evaluation,
  onChange,
}: {
  evaluation: Evaluation | undefined;
  onChange: (evaluation: Evaluation | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <section className="section stack" aria-label={t("scheme.field.evaluation")}>
      <h3>{t("scheme.field.evaluation")}</h3>
      <p className="muted">{t("editor.evaluationHint")}</p>
      {evaluation === undefined ? (
        <p className="row">
          <span>{t("editor.noEvaluation")}</span>
          <Button onClick={() => onChange(newEvaluation())}>{t("editor.setEvaluation")}</Button>
        </p>
      ) : (
        <>
          <div className="field-grid">
            <TextField
              label={t("scheme.field.cadence")}
              value={evaluation.cadence}
              at="evaluation.cadence"
              hint={t("editor.cadenceHint")}
              onChange={(cadence) => onChange({ ...evaluation, cadence })}
            />
            <TextField
              label={t("scheme.field.by")}
              value={evaluation.by}
              at="evaluation.by"
              onChange={(by) => onChange({ ...evaluation, by })}
            />
            <ChoiceField
              label={t("editor.sortedBy")}
              value={evaluation.sortedBy}
              choices={(["subject", "direction"] as const).map((value) => ({
                value,
                label: t(`scheme.field.${value}`),
              }))}
              onChange={(sortedBy) => onChange({ ...evaluation, sortedBy })}
            />
          </div>
          <SourceFields
            at="evaluation.source"
            source={evaluation.source}
            onChange={(source) => onChange({ ...evaluation, source })}
          />
          <Outcomes
            outcomes={evaluation.outcomes}
            onChange={(outcomes) => onChange({ ...evaluation, outcomes })}
          />
          <Button className="add-button" onClick={() => onChange(undefined)}>
            {t("editor.removeEvaluation")}
          </Button>
        </>
      )}
    </section>
  );
}

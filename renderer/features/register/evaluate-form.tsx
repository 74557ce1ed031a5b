import { Input } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Base, BaseAct } from "../../../shared/register/base.ts";
import type { Evaluation } from "../../../shared/scheme/scheme.ts";
import { useCall } from "../../api/use-call.ts";
import { ChoiceField, Field, TextField } from "../../ui/field.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** A form for one act on a base. */
export interface FormProps {
  readonly base: Base;
  readonly send: (act: BaseAct) => void;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onCancel: () => void;
}

interface EvaluateProps extends Omit<FormProps, "base"> {
  readonly scheme: string;
  readonly evaluation: Evaluation;
  /** Known where a whole year is gone through; asked for else. */
  readonly year: number | null;
  /** Who is meant, where several are on the screen. */
  readonly label?: string;
}

function Days({
  deadline,
  reevaluation,
  onDeadline,
  onReevaluation,
}: {
  deadline: string;
  reevaluation: string;
  onDeadline: (day: string) => void;
  onReevaluation: (day: string) => void;
}) {
  const { t } = useWords();
  return (
    <div className="field-grid">
      <Field label={t("bases.rectifyBy")}>
        <Input type="date" value={deadline} onChange={(event) => onDeadline(event.target.value)} />
      </Field>
      <Field label={t("bases.reevaluate")}>
        <Input
          type="date"
          value={reevaluation}
          min={deadline}
          onChange={(event) => onReevaluation(event.target.value)}
        />
      </Field>
    </div>
  );
}

/** A result in the words of the document; 整改 needs its last day, and may say when it is looked at again. */
export function EvaluateForm({
  scheme,
  evaluation,
  year: given,
  label,
  send,
  pending,
  error,
  onCancel,
}: EvaluateProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const [outcome, setOutcome] = useState(evaluation.outcomes[0]?.id ?? "");
  const [deadline, setDeadline] = useState("");
  const [reevaluation, setReevaluation] = useState("");
  const year = given ?? (/^20\d\d$/.test(typed) ? Number(typed) : null);
  const chosen = evaluation.outcomes.find(({ id }) => id === outcome);
  const rectify = chosen?.effect === "rectify";
  const submit = (reason: string): void => {
    if (!chosen || year === null) return;
    send({
      kind: "evaluated",
      scheme,
      year,
      outcome: chosen.id,
      effect: chosen.effect,
      deadline: rectify ? deadline : null,
      reevaluation: rectify && reevaluation !== "" ? reevaluation : null,
      reason,
    });
  };
  return (
    <ReasonForm
      label={label ?? t("bases.evaluate")}
      pending={pending}
      error={error}
      ready={year !== null && (!rectify || deadline !== "")}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {given === null && (
        <TextField
          label={t("bases.year")}
          hint="2022"
          value={typed}
          onChange={(text) => setTyped(text.trim())}
        />
      )}
      <ChoiceField
        label={t("bases.outcome")}
        value={outcome}
        choices={evaluation.outcomes.map(({ id, name, condition }) => ({
          value: id,
          label: `${name}（${condition}）`,
        }))}
        onChange={setOutcome}
      />
      {chosen && <p className="muted">{chosen.consequence}</p>}
      {rectify && (
        <Days
          deadline={deadline}
          reevaluation={reevaluation}
          onDeadline={setDeadline}
          onReevaluation={setReevaluation}
        />
      )}
    </ReasonForm>
  );
}

/** Results are recorded under a document that says which results there are. */
export function Evaluate(props: FormProps & { schemes: OutputOf<"scheme/list"> }) {
  const { t } = useWords();
  const evaluating = props.schemes.filter(({ evaluates }) => evaluates);
  const [chosen, setChosen] = useState<string | null>(null);
  const national = props.base.level === "national" ? "national-2020" : "shijiazhuang-2018";
  const scheme = [chosen, props.base.register, national].find((id) =>
    evaluating.some((one) => one.id === id),
  );
  const shown = scheme ?? evaluating[0]?.id;
  const known = useCall("scheme/get", shown === undefined ? null : { scheme: shown });
  const evaluation = known.data?.evaluation;
  if (shown === undefined) return <p className="muted">{t("bases.noEvaluation")}</p>;
  return (
    <div className="stack">
      <ChoiceField<string>
        label={t("bases.underScheme")}
        value={shown}
        choices={evaluating.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      {evaluation && (
        <EvaluateForm key={shown} {...props} scheme={shown} evaluation={evaluation} year={null} />
      )}
    </div>
  );
}

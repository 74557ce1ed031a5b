import { Input, Select } from "antd";
import { useState } from "react";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Fact, IdentityField } from "../../../shared/submission/dossier.ts";
import { useAct } from "../../api/use-act.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { parseTyped, type TypedValue, ValueFields } from "./value-fields.tsx";

interface Ends {
  readonly submission: string;
  readonly onClose: () => void;
}

/** What was read stays; the corrected value stands beside it with who, when and why. */
export function CorrectFact({ submission, fact, onClose }: Ends & { fact: Fact }) {
  const { t } = useWords();
  const correct = useAct("submission/correct-fact");
  const [typed, setTyped] = useState<TypedValue>({
    value: fact.value,
    year: fact.year === undefined ? "" : String(fact.year),
  });
  const parsed = parseTyped(typed);
  return (
    <ReasonForm
      label={t("intake.correct")}
      ready={parsed !== null}
      pending={correct.isPending}
      error={correct.error}
      onCancel={onClose}
      onSubmit={(reason) =>
        parsed && correct.mutate({ submission, fact: fact.id, ...parsed, reason }, { onSuccess: onClose })
      }
    >
      <ValueFields typed={typed} unit={fact.unit} onChange={setTyped} />
    </ReasonForm>
  );
}

export function RejectFact({ submission, fact, onClose }: Ends & { fact: Fact }) {
  const { t } = useWords();
  const reject = useAct("submission/reject-fact");
  return (
    <ReasonForm
      label={t("intake.reject")}
      action={t("intake.reject")}
      pending={reject.isPending}
      error={reject.error}
      onCancel={onClose}
      onSubmit={(reason) => reject.mutate({ submission, fact: fact.id, reason }, { onSuccess: onClose })}
    />
  );
}

const choicesOf = (scheme: Scheme, field: IdentityField): { value: string; label: string }[] | null => {
  if (field === "city") return scheme.cities.map((city) => ({ value: city, label: city }));
  if (field === "subject") return scheme.subjects.map(({ id, name }) => ({ value: id, label: name }));
  if (field === "direction") return scheme.directions.map(({ id, name }) => ({ value: id, label: name }));
  return null;
};

export function SetIdentity({
  submission,
  scheme,
  field,
  current,
  onClose,
}: Ends & { scheme: Scheme; field: IdentityField; current: string }) {
  const { t } = useWords();
  const set = useAct("submission/set-identity");
  const [value, setValue] = useState(current);
  const label = t(`identityField.${field}`);
  const choices = choicesOf(scheme, field);
  return (
    <ReasonForm
      label={t("intake.setField", { field: label })}
      ready={value.trim() !== ""}
      pending={set.isPending}
      error={set.error}
      onCancel={onClose}
      onSubmit={(reason) =>
        set.mutate({ submission, field, value: value.trim(), reason }, { onSuccess: onClose })
      }
    >
      {choices === null ? (
        <Input
          value={value}
          maxLength={120}
          aria-label={label}
          autoFocus
          onChange={(event) => setValue(event.target.value)}
        />
      ) : (
        <Select
          className="wide-field"
          aria-label={label}
          placeholder={label}
          value={value === "" ? null : value}
          autoFocus
          onChange={(chosen: string) => setValue(chosen)}
          showSearch={{ optionFilterProp: "label" }}
          options={choices}
        />
      )}
    </ReasonForm>
  );
}

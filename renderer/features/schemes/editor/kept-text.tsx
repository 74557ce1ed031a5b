import { Input } from "antd";
import { useState } from "react";
import { Field, FieldFault } from "../../../ui/field.tsx";
import { useFieldState } from "../../../ui/field-problems.ts";
import { useWords } from "../../../ui/use-words.tsx";

interface KeptProps<Value> {
  readonly value: Value;
  readonly format: (value: Value) => string;
  /** `undefined`: this is none; the field says so and nothing changes. */
  readonly parse: (typed: string) => Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly lines?: number;
  readonly hint?: string;
}

function KeptControl<Value>({ value, format, parse, onChange, lines = 1, hint }: KeptProps<Value>) {
  const { t } = useWords();
  const state = useFieldState();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? format(value);
  const wrong = typed !== null && parse(typed) === undefined;
  const take = (text: string): void => {
    setTyped(text);
    const parsed = parse(text);
    if (parsed !== undefined) onChange(parsed);
  };
  const common = {
    ...state,
    value: shown,
    placeholder: hint,
    ...(wrong ? { "aria-invalid": true } : {}),
    ...(wrong || state["aria-invalid"] ? { status: "error" as const } : {}),
    onBlur: () => {
      if (!wrong) setTyped(null);
    },
  };
  return (
    <>
      {lines === 1 ? (
        <Input {...common} onChange={(event) => take(event.target.value)} />
      ) : (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: lines, maxRows: 10 }}
          onChange={(event) => take(event.target.value)}
        />
      )}
      {wrong && <FieldFault text={t("editor.notTaken", { kept: format(value) || t("ui.unset") })} />}
    </>
  );
}

/** Text that is understood as something else (a list, a number): what was typed stays as it is until the field is left. */
export const KeptText = <Value,>({
  label,
  wide,
  at,
  ...kept
}: KeptProps<Value> & { label: string; wide?: boolean; at?: string }) => (
  <Field label={label} wide={wide} at={at}>
    <KeptControl {...kept} />
  </Field>
);

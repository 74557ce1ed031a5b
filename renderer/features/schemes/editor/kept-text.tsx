import { Input } from "antd";
import { useState } from "react";
import { Field } from "../../../ui/field.tsx";

/** Text that is understood as something else (a list, a number): what was typed stays as it is until the field is left. */
export function KeptText<Value>({
  label,
  value,
  format,
  parse,
  onChange,
  lines = 1,
  hint,
  wide = false,
}: {
  label: string;
  value: Value;
  format: (value: Value) => string;
  /** `undefined`: this is none; the field says so and nothing changes. */
  parse: (typed: string) => Value | undefined;
  onChange: (value: Value) => void;
  lines?: number;
  hint?: string;
  wide?: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? format(value);
  const wrong = typed !== null && parse(typed) === undefined;
  const take = (text: string): void => {
    setTyped(text);
    const parsed = parse(text);
    if (parsed !== undefined) onChange(parsed);
  };
  const common = {
    value: shown,
    placeholder: hint,
    "aria-invalid": wrong,
    ...(wrong ? { status: "error" as const } : {}),
    onBlur: () => {
      if (!wrong) setTyped(null);
    },
  };
  return (
    <Field label={label} wide={wide}>
      {lines === 1 ? (
        <Input {...common} onChange={(event) => take(event.target.value)} />
      ) : (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: lines, maxRows: 10 }}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </Field>
  );
}

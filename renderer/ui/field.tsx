import { Input } from "antd";
import type { ReactNode } from "react";

/** A label above its field; the label names the field for screen readers too. */
export const Field = ({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
  <label className={wide ? "field field-wide" : "field"}>
    <span className="field-label">{label}</span>
    {children}
  </label>
);

export const TextField = ({
  label,
  value,
  onChange,
  wide = false,
  hint,
  lines = 1,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  wide?: boolean;
  hint?: string;
  lines?: number;
}) => (
  <Field label={label} wide={wide}>
    {lines === 1 ? (
      <Input value={value} placeholder={hint} onChange={(event) => onChange(event.target.value)} />
    ) : (
      <Input.TextArea
        value={value}
        placeholder={hint}
        autoSize={{ minRows: lines, maxRows: 12 }}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** The system's own list: it opens and types ahead by keyboard like every other list of the computer. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}) {
  return (
    <Field label={label}>
      <select
        className="choice"
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

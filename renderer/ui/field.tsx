import { Input } from "antd";
import { type ReactNode, useId } from "react";
import { FieldStateContext, useFieldProblem, useFieldState } from "./field-problems.ts";

/** The fault of a field, where the eye already is; read out with the field. */
export const FieldFault = ({ id, text }: { id?: string; text: string }) => (
  <span id={id} className="field-fault">
    ! {text}
  </span>
);

/** A label above its field; the label names the field for screen readers too. `at`: the place of the data it holds. */
export function Field({
  label,
  wide = false,
  at,
  children,
}: {
  label: string;
  wide?: boolean | undefined;
  at?: string | undefined;
  children: ReactNode;
}) {
  const fault = useFieldProblem(at);
  const id = useId();
  const state = fault === undefined ? {} : { "aria-invalid": true as const, "aria-describedby": id };
  return (
    <div className={wide ? "field field-wide" : "field"} data-field={at}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children */}
      <label className="field-control">
        <span className="field-label">{label}</span>
        <FieldStateContext value={state}>{children}</FieldStateContext>
      </label>
      {fault !== undefined && <FieldFault id={id} text={fault} />}
    </div>
  );
}

interface TextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly lines?: number;
}

function TextControl({ value, onChange, hint, lines = 1 }: TextProps) {
  const state = useFieldState();
  const common = {
    ...state,
    ...(state["aria-invalid"] ? { status: "error" as const } : {}),
    value,
    placeholder: hint,
  };
  return lines === 1 ? (
    <Input {...common} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <Input.TextArea
      {...common}
      autoSize={{ minRows: lines, maxRows: 12 }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export const TextField = ({
  label,
  wide,
  at,
  ...text
}: TextProps & { label: string; wide?: boolean | undefined; at?: string | undefined }) => (
  <Field label={label} wide={wide} at={at}>
    <TextControl {...text} />
  </Field>
);

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceProps<Value extends string> {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

function ChoiceControl<Value extends string>({ value, choices, onChange }: ChoiceProps<Value>) {
  return (
    <select
      {...useFieldState()}
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
  );
}

/** The system's own list: it opens and types ahead by keyboard like every other list of the computer. */
export const ChoiceField = <Value extends string>({
  label,
  at,
  ...choice
}: ChoiceProps<Value> & { label: string; at?: string | undefined }) => (
  <Field label={label} at={at}>
    <ChoiceControl {...choice} />
  </Field>
);

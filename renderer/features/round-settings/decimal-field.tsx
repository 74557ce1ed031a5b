import { Input } from "antd";
import { useState } from "react";
import { FieldFault } from "../../ui/field.tsx";
import { useFieldState } from "../../ui/field-problems.ts";
import { useWords } from "../../ui/use-words.tsx";
import { isUnsetOrAmount, tidyDecimal } from "./settings-draft.ts";

/** A number kept as the decimal string that was typed; empty is "not set" and looks like it. */
export function DecimalField({
  label,
  value,
  disabled,
  onChange,
  required = false,
}: {
  label: string;
  value: string | null;
  disabled: boolean;
  onChange: (value: string | null) => void;
  required?: boolean;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const state = useFieldState();
  const wrong = !isUnsetOrAmount(value) || (required && value === null);
  return (
    <>
      <Input
        {...state}
        className={value === null ? "decimal-field decimal-field-unset" : "decimal-field"}
        aria-label={label}
        {...(wrong ? { "aria-invalid": true } : {})}
        {...(wrong || state["aria-invalid"] ? { status: "error" as const } : {})}
        title={wrong ? t("settings.notNumber") : undefined}
        value={typed ?? value ?? ""}
        placeholder={t("ui.unset")}
        inputMode="decimal"
        disabled={disabled}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(tidyDecimal(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      {wrong && !state["aria-invalid"] && (
        <FieldFault text={t(value === null ? "scheme.problem.empty" : "settings.notNumber")} />
      )}
    </>
  );
}

import { Form, Input, Select } from "antd";
import { useState } from "react";
import type { RoundSettings } from "../../../shared/contract/round.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { FieldFault } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { DecimalField } from "./decimal-field.tsx";
import { parseYears } from "./settings-draft.ts";

type Definitions = Pick<RoundSettings, "baseYears" | "growthMethod" | "outlineTolerance" | "boundWords">;

function YearsField({
  value,
  disabled,
  onChange,
}: {
  value: readonly number[] | null;
  disabled: boolean;
  onChange: (years: number[] | null) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && parseYears(typed) === undefined;
  return (
    <>
      <Input
        id="base-years"
        value={typed ?? value?.join("、") ?? ""}
        placeholder={t("ui.unset")}
        disabled={disabled}
        aria-invalid={wrong}
        {...(wrong ? { status: "error" as const } : {})}
        onChange={(event) => {
          setTyped(event.target.value);
          const years = parseYears(event.target.value);
          if (years !== undefined) onChange(years);
        }}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      {wrong && <FieldFault text={t("editor.notTaken", { kept: value?.join("、") ?? t("ui.unset") })} />}
    </>
  );
}

/** What the notice leaves open: which years are meant and how growth is computed. */
export function DefinitionsEditor({
  notice,
  value,
  disabled,
  onChange,
}: {
  notice: Scheme;
  value: Definitions;
  disabled: boolean;
  onChange: (part: Partial<Definitions>) => void;
}) {
  const { t } = useWords();
  return (
    <section className="section">
      <h2>{t("settings.definitions")}</h2>
      <Form layout="vertical" className="definitions" component="div">
        <Form.Item label={t("settings.baseYears")} htmlFor="base-years" extra={t("settings.baseYearsHint")}>
          <YearsField
            value={value.baseYears}
            disabled={disabled}
            onChange={(baseYears) => onChange({ baseYears })}
          />
        </Form.Item>
        <Form.Item label={t("settings.growthMethod")} htmlFor="growth-method">
          <Select
            id="growth-method"
            value={value.growthMethod ?? "unset"}
            disabled={disabled}
            onChange={(method: "unset" | "arithmetic" | "compound") =>
              onChange({ growthMethod: method === "unset" ? null : method })
            }
            options={(["unset", "arithmetic", "compound"] as const).map((method) => ({
              value: method,
              label: t(`settings.growth.${method}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("editor.boundWords")} htmlFor="bound-words" extra={t("settings.boundWordsHint")}>
          <Select
            id="bound-words"
            value={value.boundWords ?? notice.settings.boundWords ?? "inclusive"}
            disabled={disabled}
            onChange={(boundWords: "inclusive" | "exclusive") => onChange({ boundWords })}
            options={(["inclusive", "exclusive"] as const).map((bound) => ({
              value: bound,
              label: t(`editor.bound.${bound}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("settings.outlineTolerance")}>
          <DecimalField
            label={t("settings.outlineTolerance")}
            value={value.outlineTolerance}
            disabled={disabled}
            onChange={(outlineTolerance) => onChange({ outlineTolerance })}
          />
        </Form.Item>
      </Form>
    </section>
  );
}

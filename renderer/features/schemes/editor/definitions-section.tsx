import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, Field } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { parseYears } from "../../round-settings/settings-draft.ts";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";

type Growth = NonNullable<Scheme["settings"]["growthMethod"]>;

/** What a notice may leave open; unset here, the clerk of a round can still set it. */
export function DefinitionsSection({ draft, change }: SectionProps) {
  const { t } = useWords();
  const { settings } = draft;
  const put = (part: Partial<Scheme["settings"]>): void => change({ settings: { ...settings, ...part } });
  return (
    <>
      <p className="muted">{t("editor.definitionsHint")}</p>
      <div className="field-grid">
        <KeptText
          label={t("settings.baseYears")}
          hint={t("ui.unset")}
          value={settings.baseYears}
          at="settings.baseYears"
          format={(years) => (years ?? []).join("、")}
          parse={parseYears}
          onChange={(baseYears) => put({ baseYears })}
        />
        <ChoiceField<Growth | "unset">
          label={t("settings.growthMethod")}
          value={settings.growthMethod ?? "unset"}
          choices={(["unset", "arithmetic", "compound"] as const).map((value) => ({
            value,
            label: t(`settings.growth.${value}`),
          }))}
          onChange={(method) => put({ growthMethod: method === "unset" ? null : method })}
        />
        <Field label={t("settings.outlineTolerance")} at="settings.outlineTolerance">
          <DecimalField
            label={t("settings.outlineTolerance")}
            value={settings.outlineTolerance}
            disabled={false}
            onChange={(outlineTolerance) => put({ outlineTolerance })}
          />
        </Field>
        <ChoiceField
          label={t("editor.boundWords")}
          value={settings.boundWords ?? "inclusive"}
          choices={(["inclusive", "exclusive"] as const).map((value) => ({
            value,
            label: t(`editor.bound.${value}`),
          }))}
          onChange={(boundWords) => put({ boundWords })}
        />
      </div>
    </>
  );
}

import { type BaseDetails, BaseLevel } from "../../../shared/register/base.ts";
import { type DirectionId, directionIds, type SubjectId, subjectIds } from "../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Everything that is known of a base; what no source says stays open. */
export function DetailsFields({
  details,
  onChange,
}: {
  details: BaseDetails;
  onChange: (details: BaseDetails) => void;
}) {
  const { t } = useWords();
  const set = (part: Partial<BaseDetails>): void => onChange({ ...details, ...part });
  return (
    <div className="field-grid">
      <TextField
        label={t("scheme.field.name")}
        value={details.name}
        wide
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        label={t("bases.level")}
        value={details.level}
        choices={BaseLevel.options.map((value) => ({ value, label: t(`register.level.${value}`) }))}
        onChange={(level) => set({ level })}
      />
      <ChoiceField<DirectionId | "">
        label={t("scheme.field.direction")}
        value={details.direction ?? ""}
        choices={[
          { value: "", label: t("ui.unset") },
          ...directionIds.map((value) => ({ value, label: t(`direction.${value}`) })),
        ]}
        onChange={(direction) => set({ direction: direction === "" ? null : direction })}
      />
      <ChoiceField<SubjectId | "">
        label={t("scheme.field.subject")}
        value={details.subject ?? ""}
        choices={[
          { value: "", label: t("ui.unset") },
          ...subjectIds.map((value) => ({ value, label: t(`subject.${value}`) })),
        ]}
        onChange={(subject) => set({ subject: subject === "" ? null : subject })}
      />
      <TextField
        label={t("scheme.field.province")}
        value={details.province}
        onChange={(province) => set({ province })}
      />
      <TextField label={t("bases.city")} value={details.city} onChange={(city) => set({ city })} />
      <TextField label={t("bases.batch")} value={details.batch} onChange={(batch) => set({ batch })} />
      <TextField
        label={t("scheme.field.source")}
        value={details.source}
        wide
        onChange={(source) => set({ source })}
      />
    </div>
  );
}

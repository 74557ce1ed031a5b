import { Button } from "antd";
import type { GradeLevel } from "../../../../shared/scheme/scheme.ts";
import { Field, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { freshId, moveUp, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";

const level = (id: string): GradeLevel => ({ id, name: "", minimum: null, share: null });

/** Two grades without names: which there are, and where the lines lie, is for people to say. */
export const newLevels = (): GradeLevel[] => [level("level-1"), level("level-2")];

function LevelFields({
  value,
  last,
  at,
  onChange,
}: {
  value: GradeLevel;
  last: boolean;
  at: string;
  onChange: (level: GradeLevel) => void;
}) {
  const { t } = useWords();
  const name = value.name === "" ? t("editor.newLevel") : value.name;
  return (
    <div className="field-grid">
      <TextField
        label={t("editor.gradeName")}
        value={value.name}
        at={`${at}.name`}
        onChange={(typed) => onChange({ ...value, name: typed })}
      />
      {last && value.minimum === null && value.share === null ? (
        <p className="muted">{t("editor.lastLevel")}</p>
      ) : (
        <>
          <Field label={t("editor.minimum")} at={`${at}.minimum`}>
            <DecimalField
              label={t("editor.minimumOf", { name })}
              value={value.minimum}
              disabled={false}
              onChange={(minimum) => onChange({ ...value, minimum })}
            />
          </Field>
          <Field label={t("editor.share")} at={`${at}.share`}>
            <DecimalField
              label={t("editor.shareOf", { name })}
              value={value.share}
              disabled={false}
              onChange={(share) => onChange({ ...value, share })}
            />
          </Field>
        </>
      )}
    </div>
  );
}

/** Grades best first; a new one comes before the last, which takes everyone who is left. */
export function LevelsEditor({
  levels,
  at,
  onChange,
}: {
  levels: readonly GradeLevel[];
  /** Place of the list in the data. */
  at: string;
  onChange: (levels: GradeLevel[]) => void;
}) {
  const { t } = useWords();
  const add = (): void => {
    const id = freshId(
      "level",
      levels.map((one) => one.id),
    );
    onChange([...levels.slice(0, -1), level(id), ...levels.slice(-1)]);
  };
  return (
    <>
      <p className="muted">{t("grading.shareFieldHint")}</p>
      {levels.map((one, index) => (
        <ItemFrame
          key={one.id}
          name={one.name === "" ? t("editor.newLevel") : one.name}
          at={`${at}[${index}]`}
          onUp={index > 0 ? () => onChange(moveUp(levels, index)) : undefined}
          onRemove={() => onChange(removeAt(levels, index))}
        >
          <LevelFields
            value={one}
            last={index === levels.length - 1}
            at={`${at}[${index}]`}
            onChange={(next) => onChange(replaceAt(levels, index, next))}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addGrade")}
      </Button>
    </>
  );
}

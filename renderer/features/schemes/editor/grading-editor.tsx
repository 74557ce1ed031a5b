import { Button } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { Field, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { freshId, moveUp, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { SourceFields } from "./source-fields.tsx";

type Grading = NonNullable<Scheme["grading"]>;
type Level = Grading["levels"][number];

const level = (id: string): Level => ({ id, name: "", minimum: null, share: null });

/** Two grades without names: which there are, and where the lines lie, is for the notice to say. */
export const newGrading = (): Grading => ({
  levels: [level("level-1"), level("level-2")],
  veto: [],
  source: noSource,
});

function LevelFields({
  value,
  last,
  at,
  onChange,
}: {
  value: Level;
  last: boolean;
  at: string;
  onChange: (level: Level) => void;
}) {
  const { t } = useWords();
  const name = value.name === "" ? t("editor.newLevel") : value.name;
  return (
    <div className="field-grid">
      <TextField
        label={t("editor.levelName")}
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

function Levels({ grading, put }: { grading: Grading; put: (part: Partial<Grading>) => void }) {
  const { t } = useWords();
  const { levels } = grading;
  const add = (): void => {
    const id = freshId(
      "level",
      levels.map((one) => one.id),
    );
    put({ levels: [...levels.slice(0, -1), level(id), ...levels.slice(-1)] });
  };
  return (
    <>
      {levels.map((one, index) => (
        <ItemFrame
          key={one.id}
          name={one.name === "" ? t("editor.newLevel") : one.name}
          at={`grading.levels[${index}]`}
          onUp={index > 0 ? () => put({ levels: moveUp(levels, index) }) : undefined}
          onRemove={() => put({ levels: removeAt(levels, index) })}
        >
          <LevelFields
            value={one}
            last={index === levels.length - 1}
            at={`grading.levels[${index}]`}
            onChange={(next) => put({ levels: replaceAt(levels, index, next) })}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addLevel")}
      </Button>
    </>
  );
}

function Vetoes({ grading, put }: { grading: Grading; put: (part: Partial<Grading>) => void }) {
  const { t } = useWords();
  const { veto } = grading;
  const add = (): void => {
    const id = freshId(
      "veto",
      veto.map((one) => one.id),
    );
    put({ veto: [...veto, { id, text: "", source: noSource }] });
  };
  return (
    <>
      <h4>{t("scheme.field.veto")}</h4>
      <p className="muted">{t("editor.vetoHint")}</p>
      {veto.map((one, index) => (
        <ItemFrame
          key={one.id}
          name={one.text === "" ? t("editor.newVeto") : one.text}
          onRemove={() => put({ veto: removeAt(veto, index) })}
        >
          <TextField
            label={t("editor.vetoText")}
            value={one.text}
            at={`grading.veto[${index}].text`}
            wide
            onChange={(text) => put({ veto: replaceAt(veto, index, { ...one, text }) })}
          />
          <SourceFields
            at={`grading.veto[${index}].source`}
            source={one.source}
            onChange={(source) => put({ veto: replaceAt(veto, index, { ...one, source }) })}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addVeto")}
      </Button>
    </>
  );
}

/** Grades of a review: a lowest score, a share at most, and what puts an applicant last whatever its score. */
export function GradingEditor({
  grading,
  onChange,
}: {
  grading: Grading | undefined;
  onChange: (grading: Grading | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <section className="section stack" aria-label={t("scheme.field.grading")}>
      <h3>{t("scheme.field.grading")}</h3>
      <p className="muted">{t("editor.gradingHint")}</p>
      {grading === undefined ? (
        <p className="row">
          <span>{t("editor.noGrading")}</span>
          <Button onClick={() => onChange(newGrading())}>{t("editor.setGrading")}</Button>
        </p>
      ) : (
        <>
          <SourceFields
            at="grading.source"
            source={grading.source}
            onChange={(source) => onChange({ ...grading, source })}
          />
          <Levels grading={grading} put={(part) => onChange({ ...grading, ...part })} />
          <Vetoes grading={grading} put={(part) => onChange({ ...grading, ...part })} />
          <Button onClick={() => onChange(undefined)}>{t("editor.removeGrading")}</Button>
        </>
      )}
    </section>
  );
}

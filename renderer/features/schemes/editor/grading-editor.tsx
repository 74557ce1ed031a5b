import { Button } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { freshId, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { LevelsEditor, newLevels } from "./levels-editor.tsx";
import { SourceFields } from "./source-fields.tsx";

type Grading = NonNullable<Scheme["grading"]>;
const newGrading = (): Grading => ({ levels: newLevels(), veto: [], source: noSource });

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
          <LevelsEditor
            levels={grading.levels}
            at="grading.levels"
            onChange={(levels) => onChange({ ...grading, levels })}
          />
          <Vetoes grading={grading} put={(part) => onChange({ ...grading, ...part })} />
          <Button className="add-button" onClick={() => onChange(undefined)}>
            {t("editor.removeGrading")}
          </Button>
        </>
      )}
    </section>
  );
}

import { Button } from "antd";
import { useMemo } from "react";
import { gradingFault, type RoundGrading } from "../../../shared/scheme/round-grading.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { FieldFault, TextField } from "../../ui/field.tsx";
import { FieldProblems } from "../../ui/field-problems.ts";
import { useWords } from "../../ui/use-words.tsx";
import { freshId, removeAt, replaceAt } from "../schemes/editor/draft-scheme.ts";
import { ItemFrame } from "../schemes/editor/item-frame.tsx";
import { LevelsEditor, newLevels } from "../schemes/editor/levels-editor.tsx";
import { GradeList } from "../schemes/scheme-grades.tsx";
import { emptyNameAt } from "./settings-draft.ts";

function Vetoes({ grading, onChange }: { grading: RoundGrading; onChange: (grading: RoundGrading) => void }) {
  const { t } = useWords();
  const { veto } = grading;
  const put = (next: RoundGrading["veto"]): void => onChange({ ...grading, veto: next });
  const ids = veto.map(({ id }) => id);
  return (
    <>
      <h3>{t("scheme.field.veto")}</h3>
      <p className="muted">{t("editor.vetoHint")}</p>
      {veto.map((one, index) => (
        <ItemFrame
          key={one.id}
          name={one.text === "" ? t("editor.newVeto") : one.text}
          onRemove={() => put(removeAt(veto, index))}
        >
          <TextField
            label={t("editor.vetoText")}
            value={one.text}
            at={`veto[${index}].text`}
            wide
            onChange={(text) => put(replaceAt(veto, index, { ...one, text }))}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={() => put([...veto, { id: freshId("veto", ids), text: "" }])}>
        {t("editor.addVeto")}
      </Button>
    </>
  );
}

function GradingForm({
  grading,
  onChange,
}: {
  grading: RoundGrading;
  onChange: (grading: RoundGrading | null) => void;
}) {
  const { t } = useWords();
  // Two grades nobody has named yet are not yet two of one name.
  const unnamed = grading.levels.some(({ name }) => name.trim() === "");
  const fault = unnamed ? null : gradingFault(grading.levels, grading.veto);
  const problemAt = useMemo(
    () => (at: string) => (emptyNameAt(grading, at) ? t("scheme.problem.empty") : undefined),
    [grading, t],
  );
  return (
    <FieldProblems value={problemAt}>
      <div className="stack">
        <LevelsEditor
          levels={grading.levels}
          at="levels"
          onChange={(levels) => onChange({ ...grading, levels })}
        />
        {fault && (
          <FieldFault
            text={t(`grading.fault.${fault.code}`, {
              number: String(fault.index + 1),
              name: grading.levels[fault.index]?.name ?? "",
            })}
          />
        )}
        <Vetoes grading={grading} onChange={onChange} />
        <Button className="add-button" onClick={() => onChange(null)}>
          {t("editor.removeGrading")}
        </Button>
      </div>
    </FieldProblems>
  );
}

/** Grades are the notice's where it gives them; else the organiser of the round may set some, and none is set until then. */
export function GradingSettings({
  notice,
  grading,
  disabled,
  onChange,
}: {
  notice: Scheme;
  grading: RoundGrading | null;
  disabled: boolean;
  onChange: (grading: RoundGrading | null) => void;
}) {
  const { t } = useWords();
  const fixed = notice.grading;
  return (
    <section className="section" aria-label={t("settings.grading")}>
      <h2>{t("settings.grading")}</h2>
      {fixed && (
        <>
          {!disabled && <p className="muted">{t("settings.fromNotice")}</p>}
          <GradeList grading={fixed} />
        </>
      )}
      {!fixed && !disabled && <p className="muted">{t("settings.gradingHint")}</p>}
      {!fixed && grading === null && (
        <p className="row">
          <span>◌ {t("grading.none")}</span>
          {!disabled && (
            <Button onClick={() => onChange({ levels: newLevels(), veto: [] })}>
              {t("editor.setGrading")}
            </Button>
          )}
        </p>
      )}
      {!fixed && grading !== null && !disabled && <GradingForm grading={grading} onChange={onChange} />}
    </section>
  );
}

import { Button } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { Scheme } from "../../../../shared/scheme/scheme.ts";
import type { SchemeProblem } from "../../../../shared/scheme/scheme-problems.ts";
import { useCall } from "../../../api/use-call.ts";
import { Failure } from "../../../ui/failure.tsx";
import { FieldProblems } from "../../../ui/field-problems.ts";
import { Answer } from "../../../ui/loading.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { schemeAddress } from "../scheme-address.ts";
import { Basics } from "./basics.tsx";
import { DefinitionsSection } from "./definitions-section.tsx";
import { DemandsEditor } from "./demands-editor.tsx";
import { type SectionId, sectionOf, sectionsFor } from "./draft-scheme.ts";
import { fieldProblemAt } from "./field-problem-at.ts";
import { GradesSection } from "./grades-section.tsx";
import { IndicatorsEditor } from "./indicators-editor.tsx";
import { ListEditor } from "./list-editor.tsx";
import { PairsEditor } from "./pairs-editor.tsx";
import { PointsEditor } from "./points-editor.tsx";
import { PreviewSection } from "./preview-section.tsx";
import { Problems } from "./problems.tsx";
import { QuotasEditor } from "./quotas-editor.tsx";
import { ScoreEditor } from "./score-editor.tsx";
import type { SectionProps } from "./section-props.ts";
import { showField } from "./show-field.ts";
import { TargetsEditor } from "./targets-editor.tsx";
import { TasksEditor } from "./tasks-editor.tsx";
import { useSchemeDraft } from "./use-scheme-draft.ts";

function Section({ id, valid, ...props }: SectionProps & { id: SectionId; valid: boolean }) {
  switch (id) {
    case "basics":
      return <Basics {...props} />;
    case "list":
      return <ListEditor {...props} />;
    case "targets":
      return <TargetsEditor {...props} />;
    case "tasks":
      return <TasksEditor {...props} />;
    case "pairs":
      return <PairsEditor {...props} />;
    case "indicators":
      return <IndicatorsEditor {...props} />;
    case "demands":
      return <DemandsEditor {...props} />;
    case "quotas":
      return <QuotasEditor {...props} />;
    case "points":
      return <PointsEditor {...props} />;
    case "grades":
      return <GradesSection {...props} />;
    case "form":
      return <ScoreEditor {...props} />;
    case "definitions":
      return <DefinitionsSection {...props} />;
    case "preview":
      return <PreviewSection draft={props.draft} valid={valid} />;
  }
}

function SectionNav({
  sections,
  section,
  problems,
  onGo,
}: {
  sections: readonly SectionId[];
  section: SectionId;
  problems: readonly SchemeProblem[];
  onGo: (section: SectionId) => void;
}) {
  const { t } = useWords();
  return (
    <nav className="editor-nav" aria-label={t("editor.sections")}>
      {sections.map((id) => {
        const count = problems.filter((problem) => sectionOf(problem.field) === id).length;
        return (
          <button
            key={id}
            type="button"
            aria-current={id === section ? "true" : undefined}
            onClick={() => onGo(id)}
          >
            {t(`editor.section.${id}`)}
            {count > 0 && (
              <span className="editor-nav-count">
                {t("editor.sectionProblems", { count: String(count) })}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function Editor({ start, fresh }: { start: Scheme; fresh: boolean }) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { draft, dirty, problems, save, saved, change, replace, keepAnnex, store } = useSchemeDraft(
    start,
    fresh,
  );
  const [section, setSection] = useState<SectionId>("basics");
  const [wanted, setWanted] = useState<string | null>(null);
  const body = useRef<HTMLElement>(null);
  const problemAt = useMemo(() => fieldProblemAt(locale, problems), [locale, problems]);
  // The field is drawn together with its section; only then can it be shown.
  useEffect(() => {
    if (wanted === null || body.current === null) return;
    showField(body.current, wanted);
    setWanted(null);
  }, [wanted]);
  const goTo = (place: string): void => {
    setSection(sectionOf(place));
    setWanted(place);
  };
  // After the effect that takes the draft back, so that nobody is asked what to do with what was just saved.
  useEffect(() => {
    if (saved)
      navigate(schemeAddress(saved.scheme), { state: { saved: saved.digest, notKept: saved.notKept } });
  }, [saved, navigate]);
  return (
    <div className="screen">
      <div className="screen-head settings-head">
        <div>
          <h1>{draft.title}</h1>
          <p className="muted">
            {draft.id} ·{" "}
            {fresh ? t("editor.neverSaved") : t("schemes.version", { version: String(draft.version) })}
          </p>
        </div>
        <div className="row">
          <Button onClick={() => navigate(fresh ? "/library/schemes" : schemeAddress(draft.id))}>
            {t("editor.back")}
          </Button>
          <Button
            type="primary"
            disabled={!dirty || problems.length > 0}
            loading={save.isPending}
            onClick={store}
          >
            {t("editor.save")}
          </Button>
        </div>
      </div>
      <Failure error={save.error} />
      <Problems draft={draft} problems={problems} onGo={goTo} />
      <div className="editor">
        <SectionNav sections={sectionsFor(draft)} section={section} problems={problems} onGo={setSection} />
        <section ref={body} className="editor-section" aria-label={t(`editor.section.${section}`)}>
          <h2>{t(`editor.section.${section}`)}</h2>
          <FieldProblems value={problemAt}>
            <Section
              id={section}
              draft={draft}
              change={change}
              replace={replace}
              keepAnnex={keepAnnex}
              wanted={wanted}
              valid={problems.length === 0}
            />
          </FieldProblems>
        </section>
      </div>
    </div>
  );
}

function StoredEditor({ scheme }: { scheme: string }) {
  const stored = useCall("scheme/get", { scheme });
  return <Answer query={stored}>{(known) => <Editor key={known.id} start={known} fresh={false} />}</Answer>;
}

export function EditorScreen() {
  const { scheme = "" } = useParams();
  const { state } = useLocation();
  const handed = Scheme.safeParse((state as { draft?: unknown } | null)?.draft);
  // A draft that was never stored comes along with the way here and nowhere else.
  const [draft] = useState(handed.success && handed.data.id === scheme ? handed.data : null);
  return draft === null ? <StoredEditor scheme={scheme} /> : <Editor start={draft} fresh />;
}

import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier, DossierFile } from "../../../shared/submission/dossier.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { PaneProps } from "./reading-pane.tsx";

/** The notice's outline as a row of jumps; a section the plan does not have is said to be missing. */
export function SectionRow({
  dossier,
  file,
  sections,
  onSection,
}: Pick<PaneProps, "onSection"> & {
  dossier: Dossier;
  file: DossierFile;
  sections: Scheme["outline"];
}) {
  const { t } = useWords();
  const here = dossier.outline.some((entry) => entry.evidence.sha256 === file.sha256);
  if ((file.kind !== "plan" && !here) || sections.length === 0) return <div className="section-row" />;
  return (
    <nav className="section-row" aria-label={t("desk.pane.sections")}>
      {sections.map((section) => {
        const found = dossier.outline.find((entry) => entry.section === section.id);
        return found === undefined ? (
          <span key={section.id} className="section-missing" title={section.title}>
            {section.title}（{t("desk.pane.sectionMissing")}）
          </span>
        ) : (
          <button
            key={section.id}
            type="button"
            title={t("desk.pane.sectionChars", { n: String(found.chars) })}
            onClick={() => onSection(section.id)}
          >
            {section.title}
          </button>
        );
      })}
    </nav>
  );
}

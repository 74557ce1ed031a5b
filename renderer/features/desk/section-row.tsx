import { Select } from "antd";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier, DossierFile } from "../../../shared/submission/dossier.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { PaneProps } from "./reading-pane.tsx";

/** The notice's outline as a row of jumps; a section the plan does not have is said to be missing. */
export function SectionRow({
  dossier,
  file,
  sections,
  compact,
  onSection,
}: Pick<PaneProps, "onSection"> & {
  dossier: Dossier;
  file: DossierFile;
  sections: Scheme["outline"];
  compact: boolean;
}) {
  const { t } = useWords();
  const here = dossier.outline.some((entry) => entry.evidence.sha256 === file.sha256);
  if ((file.kind !== "plan" && !here) || sections.length === 0) return <div className="section-row" />;
  if (compact) {
    return (
      <Select
        className="section-choice"
        aria-label={t("desk.pane.sections")}
        placeholder={t("desk.pane.sections")}
        value={null}
        popupMatchSelectWidth={false}
        options={sections.map((section) => {
          const missing = dossier.outline.every((entry) => entry.section !== section.id);
          return {
            value: section.id,
            label: missing ? `${section.title}（${t("desk.pane.sectionMissing")}）` : section.title,
            disabled: missing,
          };
        })}
        onChange={(id: string | null) => id !== null && onSection(id)}
      />
    );
  }
  return (
    <nav
      className="section-row"
      aria-label={`${t("desk.pane.sections")} ${dossier.identity.name?.value ?? ""}`.trim()}
    >
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

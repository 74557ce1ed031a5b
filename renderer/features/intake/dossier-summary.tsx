import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { Exact } from "../../../shared/scoring/decimal.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

const sumOf = (dossier: Dossier): string =>
  dossier.projects.reduce((sum, project) => sum.plus(project.totalInvestment ?? 0), new Exact(0)).toFixed();

function Projects({ dossier, onOpen }: { dossier: Dossier; onOpen: (evidence: Evidence) => void }) {
  const { t } = useWords();
  if (dossier.projects.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{t("intake.projects", { count: String(dossier.projects.length) })}</h3>
      <ul className="plain-list">
        {dossier.projects.map((project) => (
          <li
            key={`${project.evidence.sha256} ${project.evidence.block} ${project.evidence.cell ?? project.name}`}
          >
            <span>{project.name}</span>
            <span className="number">
              {project.totalInvestment === null ? "–" : formatDecimal(project.totalInvestment)}
            </span>
            <EvidenceChip evidence={project.evidence} onOpen={onOpen} />
          </li>
        ))}
        <li>
          <strong>{t("intake.projectTotal", { sum: formatDecimal(sumOf(dossier)) })}</strong>
        </li>
        {dossier.statedTotals.map((total) => (
          <li key={`${total.evidence.sha256} ${total.evidence.block} ${total.evidence.cell ?? ""}`}>
            <span>{t("intake.statedTotal", { value: formatDecimal(total.value) })}</span>
            <EvidenceChip evidence={total.evidence} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outline({
  dossier,
  scheme,
  onOpen,
}: {
  dossier: Dossier;
  scheme: Scheme;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const sections = dossier.outline.filter((section) => section.section !== null);
  if (sections.length === 0) return null;
  const target = (id: string | null): string => {
    const chars = scheme.outline.find((section) => section.id === id)?.targetChars;
    return chars === null || chars === undefined ? "" : ` / ${formatDecimal(String(chars))}`;
  };
  return (
    <section className="fact-group">
      <h3>
        {t("intake.outline")}{" "}
        <span className="muted">
          {t("intake.chars", { count: formatDecimal(String(dossier.totalChars)) })}
        </span>
      </h3>
      <ul className="plain-list">
        {sections.map((section) => (
          <li key={`${section.evidence.sha256} ${section.evidence.block}`}>
            <span>{section.title}</span>
            <span className="number">
              {t("intake.chars", {
                count: `${formatDecimal(String(section.chars))}${target(section.section)}`,
              })}
            </span>
            <EvidenceChip evidence={section.evidence} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Projects with their sum beside the stated one, and the sections of the plan with their lengths. */
export const DossierSummary = (props: {
  dossier: Dossier;
  scheme: Scheme;
  onOpen: (evidence: Evidence) => void;
}) => (
  <>
    <Projects dossier={props.dossier} onOpen={props.onOpen} />
    <Outline {...props} />
  </>
);

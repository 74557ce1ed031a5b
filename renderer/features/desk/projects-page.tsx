import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

/** The project table as it was read, each row with its place. */
export function ProjectsPage({
  dossier,
  onPlace,
}: {
  dossier: Dossier;
  onPlace: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  if (dossier.projects.length === 0)
    return <EmptyState title={t("desk.projects.none")} hint={t("desk.projects.noneHelp")} />;
  return (
    <div className="table-page" data-part="text" tabIndex={-1}>
      <table className="plain-table">
        <caption>{t("desk.projects.caption")}</caption>
        <ColumnHeads
          columns={[
            t("desk.projects.name"),
            t("desk.projects.organization"),
            t("desk.projects.period"),
            { number: t("desk.projects.total") },
            t("desk.indicators.evidence"),
          ]}
        />
        <tbody>
          {dossier.projects.map((project) => (
            <tr
              key={`${project.evidence.sha256} ${project.evidence.block} ${project.evidence.cell ?? project.name}`}
            >
              <th scope="row" title={project.content}>
                {project.name}
              </th>
              <td>{project.organization}</td>
              <td>{project.period}</td>
              <td className="number">
                {project.totalInvestment === null ? "–" : formatDecimal(project.totalInvestment)}
              </td>
              <td>
                <EvidenceChip evidence={project.evidence} onOpen={onPlace} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

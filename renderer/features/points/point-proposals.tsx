import { Button } from "antd";
import { inputsOf } from "../../../shared/scheme/measure-point.ts";
import type { InputProposal } from "../../../shared/scheme/propose-inputs.ts";
import type { Point } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { Failure } from "../../ui/failure.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

/** One number of the material: as it is written there, what speaks against it, and the way to look. */
function Proposal({
  proposal,
  name,
  onOpen,
  onTake,
}: {
  proposal: InputProposal;
  name: string;
  onOpen: (evidence: Evidence) => void;
  onTake: () => void;
}) {
  const { t } = useWords();
  const { value, unit, year, written, doubts, evidence } = proposal;
  return (
    <li className="row">
      <span className="muted">{name}</span>
      <q>{written}</q>
      {year !== undefined && <span>{t("point.proposedYear", { year: String(year) })}</span>}
      {doubts.map((doubt) => (
        <span key={doubt} className="status-to-confirm">
          ? {t(`point.doubt.${doubt}`)}
        </span>
      ))}
      <EvidenceChip evidence={evidence} onOpen={onOpen} />
      <Button size="small" onClick={onTake}>
        {t("point.proposedTake", { value: formatDecimal(value), unit })}
      </Button>
    </li>
  );
}

/** Numbers the program found for a numeric point. Each waits for somebody to look at it; none answers by itself. */
export function PointProposals({
  submission,
  point,
  onOpen,
  onTake,
}: {
  submission: string;
  point: Point;
  onOpen: (evidence: Evidence) => void;
  onTake: (proposal: InputProposal) => void;
}) {
  const { t } = useWords();
  const found = useCall("point/propose", { submission, point: point.id });
  if (point.measure === null) return null;
  if (found.error) return <Failure error={found.error} />;
  if (!found.data) return null;
  if (found.data.length === 0) return <p className="muted">{t("point.proposedNone")}</p>;
  const names = new Map(inputsOf(point.measure).map(({ id, name }) => [id, name]));
  return (
    <section className="proposals" aria-label={t("point.proposed")}>
      <p className="muted">{t("point.proposed")}</p>
      <ul className="plain-list">
        {found.data.map((proposal) => (
          <Proposal
            key={`${proposal.input} ${proposal.evidence.sha256} ${proposal.evidence.block} ${proposal.evidence.cell ?? ""} ${String(proposal.evidence.start)}`}
            proposal={proposal}
            name={names.get(proposal.input) ?? ""}
            onOpen={onOpen}
            onTake={() => onTake(proposal)}
          />
        ))}
      </ul>
    </section>
  );
}

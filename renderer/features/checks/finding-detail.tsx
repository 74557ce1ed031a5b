import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal, formatMargin } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";

function Numbers({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const unit = finding.unit ?? "";
  const rows = [
    finding.actual === undefined || finding.kind !== "threshold"
      ? null
      : [t("checks.value"), `${formatDecimal(finding.actual)} ${unit}`],
    finding.expected === undefined || finding.kind !== "threshold"
      ? null
      : [t("checks.expected"), `${finding.expected} ${unit}`],
    finding.margin === undefined ? null : [t("checks.margin"), `${formatMargin(finding.margin)} ${unit}`],
    finding.arithmetic === undefined ? null : [t("checks.arithmetic"), finding.arithmetic],
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return (
    <dl className="finding-numbers">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sources({ finding, onOpen }: { finding: Finding; onOpen: (evidence: Evidence) => void }) {
  const { t } = useWords();
  const unreported = finding.evidence.length === 0 && finding.status === "not-reported";
  return (
    <>
      {finding.source && (
        <p>
          <span className="muted">{t("checks.source")}</span> {finding.source.place}
          <q className="source-quote">{finding.source.quote}</q>
        </p>
      )}
      <p className="row">
        {(finding.evidence.length > 0 || unreported) && <span className="muted">{t("checks.evidence")}</span>}
        {unreported && <span>{t("checks.noEvidence")}</span>}
        {finding.evidence.map((evidence) => (
          <EvidenceChip
            key={`${evidence.sha256} ${evidence.block} ${evidence.cell ?? ""} ${evidence.start ?? ""}`}
            evidence={evidence}
            onOpen={onOpen}
          />
        ))}
      </p>
    </>
  );
}

/** One verdict with its sentence, arithmetic, the sentence of the notice, and where the value stood. */
export function FindingDetail({
  finding,
  onOpen,
}: {
  finding: Finding;
  onOpen: (evidence: Evidence) => void;
}) {
  const { locale, t } = useWords();
  return (
    <article className="finding">
      <header className="row">
        <StatusMark status={finding.status} />
        <strong>{t(`findingKind.${finding.kind}`)}</strong>
        <span>{finding.subject}</span>
      </header>
      <p>{sentenceOf(locale, finding)}</p>
      <Numbers finding={finding} />
      <Sources finding={finding} onOpen={onOpen} />
    </article>
  );
}

import type { Finding } from "../../../shared/scheme/finding.ts";
import { formatDecimal, formatMargin } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Value, state and margin to the threshold; an empty value is a state, never a zero. */
export function MatrixCell({
  finding,
  others,
  narrow = false,
}: {
  finding: Finding | null;
  others: readonly Finding[];
  narrow?: boolean;
}) {
  const { t } = useWords();
  if (!finding) return <StatusMark status="not-allowed" compact />;
  const doubts = others.filter((other) => other.status !== "met");
  return (
    <span className={narrow ? "matrix-value matrix-value-narrow" : "matrix-value"}>
      {finding.actual !== undefined && <span>{formatDecimal(finding.actual)}</span>}
      <StatusMark status={finding.status} compact={narrow || finding.actual !== undefined} />
      {finding.margin !== undefined && (
        <span className="matrix-margin" title={t("checks.margin")}>
          {formatMargin(finding.margin)}
        </span>
      )}
      {doubts.map((other) => (
        <StatusMark key={`${other.rule} ${other.status}`} status={other.status} compact />
      ))}
    </span>
  );
}

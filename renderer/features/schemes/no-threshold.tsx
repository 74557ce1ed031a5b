import { isOpenInPrinciple } from "../../../shared/scheme/check-threshold.ts";
import type { Scheme, SubjectId } from "../../../shared/scheme/scheme.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Why a type has no threshold in a direction: it may not apply there, or in principle does not (原则上) and a person decides. */
export function NoThreshold({
  scheme,
  subject,
  compact = false,
}: {
  scheme: Scheme;
  subject: SubjectId;
  compact?: boolean;
}) {
  const { t } = useWords();
  if (!isOpenInPrinciple(scheme, subject)) return <StatusMark status="not-allowed" compact={compact} />;
  const word = t("schemes.inPrinciple");
  return (
    <span className="status status-to-confirm" title={word}>
      <span aria-hidden="true" className="status-shape">
        ?
      </span>
      <span className={compact ? "visually-hidden" : undefined}>{word}</span>
    </span>
  );
}

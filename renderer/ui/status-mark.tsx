import type { FindingStatus } from "../../shared/scheme/finding.ts";
import { useWords } from "./use-words.tsx";

const shapes: Readonly<Record<FindingStatus, string>> = {
  met: "✓",
  "not-met": "✗",
  "not-reported": "–",
  "not-allowed": "⊘",
  "no-threshold": "◌",
  contradiction: "≠",
  "to-confirm": "?",
};

/** A state as shape and word, never colour alone. `compact` keeps the word for screen readers and the tooltip. */
export function StatusMark({ status, compact = false }: { status: FindingStatus; compact?: boolean }) {
  const { t } = useWords();
  const word = t(`status.${status}`);
  return (
    <span className={`status status-${status}`} title={compact ? word : undefined}>
      <span aria-hidden="true" className="status-shape">
        {shapes[status]}
      </span>
      <span className={compact ? "visually-hidden" : undefined}>{word}</span>
    </span>
  );
}

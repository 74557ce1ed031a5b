import type { FactState } from "../../../shared/submission/dossier.ts";
import { useWords } from "../../ui/use-words.tsx";

const shapes: Readonly<Record<FactState, string>> = {
  read: "○",
  "to-confirm": "?",
  confirmed: "✓",
  corrected: "✎",
  rejected: "✗",
  typed: "＋",
};

export function FactStateMark({ state }: { state: FactState }) {
  const { t } = useWords();
  return (
    <span className={`fact-state fact-state-${state}`}>
      <span aria-hidden="true">{shapes[state]}</span> {t(`intake.state.${state}`)}
    </span>
  );
}

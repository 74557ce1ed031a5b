import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";

/** Shape and word, never colour alone. */
const shapes: Readonly<Record<DeskEntry["state"], string>> = {
  "not-declared": "○",
  recused: "⊘",
  open: "◐",
  complete: "●",
  signed: "✓",
};

export function DeskStateMark({ state }: { state: DeskEntry["state"] }) {
  const { t } = useWords();
  return (
    <span className={`desk-state desk-state-${state}`}>
      <span aria-hidden="true">{shapes[state]}</span> {t(`desk.state.${state}`)}
    </span>
  );
}

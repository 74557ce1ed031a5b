import type { CorrectionClock, CorrectionState } from "../../../shared/correction/correction.ts";
import { useWords } from "../../ui/use-words.tsx";
import { clockWords } from "./clock-words.ts";

const shapes: Readonly<Record<CorrectionState, string>> = { waiting: "…", overdue: "!", answered: "✓" };

/** Shape and word of a letter's clock. */
export function ClockMark({ clock }: { clock: CorrectionClock }) {
  const words = useWords();
  return (
    <span className={`clock clock-${clock.state}`}>
      <span aria-hidden="true" className="status-shape">
        {shapes[clock.state]}
      </span>
      {clockWords(words, clock)}
    </span>
  );
}

import type { Evidence } from "../../shared/submission/evidence.ts";
import { fileNameOf } from "./format.ts";
import { useWords } from "./use-words.tsx";

/** `⟶ F8` for a cell, `⟶ b12` for a paragraph: leads to the place a value came from. */
export function EvidenceChip({
  evidence,
  onOpen,
}: {
  evidence: Evidence;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const place = evidence.cell ?? t("doc.paragraph", { number: evidence.block.replace(/^b/, "") });
  const full = `${fileNameOf(evidence.file)} ${place}`;
  return (
    <button
      type="button"
      className="evidence-chip"
      title={`${full}\n${evidence.text}`}
      aria-label={t("ui.evidenceOpen", { place: full })}
      // Taking the focus could select the line it stands in and move it from under the mouse before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(evidence)}
    >
      ⟶ {place}
    </button>
  );
}

import type { Evidence } from "../../shared/submission/evidence.ts";
import { placeWords } from "../../shared/text/place-words.ts";
import { fileNameOf } from "./format.ts";
import { useWords } from "./use-words.tsx";

/** `⟶ F8` for a cell of a sheet, `⟶ 1 行 2 列` in a Word table, `⟶ 第 12 段`: leads to the place a value came from. */
export function EvidenceChip({
  evidence,
  onOpen,
}: {
  evidence: Evidence;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t, locale } = useWords();
  const place = placeWords(locale, evidence);
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

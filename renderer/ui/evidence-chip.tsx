import type { Evidence } from "../../shared/submission/evidence.ts";
import { fileNameOf } from "./format.ts";
import { useWords } from "./use-words.tsx";

/** The place as a person names it. */
function usePlaceName({ block, cell }: Evidence): string {
  const { t } = useWords();
  if (cell === undefined) return t("doc.paragraph", { number: block.replace(/^b/, "") });
  const [, row, column] = /^r(\d+)c(\d+)$/.exec(cell) ?? [];
  return row === undefined || column === undefined ? cell : t("doc.cellPlace", { row, column });
}

/** `⟶ F8` for a cell of a sheet, `⟶ 1 行 2 列` in a Word table, `⟶ 第 12 段`: leads to the place a value came from. */
export function EvidenceChip({
  evidence,
  onOpen,
}: {
  evidence: Evidence;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const place = usePlaceName(evidence);
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

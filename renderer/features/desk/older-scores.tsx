import type { Sheet } from "../../../shared/scoring/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";

/** A newer version of the papers arrived after these scores were given: they stand only when the expert completes them anew. */
export function OlderScores({ sheet }: { sheet: Sheet }) {
  const { t } = useWords();
  if (sheet.scoredVersion === null || sheet.scoredVersion === sheet.version) return null;
  return (
    <p className="notice-warn older-scores" role="note">
      {t("desk.olderScores", { scored: String(sheet.scoredVersion), version: String(sheet.version) })}
    </p>
  );
}

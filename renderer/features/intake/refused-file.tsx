import type { FileRefusal } from "../../../shared/submission/fact.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Why a file could not be read and what to do about it. The sentence comes with the refusal; a locale has its own. */
export function RefusedFile({ error }: { error: FileRefusal }) {
  const { t, locale, tryWord } = useWords();
  const sentence = locale === "zh" && error.message !== "" ? error.message : "";
  return (
    <EmptyState
      title={`✗ ${t("intake.status.refused")}`}
      hint={sentence || tryWord(`refusal.${error.code}`, error.message)}
    >
      <p className="failure-code">
        {t("ui.code", { code: error.code })} {error.place}
      </p>
    </EmptyState>
  );
}

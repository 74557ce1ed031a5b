import type { ObjectiveOutcome } from "../../../shared/scoring/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";

/** How an item that nobody judges came to its score, or why somebody has to. */
export function ObjectiveLine({ outcome, id }: { outcome: ObjectiveOutcome; id: string }) {
  const { t } = useWords();
  const about = outcome.about.join("、");
  return (
    <p className="objective-line" id={id}>
      {outcome.problem === null ? (
        <>
          <strong>{t("desk.objective.filled")}</strong>{" "}
          <span className="objective-sum">{outcome.arithmetic}</span>
          {about !== "" && <span className="muted"> {t("desk.objective.from", { about })}</span>}
        </>
      ) : (
        <>? {t(`desk.objective.${outcome.problem}`, { about })}</>
      )}
    </p>
  );
}

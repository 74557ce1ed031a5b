import type { MergeOutcome } from "../../../shared/contract/signed-result.ts";
import { useWords } from "../../ui/use-words.tsx";

/** What came of each file, every refusal in a sentence. */
export function MergeOutcomes({ outcomes }: { outcomes: readonly MergeOutcome[] }) {
  const { t } = useWords();
  const merged = outcomes.filter((outcome) => outcome.merged).length;
  return (
    <section aria-label={t("panel.merge.outcome")} role="status">
      <p>
        {t("panel.merge.summary", {
          files: String(outcomes.length),
          merged: String(merged),
          refused: String(outcomes.length - merged),
        })}
      </p>
      <ul className="outcomes">
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sticks may bring files of one name; the list never changes its order
          <Outcome key={index} outcome={outcome} />
        ))}
      </ul>
    </section>
  );
}

const shapes = { merged: "✓", partly: "≠", known: "–", refused: "✗" } as const;

/** A file that was merged before is no trouble: nothing has to be done about it. */
function stateOf(outcome: MergeOutcome): keyof typeof shapes {
  if (outcome.merged) return outcome.refused.length > 0 ? "partly" : "merged";
  return outcome.refusal?.code === "duplicate" ? "known" : "refused";
}

function Outcome({ outcome }: { outcome: MergeOutcome }) {
  const { t, tryWord } = useWords();
  const state = stateOf(outcome);
  return (
    <li className={`outcome outcome-${state}`}>
      <p>
        <strong>
          <span aria-hidden="true">{shapes[state]}</span> {t(`panel.merge.${state}`)}
        </strong>{" "}
        {outcome.file}
      </p>
      {outcome.refusal !== null && (
        <p>
          {tryWord(`merge.${outcome.refusal.code}`, outcome.refusal.code, outcome.refusal.params)}{" "}
          <span className="muted">
            {t("panel.merge.unchanged")} {t("ui.code", { code: outcome.refusal.code })}
          </span>
        </p>
      )}
      {outcome.merged && outcome.withdraws !== null && (
        <p>{t("panel.merge.withdrawn", { reason: outcome.withdraws.reason })}</p>
      )}
      {outcome.accepted.length > 0 && (
        <p>{t("panel.merge.accepted", { n: String(outcome.accepted.length) })}</p>
      )}
      {outcome.refused.length > 0 && (
        <>
          <p>{t("panel.merge.sheetsRefused", { n: String(outcome.refused.length) })}</p>
          <ul>
            {outcome.refused.map((sheet) => (
              <li key={sheet.submission}>
                {sheet.name}
                {t("common.colon")}
                {tryWord(`merge.${sheet.code}`, sheet.code, sheet.params)}
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

import type { DirectionRanking } from "../../../shared/scoring/ranking.ts";
import { useCall } from "../../api/use-call.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

/** Who decided a tie of this direction, how and why; a decision whose tie is gone is said to be void. */
export function DecisionNotes({ round, direction }: { round: string; direction: DirectionRanking }) {
  const { t } = useWords();
  const decisions = useCall("ranking/list-decisions", { round });
  const own = decisions.data?.filter((decision) => decision.direction === direction.direction) ?? [];
  const inForce = new Set(direction.rows.map((row) => row.decision));
  const names = new Map(direction.rows.map((row) => [row.submission, row.name]));
  if (own.length === 0) return null;
  return (
    <ul className="decision-notes" aria-label={t("panel.decisions")}>
      {own.map((decision) => (
        <li key={decision.id} className={inForce.has(decision.id) ? undefined : "muted"}>
          {t("panel.decision", {
            score: decision.score,
            order: decision.order.map((submission) => names.get(submission) ?? submission).join(" → "),
            reason: decision.reason,
            by: decision.by,
            at: formatInstant(decision.at),
          })}
          {!inForce.has(decision.id) && ` ${t("panel.decision.void")}`}
        </li>
      ))}
    </ul>
  );
}

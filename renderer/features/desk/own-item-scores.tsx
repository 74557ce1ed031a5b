import { useCall } from "../../api/use-call.ts";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

/** What I gave the others for the item I am at: the score to be given stands beside them. */
export function OwnItemScores({ item }: { item: string }) {
  const { t } = useWords();
  const { owner } = useRoom();
  const { round, expert, submission } = owner;
  const rows = useCall("desk/compare-item", { round, expert, item });
  const given = (rows.data ?? []).flatMap((row) =>
    row.score === null || row.submission === submission ? [] : [{ name: row.name, score: row.score }],
  );
  if (given.length === 0) return null;
  // Order on the screen only; scores themselves are never floats.
  const sorted = [...given].sort((one, other) => Number(other.score) - Number(one.score));
  return (
    <p className="own-item muted">
      {t("desk.own.item")}
      {t("common.colon")}
      {sorted.map(({ name, score }) => (
        <span key={name} title={name}>
          {formatDecimal(score)}
        </span>
      ))}
    </p>
  );
}

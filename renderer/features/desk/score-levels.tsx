import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { levelRanges } from "./model/level-ranges.ts";

/** What the scores of an item mean, best first; the level of the score given is marked. */
export function ScoreLevels({
  item,
  score,
  long,
}: {
  item: ScoreForm["items"][number];
  /** As stored; `null`: unscored. */
  score: string | null;
  /** With the description of each level. */
  long: boolean;
}) {
  const { t } = useWords();
  const levels = levelRanges(item, score);
  if (levels.length === 0) return null;
  return (
    <ul
      className={long ? "score-levels score-levels-long" : "score-levels"}
      aria-label={t("desk.levels", { name: item.name })}
    >
      {levels.map(({ name, from, to, text, reached }) => (
        <li key={name} aria-current={reached || undefined} title={text}>
          <span className="score-level-name">
            {reached && "✓ "}
            {name} {formatDecimal(from)}–{formatDecimal(to)}
          </span>
          {long && text !== "" && <span className="muted"> {text}</span>}
        </li>
      ))}
    </ul>
  );
}

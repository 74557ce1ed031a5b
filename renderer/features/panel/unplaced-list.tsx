import type { RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";

export function UnplacedList({ rows }: { rows: readonly RankRow[] }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="panel-unplaced">
      <h2 id="panel-unplaced">{t("panel.unplaced")}</h2>
      <p className="muted">{t("panel.unplacedHelp")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.submission}>
            {row.name} <span className="muted">{row.city}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

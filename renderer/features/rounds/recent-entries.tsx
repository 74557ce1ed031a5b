import { Link } from "react-router";
import type { AuditEntry } from "../../../shared/contract/app.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

export function RecentEntries({ round, entries }: { round: string; entries: readonly AuditEntry[] }) {
  const { t, tryWord } = useWords();
  return (
    <section className="section">
      <h2>{t("home.recent")}</h2>
      {entries.length === 0 && <p className="muted">{t("home.recentNone")}</p>}
      <ul className="recent">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
            <span className="recent-what">
              {tryWord(`audit.${entry.action}`, entry.action, entry.detail)}
            </span>
            <span className="muted">{entry.actor}</span>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <p>
          <Link to={`/round/${encodeURIComponent(round)}/records`}>{t("records.all")} →</Link>
        </p>
      )}
    </section>
  );
}

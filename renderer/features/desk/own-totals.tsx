import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";

/** Where this applicant stands among the totals I have given: a line of ticks, this one marked. */
export function OwnTotals({
  entries,
  submission,
  total,
  max,
}: {
  entries: readonly DeskEntry[];
  submission: string;
  total: string | null;
  max: string;
}) {
  const { t } = useWords();
  const others = entries.filter((entry) => entry.submission !== submission && entry.total !== null);
  if (others.length < 2) return null;
  // Places on a drawing only; totals themselves are never floats.
  const x = (value: string): number => 2 + (Number(value) / Number(max)) * 96;
  const words = others.map((entry) => `${entry.name} ${entry.total}`).join(t("common.comma"));
  return (
    <figure className="own-totals">
      <figcaption>
        {t("desk.own")} <span className="muted">{t("desk.own.help")}</span>
      </figcaption>
      <svg
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t("desk.own")}${t("common.colon")}${words}`}
      >
        <line x1="2" x2="98" y1="9" y2="9" className="own-axis" />
        {others.map((entry) => (
          <line
            key={entry.submission}
            x1={x(entry.total ?? "0")}
            x2={x(entry.total ?? "0")}
            y1="4"
            y2="9"
            className="own-tick"
          />
        ))}
        {total !== null && <line x1={x(total)} x2={x(total)} y1="1" y2="11" className="own-this" />}
      </svg>
      <div className="own-scale muted">
        <span>0</span>
        {total !== null && <span>{t("desk.own.this", { total })}</span>}
        <span>{max}</span>
      </div>
    </figure>
  );
}

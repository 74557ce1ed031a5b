import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DirectionRanking, RankingRule, RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";
import { DecisionNotes } from "./decision-notes.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";
import { scaleOf } from "./model/dots.ts";
import { OtherWays } from "./other-ways.tsx";
import { RankTable } from "./rank-table.tsx";
import { TieCard } from "./tie-card.tsx";

/** One direction: what is open about it first, then the order. */
export function DirectionSection({
  view,
  rule,
  direction,
  every,
  numbers,
}: {
  view: OutputOf<"round/get">;
  rule: RankingRule;
  direction: DirectionRanking;
  every: readonly RankRow[];
  numbers: ExpertNumbers;
}) {
  const { t } = useWords();
  const name = t(`rankGroup.${direction.direction}`);
  const id = `direction-${direction.direction}`;
  const totals = direction.rows.flatMap((row) => row.sheets.map((sheet) => sheet.total));
  return (
    <section className="section" aria-labelledby={id}>
      <header className="direction-head">
        <h2 id={id}>{t("panel.direction", { name })}</h2>
        <span className="muted">{t("panel.direction.count", { n: String(direction.rows.length) })}</span>
        {direction.seats === null ? (
          <span className="seats-unset" title={t("panel.seatsUnsetHelp")}>
            ◌ {t("panel.seatsUnset")}
          </span>
        ) : (
          <span>{t("panel.seats", { n: String(direction.seats) })}</span>
        )}
        {direction.provisional && direction.rows.length > 0 && (
          <span className="provisional">? {t("panel.provisional")}</span>
        )}
      </header>
      {direction.openTie !== null && <TieCard view={view} direction={direction} tie={direction.openTie} />}
      <DecisionNotes round={view.id} direction={direction} />
      {direction.rows.length === 0 ? (
        <p className="muted">{t("panel.direction.empty")}</p>
      ) : (
        <>
          <RankTable
            round={view.id}
            labelledBy={id}
            rule={rule}
            direction={direction}
            numbers={numbers}
            scale={scaleOf(totals, view.form?.total ?? "100")}
          />
          <OtherWays rule={rule} direction={direction} every={every} />
        </>
      )}
    </section>
  );
}

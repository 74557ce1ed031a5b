import type { WithoutExpert } from "../../../shared/scoring/compare-rules.ts";
import type { RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";
import { crossesLine } from "./model/crosses-line.ts";

/** How far the rank of one applicant hangs on a single expert. */
export function WithoutExpertCell({
  row,
  standings,
  numbers,
}: {
  row: RankRow;
  standings: readonly WithoutExpert[];
  numbers: ExpertNumbers;
}) {
  const { t } = useWords();
  if (row.rank === null) return <span className="muted">–</span>;
  const ranks = standings.flatMap((standing) => standing.rank ?? []);
  const [from, to] = [Math.min(...ranks), Math.max(...ranks)];
  const crossing = standings.filter((standing) => crossesLine(row, standing));
  const unchanged = standings.every((standing) => standing.rank === row.rank);
  const words = unchanged
    ? t("panel.without.same")
    : ranks.length === 0
      ? t("panel.without.none")
      : from === to
        ? t("panel.without.one", { from: String(from) })
        : t("panel.without.range", { from: String(from), to: String(to) });
  const detail = standings.map((standing) => {
    const expert = numbers.label(standing.expert);
    return standing.rank === null
      ? t("panel.without.detailNone", { expert })
      : t("panel.without.detail", { expert, rank: String(standing.rank) });
  });
  return (
    <span title={detail.join("；")}>
      {words}
      {crossing.length > 0 && (
        <span className="crosses">
          <span aria-hidden="true">⚑</span>{" "}
          {t("panel.without.crosses", {
            names: crossing.map((standing) => numbers.label(standing.expert)).join("、"),
          })}
        </span>
      )}
    </span>
  );
}

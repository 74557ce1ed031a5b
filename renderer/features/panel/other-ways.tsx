import { useMemo, useState } from "react";
import {
  type ComparedRule,
  comparedRules,
  compareRules,
  type Standing,
} from "../../../shared/scoring/compare-rules.ts";
import type { DirectionRanking, RankingRule, RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";
import { crossesLine } from "./model/crosses-line.ts";

interface Props {
  readonly rule: RankingRule;
  readonly direction: DirectionRanking;
  /** Of all directions: an expert's scale shows in everything he scored. */
  readonly every: readonly RankRow[];
}

/** The same totals counted in other ways; calculated only when somebody opens it. */
export function OtherWays(props: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="other-ways" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("panel.ways")}</summary>
      {open && <WaysTable {...props} />}
    </details>
  );
}

function WaysTable({ rule, direction, every }: Props) {
  const { t } = useWords();
  const ways = useMemo(() => compareRules(rule, direction, every), [rule, direction, every]);
  const others = comparedRules.filter((way) => way !== rule.method);
  const ranked = direction.rows.filter((row) => row.rank !== null);
  return (
    <>
      <p className="muted">
        {t("panel.ways.help")}
        {t("panel.ways.standardisedHelp")}
      </p>
      <div className="plain-table-scroll">
        <table className="plain-table" aria-label={t("panel.ways")}>
          <thead>
            <tr>
              <th scope="col">{t("sign.applicant")}</th>
              <th scope="col" className="number">
                {t("panel.ways.rule")}（{t(`panel.ways.${rule.method}`)}）
              </th>
              {others.map((way) => (
                <th scope="col" className="number" key={way}>
                  {t(`panel.ways.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((row) => (
              <tr key={row.submission}>
                <th scope="row">{row.name}</th>
                <td className="number">
                  {row.score} · {t("panel.ways.cell", { rank: String(row.rank) })}
                </td>
                {others.map((way: ComparedRule) => (
                  <StandingCell key={way} row={row} standing={ways[way].get(row.submission)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function StandingCell({ row, standing }: { row: RankRow; standing: Standing | undefined }) {
  const { t } = useWords();
  if (standing?.rank == null) return <td className="number muted">–</td>;
  const rank = t("panel.ways.cell", { rank: String(standing.rank) });
  return (
    <td className="number">
      {standing.score} · {standing.rank === row.rank ? rank : <strong>{rank}</strong>}
      {crossesLine(row, standing) && (
        <span className="crosses" title={t("panel.ways.flag")} role="img" aria-label={t("panel.ways.flag")}>
          ⚑
        </span>
      )}
    </td>
  );
}

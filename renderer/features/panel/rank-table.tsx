import { Fragment, useMemo } from "react";
import { type WithoutExpert, withoutEachExpert } from "../../../shared/scoring/compare-rules.ts";
import type { DirectionRanking, RankingRule, RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";
import { DotPlot } from "./dot-plot.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";
import { FindingsNote } from "./findings-note.tsx";
import { cutLineBefore } from "./model/cut-line.ts";
import type { Scale } from "./model/dots.ts";
import { WithoutExpertCell } from "./without-expert.tsx";

interface Props {
  readonly round: string;
  readonly labelledBy: string;
  readonly rule: RankingRule;
  readonly direction: DirectionRanking;
  readonly numbers: ExpertNumbers;
  readonly scale: Scale;
}

const COLUMNS = 7;

/** The order with the cut line drawn where the places end. */
export function RankTable({ round, labelledBy, rule, direction, numbers, scale }: Props) {
  const { t } = useWords();
  const cut = cutLineBefore(direction);
  const tie = direction.openTie;
  const without = useMemo(() => withoutEachExpert(rule, direction), [rule, direction]);
  const line = (
    <tr className={tie === null ? "cut-line" : "cut-line cut-line-open"}>
      <td colSpan={COLUMNS}>
        {tie === null
          ? t("panel.cut", { n: String(direction.seats ?? 0) })
          : t("panel.cutTied", { n: String(tie.submissions.length), seats: String(tie.seatsLeft) })}
      </td>
    </tr>
  );
  return (
    <div className="plain-table-scroll">
      <table className="plain-table rank-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col" className="number rank-column">
              {t("panel.rank")}
            </th>
            <th scope="col">{t("sign.applicant")}</th>
            <th scope="col" className="number score-column">
              {t(rule.method === "trimmed" ? "panel.scoreTrimmed" : "panel.scoreMean")}
            </th>
            <th scope="col" className="spread-column">
              {t("panel.spread")}
              <span className="scale-ends muted" aria-hidden="true">
                <span>{scale.from}</span>
                <span>{scale.to}</span>
              </span>
            </th>
            <th scope="col" className="without-column" title={t("panel.without.help")}>
              {t("panel.without")}
            </th>
            <th scope="col" className="place-column">
              {t("panel.place")}
            </th>
            <th scope="col" className="note-column">
              {t("panel.note")}
            </th>
          </tr>
        </thead>
        <tbody>
          {direction.rows.map((row) => (
            <Fragment key={row.submission}>
              {cut === row.submission && line}
              <Row
                round={round}
                row={row}
                rule={rule}
                numbers={numbers}
                scale={scale}
                without={without.get(row.submission) ?? []}
              />
            </Fragment>
          ))}
          {cut === "end" && line}
        </tbody>
      </table>
    </div>
  );
}

const placeShapes: Readonly<Record<RankRow["place"], string>> = {
  recommended: "✓",
  reserve: "–",
  "tied-at-cut": "=",
  "no-cut-line": "◌",
  unranked: "?",
};

function Row({
  round,
  row,
  rule,
  numbers,
  scale,
  without,
}: Pick<Props, "round" | "rule" | "numbers" | "scale"> & {
  row: RankRow;
  without: readonly WithoutExpert[];
}) {
  const { t } = useWords();
  return (
    <tr className={`place-${row.place}`}>
      <td className="number rank-column">
        {row.rank ?? "–"}
        {row.tie === "undecided" && <span className="tie-mark"> {t("panel.tie.undecided")}</span>}
      </td>
      <th scope="row">
        {row.name}
        <p className="muted">
          {row.city}
          {row.subject !== null && ` · ${t(`subject.${row.subject}`)}`}
        </p>
      </th>
      <td className="number">{row.score === null ? "–" : <strong>{row.score}</strong>}</td>
      <td className="spread-column">
        <DotPlot sheets={row.sheets} numbers={numbers} scale={scale} />
      </td>
      <td>
        <WithoutExpertCell row={row} standings={without} numbers={numbers} />
      </td>
      <td className="nowrap">
        <span aria-hidden="true">{placeShapes[row.place]}</span> {t(`panel.place.${row.place}`)}
      </td>
      <td>
        <Notes row={row} rule={rule} numbers={numbers} />
        <FindingsNote round={round} submission={row.submission} />
      </td>
    </tr>
  );
}

function Notes({ row, rule, numbers }: { row: RankRow; rule: RankingRule; numbers: ExpertNumbers }) {
  const { t } = useWords();
  const names = (experts: readonly string[]): string => experts.map(numbers.label).join("、");
  const unassigned = row.sheets.length + row.recused.length + row.missing.length === 0;
  const notes = [
    row.tie === "decided" ? t("panel.tie.decided") : null,
    row.unranked === null || unassigned
      ? null
      : t(`panel.unranked.${row.unranked}`, { n: String(rule.minimumSheets) }),
    unassigned ? t("panel.unassigned") : null,
    row.recused.length > 0 ? t("panel.recused", { names: names(row.recused) }) : null,
    row.missing.length > 0 ? t("panel.missingSheets", { names: names(row.missing) }) : null,
  ].filter((note) => note !== null);
  return <>{notes.join("；")}</>;
}

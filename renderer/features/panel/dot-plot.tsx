import type { RankRow } from "../../../shared/scoring/ranking.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";
import { placeDots, type Scale } from "./model/dots.ts";

const WIDTH = 220;
const RADIUS = 7;
const LEVEL = 15;

/** Each expert's total as a numbered dot on the direction's scale; a total the rule leaves out is struck through. */
export function DotPlot({
  sheets,
  numbers,
  scale,
}: {
  sheets: RankRow["sheets"];
  numbers: ExpertNumbers;
  scale: Scale;
}) {
  const { t } = useWords();
  if (sheets.length === 0) return <span className="muted">{t("panel.noDots")}</span>;
  const dots = placeDots(
    sheets.map((sheet) => ({ ...sheet, number: numbers.number(sheet.expert) })),
    scale,
  );
  const levels = Math.max(...dots.map((dot) => dot.level)) + 1;
  const height = levels * LEVEL + 6;
  const x = (percent: number): number => RADIUS + 2 + (percent / 100) * (WIDTH - 2 * RADIUS - 4);
  const words = [...dots]
    .sort((one, other) => one.number - other.number)
    .map((dot) =>
      t(dot.dropped ? "panel.dotDropped" : "panel.dot", {
        expert: numbers.label(dot.expert),
        total: dot.total,
      }),
    )
    .join("，");
  return (
    <svg
      className="dot-plot"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={words}
      preserveAspectRatio="xMinYMax meet"
    >
      <title>{words}</title>
      <line x1={x(0)} x2={x(100)} y1={height - 3} y2={height - 3} className="dot-axis" />
      {dots.map((dot) => {
        const cx = x(dot.x);
        const cy = height - 5 - RADIUS - dot.level * LEVEL;
        return (
          <g key={dot.expert} className={dot.dropped ? "dot dot-dropped" : "dot"}>
            <circle cx={cx} cy={cy} r={RADIUS} />
            <text x={cx} y={cy} dy="0.35em" textAnchor="middle">
              {dot.number}
            </text>
            {dot.dropped && <line x1={cx - RADIUS} x2={cx + RADIUS} y1={cy + RADIUS} y2={cy - RADIUS} />}
          </g>
        );
      })}
    </svg>
  );
}

import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { placesOf, type Spread, type SpreadValue } from "./indicator-spread.ts";

const WIDTH = 420;
const HEIGHT = 46;
const LEFT = 10;
const BASE = 30;
const STEP = 9;

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" } as const;

/** Met round, not met crossed, everything a person still has to look at square: shape as well as colour. */
function Mark({ value, x, y }: { value: SpreadValue; x: number; y: number }) {
  const title = <title>{`${value.submission.name} ${formatDecimal(value.value ?? "")}`}</title>;
  if (value.status === "met")
    return (
      <circle cx={x} cy={y} r={4} className="strip-met">
        {title}
      </circle>
    );
  if (value.status === "not-met")
    return (
      <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="strip-not-met">
        {title}
      </path>
    );
  return (
    <rect
      className={value.status === "no-threshold" ? "strip-unset" : "strip-other"}
      x={x - 3.5}
      y={y - 3.5}
      width={7}
      height={7}
    >
      {title}
    </rect>
  );
}

/** Values close together are stacked, so that none hides another. */
function stacked(values: readonly SpreadValue[], at: (value: string) => number) {
  const placed: { value: SpreadValue; x: number; level: number }[] = [];
  for (const value of values) {
    if (value.value === null) continue;
    const x = LEFT + (at(value.value) / 100) * (WIDTH - 2 * LEFT);
    const near = placed.filter((other) => Math.abs(other.x - x) < STEP).map((other) => other.level);
    let level = 0;
    while (near.includes(level)) level += 1;
    placed.push({ value, x, level });
  }
  return placed;
}

/** One indicator and one applicant type: a mark for each value, a line at the threshold, and how many gave no number. */
export function StripPlot({ spread }: { spread: Spread }) {
  const { t } = useWords();
  const { indicator, subject, threshold, values } = spread;
  const { greatest, at } = placesOf(spread);
  const without = values.filter(({ value }) => value === null).length;
  const placed = stacked(values, at);
  const levels = Math.max(0, ...placed.map(({ level }) => level));
  const top = -levels * STEP;
  const line = threshold.value === null ? null : LEFT + (at(threshold.value) / 100) * (WIDTH - 2 * LEFT);
  const words =
    threshold.value === null
      ? t("overview.plotUnset", { indicator: indicator.name, subject: t(`subject.${subject}`) })
      : t("overview.plot", {
          indicator: indicator.name,
          subject: t(`subject.${subject}`),
          threshold: `${signs[threshold.op]} ${formatDecimal(threshold.value)}`,
          met: String(values.filter(({ status }) => status === "met").length),
          total: String(values.length),
        });
  return (
    <figure className="strip">
      <figcaption>
        <strong>{t(`subject.${subject}`)}</strong> {values.length}
        {without > 0 && (
          <span className="status-not-reported"> · {t("overview.without", { count: String(without) })}</span>
        )}
      </figcaption>
      <svg
        viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}
        role="img"
        aria-label={words}
        preserveAspectRatio="xMinYMid meet"
      >
        <line x1={LEFT} x2={WIDTH - LEFT} y1={BASE} y2={BASE} className="strip-axis" />
        {line !== null && <line x1={line} x2={line} y1={top} y2={BASE + 5} className="strip-threshold" />}
        {placed.map(({ value, x, level }) => (
          <Mark key={value.submission.submission} value={value} x={x} y={BASE - 8 - level * STEP} />
        ))}
        <text x={LEFT} y={HEIGHT - 3} className="strip-label">
          0
        </text>
        <text x={WIDTH - LEFT} y={HEIGHT - 3} textAnchor="end" className="strip-label">
          {formatDecimal(greatest)}
        </text>
      </svg>
      <div className="muted">
        {threshold.value === null ? (
          <>◌ {t("ui.unset")}</>
        ) : (
          <>
            ┆ {signs[threshold.op]} {formatDecimal(threshold.value)} {indicator.unit}
          </>
        )}
      </div>
    </figure>
  );
}

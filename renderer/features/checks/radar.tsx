import { formatDecimal } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { outlineOf, type RadarAxis, type RadarOf, spotOf } from "./radar-axes.ts";

const RADIUS = 62;
const LABEL = 76;
const EDGE = 88;

const shown = (value: string): string => (value.includes("/") ? value : formatDecimal(value));

/** `近三年… 9,120 人，101%`: what the picture says, for whoever does not see it. */
const axisWords = ({ t }: WordsInUse, axis: RadarAxis): string =>
  axis.value === null
    ? `${axis.name} ${t(`status.${axis.status}`)}`
    : `${axis.name} ${shown(axis.value)} ${axis.unit}${axis.share === null ? "" : ` ${t("overview.share", { share: String(axis.share) })}`} ${t(`status.${axis.status}`)}`;

const ring = (count: number, share: number, most: number): string =>
  Array.from({ length: count }, (_, index) => {
    const { x, y } = spotOf(index, count, share, most, RADIUS);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  }).join(" ");

/** Three spokes reach less far down than six. */
const lowest = (count: number): number =>
  Math.max(...Array.from({ length: count }, (_, index) => spotOf(index, count, 1, 1, LABEL).y)) +
  EDGE -
  LABEL;

function Spoke({
  axis,
  index,
  count,
  most,
}: {
  axis: RadarAxis;
  index: number;
  count: number;
  most: number;
}) {
  const end = spotOf(index, count, most, most, RADIUS);
  const label = spotOf(index, count, most, most, LABEL);
  const spot = axis.share === null ? null : spotOf(index, count, axis.share, most, RADIUS);
  return (
    <>
      <line x1={0} y1={0} x2={end.x} y2={end.y} className="radar-spoke" />
      <text x={label.x} y={label.y} className="radar-label" textAnchor="middle" dominantBaseline="central">
        {axis.share === null ? `${index + 1} –` : index + 1}
      </text>
      {spot && (
        <circle
          cx={spot.x}
          cy={spot.y}
          r={3.5}
          className={
            axis.status === "met" ? "strip-met" : axis.status === "not-met" ? "radar-short" : "strip-other"
          }
        />
      )}
    </>
  );
}

/** One applicant against everything that is asked of it; the dashed ring is the threshold. Two spokes make no area. */
export function Radar({ radar, name }: { radar: RadarOf; name: string }) {
  const words = useWords();
  const { axes, most, scale } = radar;
  const count = axes.length;
  if (count < 3) return null;
  return (
    <svg
      className="radar"
      viewBox={`${-EDGE} ${-EDGE} ${2 * EDGE} ${EDGE + lowest(count)}`}
      role="img"
      aria-label={`${name}${words.t("common.colon")}${axes.map((axis) => axisWords(words, axis)).join(words.t("common.comma"))}`}
    >
      <polygon points={ring(count, most, most)} className="radar-edge" />
      <polygon
        points={ring(count, 100, most)}
        className={scale === "threshold" ? "radar-asked" : "radar-edge"}
      />
      {outlineOf(axes).map(([from, to]) => {
        const one = spotOf(from, count, axes[from]?.share ?? 0, most, RADIUS);
        const other = spotOf(to, count, axes[to]?.share ?? 0, most, RADIUS);
        return (
          <path
            key={from}
            d={`M0 0L${one.x.toFixed(1)} ${one.y.toFixed(1)}L${other.x.toFixed(1)} ${other.y.toFixed(1)}Z`}
            className="radar-area"
          />
        );
      })}
      {axes.map((axis, index) => (
        <Spoke key={axis.id} axis={axis} index={index} count={count} most={most} />
      ))}
    </svg>
  );
}

/** The numbers of a radar, in the order of its spokes. */
export function RadarNumbers({ axes, named }: { axes: readonly RadarAxis[]; named: boolean }) {
  const { t } = useWords();
  return (
    <ol className="radar-numbers">
      {axes.map((axis) => (
        <li key={axis.id}>
          {named && <span className="radar-name">{axis.name}</span>}{" "}
          <StatusMark status={axis.status} compact={axis.value !== null} />{" "}
          {axis.value !== null && (
            <>
              {shown(axis.value)} {axis.unit}
            </>
          )}
          {axis.share !== null && (
            <span className="muted"> {t("overview.share", { share: String(axis.share) })}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

import { Segmented } from "antd";
import { useState } from "react";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import type { DirectionId } from "../../../shared/scheme/scheme.ts";
import { useWords } from "../../ui/use-words.tsx";
import { inDirection } from "./check-rows.ts";
import { spreadsOf } from "./indicator-spread.ts";
import { MarginStrip } from "./margin-strip.tsx";
import { StripPlot } from "./strip-plot.tsx";

function Spreads({
  result,
  view,
  direction,
}: {
  result: CheckResult;
  view: RoundView;
  direction: DirectionId;
}) {
  const { t } = useWords();
  const indicators = view.scheme.indicators.filter((indicator) => indicator.direction === direction);
  return (
    <>
      <p className="strip-legend muted">{t("overview.legend")}</p>
      <div className="strip-grid">
        {indicators.map((indicator) => (
          <section key={indicator.id} className="card" aria-label={indicator.name}>
            <h2>
              {indicator.name}（{indicator.unit}）
            </h2>
            {spreadsOf(result, indicator).map((spread) => (
              <StripPlot key={spread.subject} spread={spread} />
            ))}
          </section>
        ))}
      </div>
      <h2>{t("overview.margins")}</h2>
      <p className="muted">{t("overview.marginsHint")}</p>
      <MarginStrip
        result={result}
        indicators={indicators}
        label={`${t("overview.margins")} ${t(`direction.${direction}`)}`}
      />
    </>
  );
}

/** How the applicants of a direction lie around each threshold, as pictures and as one table with the same numbers. */
export function Overview({ view, result }: { view: RoundView; result: CheckResult }) {
  const { t } = useWords();
  const { directions } = view.scheme;
  const first = directions.find(({ id }) => inDirection(result, id).length > 0) ?? directions[0];
  const [direction, setDirection] = useState<DirectionId | null>(first?.id ?? null);
  if (direction === null) return <p className="checks-main muted">{t("overview.noIndicators")}</p>;
  return (
    <div className="checks-main">
      <Segmented<DirectionId>
        value={direction}
        onChange={setDirection}
        options={directions.map(({ id }) => ({
          value: id,
          label: `${t(`direction.${id}`)} ${inDirection(result, id).length}`,
        }))}
      />
      {inDirection(result, direction).length === 0 ? (
        <p className="muted">{t("checks.noRows")}</p>
      ) : (
        <Spreads result={result} view={view} direction={direction} />
      )}
    </div>
  );
}

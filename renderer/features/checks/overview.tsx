import { Segmented } from "antd";
import { useState } from "react";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import { useWords } from "../../ui/use-words.tsx";
import { spreadsOf } from "./indicator-spread.ts";
import { MarginStrip } from "./margin-strip.tsx";
import { type MatrixGroup, matrixGroups } from "./matrix-groups.ts";
import { RadarGrid } from "./radar-grid.tsx";
import { StripPlot } from "./strip-plot.tsx";

/** How the applicants of a direction lie around each threshold, as pictures and as one table with the same numbers. */
function Spreads({ result, view, group }: { result: CheckResult; view: RoundView; group: MatrixGroup }) {
  const { t } = useWords();
  const indicators = view.scheme.indicators.filter(({ direction }) => direction === group.id);
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
      <MarginStrip result={result} indicators={indicators} label={`${t("overview.margins")} ${group.name}`} />
    </>
  );
}

type Picture = "spread" | "radar";

/** The field as a whole: around each threshold, or applicant by applicant. */
export function Overview({ view, result }: { view: RoundView; result: CheckResult }) {
  const words = useWords();
  const { t } = words;
  const groups = matrixGroups(words, view.scheme, result);
  const [chosen, setChosen] = useState<string | null>(null);
  const [picture, setPicture] = useState<Picture>("spread");
  const first = groups.find(({ rows }) => rows.length > 0) ?? groups[0];
  const group = groups.find(({ id }) => id === chosen) ?? first;
  if (group === undefined) return <p className="checks-main muted">{t("overview.noIndicators")}</p>;
  // Evaluation points have no numbers to lie along a line.
  const onlyRadar = group.columns.some(({ narrow }) => narrow);
  return (
    <div className="checks-main">
      <div className="row">
        <Segmented<string>
          value={group.id}
          onChange={setChosen}
          options={groups.map(({ id, name, rows }) => ({ value: id, label: `${name} ${rows.length}` }))}
        />
        {!onlyRadar && (
          <Segmented<Picture>
            value={picture}
            onChange={setPicture}
            options={(["spread", "radar"] as const).map((value) => ({
              value,
              label: t(`overview.picture.${value}`),
            }))}
          />
        )}
      </div>
      {group.rows.length === 0 ? (
        <p className="muted">{t("checks.noRows")}</p>
      ) : onlyRadar || picture === "radar" ? (
        <RadarGrid scheme={view.scheme} rows={group.rows} />
      ) : (
        <Spreads result={result} view={view} group={group} />
      )}
    </div>
  );
}

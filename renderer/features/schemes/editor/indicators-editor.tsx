import { Button } from "antd";
import { useState } from "react";
import type { Indicator, Scheme } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { AnnexReader } from "./annex-reader.tsx";
import { ConfusedFields } from "./confused-fields.tsx";
import { formatGroups, newIndicator, parseGroups, parseWords, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";

const measures = ["stock", "yearly-mean", "yearly-growth"] as const;

function MatchFields({
  indicator,
  at,
  onChange,
}: {
  indicator: Indicator;
  at: string;
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const { match } = indicator;
  const [asked] = useState(() => match.require.flat().every((word) => word === ""));
  return (
    <details className="source-fields" open={asked}>
      <summary>
        {t("editor.match")} · {formatGroups(match.require).replaceAll("\n", " + ")}
      </summary>
      <p className="muted">{t("editor.matchHint")}</p>
      <div className="field-grid">
        <KeptText
          label={t("editor.matchRequire")}
          value={match.require}
          at={`${at}.match.require`}
          format={formatGroups}
          parse={parseGroups}
          lines={2}
          onChange={(require) => onChange({ ...indicator, match: { ...match, require } })}
        />
        <KeptText
          label={t("editor.matchExclude")}
          value={match.exclude}
          at={`${at}.match.exclude`}
          format={(words) => words.join(" / ")}
          parse={parseWords}
          onChange={(exclude) => onChange({ ...indicator, match: { ...match, exclude } })}
        />
      </div>
      <ConfusedFields indicator={indicator} at={at} onChange={onChange} />
    </details>
  );
}

function IndicatorCard({
  draft,
  indicator,
  at,
  onChange,
  onRemove,
}: {
  draft: Scheme;
  indicator: Indicator;
  at: string;
  onChange: (indicator: Indicator) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const name = indicator.name === "" ? t("editor.newIndicator") : indicator.name;
  return (
    <ItemFrame name={name} onRemove={onRemove}>
      <div className="field-grid">
        <TextField
          label={t("editor.indicatorName")}
          value={indicator.name}
          at={`${at}.name`}
          wide
          onChange={(typed) => onChange({ ...indicator, name: typed })}
        />
        <TextField
          label={t("scheme.field.unit")}
          value={indicator.unit}
          at={`${at}.unit`}
          onChange={(unit) => onChange({ ...indicator, unit: unit.trim() })}
        />
        <ChoiceField
          label={t("scheme.field.measure")}
          value={indicator.measure}
          choices={measures.map((value) => ({ value, label: t(`editor.measure.${value}`) }))}
          onChange={(measure) => onChange({ ...indicator, measure })}
        />
      </div>
      <MatchFields indicator={indicator} at={at} onChange={onChange} />
      <SourceFields
        at={`${at}.source`}
        source={indicator.source}
        onChange={(source) => onChange({ ...indicator, source })}
      />
      <ThresholdFields draft={draft} indicator={indicator} at={at} onChange={onChange} />
    </ItemFrame>
  );
}

export function IndicatorsEditor({ draft, change, keepAnnex }: SectionProps) {
  const { t } = useWords();
  const { indicators } = draft;
  const add = (direction: Indicator["direction"]): void =>
    change({
      indicators: [
        ...indicators,
        newIndicator(
          direction,
          indicators.map(({ id }) => id),
        ),
      ],
    });
  return (
    <>
      <AnnexReader draft={draft} change={change} keepAnnex={keepAnnex} />
      {draft.directions.length === 0 && <p className="muted">{t("editor.directionsFirst")}</p>}
      {draft.directions.map((direction) => (
        <section key={direction.id} aria-label={direction.name} className="section">
          <h3>{direction.name}</h3>
          <div className="stack">
            {indicators.map((indicator, index) =>
              indicator.direction === direction.id ? (
                <IndicatorCard
                  key={indicator.id}
                  draft={draft}
                  indicator={indicator}
                  at={`indicators[${index}]`}
                  onChange={(next) => change({ indicators: replaceAt(indicators, index, next) })}
                  onRemove={() => change({ indicators: removeAt(indicators, index) })}
                />
              ) : null,
            )}
            <Button className="add-button" onClick={() => add(direction.id)}>
              {t("editor.addIndicator", { direction: direction.name })}
            </Button>
          </div>
        </section>
      ))}
    </>
  );
}

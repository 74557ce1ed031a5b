import { Button } from "antd";
import type { Objective, Scheme, ScoreItem, ScoreLevel } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { removeAt, replaceAt } from "./draft-scheme.ts";

interface Props {
  readonly item: ScoreItem;
  /** Place of the item in the draft. */
  readonly at: string;
  readonly indicators: Scheme["indicators"];
  readonly onChange: (item: ScoreItem) => void;
}

/** What an item may have and no notice at hand gives: levels with descriptions, and a rule that fills it from the values. */
export function ScoreItemExtras(props: Props) {
  return (
    <>
      <Levels {...props} />
      <ObjectiveFields {...props} />
    </>
  );
}

function Levels({ item, at, onChange }: Props) {
  const { t } = useWords();
  const levels = item.levels ?? [];
  const put = (next: readonly ScoreLevel[]): void => {
    const { levels: _, ...rest } = item;
    onChange(next.length === 0 ? rest : { ...rest, levels: [...next] });
  };
  return (
    <fieldset className="plain-fieldset">
      <legend>{t("editor.levels")}</legend>
      <p className="muted">{t("editor.levelsHint")}</p>
      {levels.map((level, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level has no other name than its place until it is named
        <div key={index} className="field-grid">
          <TextField
            label={t("editor.levelName")}
            value={level.name}
            at={`${at}.levels[${index}].name`}
            onChange={(name) => put(replaceAt(levels, index, { ...level, name }))}
          />
          <TextField
            label={t("editor.levelFrom")}
            value={level.from}
            at={`${at}.levels[${index}].from`}
            onChange={(from) => put(replaceAt(levels, index, { ...level, from: from.trim() }))}
          />
          <TextField
            label={t("editor.levelText")}
            value={level.text}
            wide
            onChange={(text) => put(replaceAt(levels, index, { ...level, text }))}
          />
          <Button type="text" onClick={() => put(removeAt(levels, index))}>
            {t("editor.removeLevel", { name: level.name })}
          </Button>
        </div>
      ))}
      <Button onClick={() => put([...levels, { name: "", from: "0", text: "" }])}>
        {t("editor.addLevel")}
      </Button>
    </fieldset>
  );
}

const kinds = ["none", "met-share", "linear"] as const;

function ObjectiveFields({ item, at, indicators, onChange }: Props) {
  const { t } = useWords();
  const { objective, ...rest } = item;
  const put = (next: Objective | undefined): void =>
    onChange(next === undefined ? rest : { ...rest, objective: next });
  const begin = (kind: (typeof kinds)[number]): void => {
    if (kind === "none") put(undefined);
    else if (kind === "met-share") put({ kind });
    else put({ kind, indicator: indicators[0]?.id ?? "", zero: "0", full: "1" });
  };
  return (
    <div className="field-grid">
      <ChoiceField
        label={t("editor.objective")}
        value={objective?.kind ?? "none"}
        choices={kinds.map((kind) => ({ value: kind, label: t(`editor.objective.${kind}`) }))}
        onChange={begin}
      />
      {objective?.kind === "linear" && (
        <>
          <ChoiceField
            label={t("editor.objective.indicator")}
            value={objective.indicator}
            at={`${at}.objective.indicator`}
            choices={indicators.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(indicator) => put({ ...objective, indicator })}
          />
          <TextField
            label={t("editor.objective.zero")}
            value={objective.zero}
            at={`${at}.objective.zero`}
            onChange={(zero) => put({ ...objective, zero: zero.trim() })}
          />
          <TextField
            label={t("editor.objective.full")}
            value={objective.full}
            at={`${at}.objective.full`}
            onChange={(full) => put({ ...objective, full: full.trim() })}
          />
        </>
      )}
    </div>
  );
}

import { Button } from "antd";
import type { Scheme, ScoreItem } from "../../../../shared/scheme/scheme.ts";
import { Exact } from "../../../../shared/scoring/decimal.ts";
import { Field, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { isUnsetOrAmount } from "../../round-settings/settings-draft.ts";
import { freshId, moveUp, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { ScoreItemExtras } from "./score-item-extras.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

/** The sum once every maximum is set; before that there is none. */
function totalOf(items: readonly ScoreItem[]): string | null {
  if (items.length === 0 || items.some(({ max }) => max === null || !isUnsetOrAmount(max))) return null;
  return items.reduce((sum, { max }) => sum.plus(max ?? "0"), new Exact(0)).toFixed();
}

const sheetOf = (items: readonly ScoreItem[]): Scheme["scoreSheet"] => ({
  items: [...items],
  total: totalOf(items),
});

export function ScoreEditor({ draft, change }: SectionProps) {
  const { t } = useWords();
  const { items, total } = draft.scoreSheet;
  const put = (next: readonly ScoreItem[]): void => change({ scoreSheet: sheetOf(next) });
  const add = (): void => {
    const id = freshId(
      "item",
      items.map((item) => item.id),
    );
    put([...items, { id, name: "", guidance: "", max: null, source: noSource }]);
  };
  return (
    <div className="stack">
      <p className="muted">{t("editor.formHint")}</p>
      <p role="status">
        {t("settings.total")} {total ?? `◌ ${t("ui.unset")}`}
      </p>
      {items.map((item, index) => (
        <ItemFrame
          key={item.id}
          name={item.name === "" ? t("editor.newItem") : item.name}
          onUp={index > 0 ? () => put(moveUp(items, index)) : undefined}
          onRemove={() => put(removeAt(items, index))}
        >
          <div className="field-grid">
            <TextField
              label={t("editor.itemName")}
              value={item.name}
              at={`scoreSheet.items[${index}].name`}
              onChange={(name) => put(replaceAt(items, index, { ...item, name }))}
            />
            <Field label={t("settings.max")} at={`scoreSheet.items[${index}].max`}>
              <DecimalField
                label={t("editor.maxOf", { item: item.name })}
                value={item.max}
                disabled={false}
                onChange={(max) => put(replaceAt(items, index, { ...item, max }))}
              />
            </Field>
            <TextField
              label={t("editor.guidance")}
              value={item.guidance}
              lines={2}
              wide
              onChange={(guidance) => put(replaceAt(items, index, { ...item, guidance }))}
            />
          </div>
          <ScoreItemExtras
            item={item}
            at={`scoreSheet.items[${index}]`}
            indicators={draft.indicators}
            onChange={(next) => put(replaceAt(items, index, next))}
          />
          <SourceFields
            at={`scoreSheet.items[${index}].source`}
            source={item.source}
            onChange={(source) => put(replaceAt(items, index, { ...item, source }))}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addItem")}
      </Button>
    </div>
  );
}

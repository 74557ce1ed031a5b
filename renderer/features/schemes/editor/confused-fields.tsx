import { Button } from "antd";
import type { Indicator } from "../../../../shared/scheme/scheme.ts";
import { TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { formatGroups, parseGroups, removeAt, replaceAt } from "./draft-scheme.ts";
import { KeptText } from "./kept-text.tsx";

/** Words that look like this indicator and are another one: met in a submission, they are asked about. */
export function ConfusedFields({
  indicator,
  at,
  onChange,
}: {
  indicator: Indicator;
  at: string;
  onChange: (indicator: Indicator) => void;
}) {
  const { t } = useWords();
  const { confusedWith } = indicator;
  const put = (next: Indicator["confusedWith"]): void => onChange({ ...indicator, confusedWith: next });
  return (
    <>
      {confusedWith.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and are edited in place
        <div key={index} className="field-grid nested-item">
          <KeptText
            label={t("editor.confusedWords")}
            value={one.match.require}
            at={`${at}.confusedWith[${index}].match`}
            format={formatGroups}
            parse={parseGroups}
            lines={2}
            onChange={(require) =>
              put(replaceAt(confusedWith, index, { ...one, match: { ...one.match, require } }))
            }
          />
          <TextField
            label={t("editor.confusedNote")}
            value={one.note}
            lines={2}
            onChange={(note) => put(replaceAt(confusedWith, index, { ...one, note }))}
          />
          <Button onClick={() => put(removeAt(confusedWith, index))}>
            {t("editor.removeNamed", { name: formatGroups(one.match.require) })}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => put([...confusedWith, { match: { require: [[""]], exclude: [] }, note: "" }])}
      >
        {t("editor.addConfused")}
      </Button>
    </>
  );
}

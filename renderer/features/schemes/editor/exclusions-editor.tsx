import { Button } from "antd";
import { useState } from "react";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { useCall } from "../../../api/use-call.ts";
import { ChoiceField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { registerName } from "../../register/register-words.ts";
import { freshId, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type Exclusion = Scheme["exclusions"][number];

/** A register of bases whose members may not apply, or are to be asked about. */
function AddExclusion({ taken, onAdd }: { taken: readonly string[]; onAdd: (register: string) => void }) {
  const words = useWords();
  const { t } = words;
  const registers = useCall("register/list", {});
  const free = (registers.data?.registers ?? []).filter(({ id }) => !taken.includes(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const register = free.find(({ id }) => id === chosen)?.id ?? free[0]?.id;
  if (register === undefined) return <p className="muted">{t("editor.allRegistersUsed")}</p>;
  return (
    <div className="row rule-line">
      <ChoiceField<string>
        label={t("editor.exclusionRegister")}
        value={register}
        choices={free.map(({ id, count }) => ({ value: id, label: `${registerName(words, id)} ${count}` }))}
        onChange={setChosen}
      />
      <Button onClick={() => onAdd(register)}>{t("editor.addExclusion")}</Button>
    </div>
  );
}

export function ExclusionsEditor({ draft, change }: SectionProps) {
  const words = useWords();
  const { t } = words;
  const { exclusions } = draft;
  const put = (index: number, exclusion: Exclusion): void =>
    change({ exclusions: replaceAt(exclusions, index, exclusion) });
  const add = (register: string): void => {
    const id = freshId(
      "exclusion",
      exclusions.map((exclusion) => exclusion.id),
    );
    change({ exclusions: [...exclusions, { id, register, effect: "ask", source: noSource }] });
  };
  return (
    <>
      <h3>{t("scheme.field.exclusions")}</h3>
      <p className="muted">{t("editor.exclusionsHint")}</p>
      {exclusions.map((exclusion, index) => (
        <ItemFrame
          key={exclusion.id}
          name={t("editor.exclusion", { register: registerName(words, exclusion.register) })}
          onRemove={() => change({ exclusions: removeAt(exclusions, index) })}
        >
          <ChoiceField
            label={t("editor.effect")}
            value={exclusion.effect}
            choices={(["ask", "exclude"] as const).map((value) => ({
              value,
              label: t(`editor.effect.${value}`),
            }))}
            onChange={(effect) => put(index, { ...exclusion, effect })}
          />
          <SourceFields
            at={`exclusions[${index}].source`}
            source={exclusion.source}
            onChange={(source) => put(index, { ...exclusion, source })}
          />
        </ItemFrame>
      ))}
      <AddExclusion taken={exclusions.map(({ register }) => register)} onAdd={add} />
    </>
  );
}

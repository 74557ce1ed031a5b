import { Button, Checkbox } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { noSource, parseCount } from "./draft-scheme.ts";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type Delivery = NonNullable<Scheme["delivery"]>;

function DeliveryFields({ value, onChange }: { value: Delivery; onChange: (value: Delivery) => void }) {
  const { t } = useWords();
  return (
    <>
      <div className="field-grid">
        <KeptText
          label={t("editor.copies")}
          value={value.copies}
          at="delivery.copies"
          format={String}
          parse={(typed) => parseCount(typed) || undefined}
          onChange={(copies) => onChange({ ...value, copies })}
        />
        <Checkbox
          checked={value.electronic}
          onChange={({ target }) => onChange({ ...value, electronic: target.checked })}
        >
          {t("editor.electronic")}
        </Checkbox>
      </div>
      <SourceFields
        at="delivery.source"
        source={value.source}
        onChange={(source) => onChange({ ...value, source })}
      />
    </>
  );
}

/** What has to arrive on paper: nothing a program can see, and therefore said to whoever receives it. */
export function DeliveryEditor({ draft, change, replace }: SectionProps) {
  const { t } = useWords();
  const { delivery, ...without } = draft;
  return (
    <>
      <h3>{t("scheme.field.delivery")}</h3>
      {delivery === undefined ? (
        <p className="row">
          <span>◌ {t("ui.unset")}</span>
          <Button onClick={() => change({ delivery: { copies: 1, electronic: true, source: noSource } })}>
            {t("editor.setDelivery")}
          </Button>
        </p>
      ) : (
        <>
          <DeliveryFields value={delivery} onChange={(next) => change({ delivery: next })} />
          <Button onClick={() => replace(without)}>{t("editor.removeDelivery")}</Button>
        </>
      )}
    </>
  );
}

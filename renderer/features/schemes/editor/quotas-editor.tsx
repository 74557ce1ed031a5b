import { Button, Checkbox } from "antd";
import { type Quota, type SubjectId, subjectIds } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { freshId, noSource, parseCount, parseWords, removeAt, replaceAt } from "./draft-scheme.ts";
import { ExclusionsEditor } from "./exclusions-editor.tsx";
import { ItemFrame } from "./item-frame.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

function QuotaCard({
  quota,
  at,
  name,
  onChange,
  onRemove,
}: {
  quota: Quota;
  at: string;
  name: string;
  onChange: (quota: Quota) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  return (
    <ItemFrame name={name} onRemove={onRemove}>
      <div className="field-grid">
        <KeptText
          label={t("editor.quotaCities")}
          hint={t("schemes.otherCities")}
          value={quota.cities}
          at={`${at}.cities`}
          format={(cities) => (cities ?? []).join("、")}
          parse={(typed) => {
            const cities = parseWords(typed);
            return cities.length === 0 ? null : cities;
          }}
          wide
          onChange={(cities) => onChange({ ...quota, cities })}
        />
        <ChoiceField<SubjectId | "all">
          label={t("scheme.field.subject")}
          value={quota.subject ?? "all"}
          choices={[
            { value: "all", label: t("schemes.allSubjects") },
            ...subjectIds.map((value) => ({ value, label: t(`subject.${value}`) })),
          ]}
          onChange={(subject) => onChange({ ...quota, subject: subject === "all" ? null : subject })}
        />
        <KeptText
          label={t("editor.quotaMax")}
          value={quota.max}
          at={`${at}.max`}
          format={String}
          parse={(typed) => parseCount(typed) || undefined}
          onChange={(max) => onChange({ ...quota, max })}
        />
      </div>
      <Checkbox
        checked={quota.perDirection}
        onChange={({ target }) => onChange({ ...quota, perDirection: target.checked })}
      >
        {t("schemes.perDirection")}
      </Checkbox>
      <SourceFields
        at={`${at}.source`}
        source={quota.source}
        onChange={(source) => onChange({ ...quota, source })}
      />
    </ItemFrame>
  );
}

export function QuotasEditor(props: SectionProps) {
  const { t } = useWords();
  const { draft, change } = props;
  const { quotas } = draft;
  const add = (): void => {
    const id = freshId(
      "quota",
      quotas.map((quota) => quota.id),
    );
    const quota: Quota = { id, cities: null, subject: null, perDirection: false, max: 1, source: noSource };
    change({ quotas: [...quotas, quota] });
  };
  return (
    <div className="stack">
      <p className="muted">{t("editor.quotasHint")}</p>
      {quotas.map((quota, index) => (
        <QuotaCard
          key={quota.id}
          quota={quota}
          at={`quotas[${index}]`}
          name={t("editor.nthQuota", { number: String(index + 1) })}
          onChange={(next) => change({ quotas: replaceAt(quotas, index, next) })}
          onRemove={() => change({ quotas: removeAt(quotas, index) })}
        />
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addQuota")}
      </Button>
      <ExclusionsEditor {...props} />
    </div>
  );
}

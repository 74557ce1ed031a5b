import { Button } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { noSource, parseWords } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type Deadline = NonNullable<Scheme["deadline"]>;

const noDeadline: Deadline = {
  date: "",
  time: null,
  zone: "Asia/Shanghai",
  lateAccepted: null,
  source: noSource,
};

/** Notices often say what happens to a late one elsewhere than the date; left out, the date's sentence stands for both. */
function LateSource({ value, onChange }: { value: Deadline; onChange: (value: Deadline) => void }) {
  const { t } = useWords();
  const { lateSource, ...without } = value;
  if (lateSource === undefined)
    return value.lateAccepted === null ? null : (
      <Button onClick={() => onChange({ ...value, lateSource: noSource })}>{t("editor.lateSource")}</Button>
    );
  return (
    <ItemFrame name={t("editor.lateSourceOf")} onRemove={() => onChange(without)}>
      <SourceFields
        at="deadline.lateSource"
        source={lateSource}
        onChange={(source) => onChange({ ...value, lateSource: source })}
      />
    </ItemFrame>
  );
}

function DeadlineFields({
  value,
  onChange,
}: {
  value: Deadline;
  onChange: (value: Deadline | null) => void;
}) {
  const { t } = useWords();
  const late = value.lateAccepted === null ? "unknown" : value.lateAccepted ? "yes" : "no";
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.deadlineDate")}
          hint="2022-11-28"
          value={value.date}
          at="deadline.date"
          onChange={(date) => onChange({ ...value, date: date.normalize("NFKC").trim() })}
        />
        <TextField
          label={t("editor.deadlineTime")}
          hint="24:00"
          value={value.time ?? ""}
          at="deadline.time"
          onChange={(typed) => {
            const time = typed.normalize("NFKC").trim();
            onChange({ ...value, time: time === "" ? null : time });
          }}
        />
        <ChoiceField
          label={t("editor.late")}
          value={late}
          choices={(["unknown", "no", "yes"] as const).map((one) => ({
            value: one,
            label: t(`schemes.late.${one}`),
          }))}
          onChange={(one) => onChange({ ...value, lateAccepted: one === "unknown" ? null : one === "yes" })}
        />
      </div>
      <SourceFields
        at="deadline.source"
        source={value.source}
        onChange={(source) => onChange({ ...value, source })}
      />
      <LateSource value={value} onChange={onChange} />
      <Button onClick={() => onChange(null)}>{t("editor.removeDeadline")}</Button>
    </>
  );
}

function DeadlinePart({ draft, change }: Pick<SectionProps, "draft" | "change">) {
  const { t } = useWords();
  return (
    <>
      <h3>{t("scheme.field.deadline")}</h3>
      {draft.deadline === null ? (
        <p className="row">
          <span>◌ {t("ui.unset")}</span>
          <Button onClick={() => change({ deadline: noDeadline })}>{t("editor.setDeadline")}</Button>
        </p>
      ) : (
        <DeadlineFields value={draft.deadline} onChange={(deadline) => change({ deadline })} />
      )}
    </>
  );
}

export function Basics({ draft, change }: SectionProps) {
  const { t } = useWords();
  // A plan or a published list asks nobody to apply by a day and names no cities that may recommend.
  const review = (draft.purpose ?? "review") === "review";
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("scheme.field.title")}
          value={draft.title}
          at="title"
          wide
          onChange={(title) => change({ title })}
        />
        <TextField
          label={t("scheme.field.issuer")}
          value={draft.issuer}
          at="issuer"
          onChange={(issuer) => change({ issuer })}
        />
        <TextField
          label={t("schemes.numberOptional")}
          value={draft.documentNo}
          at="documentNo"
          onChange={(documentNo) => change({ documentNo })}
        />
        <KeptText
          label={t("scheme.field.year")}
          value={draft.year}
          at="year"
          format={String}
          parse={(typed) => (/^20\d\d$/.test(typed.trim()) ? Number(typed) : undefined)}
          onChange={(year) => change({ year })}
        />
        <TextField
          label={t("scheme.field.province")}
          value={draft.province}
          at="province"
          onChange={(province) => change({ province })}
        />
        {(review || draft.cities.length > 0) && (
          <KeptText
            label={t("editor.cities", { count: String(draft.cities.length) })}
            hint={t("editor.citiesHint")}
            value={draft.cities}
            at="cities"
            format={(cities) => cities.join("、")}
            parse={parseWords}
            lines={2}
            wide
            onChange={(cities) => change({ cities })}
          />
        )}
      </div>
      {(review || draft.deadline !== null) && <DeadlinePart draft={draft} change={change} />}
    </>
  );
}

import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { RoundView } from "../../../shared/contract/round.ts";
import type { CorrectionItem } from "../../../shared/correction/correction.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { WrittenNote } from "../../ui/written-note.tsx";
import { letterParagraphs, letterTitle } from "./letter-text.ts";

interface ChosenItem extends CorrectionItem {
  readonly key: string;
  readonly chosen: boolean;
}

const startItems = (items: readonly CorrectionItem[], rule: string | null): ChosenItem[] =>
  items.map((item, index) => ({
    ...item,
    key: `${item.rule} ${index}`,
    chosen: rule === null || item.rule === rule || !items.some((one) => one.rule === rule),
  }));

function ItemLine({
  item,
  number,
  onChange,
}: {
  item: ChosenItem;
  number: number;
  onChange: (item: ChosenItem) => void;
}) {
  const { t } = useWords();
  return (
    <li className="letter-item">
      <Checkbox
        checked={item.chosen}
        aria-label={t("letters.choose", { number: String(number) })}
        onChange={({ target }) => onChange({ ...item, chosen: target.checked })}
      />
      <div>
        <StatusMark status={item.status} />
        <Input.TextArea
          value={item.text}
          autoSize={{ minRows: 1, maxRows: 8 }}
          aria-label={t("letters.itemText", { number: String(number) })}
          disabled={!item.chosen}
          onChange={(event) => onChange({ ...item, text: event.target.value })}
        />
        <p className="muted">
          {item.places.length > 0
            ? t("letters.places", { places: item.places.join("；") })
            : item.status === "not-reported" && t("letters.noPlace")}
        </p>
      </div>
    </li>
  );
}

function Preview({ paragraphs, office }: { paragraphs: readonly string[]; office: string }) {
  const { t } = useWords();
  return (
    <section className="letter-preview" aria-label={t("letters.preview")} lang="zh-CN">
      <h3>{letterTitle}</h3>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={index}>{paragraph}</p>
      ))}
      <p className="letter-office">{office}</p>
    </section>
  );
}

/** Chooses what to ask an applicant, or the office of a city, for, shows the letter and makes it; its clock runs from then. */
export function LetterForm({
  view,
  target,
  name,
  proposed,
  rule,
}: {
  view: RoundView;
  target: { readonly submission: string } | { readonly city: string };
  name: string;
  proposed: readonly CorrectionItem[];
  rule: string | null;
}) {
  const { t } = useWords();
  const toApplicant = useAct("correction/make");
  const toCity = useAct("city-letter/make");
  const make = "city" in target ? toCity : toApplicant;
  const [items, setItems] = useState(() => startItems(proposed, rule));
  const [deadline, setDeadline] = useState("");
  const [note, setNote] = useState("");
  const [office, setOffice] = useState("");
  useDraft(make.data === undefined && (deadline !== "" || note !== "" || office !== "") ? 1 : 0);
  const chosen = items
    .filter((item) => item.chosen && item.text.trim() !== "")
    .map(({ rule: of, status, text, places }) => ({ rule: of, status, text, places }));
  const title = view.scheme.title;
  const paragraphs = letterParagraphs({
    applicant: name,
    scheme: view.name.startsWith("示例") ? `（示例）${title}` : title,
    items: chosen,
    deadline,
    note,
    office,
    ...("city" in target ? { opening: "letter.cityOpening" as const } : {}),
  });
  if (make.data)
    return (
      <div className="stack">
        <WrittenNote file={make.data.file} />
        <p>{t("letters.made", { name })}</p>
      </div>
    );
  return (
    <form
      className="stack"
      aria-label={t("letters.formLabel", { name })}
      onSubmit={(event) => {
        event.preventDefault();
        const letter = {
          items: chosen,
          deadline: deadline === "" ? null : deadline,
          note,
          office: office.trim(),
        };
        if ("city" in target) toCity.mutate({ round: view.id, city: target.city, ...letter });
        else toApplicant.mutate({ submission: target.submission, ...letter });
      }}
    >
      <p role="status">
        {t("letters.chosen", { count: String(chosen.length), total: String(items.length) })}
      </p>
      <ol className="letter-items">
        {items.map((item, index) => (
          <ItemLine
            key={item.key}
            item={item}
            number={index + 1}
            onChange={(next) => setItems(items.map((old) => (old.key === next.key ? next : old)))}
          />
        ))}
      </ol>
      <div className="field-grid">
        <Field label={t("letters.deadline")}>
          <Input type="date" value={deadline} onChange={(event) => setDeadline(event.target.value)} />
        </Field>
        <TextField
          label={t("letters.office")}
          hint={view.scheme.issuer}
          value={office}
          onChange={setOffice}
        />
        <TextField label={t("letters.note")} value={note} lines={2} wide onChange={setNote} />
      </div>
      <Preview paragraphs={paragraphs} office={office.trim() === "" ? view.scheme.issuer : office} />
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={chosen.length === 0} loading={make.isPending}>
          {t("letters.make")}
        </Button>
      </div>
      <Failure error={make.error} />
    </form>
  );
}

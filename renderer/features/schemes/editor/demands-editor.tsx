import { Button, Checkbox } from "antd";
import type { OutlineSection, Scheme } from "../../../../shared/scheme/scheme.ts";
import { type FileKind, fileKinds } from "../../../../shared/submission/document.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DeliveryEditor } from "./delivery-editor.tsx";
import { freshId, moveUp, noSource, parseCount, parseWords, removeAt, replaceAt } from "./draft-scheme.ts";
import { ItemFrame } from "./item-frame.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type Attachment = Scheme["attachments"][number];

const optionalCount = (value: number | null): string => (value === null ? "" : String(value));

function OutlineFields({
  section,
  at,
  onChange,
}: {
  section: OutlineSection;
  at: string;
  onChange: (section: OutlineSection) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.sectionTitle")}
          value={section.title}
          at={`${at}.title`}
          wide
          onChange={(title) => onChange({ ...section, title })}
        />
        <KeptText
          label={t("editor.targetChars")}
          hint={t("ui.unset")}
          value={section.targetChars}
          at={`${at}.targetChars`}
          format={optionalCount}
          parse={parseCount}
          onChange={(targetChars) => onChange({ ...section, targetChars })}
        />
        <KeptText
          label={t("editor.aliases")}
          value={section.aliases}
          at={`${at}.aliases`}
          format={(words) => words.join(" / ")}
          parse={parseWords}
          onChange={(aliases) => onChange({ ...section, aliases })}
        />
      </div>
      <Checkbox
        checked={section.provisional === true}
        onChange={({ target }) => onChange({ ...section, provisional: target.checked })}
      >
        {t("editor.provisional")}
      </Checkbox>
      <SourceFields
        at={`${at}.source`}
        source={section.source}
        onChange={(source) => onChange({ ...section, source })}
      />
    </>
  );
}

function Outline({ draft, change }: SectionProps) {
  const { t } = useWords();
  const { outline } = draft;
  const add = (): void => {
    const id = freshId(
      "section",
      outline.map((section) => section.id),
    );
    change({ outline: [...outline, { id, title: "", aliases: [], targetChars: null, source: noSource }] });
  };
  return (
    <>
      <h3>{t("scheme.field.outline")}</h3>
      {outline.map((section, index) => (
        <ItemFrame
          key={section.id}
          name={section.title === "" ? t("editor.newSection") : section.title}
          onUp={index > 0 ? () => change({ outline: moveUp(outline, index) }) : undefined}
          onRemove={() => change({ outline: removeAt(outline, index) })}
        >
          <OutlineFields
            section={section}
            at={`outline[${index}]`}
            onChange={(next) => change({ outline: replaceAt(outline, index, next) })}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addSection")}
      </Button>
      <KeptText
        label={t("editor.totalChars")}
        hint={t("ui.unset")}
        value={draft.totalChars}
        at="totalChars"
        format={optionalCount}
        parse={(typed) => (parseCount(typed) === 0 ? undefined : parseCount(typed))}
        onChange={(totalChars) => change({ totalChars })}
      />
    </>
  );
}

function AttachmentFields({
  attachment,
  at,
  onChange,
}: {
  attachment: Attachment;
  at: string;
  onChange: (attachment: Attachment) => void;
}) {
  const { t } = useWords();
  const { delivers: _delivers, ...bare } = attachment;
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.attachmentTitle")}
          value={attachment.title}
          at={`${at}.title`}
          wide
          onChange={(title) => onChange({ ...attachment, title })}
        />
        <ChoiceField<FileKind | "none">
          label={t("editor.delivers")}
          value={attachment.delivers ?? "none"}
          choices={[
            { value: "none", label: t("editor.deliversNone") },
            ...fileKinds.map((value) => ({ value, label: t(`fileKind.${value}`) })),
          ]}
          onChange={(kind) => onChange(kind === "none" ? bare : { ...bare, delivers: kind })}
        />
        <ChoiceField
          label={t("editor.per")}
          value={attachment.per ?? "applicant"}
          choices={(["applicant", "city"] as const).map((value) => ({
            value,
            label: t(`editor.per.${value}`),
          }))}
          onChange={(per) => onChange({ ...attachment, per })}
        />
      </div>
      <SourceFields
        at={`${at}.source`}
        source={attachment.source}
        onChange={(source) => onChange({ ...attachment, source })}
      />
    </>
  );
}

function Attachments({ draft, change }: SectionProps) {
  const { t } = useWords();
  const { attachments } = draft;
  const add = (): void => {
    const id = freshId(
      "attachment",
      attachments.map((attachment) => attachment.id),
    );
    change({ attachments: [...attachments, { id, title: "", source: noSource }] });
  };
  return (
    <>
      <h3>{t("scheme.field.attachments")}</h3>
      {attachments.map((attachment, index) => (
        <ItemFrame
          key={attachment.id}
          name={attachment.title === "" ? t("editor.newAttachment") : attachment.title}
          onRemove={() => change({ attachments: removeAt(attachments, index) })}
        >
          <AttachmentFields
            attachment={attachment}
            at={`attachments[${index}]`}
            onChange={(next) => change({ attachments: replaceAt(attachments, index, next) })}
          />
        </ItemFrame>
      ))}
      <Button className="add-button" onClick={add}>
        {t("editor.addAttachment")}
      </Button>
    </>
  );
}

export const DemandsEditor = (props: SectionProps) => (
  <div className="stack">
    <Outline {...props} />
    <Attachments {...props} />
    <DeliveryEditor {...props} />
  </div>
);

import { Checkbox } from "antd";
import { directionIds, type Scheme, subjectIds } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { noSource } from "./draft-scheme.ts";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type Direction = Scheme["directions"][number];
type Subject = Scheme["subjects"][number];

/** Entries keep the order of the notices whatever order they were ticked in. */
const inOrder = <Id extends string, Entry extends { readonly id: Id }>(
  ids: readonly Id[],
  entries: readonly Entry[],
): Entry[] => ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);

function Directions({ draft, change }: SectionProps) {
  const { t } = useWords();
  const put = (direction: Direction): void =>
    change({
      directions: inOrder(directionIds, [
        ...draft.directions.filter(({ id }) => id !== direction.id),
        direction,
      ]),
    });
  return directionIds.map((id) => {
    const direction = draft.directions.find((known) => known.id === id);
    return (
      <div key={id} className="card pair-card">
        <Checkbox
          checked={direction !== undefined}
          onChange={({ target }) =>
            target.checked
              ? put({ id, name: t(`direction.${id}`), source: noSource })
              : change({ directions: draft.directions.filter((known) => known.id !== id) })
          }
        >
          {t("editor.hasDirection", { direction: t(`direction.${id}`) })}
        </Checkbox>
        {direction && (
          <>
            <TextField
              label={t("editor.nameInNotice")}
              value={direction.name}
              at={`directions[${draft.directions.indexOf(direction)}].name`}
              onChange={(name) => put({ ...direction, name })}
            />
            <SourceFields
              at={`directions[${draft.directions.indexOf(direction)}].source`}
              source={direction.source}
              onChange={(source) => put({ ...direction, source })}
            />
          </>
        )}
      </div>
    );
  });
}

function SubjectFields({
  draft,
  subject,
  put,
}: {
  draft: Scheme;
  subject: Subject;
  put: (subject: Subject) => void;
}) {
  const { t } = useWords();
  const at = `subjects[${draft.subjects.indexOf(subject)}]`;
  const { type: _type, ...bare } = subject;
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.nameInNotice")}
          value={subject.name}
          at={`${at}.name`}
          onChange={(name) => put({ ...subject, name })}
        />
        <TextField
          label={t("editor.typeInNotice")}
          hint={t("editor.typeInNoticeHint")}
          value={subject.type ?? ""}
          onChange={(type) => put(type === "" ? bare : { ...bare, type })}
        />
        <ChoiceField
          label={t("scheme.field.binding")}
          value={subject.binding}
          choices={(["must", "principle"] as const).map((value) => ({
            value,
            label: t(`editor.binding.${value}`),
          }))}
          onChange={(binding) => put({ ...subject, binding })}
        />
      </div>
      <Checkbox.Group
        value={subject.directions}
        options={draft.directions.map(({ id, name }) => ({
          value: id,
          label: t("editor.mayApply", { direction: name }),
        }))}
        onChange={(chosen) =>
          put({ ...subject, directions: directionIds.filter((id) => chosen.includes(id)) })
        }
      />
      <SourceFields
        at={`${at}.source`}
        source={subject.source}
        onChange={(source) => put({ ...subject, source })}
      />
    </>
  );
}

function Subjects({ draft, change }: SectionProps) {
  const { t } = useWords();
  const put = (subject: Subject): void =>
    change({
      subjects: inOrder(subjectIds, [...draft.subjects.filter(({ id }) => id !== subject.id), subject]),
    });
  return subjectIds.map((id) => {
    const subject = draft.subjects.find((known) => known.id === id);
    return (
      <fieldset key={id} className="card pair-card">
        <legend className="visually-hidden">{t(`subject.${id}`)}</legend>
        <Checkbox
          checked={subject !== undefined}
          onChange={({ target }) =>
            target.checked
              ? put({ id, name: t(`subject.${id}`), directions: [], binding: "must", source: noSource })
              : change({ subjects: draft.subjects.filter((known) => known.id !== id) })
          }
        >
          {t("editor.hasSubject", { subject: t(`subject.${id}`) })}
        </Checkbox>
        {subject && <SubjectFields draft={draft} subject={subject} put={put} />}
      </fieldset>
    );
  });
}

export function PairsEditor(props: SectionProps) {
  const { t } = useWords();
  return (
    <>
      <h3>{t("scheme.field.directions")}</h3>
      <Directions {...props} />
      <h3>{t("scheme.field.subjects")}</h3>
      <p className="muted">{t("editor.pairsHint")}</p>
      <Subjects {...props} />
    </>
  );
}

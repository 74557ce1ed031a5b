import { Button } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { noSource } from "./draft-scheme.ts";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";

type List = NonNullable<Scheme["register"]>;

function ListFields({ list, onChange }: { list: List; onChange: (list: List) => void }) {
  const { t } = useWords();
  return (
    <>
      <div className="field-grid">
        <TextField
          label={t("editor.listTitle")}
          hint={t("editor.listTitleHint")}
          value={list.title}
          at="register.title"
          wide
          onChange={(title) => onChange({ ...list, title })}
        />
        <TextField
          label={t("editor.listName")}
          value={list.id}
          at="register.id"
          onChange={(id) => onChange({ ...list, id: id.trim() })}
        />
      </div>
      <p className="muted">{t("editor.listNameHint")}</p>
      <SourceFields
        at="register.source"
        source={list.source}
        onChange={(source) => onChange({ ...list, source })}
      />
    </>
  );
}

/** The list a document publishes: what it calls itself, and the register its bases are taken into. */
export function ListEditor({ draft, change, replace }: SectionProps) {
  const { t } = useWords();
  const { register, ...without } = draft;
  return (
    <div className="stack">
      <p className="muted">{t("editor.listHint")}</p>
      {register === undefined ? (
        <p className="row">
          <span>◌ {t("ui.unset")}</span>
          <Button onClick={() => change({ register: { id: draft.id, title: "", source: noSource } })}>
            {t("editor.setList")}
          </Button>
        </p>
      ) : (
        <>
          <ListFields list={register} onChange={(next) => change({ register: next })} />
          <Button onClick={() => replace(without)}>{t("editor.removeList")}</Button>
        </>
      )}
    </div>
  );
}

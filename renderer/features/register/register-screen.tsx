import { Button, Input } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { type Base, BaseLevel, BaseStatus } from "../../../shared/register/base.ts";
import { type DirectionId, directionIds, type SubjectId, subjectIds } from "../../../shared/scheme/scheme.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Failure } from "../../ui/failure.tsx";
import { ChoiceField, Field } from "../../ui/field.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useBroughtIntoView } from "../../ui/use-brought-into-view.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { WrittenNote } from "../../ui/written-note.tsx";
import { LibraryTabs } from "../schemes/library-tabs.tsx";
import { BaseCard } from "./base-card.tsx";
import { BaseMark } from "./base-mark.tsx";
import { ImportList } from "./import-list.tsx";
import { registerName } from "./register-words.ts";

interface Query {
  readonly text: string;
  readonly register: string | null;
  readonly level: BaseLevel | null;
  readonly direction: DirectionId | null;
  readonly subject: SubjectId | null;
  readonly status: BaseStatus | null;
}

const everything: Query = {
  text: "",
  register: null,
  level: null,
  direction: null,
  subject: null,
  status: null,
};

const columnsOf = ({ t }: WordsInUse): Column<Base>[] => [
  {
    id: "name",
    title: t("scheme.field.name"),
    cell: (base) => (
      <span className="base-name">
        {base.name}
        {base.aliases.length > 0 && <span className="muted matrix-subject">{base.aliases.join("、")}</span>}
      </span>
    ),
  },
  {
    id: "direction",
    title: t("scheme.field.direction"),
    cell: (base) => (
      <span className="one-line">{base.direction === null ? "–" : t(`direction.${base.direction}`)}</span>
    ),
  },
  {
    id: "subject",
    title: t("scheme.field.subject"),
    cell: (base) => (base.subject === null ? "–" : t(`subject.${base.subject}`)),
  },
  { id: "level", title: t("bases.level"), cell: (base) => t(`register.level.${base.level}`) },
  {
    id: "place",
    title: t("bases.place"),
    cell: (base) => [base.province, base.city].filter((part) => part !== "").join(" ") || "–",
  },
  { id: "batch", title: t("bases.batch"), cell: (base) => <span className="wrapping">{base.batch}</span> },
  { id: "status", title: t("letters.state"), cell: (base) => <BaseMark base={base} /> },
];

/** A filter that asks for nothing until something is chosen. */
function Filter<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value | null;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value | null) => void;
}) {
  const { t } = useWords();
  return (
    <ChoiceField<Value | "">
      label={label}
      value={value ?? ""}
      choices={[{ value: "", label: t("checks.showAll") }, ...choices]}
      onChange={(chosen) => onChange(chosen === "" ? null : chosen)}
    />
  );
}

function Filters({
  query,
  registers,
  set,
}: {
  query: Query;
  registers: OutputOf<"register/list">["registers"];
  set: (part: Partial<Query>) => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="filter-line">
      <Field label={t("bases.search")}>
        <Input
          value={query.text}
          allowClear
          placeholder={t("bases.searchHint")}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      <Filter
        label={t("bases.list")}
        value={query.register}
        choices={registers.map(({ id, count }) => ({
          value: id,
          label: `${registerName(words, id)} ${count}`,
        }))}
        onChange={(register) => set({ register })}
      />
      <Filter
        label={t("bases.level")}
        value={query.level}
        choices={BaseLevel.options.map((value) => ({ value, label: t(`register.level.${value}`) }))}
        onChange={(level) => set({ level })}
      />
      <Filter
        label={t("scheme.field.direction")}
        value={query.direction}
        choices={directionIds.map((value) => ({ value, label: t(`direction.${value}`) }))}
        onChange={(direction) => set({ direction })}
      />
      <Filter
        label={t("scheme.field.subject")}
        value={query.subject}
        choices={subjectIds.map((value) => ({ value, label: t(`subject.${value}`) }))}
        onChange={(subject) => set({ subject })}
      />
      <Filter
        label={t("letters.state")}
        value={query.status}
        choices={BaseStatus.options.map((value) => ({ value, label: t(`register.status.${value}`) }))}
        onChange={(status) => set({ status })}
      />
    </div>
  );
}

function Export({ registers }: { registers: OutputOf<"register/list">["registers"] }) {
  const words = useWords();
  const { t } = words;
  const act = useAct("register/export");
  const [register, setRegister] = useState("");
  const chosen = registers.find(({ id }) => id === register)?.id ?? registers[0]?.id;
  if (chosen === undefined) return null;
  return (
    <section className="section" aria-label={t("bases.export")}>
      <h2>{t("bases.export")}</h2>
      <p className="muted">{t("bases.exportHint")}</p>
      <div className="row rule-line">
        <ChoiceField
          label={t("bases.list")}
          value={chosen}
          choices={registers.map(({ id, count }) => ({
            value: id,
            label: `${registerName(words, id)} ${count}`,
          }))}
          onChange={setRegister}
        />
        <Button loading={act.isPending} onClick={() => act.mutate({ register: chosen })}>
          {t("bases.exportNow")}
        </Button>
      </div>
      <Failure error={act.error} />
      {act.data && <WrittenNote file={act.data.file} />}
    </section>
  );
}

function Listed({
  answer,
  query,
  set,
}: {
  answer: OutputOf<"register/list">;
  query: Query;
  set: (part: Partial<Query>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => columnsOf(words), [words]);
  const [params, setParams] = useSearchParams();
  const chosen = answer.bases.find(({ id }) => id === params.get("base"));
  const part = useBroughtIntoView<HTMLElement>(chosen?.id);
  return (
    <>
      <Filters query={query} registers={answer.registers} set={set} />
      <p className="row-count" role="status">
        {t("bases.shown", { shown: String(answer.bases.length), total: String(answer.total) })}
      </p>
      <div className={chosen ? "letters-split base-split" : undefined}>
        {answer.bases.length === 0 ? (
          <p>{t("bases.noneFound")}</p>
        ) : (
          <DataTable
            label={t("bases.title")}
            columns={columns}
            rows={answer.bases}
            rowKey={(base) => base.id}
            selected={chosen?.id ?? null}
            uncounted
            onOpen={(base) => setParams({ base: base.id }, { replace: true })}
          />
        )}
        {chosen && (
          <section ref={part} className="letters-form" aria-label={chosen.name}>
            <BaseCard base={chosen} onClose={() => setParams({}, { replace: true })} />
          </section>
        )}
      </div>
      <Export registers={answer.registers} />
    </>
  );
}

export function RegisterScreen() {
  const { t } = useWords();
  const [query, setQuery] = useState(everything);
  const [importing, setImporting] = useState(false);
  const asked = useDeferredValue(query);
  const list = useCall("register/list", asked);
  const [last, setLast] = useState(list.data);
  if (list.data && list.data !== last) setLast(list.data);
  // While the next answer is on its way the last one stays: the search box must not lose the focus.
  const shown = list.data ?? last;
  const set = (part: Partial<Query>): void => setQuery({ ...query, ...part });
  return (
    <div className="screen">
      <LibraryTabs />
      <div className="screen-head">
        <h1>{t("bases.title")}</h1>
        {!importing && <Button onClick={() => setImporting(true)}>{t("bases.import")}</Button>}
      </div>
      <p className="muted">{t("bases.hint")}</p>
      {importing && <ImportList onDone={() => setImporting(false)} />}
      {shown ? <Listed answer={shown} query={query} set={set} /> : <Answer query={list}>{() => null}</Answer>}
      {shown && <Failure error={list.error} />}
    </div>
  );
}

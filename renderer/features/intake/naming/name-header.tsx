import { Button, Input, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../../../shared/contract/index.ts";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import type { Document, TableBlock } from "../../../../shared/submission/document.ts";
import {
  type MappableTable,
  mappableTables,
  mappingProblem,
} from "../../../../shared/submission/table/table-mapping.ts";
import { useAct } from "../../../api/use-act.ts";
import { useCall } from "../../../api/use-call.ts";
import { Failure } from "../../../ui/failure.tsx";
import { formatDecimal } from "../../../ui/format.ts";
import { Answer } from "../../../ui/loading.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { ColumnList } from "./column-list.tsx";
import { HeaderRows } from "./header-rows.tsx";
import {
  columnsToSave,
  columnsUnder,
  type NamingDraft,
  previewOf,
  startDraft,
  tablesOf,
} from "./naming-draft.ts";
import { RememberedHeaders } from "./remembered-headers.tsx";

type Stored = OutputOf<"mapping/list">;

interface NamingProps {
  readonly round: string;
  readonly sha256: string;
  readonly document: Document;
  readonly scheme: Scheme;
  /** What the file is taken for; decides what the table is taken for at first. */
  readonly kind: string;
  readonly onClose: () => void;
}

const isMappable = (kind: string): kind is MappableTable => mappableTables.some((table) => table === kind);

function PreviewLine({ block, draft, scheme }: { block: TableBlock; draft: NamingDraft; scheme: Scheme }) {
  const { t } = useWords();
  const preview = useMemo(() => previewOf(block, draft, scheme), [block, draft, scheme]);
  if (preview === null) return null;
  const { projects, applications, facts } = preview;
  const said =
    projects > 0
      ? t("mapping.preview.projects", { count: String(projects), sum: formatDecimal(preview.sum) })
      : applications > 0
        ? t("mapping.preview.applications", { count: String(applications) })
        : facts > 0
          ? t("mapping.preview.facts", { count: String(facts) })
          : t("mapping.preview.none");
  return (
    <div role="status" className="naming-preview">
      <strong>
        {t("mapping.preview")} {said}
      </strong>
      {preview.names.length > 0 && <p className="muted">{preview.names.join("、")}…</p>}
      {preview.notes.map((text) => (
        <p key={text} className="fact-doubt">
          {text}
        </p>
      ))}
    </div>
  );
}

function Saved({ reread }: { reread: OutputOf<"mapping/save">["reread"] }) {
  const { t } = useWords();
  const { files, submissions, frozen } = reread;
  return (
    <p role="status">
      ✓ {t("mapping.saved", { files: String(files), submissions: String(submissions) })}
      {frozen > 0 && t("mapping.frozen", { count: String(frozen) })}
    </p>
  );
}

function Editor({ block, known, ...props }: NamingProps & { block: TableBlock; known: Stored }) {
  const { t } = useWords();
  const save = useAct("mapping/save");
  const [draft, setDraft] = useState(() =>
    startDraft(block, isMappable(props.kind) ? props.kind : "project-table", known),
  );
  const columns = useMemo(() => columnsUnder(block, draft), [block, draft]);
  const ready = columnsToSave(draft);
  const problem = mappingProblem(ready);
  const { firstRow, lastRow } = draft;
  const { round, sha256 } = props;
  const submit = () =>
    save.mutate({
      round,
      target: { place: { round, sha256, block: block.id, firstRow, lastRow } },
      name: draft.name.trim(),
      ...ready,
    });
  return (
    <>
      <HeaderRows block={block} span={draft} onMark={(span) => setDraft((old) => ({ ...old, ...span }))} />
      <p className="muted">{t("mapping.headerRows", { first: String(firstRow), last: String(lastRow) })}</p>
      <Segmented<MappableTable>
        aria-label={t("mapping.kind")}
        value={draft.table}
        onChange={(table) => setDraft((old) => ({ ...old, table, columns: new Map() }))}
        options={mappableTables.map((table) => ({ value: table, label: t(`fileKind.${table}`) }))}
      />
      <ColumnList
        columns={columns}
        draft={draft}
        onChange={(chosen) => setDraft((old) => ({ ...old, columns: chosen }))}
      />
      <div className="naming-fields">
        <Input
          value={draft.unit}
          maxLength={20}
          aria-label={t("mapping.tableUnit")}
          placeholder={t("mapping.tableUnit")}
          onChange={(event) => setDraft((old) => ({ ...old, unit: event.target.value }))}
        />
        <Input
          value={draft.name}
          maxLength={120}
          aria-label={t("mapping.name")}
          placeholder={t("mapping.name")}
          onChange={(event) => setDraft((old) => ({ ...old, name: event.target.value }))}
        />
      </div>
      {problem !== null && <p className="fact-doubt">{t(`mapping.problem.${problem}`)}</p>}
      <PreviewLine block={block} draft={draft} scheme={props.scheme} />
      <div className="row">
        <Button
          type="primary"
          disabled={problem !== null || draft.name.trim() === ""}
          loading={save.isPending}
          onClick={submit}
        >
          {t("mapping.save")}
        </Button>
        <Button onClick={props.onClose}>{t("mapping.close")}</Button>
      </div>
      {save.data && <Saved reread={save.data.reread} />}
      <Failure error={save.error} />
    </>
  );
}

function Naming({ known, ...props }: NamingProps & { known: Stored }) {
  const { t } = useWords();
  const tables = tablesOf(props.document);
  const [chosen, setChosen] = useState(tables[0]?.id ?? "");
  const block = tables.find((table) => table.id === chosen);
  return (
    <section className="naming pane-scroll" aria-label={t("mapping.title")}>
      <h3>{t("mapping.title")}</h3>
      <p className="muted">{t("mapping.help")}</p>
      {tables.length > 1 && (
        <Select
          aria-label={t("mapping.title")}
          value={chosen}
          onChange={setChosen}
          options={tables.map((table, index) => ({
            value: table.id,
            label: table.sheet ?? t("mapping.whichTable", { number: String(index + 1) }),
          }))}
        />
      )}
      {block && <Editor key={block.id} block={block} known={known} {...props} />}
      <RememberedHeaders round={props.round} known={known} />
    </section>
  );
}

/** Says how a table is to be read: which rows are its header and what each column is. */
export function NameHeader(props: NamingProps) {
  const query = useCall("mapping/list", {});
  return <Answer query={query}>{(known) => <Naming known={known} {...props} />}</Answer>;
}

import { Button, Checkbox, Input } from "antd";
import { useRef, useState } from "react";
import type { OutputOf } from "../../../../shared/contract/index.ts";
import { mappingProblem } from "../../../../shared/submission/table/table-mapping.ts";
import { useAct } from "../../../api/use-act.ts";
import { Failure } from "../../../ui/failure.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { ColumnList } from "./column-list.tsx";
import { columnsToSave, fromMapping } from "./naming-draft.ts";

type Stored = OutputOf<"mapping/list">[number];

/** The columns of a remembered header named anew; its texts stay what they were. */
function EditStored({ round, stored, onClose }: { round: string; stored: Stored; onClose: () => void }) {
  const { t } = useWords();
  const save = useAct("mapping/save");
  const [draft, setDraft] = useState(() => fromMapping(stored.name, stored.mapping, 1));
  const ready = columnsToSave(draft);
  const columns = stored.mapping.labels.map((label, index) => ({ column: index + 1, label }));
  return (
    <div className="naming-edit">
      <Input
        value={draft.name}
        maxLength={120}
        aria-label={t("mapping.name")}
        onChange={(event) => setDraft((old) => ({ ...old, name: event.target.value }))}
      />
      <ColumnList
        columns={columns}
        draft={draft}
        onChange={(chosen) => setDraft((old) => ({ ...old, columns: chosen }))}
      />
      <div className="row">
        <Button
          type="primary"
          disabled={mappingProblem(ready) !== null || draft.name.trim() === ""}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { round, target: { id: stored.id }, name: draft.name.trim(), ...ready },
              { onSuccess: onClose },
            )
          }
        >
          {t("mapping.save")}
        </Button>
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={save.error} />
    </div>
  );
}

interface RowProps {
  readonly round: string;
  readonly stored: Stored;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function StoredRow({ round, stored, chosen, onChoose }: RowProps) {
  const { t } = useWords();
  const remove = useAct("mapping/remove");
  const [editing, setEditing] = useState(false);
  return (
    <li>
      <div className="row">
        <Checkbox
          checked={chosen}
          onChange={onChoose}
          aria-label={t("mapping.choose", { name: stored.name })}
        />
        <span>
          {stored.name} <span className="muted">{t(`fileKind.${stored.mapping.table}`)}</span>
        </span>
        <span className="muted">
          {stored.by} {formatInstant(stored.at)}
        </span>
        <Button size="small" onClick={() => setEditing(!editing)}>
          {t("mapping.edit")}
        </Button>
        <Button
          size="small"
          loading={remove.isPending}
          onClick={() => remove.mutate({ round, id: stored.id })}
        >
          {t("mapping.remove")}
        </Button>
      </div>
      {editing && <EditStored round={round} stored={stored} onClose={() => setEditing(false)} />}
      <Failure error={remove.error} />
    </li>
  );
}

interface ExchangeProps {
  readonly round: string;
  readonly empty: boolean;
  readonly chosen: readonly string[];
}

function Exchange({ round, empty, chosen }: ExchangeProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const write = useAct("mapping/export");
  const take = useAct("mapping/import");
  const read = async (element: HTMLInputElement) => {
    const file = element.files?.[0];
    const text = file && (await file.text());
    element.value = "";
    if (text !== undefined) take.mutate({ round, text });
  };
  return (
    <>
      <div className="row">
        <Button
          disabled={empty}
          loading={write.isPending}
          onClick={() => write.mutate(chosen.length === 0 ? {} : { ids: [...chosen] })}
        >
          {chosen.length === 0
            ? t("mapping.export")
            : t("mapping.exportChosen", { count: String(chosen.length) })}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json"
          hidden
          aria-label={t("mapping.importInput")}
          onChange={(event) => void read(event.currentTarget)}
        />
        <Button loading={take.isPending} onClick={() => input.current?.click()}>
          {t("mapping.import")}
        </Button>
      </div>
      {write.data && <p role="status">✓ {t("mapping.exported", { path: write.data.path })}</p>}
      {take.data && (
        <p role="status">
          ✓{" "}
          {t("mapping.imported", {
            added: String(take.data.added),
            replaced: String(take.data.replaced),
            files: String(take.data.reread.files),
          })}
        </p>
      )}
      <Failure error={write.error ?? take.error} />
    </>
  );
}

/** Every header a person has named, to be changed, forgotten, or carried to another laptop. */
export function RememberedHeaders({ round, known }: { round: string; known: readonly Stored[] }) {
  const { t } = useWords();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // One that was forgotten meanwhile is chosen no longer.
  const chosen = known.map(({ id }) => id).filter((id) => marked.has(id));
  const turn = (id: string) =>
    setMarked(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  return (
    <details className="naming-known">
      <summary>{t("mapping.remembered", { count: String(known.length) })}</summary>
      <p className="muted">{t("mapping.rememberedHint")}</p>
      <ul className="plain-list">
        {known.map((stored) => (
          <StoredRow
            key={stored.id}
            round={round}
            stored={stored}
            chosen={marked.has(stored.id)}
            onChoose={() => turn(stored.id)}
          />
        ))}
      </ul>
      <Exchange round={round} empty={known.length === 0} chosen={chosen} />
    </details>
  );
}

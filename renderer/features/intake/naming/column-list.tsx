import { Input, InputNumber, Select } from "antd";
import { type MappedRole, rolesOfTable } from "../../../../shared/submission/table/table-mapping.ts";
import { wholeNumberOf } from "../../../ui/digits.ts";
import { useWords } from "../../../ui/use-words.tsx";
import type { ColumnDraft, NamingDraft } from "./naming-draft.ts";

const counted: ReadonlySet<MappedRole> = new Set([
  "totalInvestment",
  "funding",
  "value",
  "target",
  "requirement",
]);
const dated: ReadonlySet<MappedRole> = new Set(["value", "target"]);

function Extras({
  label,
  draft,
  onChange,
}: {
  label: string;
  draft: ColumnDraft;
  onChange: (draft: ColumnDraft) => void;
}) {
  const { t } = useWords();
  return (
    <>
      {counted.has(draft.role) && (
        <Input
          className="naming-unit"
          value={draft.unit}
          maxLength={20}
          placeholder={t("mapping.unit")}
          aria-label={`${label} ${t("mapping.unit")}`}
          onChange={(event) => onChange({ ...draft, unit: event.target.value })}
        />
      )}
      {dated.has(draft.role) && (
        <InputNumber
          className="naming-year"
          value={draft.year}
          min={1990}
          max={2100}
          controls={false}
          parser={wholeNumberOf}
          placeholder={t("mapping.year")}
          aria-label={`${label} ${t("mapping.year")}`}
          onChange={(year) => onChange({ ...draft, year })}
        />
      )}
    </>
  );
}

/** What each column is; a column that is not used is left out. */
export function ColumnList({
  columns,
  draft,
  onChange,
}: {
  columns: readonly { readonly column: number; readonly label: string }[];
  draft: NamingDraft;
  onChange: (columns: NamingDraft["columns"]) => void;
}) {
  const { t } = useWords();
  const roles = rolesOfTable[draft.table];
  const set = (column: number, next: ColumnDraft | null) => {
    const changed = new Map(draft.columns);
    if (next === null) changed.delete(column);
    else changed.set(column, next);
    onChange(changed);
  };
  return (
    <ul className="naming-columns">
      {columns.map(({ column, label }) => {
        const chosen = draft.columns.get(column);
        const name = t("mapping.column", { column: String(column), label });
        return (
          <li key={column}>
            <span title={label}>{name}</span>
            <Select<string>
              aria-label={name}
              value={chosen?.role ?? ""}
              onChange={(value) => {
                const role = roles.find((known) => known === value);
                set(column, role ? { year: null, unit: "", ...chosen, role } : null);
              }}
              options={[
                { value: "", label: t("mapping.ignore") },
                ...roles.map((role) => ({ value: role as string, label: roleWord(t, draft.table, role) })),
              ]}
            />
            {chosen && <Extras label={name} draft={chosen} onChange={(next) => set(column, next)} />}
          </li>
        );
      })}
    </ul>
  );
}

type Translate = ReturnType<typeof useWords>["t"];

function roleWord(t: Translate, table: NamingDraft["table"], role: MappedRole): string {
  return t(`mapping.role.${table}.${role}` as Parameters<Translate>[0]);
}

import { Button, Checkbox, InputNumber } from "antd";
import { useMemo, useState } from "react";
import type { AssignmentMatrix } from "../../../shared/contract/expert.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { wholeNumberOf } from "../../ui/digits.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import {
  assignBalanced,
  assignEverything,
  changesTo,
  type Pairs,
  pairKey,
  shortOf,
} from "./plan-assignments.ts";

type Row = AssignmentMatrix["submissions"][number];
type Cell = AssignmentMatrix["cells"][number];
type Toggle = (cell: Cell, assigned: boolean) => void;

interface Indexed {
  readonly cellAt: ReadonlyMap<string, Cell>;
  readonly perRow: ReadonlyMap<string, number>;
  readonly perExpert: ReadonlyMap<string, number>;
}

function indexCells(matrix: AssignmentMatrix): Indexed {
  const cellAt = new Map<string, Cell>();
  const perRow = new Map<string, number>();
  const perExpert = new Map<string, number>();
  for (const cell of matrix.cells) {
    cellAt.set(pairKey(cell.expert, cell.submission), cell);
    if (!cell.assigned) continue;
    perRow.set(cell.submission, (perRow.get(cell.submission) ?? 0) + 1);
    perExpert.set(cell.expert, (perExpert.get(cell.expert) ?? 0) + 1);
  }
  return { cellAt, perRow, perExpert };
}

const columnsOf = (
  { t }: WordsInUse,
  matrix: AssignmentMatrix,
  { cellAt, perRow, perExpert }: Indexed,
  toggle: Toggle,
): Column<Row>[] => [
  {
    id: "applicant",
    title: t("assign.applicant"),
    cell: (row) => (
      <span className="wrapping">
        {row.number}. {row.name || t("ui.nameless")}
      </span>
    ),
    text: (row) => `${row.number} ${row.name} ${row.city}`,
  },
  {
    id: "reviewers",
    title: t("assign.reviewers"),
    numeric: true,
    cell: (row) => t("assign.count", { count: String(perRow.get(row.submission) ?? 0) }),
  },
  ...matrix.experts.map(
    (expert): Column<Row> => ({
      id: expert.id,
      title: (
        <>
          {expert.name}
          <span className="muted assign-load">
            {t("assign.load", { count: String(perExpert.get(expert.id) ?? 0) })}
          </span>
        </>
      ),
      cell: (row) => {
        const cell = cellAt.get(pairKey(expert.id, row.submission));
        if (!cell) return null;
        return (
          <span className="assign-cell">
            <Checkbox
              checked={cell.assigned}
              disabled={cell.conflict !== null && !cell.assigned}
              aria-label={t("assign.cell", { expert: expert.name, applicant: row.name || t("ui.nameless") })}
              onChange={(event) => toggle(cell, event.target.checked)}
            />
            {cell.conflict !== null && (
              <span className="assign-conflict">{t("assign.conflict", { unit: cell.conflict })}</span>
            )}
          </span>
        );
      },
    }),
  ),
];

function Matrix({ round, matrix }: { round: string; matrix: AssignmentMatrix }) {
  const words = useWords();
  const { t } = words;
  const { mutate, mutateAsync, error, isPending } = useAct("assignment/set");
  const [perApplicant, setPerApplicant] = useState(() => Math.min(5, matrix.experts.length));
  const [wanted, setWanted] = useState(0);
  const columns = useMemo(
    () =>
      columnsOf(words, matrix, indexCells(matrix), (cell, assigned) =>
        mutate({ round, expert: cell.expert, submissions: [cell.submission], assigned }),
      ),
    [words, matrix, mutate, round],
  );
  const reach = async (planned: Pairs, each: number) => {
    setWanted(each);
    for (const change of changesTo(matrix, planned)) {
      // A refusal is shown below; the experts after it are not touched.
      if (!(await mutateAsync({ round, ...change, submissions: [...change.submissions] }).catch(() => null)))
        return;
    }
  };
  const short = wanted === 0 ? 0 : shortOf(matrix, wanted);
  return (
    <div className="stack">
      <Failure error={error} />
      {short > 0 && !isPending && (
        <p className="fact-state-to-confirm" role="status">
          {t("assign.short", { count: String(short), wanted: String(wanted) })}
        </p>
      )}
      <DataTable
        label={t("assign.label")}
        columns={columns}
        rows={matrix.submissions}
        rowKey={(row) => row.submission}
        filter
        tools={
          <span className="row">
            <Button
              title={t("assign.allHint")}
              disabled={isPending}
              onClick={() => void reach(assignEverything(matrix), 0)}
            >
              {t("assign.all")}
            </Button>
            <Button
              disabled={isPending}
              onClick={() => void reach(assignBalanced(matrix, perApplicant), perApplicant)}
            >
              {t("assign.balanced")}
            </Button>
            <InputNumber
              className="small-number"
              value={perApplicant}
              min={1}
              max={matrix.experts.length}
              precision={0}
              parser={wholeNumberOf}
              aria-label={t("assign.perApplicant")}
              title={t("assign.perApplicant")}
              onChange={(value) => value !== null && setPerApplicant(value)}
            />
            <Button disabled={isPending} onClick={() => void reach(new Set(), 0)}>
              {t("assign.none")}
            </Button>
          </span>
        }
      />
    </div>
  );
}

/** Applicants by experts; a conflict by employer or avoided unit is marked and cannot be given. */
export function AssignmentTable({ round }: { round: string }) {
  const { t } = useWords();
  const query = useCall("assignment/get", { round });
  return (
    <Answer query={query}>
      {(matrix) =>
        matrix.submissions.length === 0 || matrix.experts.length === 0 ? (
          <EmptyState title={t("assign.emptyTitle")} hint={t("assign.emptyHint")} />
        ) : (
          <Matrix round={round} matrix={matrix} />
        )
      }
    </Answer>
  );
}

import { type KeyboardEvent, useState } from "react";
import type { CorrectionClock } from "../../../shared/correction/correction.ts";
import { findingStatuses } from "../../../shared/scheme/finding.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ClockMark } from "../corrections/clock-mark.tsx";
import type { CheckedSubmission } from "./check-rows.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import type { MatrixColumn, MatrixGroup } from "./matrix-groups.ts";

export interface CellPlace {
  readonly submission: CheckedSubmission;
  readonly column: MatrixColumn;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys move from cell to cell. */
function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  if (!step || !cell) return;
  const row = Number(cell.dataset.row) + step[0];
  const column = Number(cell.dataset.column) + step[1];
  const target = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${row}"][data-column="${column}"]`,
  );
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Over dozens of columns the row says its own counts. */
function RowCounts({
  submission,
  columns,
}: {
  submission: CheckedSubmission;
  columns: readonly MatrixColumn[];
}) {
  const states = columns.map((column) => column.finding(submission)?.status);
  return (
    <span className="row-counts">
      {findingStatuses.map((status) => {
        const count = states.filter((state) => state === status).length;
        return count === 0 ? null : (
          <span key={status} className="one-line">
            <StatusMark status={status} compact /> {count}
          </span>
        );
      })}
    </span>
  );
}

function RowHead({
  submission,
  columns,
  clock,
}: {
  submission: CheckedSubmission;
  columns: readonly MatrixColumn[];
  clock: CorrectionClock | undefined;
}) {
  const { t } = useWords();
  const { number, name, city, subject } = submission;
  return (
    <th scope="row">
      {number}. {name || t("ui.nameless")}
      <span className="muted matrix-subject">
        {city}
        {subject !== null && <> · {t(`subject.${subject}`)}</>}
      </span>
      {columns.some(({ narrow }) => narrow) && <RowCounts submission={submission} columns={columns} />}
      {clock && <ClockMark clock={clock} />}
    </th>
  );
}

const ColumnHead = ({ column }: { column: MatrixColumn }) => (
  <th scope="col" title={column.quote} className={column.narrow ? "matrix-narrow" : undefined}>
    <span className="matrix-indicator">{column.name}</span>
    <span className="matrix-thresholds">
      {column.asked.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  </th>
);

/** Applicants by the rules they are held against. */
export function CheckMatrix({
  group,
  rows,
  clocks,
  selected,
  onSelect,
}: {
  group: MatrixGroup;
  /** Those of the group that are shown. */
  rows: readonly CheckedSubmission[];
  /** The last letter sent to each applicant, with its state. */
  clocks: ReadonlyMap<string, CorrectionClock>;
  selected: CellPlace | null;
  onSelect: (place: CellPlace) => void;
}) {
  const { t } = useWords();
  const [entry, setEntry] = useState("0 0");
  const { columns } = group;
  if (group.rows.length === 0) return <p className="muted">{t("checks.noRows")}</p>;
  return (
    <div className="table-scroll">
      <table aria-label={t("checks.matrixLabel", { direction: group.name })} onKeyDown={walkCells}>
        <thead>
          <tr>
            <th scope="col">{t("checks.applicant")}</th>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((submission, row) => (
            <tr key={submission.submission}>
              <RowHead submission={submission} columns={columns} clock={clocks.get(submission.submission)} />
              {columns.map((column, index) => {
                const here =
                  selected?.submission.submission === submission.submission &&
                  selected.column.id === column.id;
                return (
                  <td key={column.id} className={here ? "matrix-td matrix-td-selected" : "matrix-td"}>
                    <button
                      type="button"
                      className="matrix-cell"
                      aria-pressed={here}
                      tabIndex={entry === `${row} ${index}` ? 0 : -1}
                      data-row={row}
                      data-column={index}
                      onFocus={() => {
                        setEntry(`${row} ${index}`);
                        onSelect({ submission, column });
                      }}
                    >
                      <MatrixCell
                        finding={column.finding(submission)}
                        others={column.others(submission)}
                        narrow={column.narrow}
                      />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { type KeyboardEvent, useState } from "react";
import type { CheckResult } from "../../../shared/contract/round.ts";
import type { CorrectionClock } from "../../../shared/correction/correction.ts";
import { type DirectionId, type Indicator, type Scheme, subjectIds } from "../../../shared/scheme/scheme.ts";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { ClockMark } from "../corrections/clock-mark.tsx";
import { type CheckedSubmission, inDirection, othersOf, thresholdOf } from "./check-rows.ts";
import { MatrixCell } from "./matrix-cell.tsx";

export interface CellPlace {
  readonly submission: CheckedSubmission;
  readonly indicator: Indicator;
}

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" } as const;

/** `区域 ≥15 · 企业 ≥8`: the thresholds of an indicator, each with the subject it is for. */
function Thresholds({ indicator }: { indicator: Indicator }) {
  const { t } = useWords();
  return (
    <span className="matrix-thresholds">
      {subjectIds.flatMap((subject) => {
        const threshold = indicator.thresholds[subject];
        if (!threshold) return [];
        const value = threshold.value === null ? t("ui.unset") : formatDecimal(threshold.value);
        return [
          <span key={subject}>
            {t(`subject.${subject}`)} {signs[threshold.op]} {value}
          </span>,
        ];
      })}
    </span>
  );
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

const Clock = ({ clock }: { clock: CorrectionClock | undefined }) =>
  clock === undefined ? null : <ClockMark clock={clock} />;

/** Applicants of one direction by its indicators. */
export function CheckMatrix({
  result,
  scheme,
  direction,
  clocks,
  selected,
  onSelect,
}: {
  result: CheckResult;
  scheme: Scheme;
  direction: DirectionId;
  /** The last letter sent to each applicant, with its state. */
  clocks: ReadonlyMap<string, CorrectionClock>;
  selected: CellPlace | null;
  onSelect: (place: CellPlace) => void;
}) {
  const { t } = useWords();
  const [entry, setEntry] = useState("0 0");
  const rows = inDirection(result, direction);
  const indicators = scheme.indicators.filter((indicator) => indicator.direction === direction);
  if (rows.length === 0) return <p className="muted">{t("checks.noRows")}</p>;
  return (
    <div className="table-scroll">
      <table
        aria-label={t("checks.matrixLabel", { direction: t(`direction.${direction}`) })}
        onKeyDown={walkCells}
      >
        <thead>
          <tr>
            <th scope="col">{t("checks.applicant")}</th>
            {indicators.map((indicator) => (
              <th key={indicator.id} scope="col" title={indicator.source.quote}>
                <span className="matrix-indicator">
                  {indicator.name}（{indicator.unit}）
                </span>
                <Thresholds indicator={indicator} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((submission, row) => (
            <tr key={submission.submission}>
              <th scope="row">
                {submission.number}. {submission.name}
                <span className="muted matrix-subject">
                  {submission.city}
                  {submission.subject !== null && <> · {t(`subject.${submission.subject}`)}</>}
                </span>
                <Clock clock={clocks.get(submission.submission)} />
              </th>
              {indicators.map((indicator, column) => {
                const here =
                  selected?.submission.submission === submission.submission &&
                  selected.indicator.id === indicator.id;
                return (
                  <td key={indicator.id} className={here ? "matrix-td matrix-td-selected" : "matrix-td"}>
                    <button
                      type="button"
                      className="matrix-cell"
                      aria-pressed={here}
                      tabIndex={entry === `${row} ${column}` ? 0 : -1}
                      data-row={row}
                      data-column={column}
                      onFocus={() => {
                        setEntry(`${row} ${column}`);
                        onSelect({ submission, indicator });
                      }}
                    >
                      <MatrixCell
                        finding={thresholdOf(submission, indicator)}
                        others={othersOf(submission, indicator)}
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

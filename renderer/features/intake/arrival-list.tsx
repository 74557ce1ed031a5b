import { FileTextOutlined, FolderOpenOutlined, MailOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import type { KeyboardEvent } from "react";
import type { Arrival, SubmissionSummary } from "../../../shared/contract/intake.ts";
import { fileNameOf, formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { ArrivalRow } from "./arrival-rows.ts";

export type ListOrder = "submission" | "arrival";

const statusShape = { ok: "✓", partial: "◐", refused: "✗" } as const;

function FileIcon({ kind }: { kind: Arrival["kind"] }) {
  if (kind === "mail") return <MailOutlined aria-hidden="true" />;
  if (kind === "archive") return <FolderOpenOutlined aria-hidden="true" />;
  return <FileTextOutlined aria-hidden="true" />;
}

function FileFace({ arrival }: { arrival: Arrival }) {
  const { t } = useWords();
  return (
    <>
      <span className="arrival-name">
        <FileIcon kind={arrival.kind} /> {fileNameOf(arrival.path)}
      </span>
      <span className="arrival-note">
        {t(`fileKind.${arrival.kind}`)} ·{" "}
        <span className={`arrival-${arrival.status}`}>
          {statusShape[arrival.status]} {t(`intake.status.${arrival.status}`)}
        </span>
        {arrival.receivedAt !== null && arrival.container === null && (
          <> · {t("intake.received", { time: formatInstant(arrival.receivedAt) })}</>
        )}
      </span>
      {arrival.sender !== null && arrival.container === null && (
        <span className="arrival-note">{t("intake.sender", { sender: arrival.sender })}</span>
      )}
    </>
  );
}

function SubmissionFace({ submission }: { submission: SubmissionSummary }) {
  const { t } = useWords();
  const { number, name, city, questions, standing } = submission;
  return (
    <>
      <span className="arrival-name arrival-submission">
        {number}. {name || t("ui.nameless")}
      </span>
      <span className="arrival-note">
        {city}
        {submission.direction !== null && <> · {t(`direction.${submission.direction}`)}</>} ·{" "}
        {standing === "out" ? (
          <span className="arrival-out">⊘ {t("intake.out")}</span>
        ) : questions > 0 ? (
          <span className="arrival-questions">? {t("intake.questions", { count: String(questions) })}</span>
        ) : (
          <span className="arrival-ok">✓ {t("intake.noQuestions")}</span>
        )}
      </span>
    </>
  );
}

function RowFace({ row }: { row: ArrivalRow }) {
  const { t } = useWords();
  if (row.kind === "file") return <FileFace arrival={row.arrival} />;
  if (row.kind === "submission") return <SubmissionFace submission={row.submission} />;
  return <span className="arrival-name">{t("intake.unplaced")}</span>;
}

/** ↑ ↓ move between the lines. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const target = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

export function ArrivalList({
  rows,
  order,
  selected,
  onOrder,
  onOpen,
}: {
  rows: readonly ArrivalRow[];
  order: ListOrder;
  /** Keys of the lines that are open: the submission and the file shown. */
  selected: ReadonlySet<string>;
  onOrder: (order: ListOrder) => void;
  onOpen: (row: ArrivalRow) => void;
}) {
  const { t } = useWords();
  return (
    <div className="arrivals">
      <Segmented<ListOrder>
        block
        value={order}
        onChange={onOrder}
        options={[
          { value: "submission", label: t("intake.bySubmission") },
          { value: "arrival", label: t("intake.byArrival") },
        ]}
      />
      <ul className="arrival-list" aria-label={t("intake.tree")} onKeyDown={walk}>
        {rows.map((row) => (
          <li key={row.key} style={{ paddingInlineStart: `${row.depth * 0.875}rem` }}>
            {row.kind === "unplaced" ? (
              <div className="arrival-group">
                <RowFace row={row} />
              </div>
            ) : (
              <button
                type="button"
                className="arrival"
                aria-current={selected.has(row.key) ? "true" : undefined}
                onClick={() => onOpen(row)}
              >
                <RowFace row={row} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Select } from "antd";
import { useState } from "react";
import type { ComparedApplicant } from "../../../shared/contract/desk.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

/** One score item over all applicants this expert may read: score, comment, and the passages kept for it. */
export function ComparePage() {
  const { t } = useWords();
  const { owner, form, item } = useRoom();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? item;
  const { round, expert } = owner;
  const rows = useCall("desk/compare-item", { round, expert, item: shown });
  return (
    <div className="table-page compare-page" data-part="text" tabIndex={-1}>
      <header>
        <h2>{t("compare.title")}</h2>
        <Select
          aria-label={t("compare.item")}
          value={shown}
          popupMatchSelectWidth={false}
          options={form.items.map(({ id, name, max }) => ({
            value: id,
            label: `${name} ${t("desk.sheet.range", { max })}`,
          }))}
          onChange={setChosen}
        />
      </header>
      <p className="muted">{t("compare.help")}</p>
      <Answer query={rows}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t("compare.none")} hint={t("compare.noneHelp")} />
          ) : (
            <ul className="compare-list">
              {found.map((row) => (
                <ComparedRow key={row.submission} row={row} />
              ))}
            </ul>
          )
        }
      </Answer>
    </div>
  );
}

function ComparedRow({ row }: { row: ComparedApplicant }) {
  const { t } = useWords();
  const { owner, onPassage, onOpenNote } = useRoom();
  const own = row.submission === owner.submission;
  return (
    <li className={own ? "compare-own" : undefined} aria-current={own || undefined}>
      <h3>
        {row.name}
        {own && <span className="muted"> · {t("compare.this")}</span>}
      </h3>
      <p className="compare-score">
        {row.score === null ? (
          <span className="unscored">{t("compare.noScore")}</span>
        ) : (
          <output aria-label={row.name}>{formatDecimal(row.score)}</output>
        )}
      </p>
      {row.comment !== "" && <p className="compare-comment">{row.comment}</p>}
      {row.notes.length === 0 ? (
        <p className="muted">{t("compare.noNotes")}</p>
      ) : (
        <ul>
          {row.notes.map((note) => (
            <li key={note.id}>
              {note.evidence !== null && (
                <>
                  <q>{note.evidence.text}</q>{" "}
                  <EvidenceChip
                    evidence={note.evidence}
                    onOpen={(evidence) => onPassage(row.submission, evidence)}
                  />
                </>
              )}
              {note.text !== "" && (
                <button type="button" className="link-button" onClick={() => onOpenNote(note.id)}>
                  {note.text}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

import { Button } from "antd";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

/** A passage that was selected, with the applicant it belongs to. */
export interface Passage {
  readonly submission: string;
  readonly evidence: Evidence;
}

/** What can be done with the selected passage; taking the mouse down keeps the selection. */
export function SelectionBar({ passage, onLink }: { passage: Passage; onLink: (passage: Passage) => void }) {
  const { t } = useWords();
  const { addNote, form, item } = useRoom();
  const name = form.items.find(({ id }) => id === item)?.name ?? "";
  return (
    <div
      className="selection-bar"
      onMouseDown={(event) => event.preventDefault()}
      role="toolbar"
      aria-label={t("note.quote")}
    >
      <span className="note-quote">{passage.evidence.text}</span>
      <Button onClick={() => addNote(passage.submission, passage.evidence, [])}>
        {t("note.onSelection")}
      </Button>
      <Button onClick={() => onLink(passage)}>{t("note.linkSelection", { item: name })}</Button>
    </div>
  );
}

import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

/** 依据: the passages and notes kept for one item, each with the way to its place. */
export function ItemBasis({ item, name }: { item: string; name: string }) {
  const { t } = useWords();
  const { notes, owner, onPassage, onOpenNote } = useRoom();
  const mine = notes.notes.filter(
    (note) => note.submission === owner.submission && note.items.includes(item),
  );
  if (mine.length === 0) return null;
  return (
    <ul className="item-basis" aria-label={t("note.basisOf", { item: name })}>
      {mine.map((note) => {
        const words = note.text.trim() === "" ? `「${note.evidence?.text ?? ""}」` : note.text;
        return (
          <li key={note.id}>
            <button
              type="button"
              className="link-button"
              title={note.evidence?.text}
              aria-label={t("note.open", { text: words })}
              onClick={() => onOpenNote(note.id)}
            >
              {words}
            </button>
            {note.evidence !== null && (
              <EvidenceChip
                evidence={note.evidence}
                onOpen={(evidence) => onPassage(note.submission, evidence)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

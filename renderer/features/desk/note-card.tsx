import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Note } from "../../../shared/contract/desk.ts";
import { failureSentence } from "../../../shared/text/failure-sentence.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatClock } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { commentWith } from "./model/note-book.ts";
import { NoteTasks } from "./note-tasks.tsx";
import { useRoom } from "./room-context.ts";

const MOST_COMMENT = 2000;

/** One note: its passage, its words, the items it bears on. Stored as it is typed. */
export function NoteCard({
  note,
  focus = false,
  onClose,
}: {
  note: Note;
  /** The words are to be typed at once. */
  focus?: boolean;
  onClose?: () => void;
}) {
  const { t } = useWords();
  const { book, form, onPassage } = useRoom();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const write = (change: Partial<Pick<Note, "text" | "items" | "tasks">>) => {
    const { id, submission, evidence, items, tasks, text } = note;
    book.write({ id, submission, evidence, items, tasks, text, ...change });
  };
  const toggle = (item: string) =>
    write({
      items: note.items.includes(item)
        ? note.items.filter((other) => other !== item)
        : form.items.flatMap(({ id }) => (id === item || note.items.includes(id) ? [id] : [])),
    });
  const { evidence } = note;
  return (
    <article className="note-card" data-note={note.id} aria-label={t("note.text")}>
      {evidence === null ? (
        <p className="muted">{t("note.general")}</p>
      ) : (
        <blockquote>
          <span className="note-quote">{evidence.text}</span>{" "}
          <EvidenceChip evidence={evidence} onOpen={() => onPassage(note.submission, evidence)} />
        </blockquote>
      )}
      <textarea
        ref={box}
        data-note-text={note.id}
        aria-label={t("note.text")}
        placeholder={t("note.textHint")}
        value={note.text}
        maxLength={4000}
        rows={2}
        onChange={(event) => write({ text: event.target.value })}
        onBlur={() => void book.flush()}
      />
      <fieldset className="note-items">
        <legend className="visually-hidden">{t("note.items")}</legend>
        {form.items.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={note.items.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <NoteTasks note={note} onRemove={(tasks) => write({ tasks: [...tasks] })} />
      <footer>
        <NoteSaved note={note} />
        <IncludeButtons note={note} />
        <Button type="text" onClick={() => book.remove(note.id)}>
          {t("note.remove")}
        </Button>
        {onClose !== undefined && (
          <Button onClick={onClose} title="Esc">
            {t("note.close")}
          </Button>
        )}
      </footer>
    </article>
  );
}

function NoteSaved({ note }: { note: Note }) {
  const { t, locale } = useWords();
  const { notes, book } = useRoom();
  const failure = notes.queue.failed.get(note.id);
  if (failure !== undefined) {
    return (
      <span role="alert" className="field-problem">
        {t("note.failed", { reason: failureSentence(locale, failure.code, failure.params) })}{" "}
        <button type="button" className="link-button" onClick={() => void book.retry()}>
          {t("desk.save.retry")}
        </button>
      </span>
    );
  }
  const waiting = notes.queue.unsaved.includes(note.id) || note.savedAt === "";
  return (
    <span role="status" className="muted">
      {waiting ? t("note.saving") : `✓ ${t("note.savedAt", { time: formatClock(new Date(note.savedAt)) })}`}
    </span>
  );
}

/** The only way of a note's words into what is signed. */
function IncludeButtons({ note }: { note: Note }) {
  const { t } = useWords();
  const { editor, form, locked, owner } = useRoom();
  const [said, setSaid] = useState<string | null>(null);
  if (note.submission !== owner.submission || note.items.length === 0) return null;
  if (locked) return <span className="muted">{t("note.locked")}</span>;
  const include = (item: string, name: string) => {
    const comment = editor.state().drafts.get(item)?.comment ?? "";
    const joined = commentWith(comment, note, MOST_COMMENT);
    if (joined === null) return setSaid(t("note.tooLong", { item: name }));
    editor.edit({ kind: "comment", item }, joined);
    editor.leave({ kind: "comment", item });
    setSaid(t("note.included", { item: name }));
  };
  return (
    <>
      {form.items
        .filter(({ id }) => note.items.includes(id))
        .map(({ id, name }) => (
          <Button key={id} onClick={() => include(id, name)}>
            {t("note.include", { item: name })}
          </Button>
        ))}
      {said !== null && <span role="status">{said}</span>}
    </>
  );
}

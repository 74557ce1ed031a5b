import { Button } from "antd";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { Note, TaskRef } from "../../../shared/contract/desk.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { NoteCard } from "./note-card.tsx";
import { useRoom } from "./room-context.ts";

/** All notes on one applicant: to read, change, export and print. */
export function NotesPage({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { notes, book, addNote, owner, openNote } = useRoom();
  const { submission } = dossier;
  const mine = notes.notes.filter((note) => note.submission === submission);
  const files = new Set(dossier.files.map((file) => file.sha256));
  const removed = notes.removed?.submission === submission;
  return (
    <div className="table-page notes-page" data-part="text" tabIndex={-1}>
      <header>
        <h2>
          {t("note.title")} <span className="muted">{t("note.count", { n: String(mine.length) })}</span>
        </h2>
        <Button onClick={() => addNote(submission, null, [])}>{t("note.add")}</Button>
        {mine.length > 0 && <NoteFiles owner={owner} submission={submission} />}
        {mine.length > 0 && <Button onClick={() => window.print()}>{t("note.print")}</Button>}
      </header>
      <p className="muted">{t("note.privateHelp")}</p>
      {removed && (
        <p role="status">
          {t("note.removed")}{" "}
          <button type="button" className="link-button" onClick={() => book.restore()}>
            {t("note.restore")}
          </button>
        </p>
      )}
      {mine.length === 0 ? (
        <EmptyState title={t("note.none")} hint={t("note.noneHelp")} />
      ) : (
        <ul className="note-list">
          {mine.map((note) => (
            <li key={note.id}>
              {note.evidence !== null && !files.has(note.evidence.sha256) && (
                <p className="notice-warn">{t("note.gone")}</p>
              )}
              <NoteCard key={String(openNote === note.id)} note={note} focus={openNote === note.id} />
            </li>
          ))}
        </ul>
      )}
      {createPortal(<PrintedNotes notes={mine} />, document.body)}
    </div>
  );
}

function NoteFiles({ owner, submission }: { owner: { round: string; expert: string }; submission: string }) {
  const { t } = useWords();
  const { book } = useRoom();
  const act = useAct("note/export");
  const [format, setFormat] = useState<"txt" | "docx">("txt");
  const make = async (wanted: "txt" | "docx") => {
    setFormat(wanted);
    await book.flush();
    act.mutate({ round: owner.round, expert: owner.expert, submission, format: wanted });
  };
  return (
    <>
      <Button loading={act.isPending && format === "txt"} onClick={() => void make("txt")}>
        {t("note.exportText")}
      </Button>
      <Button loading={act.isPending && format === "docx"} onClick={() => void make("docx")}>
        {t("note.exportWord")}
      </Button>
      {act.data && (
        <p role="status" className="note-exported">
          {t("note.exported", { path: act.data.path })}{" "}
          <a href={exportAddress(act.data.name)} download={act.data.name}>
            {t("note.download")}
          </a>
        </p>
      )}
      <Failure error={act.error} />
    </>
  );
}

function PrintedTask({ task: ref }: { task: TaskRef }) {
  const { t } = useWords();
  const board = useCall("plan/get-board", { scheme: ref.scheme });
  const task = board.data?.tasks.find(({ id }) => id === ref.task);
  return <p>{t("planTask.of", { number: String(task?.number ?? ref.task), title: task?.title ?? "" })}</p>;
}

/** Only the printer sees it; a portal, so that nothing of the desk has to be unfolded for it. */
function PrintedNotes({ notes }: { notes: readonly Note[] }) {
  const { t } = useWords();
  const { form, entries } = useRoom();
  const [first] = notes;
  if (first === undefined) return null;
  const name = entries.find((entry) => entry.submission === first.submission)?.name ?? "";
  return (
    <div className="print-notes" aria-hidden="true">
      <h1>
        {t("note.title")} · {name}
      </h1>
      <p>{t("note.private")}</p>
      {notes.map((note) => (
        <section key={note.id}>
          <h2>
            {form.items
              .filter(({ id }) => note.items.includes(id))
              .map((item) => item.name)
              .join("、") || t("note.noItem")}
          </h2>
          {note.evidence !== null && (
            <blockquote>
              {note.evidence.text}（{fileNameOf(note.evidence.file)}）
            </blockquote>
          )}
          {note.tasks.map((ref) => (
            <PrintedTask key={`${ref.scheme} ${ref.task}`} task={ref} />
          ))}
          <p>{note.text}</p>
        </section>
      ))}
    </div>
  );
}

import { useState } from "react";
import type { TaskRef } from "../../../shared/contract/desk.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { selectionAnywhere } from "../../ui/document/selected-evidence.ts";
import type { NoteBook } from "./model/note-book.ts";
import type { Passage } from "./selection-bar.tsx";

/** Passages that can be noted without a mouse: the place found or opened last, by pane. */
export type LitPassages = Map<string, Passage>;

/** New notes and links of one room. */
export function useNotesOfRoom(book: NoteBook, lit: LitPassages) {
  const [openNote, setOpenNote] = useState<string | null>(null);
  const [selection, setSelection] = useState<Passage | null>(null);
  const write = (submission: string, evidence: Evidence | null, links: Links): string => {
    const id = crypto.randomUUID();
    book.write({ id, submission, evidence, text: "", ...links });
    setSelection(null);
    return id;
  };
  const addNote = (submission: string, evidence: Evidence | null, items: readonly string[]) =>
    setOpenNote(write(submission, evidence, { items: [...items], tasks: [] }));
  /** A passage that has a note already gets the link beside the ones it has. */
  const add = ({ submission, evidence }: Passage, links: Links) => {
    const known = book
      .state()
      .notes.find((note) => note.submission === submission && samePlace(note.evidence, evidence));
    if (known === undefined) {
      write(submission, evidence, links);
      return;
    }
    const { id, items, tasks, text } = known;
    book.write({
      id,
      submission,
      evidence,
      text,
      items: [...new Set([...items, ...links.items])],
      tasks: [...tasks, ...links.tasks.filter((ref) => !tasks.some((other) => sameTask(ref, other)))],
    });
    setSelection(null);
  };
  const link = (passage: Passage, item: string) => add(passage, { items: [item], tasks: [] });
  const linkTask = (passage: Passage, task: TaskRef) => add(passage, { items: [], tasks: [task] });
  return {
    openNote,
    setOpenNote,
    selection,
    setSelection,
    addNote,
    link,
    linkTask,
    passageAtHand: () => passageAtHand(lit),
  };
}

interface Links {
  readonly items: string[];
  readonly tasks: TaskRef[];
}

export const sameTask = (one: TaskRef, other: TaskRef): boolean =>
  one.scheme === other.scheme && one.task === other.task;

const samePlace = (one: Evidence | null, other: Evidence): boolean =>
  one !== null &&
  one.sha256 === other.sha256 &&
  one.block === other.block &&
  one.cell === other.cell &&
  one.start === other.start &&
  one.end === other.end;

/** The selected text; else, when the reader is in a document, the place that is highlighted in it. */
function passageAtHand(lit: LitPassages): Passage | null {
  const selected = selectionAnywhere();
  const scroller = selected?.scroller ?? document.activeElement?.closest<HTMLElement>(".doc-scroll");
  const pane = scroller?.closest<HTMLElement>("[data-pane]");
  if (!pane) return null;
  if (selected) return { submission: pane.dataset.submission ?? "", evidence: selected.evidence };
  return lit.get(pane.dataset.pane ?? "") ?? null;
}

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Note } from "../../../shared/contract/desk.ts";
import { call } from "../../api/call.ts";
import { noteSaved, setDraft } from "../../api/save-state.ts";
import { callKey, useCall } from "../../api/use-call.ts";
import { createNoteBook, type NoteBook, type NoteBookState } from "./model/note-book.ts";
import { tellOtherWindows } from "./other-windows.ts";

/** Books opened since the window opened: what could not be stored yet outlives a change of screen. */
const books = new Map<string, NoteBook>();

function openBook(client: QueryClient, round: string, expert: string, first: readonly Note[]): NoteBook {
  const key = JSON.stringify([round, expert]);
  const known = books.get(key);
  if (known !== undefined) return known;
  const stored = <Answer extends { readonly ok: boolean }>(answer: Answer): Answer => {
    if (answer.ok) {
      noteSaved();
      tellOtherWindows({ round, expert, what: "notes" });
      void client.invalidateQueries({ queryKey: ["desk", "desk/compare-item"] });
    }
    return answer;
  };
  // What is fetched once stays in the cache: it has to know what was stored since.
  const cached = (change: (notes: readonly Note[]) => Note[]): void => {
    client.setQueryData<Note[]>(callKey("note/list", { round, expert, submission: null }), (list) =>
      list === undefined ? list : change(list),
    );
  };
  const book = createNoteBook(first, {
    save: async ({ id, ...note }) => {
      const answer = stored(await call("note/save", { round, expert, note: id, ...note }));
      if (answer.ok)
        cached((list) => [...list.filter((other) => other.id !== id), answer.value].sort(byTime));
      return answer;
    },
    remove: async (note) => {
      const answer = stored(await call("note/remove", { round, expert, note }));
      if (answer.ok) cached((list) => list.filter((other) => other.id !== note));
      // Taken away before it was ever stored.
      return !answer.ok && answer.code === "not-found" ? { ok: true, value: {} } : answer;
    },
  });
  book.subscribe(() => setDraft(`notes ${key}`, book.state().queue.unsaved.length));
  books.set(key, book);
  return book;
}

const byTime = (one: Note, other: Note): number =>
  one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : one.id < other.id ? -1 : 1;

/** The notes of one expert; `null` while they are fetched for the first time. */
export function useNoteBook(round: string, expert: string): [NoteBook, NoteBookState] | null {
  const client = useQueryClient();
  const list = useCall("note/list", { round, expert, submission: null });
  const first = list.data;
  const ready = first !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a book belongs to its round and expert; newer lists are adopted below.
  const book = useMemo(
    () => (ready ? openBook(client, round, expert, first) : EMPTY),
    [client, ready, round, expert],
  );
  const state = useSyncExternalStore(book.subscribe, book.state);
  useEffect(() => {
    if (first !== undefined) book.adopt(first);
  }, [book, first]);
  return book === EMPTY ? null : [book, state];
}

const refuse = () => Promise.reject(new Error("notes are not fetched yet"));
const EMPTY = createNoteBook([], { save: refuse, remove: refuse });

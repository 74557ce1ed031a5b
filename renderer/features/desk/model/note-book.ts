import type { Note } from "../../../../shared/contract/desk.ts";
import type { Result } from "../../../../shared/contract/result.ts";
import { createSaveQueue, type SaveQueueState } from "./save-queue.ts";

/** What an expert writes; times come from the service. */
export type NoteDraft = Pick<Note, "id" | "submission" | "evidence" | "items" | "tasks" | "text">;

export interface NoteBookState {
  /** Oldest first, as on the screen: what is typed counts, stored or not. */
  readonly notes: readonly Note[];
  readonly queue: SaveQueueState;
  /** The note taken away last, as long as it can be brought back. */
  readonly removed: Note | null;
}

export interface NotePorts {
  save(note: NoteDraft): Promise<Result<Note>>;
  remove(id: string): Promise<Result<unknown>>;
}

export interface NoteBook {
  readonly state: () => NoteBookState;
  readonly subscribe: (listener: () => void) => () => void;
  write(note: NoteDraft): void;
  remove(id: string): void;
  /** Brings back the note taken away last. */
  restore(): void;
  flush(): Promise<void>;
  retry(): Promise<void>;
  /** The notes as stored changed outside of this book; what waits here stays. */
  adopt(notes: readonly Note[]): void;
}

const GATHER_MS = 300;

/** All notes of one expert in one round, until they are stored. Lives longer than the screen. */
export function createNoteBook(first: readonly Note[], ports: NotePorts): NoteBook {
  const listeners = new Set<() => void>();
  let notes = first;
  let removed: Note | null = null;

  const queue = createSaveQueue<NoteDraft | null, Note | null>({
    gather: GATHER_MS,
    send: async (id, draft) => {
      if (draft !== null) return ports.save(draft);
      const answer = await ports.remove(id);
      return answer.ok ? { ok: true, value: null } : answer;
    },
    onSaved: (saved) => {
      if (saved !== null)
        notes = notes.map((note) =>
          note.id === saved.id ? { ...note, createdAt: saved.createdAt, savedAt: saved.savedAt } : note,
        );
    },
    onChange: () => publish(),
  });

  const snapshot = (): NoteBookState => ({ notes, queue: queue.state(), removed });
  let current = snapshot();
  function publish(): void {
    current = snapshot();
    for (const listener of listeners) listener();
  }

  function write(draft: NoteDraft): void {
    const known = notes.find((note) => note.id === draft.id);
    const next: Note = { createdAt: known?.createdAt ?? "", savedAt: known?.savedAt ?? "", ...draft };
    notes = known ? notes.map((note) => (note.id === draft.id ? next : note)) : [...notes, next];
    queue.put(draft.id, draft);
  }

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write,
    remove: (id) => {
      const known = notes.find((note) => note.id === id);
      if (known === undefined) return;
      removed = known;
      notes = notes.filter((note) => note.id !== id);
      queue.put(id, null);
    },
    restore: () => {
      if (removed === null) return;
      const { id, submission, evidence, items, tasks, text } = removed;
      removed = null;
      write({ id, submission, evidence, items, tasks, text });
    },
    flush: () => queue.flush(),
    retry: () => queue.retry(),
    adopt: (stored) => {
      const waiting = new Set(queue.state().unsaved);
      const mine = notes.filter((note) => waiting.has(note.id));
      const kept = new Map(mine.map((note) => [note.id, note]));
      notes = [
        ...stored.flatMap((note) => (waiting.has(note.id) ? (kept.get(note.id) ?? []) : note)),
        ...mine.filter((note) => stored.every((other) => other.id !== note.id)),
      ];
      publish();
    },
  };
}

/** The comment of an item with the words of a note at its end; `null`: no room for them. */
export function commentWith(
  comment: string,
  note: Pick<Note, "text" | "evidence">,
  most: number,
): string | null {
  const words = note.text.trim() === "" ? `「${note.evidence?.text.trim() ?? ""}」` : note.text.trim();
  const joined = comment.trim() === "" ? words : `${comment.trimEnd()}\n${words}`;
  return joined.length > most ? null : joined;
}

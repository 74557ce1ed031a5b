import { useEffect, useId, useSyncExternalStore } from "react";

/** What the top line says about saving: drafts not stored yet, and when something was last stored. */
interface SaveState {
  readonly unsaved: number;
  readonly savedAt: Date | null;
}

let state: SaveState = { unsaved: 0, savedAt: null };
const drafts = new Map<string, number>();
/** Drafts that end with the screen they are on; the score sheets and notes of the desk outlive theirs. */
const ofScreens = new Map<string, number>();
const listeners = new Set<() => void>();

function publish(next: SaveState): void {
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

/** How many changes leaving the screen would lose. */
export const draftsOfScreens = (): number => sum(ofScreens.values());

export const noteSaved = (): void => publish({ ...state, savedAt: new Date() });

/** Says how many changes of one screen are not stored yet; 0 when all are. */
export function setDraft(id: string, count: number): void {
  if ((drafts.get(id) ?? 0) === count) return;
  if (count > 0) drafts.set(id, count);
  else drafts.delete(id);
  publish({ ...state, unsaved: sum(drafts.values()) });
}

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => state);

/**
 * While `count` is above 0 the top line says so, and leaving the screen or closing the window asks. A field that is
 * stored when it is left needs no question from the screen.
 */
export function useDraft(count: number, storedOnLeaving = false): void {
  const id = useId();
  useEffect(() => {
    if (!storedOnLeaving) ofScreens.set(id, count);
    setDraft(id, count);
    return () => {
      ofScreens.delete(id);
      setDraft(id, 0);
    };
  }, [id, count, storedOnLeaving]);
}

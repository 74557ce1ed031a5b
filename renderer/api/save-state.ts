import { useEffect, useId, useSyncExternalStore } from "react";

/** What the top line says about saving: drafts not stored yet, and when something was last stored. */
interface SaveState {
  readonly unsaved: number;
  readonly savedAt: Date | null;
}

let state: SaveState = { unsaved: 0, savedAt: null };
const drafts = new Map<string, number>();
const listeners = new Set<() => void>();

function publish(next: SaveState): void {
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const countDrafts = (): number => [...drafts.values()].reduce((sum, count) => sum + count, 0);

export const noteSaved = (): void => publish({ ...state, savedAt: new Date() });

/** Says how many changes of one screen are not stored yet; 0 when all are. */
export function setDraft(id: string, count: number): void {
  if ((drafts.get(id) ?? 0) === count) return;
  if (count > 0) drafts.set(id, count);
  else drafts.delete(id);
  publish({ ...state, unsaved: countDrafts() });
}

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => state);

/** While `count` is above 0 the top line says so and closing the window asks. */
export function useDraft(count: number): void {
  const id = useId();
  useEffect(() => {
    setDraft(id, count);
    return () => setDraft(id, 0);
  }, [id, count]);
}

/** What was asked for, and typed, before there was a box to type it in. */
let wanted: string | null = null;
const listeners = new Set<() => void>();

const change = (text: string | null): void => {
  wanted = text;
  for (const listener of listeners) listener();
};

/**
 * A search asked for while the papers are still loading. Keys pressed until the box is there belong to it: otherwise the digits of a
 * number would be taken for scores.
 */
export const pendingFind = {
  ask: (): void => change(wanted ?? ""),
  /** Takes a keystroke that belongs to the search; says whether it does. */
  type: (key: string): boolean => {
    if (wanted === null) return false;
    if (key === "Escape") change(null);
    else if (key === "Backspace") change([...wanted].slice(0, -1).join(""));
    else if ([...key].length === 1) change(wanted + key);
    else return key === "Enter";
    return true;
  },
  /** The words typed so far, for the box that is there now; `null`: nobody asked. */
  take: (): string | null => {
    const text = wanted;
    if (text !== null) change(null);
    return text;
  },
  text: (): string | null => wanted,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return (): void => {
      listeners.delete(listener);
    };
  },
};

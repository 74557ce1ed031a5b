import { useEffect, useLayoutEffect, useRef } from "react";
import { pendingFind } from "./pending-find.ts";

/** The box for a search that was asked for before it was there: it takes what was typed meanwhile, and the focus. */
export function usePendingFind(pane: string, active: string, onText: (text: string) => void): void {
  const latest = useRef(onText);
  useLayoutEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    if (pane !== active) return;
    const take = () => {
      if (pendingFind.text() === null) return;
      const box = document.querySelector<HTMLInputElement>(`[data-pane="${pane}"] [data-part="find"] input`);
      if (box === null) return;
      const text = pendingFind.take() ?? "";
      box.focus();
      if (text !== "") latest.current(text);
    };
    take();
    return pendingFind.subscribe(take);
  }, [pane, active]);
}

/** What is shown has no words to look for. */
export const noFindHere = (): void => {
  pendingFind.take();
};

import { useLayoutEffect } from "react";
import { deskAction } from "./model/desk-keys.ts";
import { pendingFind } from "./pending-find.ts";
import { keystroke } from "./use-desk-keys.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable='true']") !== null;

/** The desk itself listens once it is there; before, and at the declaration, only a search can be asked for. */
const deskIsThere = (): boolean => document.querySelector(".reading-room, .desk-gate") !== null;

/** F pressed while an applicant is being opened is kept until its first document is there, with what is typed after it. */
export function useEarlyFind(opening: boolean): void {
  useLayoutEffect(() => {
    if (!opening) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || deskIsThere() || isTyping(event.target)) return;
      if (event.isComposing || event.altKey || event.metaKey) return;
      const action = deskAction(keystroke(event), "elsewhere");
      const taken = !event.ctrlKey && pendingFind.type(event.key);
      if (!taken && action?.do !== "find") return;
      if (!taken) pendingFind.ask();
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      pendingFind.take();
    };
  }, [opening]);
}

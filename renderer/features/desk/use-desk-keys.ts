import { useEffect, useLayoutEffect, useRef } from "react";
import { type DeskAction, deskAction } from "./model/desk-keys.ts";

/** Turns keystrokes anywhere on the page into acts of the desk, except while a dialog is open. */
export function useDeskKeys(act: (action: DeskAction) => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : deskAction(keystroke(event), focusOf(event.target));
      if (action === null || dialogIsOpen() || leavesSheet(event, action)) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

const dialogIsOpen = (): boolean =>
  document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null;

const keystroke = (event: KeyboardEvent) => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  alt: event.altKey,
  shift: event.shiftKey,
  meta: event.metaKey,
  composing: event.isComposing,
});

function focusOf(target: EventTarget | null): "score" | "text" | "elsewhere" {
  if (!(target instanceof HTMLElement)) return "elsewhere";
  if (target.dataset.field === "score") return "score";
  return target.closest("input, textarea, select, [contenteditable='true'], [role='combobox']")
    ? "text"
    : "elsewhere";
}

/** At the ends of the list Tab goes on as everywhere, so that nobody is caught in the sheet. */
function leavesSheet(event: KeyboardEvent, action: DeskAction): boolean {
  if (event.key !== "Tab" || !(event.target instanceof HTMLElement)) return false;
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-field='score']")];
  return event.target === (action.do === "next-item" ? boxes.at(-1) : boxes[0]);
}

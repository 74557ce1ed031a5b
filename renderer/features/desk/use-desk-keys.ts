import { useLayoutEffect, useRef } from "react";
import { type DeskAction, deskAction, type Focus } from "./model/desk-keys.ts";
import { pendingFind } from "./pending-find.ts";

/**
 * Turns keystrokes anywhere on the page into acts of the desk, except while a dialog is open. A layout effect: from the
 * moment the desk is seen.
 */
export function useDeskKeys(act: (action: DeskAction) => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (belongsToSearch(event)) return event.preventDefault();
      const action = event.defaultPrevented ? null : deskAction(keystroke(event), focusOf(event.target));
      if (action === null || dialogIsOpen() || leavesSheet(event, action)) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Before the papers may be read, only the way to the next applicant and back: in a browser these keys would leave the page. */
export function useApplicantKeys(active: boolean, step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useLayoutEffect(() => {
    latest.current = step;
  });
  useLayoutEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : deskAction(keystroke(event), "elsewhere");
      if (action?.do !== "next-applicant" && action?.do !== "previous-applicant") return;
      event.preventDefault();
      if (!dialogIsOpen()) latest.current(action.do === "next-applicant" ? 1 : -1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [active]);
}

/** A search was asked for and its box is not there yet: what is typed meanwhile is looked for, not scored. */
const belongsToSearch = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.altKey &&
  !event.metaKey &&
  !event.isComposing &&
  (focusOf(event.target) === "elsewhere" || focusOf(event.target) === "document") &&
  pendingFind.type(event.key);

/** One that can be seen: the frame around a dialog goes a little later than the dialog, and keys would be lost meanwhile. */
const dialogIsOpen = (): boolean =>
  [...document.querySelectorAll(".ant-modal-wrap [role='dialog']")].some((dialog) =>
    dialog.checkVisibility(),
  );

export const keystroke = (event: KeyboardEvent) => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  alt: event.altKey,
  shift: event.shiftKey,
  meta: event.metaKey,
  composing: event.isComposing,
});

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return "elsewhere";
  if (target.classList.contains("doc-scroll")) return "document";
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

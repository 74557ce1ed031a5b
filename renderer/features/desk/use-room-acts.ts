import { type Dispatch, type RefObject, useEffect, useRef } from "react";
import { useWords } from "../../ui/use-words.tsx";
import type { SheetOwner } from "./desk-session.ts";
import type { DeskAction } from "./model/desk-keys.ts";
import type { NoteBook } from "./model/note-book.ts";
import { type DeskLayout, type LayoutChange, MOST_PANES, sheetPlaces } from "./model/pane-layout.ts";
import type { SheetEditor } from "./model/sheet-editor.ts";
import { pendingFind } from "./pending-find.ts";
import type { ScoreSheetHandle } from "./score-sheet.tsx";
import type { MoversOfRoom } from "./use-movers.ts";
import type { useNotesOfRoom } from "./use-notes-of-room.ts";

interface Acted {
  readonly owner: SheetOwner;
  readonly layout: DeskLayout;
  readonly change: Dispatch<LayoutChange>;
  readonly room: RefObject<HTMLDivElement | null>;
  readonly sheet: RefObject<ScoreSheetHandle | null>;
  readonly noting: ReturnType<typeof useNotesOfRoom>;
  readonly editor: SheetEditor;
  readonly book: NoteBook;
  readonly movers: MoversOfRoom;
  /** The item worked on. */
  readonly item: string;
  readonly say: (text: string | null) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onFinish: () => void;
  readonly onKeys: () => void;
  readonly onAddPane: () => void;
  readonly onBack: () => void;
}

/** What each key of the desk does in a room. */
export function useRoomActs(acted: Acted): (action: DeskAction) => void {
  const { layout, change, room, noting, movers, say } = acted;
  const { t } = useWords();
  const withSheet = useSheetWhenThere(layout, change, acted.sheet);
  const find = () => {
    if (focusIn(room.current, layout.active, "find")) return;
    // The words come when they are loaded: what is typed until then is kept for them.
    pendingFind.ask();
    const pane = layout.panes.find(({ id }) => id === layout.active);
    if (pane?.page !== null && pane?.page?.startsWith("file:") === false)
      change({ do: "show-text", pane: layout.active });
  };
  const step = (action: Extract<DeskAction, { do: "step" }>) => {
    const active = movers.get(layout.active)?.[action.what];
    // Hits beyond one file are listed in the pane they were asked for in, and shown in another.
    const elsewhere = layout.panes.flatMap(({ id }) => movers.get(id)?.found ?? [])[0];
    if (action.what === "found") return active || elsewhere ? (active ?? elsewhere)?.(action.by) : find();
    active?.(action.by);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was asked for before the room was there
  useEffect(() => {
    if (pendingFind.text() !== null) find();
  }, []);
  return (action) => {
    switch (action.do) {
      case "next-applicant":
      case "previous-applicant":
        return acted.onStep(action.do === "next-applicant" ? 1 : -1);
      case "next-pane":
      case "previous-pane":
        return change({ do: "move-active", by: action.do === "next-pane" ? 1 : -1 });
      case "find":
        return find();
      case "step":
        return step(action);
      case "open-mark":
        return movers.get(layout.active)?.open?.();
      case "back":
        return acted.onBack();
      case "add-pane":
        return layout.panes.length < MOST_PANES ? acted.onAddPane() : undefined;
      case "close-pane":
        return layout.panes.length > 1 ? change({ do: "close-pane", pane: layout.active }) : undefined;
      case "choose-applicant":
        if (layout.panes.length === 1) acted.onAddPane();
        requestAnimationFrame(() => focusOn(room.current, ".reading-pane-active .pane-whose input"));
        return;
      case "align":
        return change({ do: "align", aligned: !layout.aligned });
      case "move-sheet": {
        const next = sheetPlaces[(sheetPlaces.indexOf(layout.sheet) + 1) % sheetPlaces.length];
        return next === undefined ? undefined : change({ do: "place-sheet", sheet: next });
      }
      case "comment": {
        const passage = noting.passageAtHand();
        if (passage === null) return withSheet((handle) => handle.act(action));
        return noting.addNote(passage.submission, passage.evidence, []);
      }
      case "link": {
        const passage = noting.passageAtHand();
        if (passage !== null) noting.link(passage, acted.item);
        return say(passage === null ? t("note.selectFirst") : null);
      }
      case "leave-field":
        if (document.activeElement?.closest(".note-dock")) noting.setOpenNote(null);
        // While the papers load there is no text to go to: the field is left all the same, so that keys act again.
        if (!focusIn(room.current, layout.active, "text")) blurField();
        return;
      case "keys":
        return acted.onKeys();
      case "save":
        void acted.book.retry();
        return void acted.editor.retry();
      case "complete-and-next":
        return withSheet(acted.onFinish);
      default:
        withSheet((handle) => handle.act(action));
    }
  };
}

/** Acts of the sheet bring it back when it is hidden. */
function useSheetWhenThere(
  layout: DeskLayout,
  change: Dispatch<LayoutChange>,
  sheet: RefObject<ScoreSheetHandle | null>,
) {
  const waiting = useRef<((handle: ScoreSheetHandle) => void) | null>(null);
  useEffect(() => {
    const use = waiting.current;
    if (layout.sheet === "hidden" || use === null || sheet.current === null) return;
    waiting.current = null;
    use(sheet.current);
  }, [layout.sheet, sheet]);
  return (use: (handle: ScoreSheetHandle) => void) => {
    if (sheet.current !== null) return use(sheet.current);
    waiting.current = use;
    change({ do: "place-sheet", sheet: "right" });
  };
}

function focusOn(root: Element | null | undefined, selector: string): boolean {
  const target = root?.querySelector<HTMLElement>(selector);
  target?.focus();
  return target instanceof HTMLElement;
}

function blurField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const focusIn = (room: HTMLElement | null, pane: string, part: "find" | "text"): boolean =>
  focusOn(
    room?.querySelector(`[data-pane="${pane}"]`),
    part === "find" ? "[data-part='find'] input" : ".doc-scroll, [data-part='text']",
  );

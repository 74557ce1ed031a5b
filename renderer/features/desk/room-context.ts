import { createContext, useContext } from "react";
import type { TaskRef } from "../../../shared/contract/desk.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import type { SheetOwner } from "./desk-session.ts";
import type { Find } from "./file-page.tsx";
import type { NoteBook, NoteBookState } from "./model/note-book.ts";
import type { SheetEditor } from "./model/sheet-editor.ts";
import type { Passage } from "./selection-bar.tsx";
import type { MoversOfRoom } from "./use-movers.ts";

/** What the parts of one desk share: the notes, the sheet, and the way to a place. */
export interface Room {
  readonly owner: SheetOwner;
  readonly entry: DeskEntry;
  readonly entries: readonly DeskEntry[];
  readonly form: ScoreForm;
  readonly editor: SheetEditor;
  readonly locked: boolean;
  readonly book: NoteBook;
  readonly notes: NoteBookState;
  /** The score item worked on. */
  readonly item: string;
  /** The note whose card is open. */
  readonly openNote: string | null;
  readonly onOpenNote: (id: string | null) => void;
  /** Writes a new note and opens its card. */
  readonly addNote: (submission: string, evidence: Evidence | null, items: readonly string[]) => void;
  /** Shows a passage of an applicant in the pane that suits best. */
  readonly lit: Map<string, Passage>;
  /** What is looked for, by pane: another pane beside it draws it anew. */
  readonly finds: Map<string, Find>;
  /** What the keys can do, by pane. */
  readonly movers: MoversOfRoom;
  /** A word about what a key did, for everybody to see and hear. */
  readonly say: (text: string) => void;
  /** Shows an indicator of an applicant beside its threshold. */
  readonly onIndicator: (submission: string, indicator: string) => void;
  readonly indicator: IndicatorWish | null;
  /** The passage selected or highlighted now; `null`: none. */
  readonly passageAtHand: () => Passage | null;
  readonly linkTask: (passage: Passage, task: TaskRef) => void;
  /** The round is this laptop's own: what is linked can go on the board at once. */
  readonly hosted: boolean;
  readonly onSelect: (passage: Passage | null) => void;
  readonly onPassage: (submission: string, evidence: Evidence) => void;
}

/** `wish` counts, so that the same one can be asked for again. */
export interface IndicatorWish {
  readonly submission: string;
  readonly indicator: string;
  readonly wish: number;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error("used outside of a reading room");
  return room;
}

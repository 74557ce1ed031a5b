export type DeskAction =
  | {
      readonly do:
        | "next-item"
        | "previous-item"
        | "comment"
        | "link"
        | "find"
        | "undo"
        | "save"
        | "keys"
        | "leave-field";
    }
  | {
      readonly do:
        | "next-applicant"
        | "previous-applicant"
        | "next-pane"
        | "previous-pane"
        | "complete-and-next";
    }
  | { readonly do: "step"; readonly what: StepKind; readonly by: 1 | -1 }
  | {
      readonly do:
        | "open-mark"
        | "back"
        | "add-pane"
        | "close-pane"
        | "choose-applicant"
        | "align"
        | "move-sheet"
        | "history";
    }
  | { readonly do: "score"; readonly digit: string };

/** What is walked through in the active pane: places found, marks in the text, sections of the outline, pages of the pane. */
export type StepKind = "found" | "mark" | "section" | "page";

/** Where the focus is: decides which keys are text and which are commands. */
export type Focus = "score" | "text" | "document" | "elsewhere";

export interface Keystroke {
  readonly key: string;
  /** Physical key, for layouts and input methods that give another character. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
  /** An input method is putting a character together: every key belongs to it. */
  readonly composing: boolean;
}

const arrows: Readonly<Record<string, "next" | "previous">> = { ArrowRight: "next", ArrowLeft: "previous" };

/** What a keystroke means at the desk; `null`: nothing special, the browser handles it. */
export function deskAction(stroke: Keystroke, focus: Focus): DeskAction | null {
  if (stroke.composing || stroke.meta) return null;
  if (stroke.key === "F3" && !stroke.alt && !stroke.ctrl)
    return { do: "step", what: "found", by: stroke.shift ? -1 : 1 };
  if (stroke.alt) return stroke.ctrl ? null : withAlt(stroke);
  if (stroke.ctrl) return withCtrl(stroke, focus);
  if (focus === "text") return stroke.key === "Escape" ? { do: "leave-field" } : null;
  if (focus === "document" && stroke.key === "Enter") return { do: "open-mark" };
  return focus === "score" ? inScore(stroke) : plain(stroke);
}

function withAlt(stroke: Keystroke): DeskAction | null {
  const way = arrows[stroke.key];
  return way === undefined ? null : { do: `${way}-applicant` };
}

function withCtrl(stroke: Keystroke, focus: Focus): DeskAction | null {
  const way = arrows[stroke.key];
  if (way !== undefined) return focus === "text" ? null : { do: `${way}-pane` };
  if (stroke.key === "Enter") return { do: "complete-and-next" };
  if (stroke.shift) return null;
  switch (stroke.key.toLowerCase()) {
    case "z":
      return { do: "undo" };
    case "s":
      return { do: "save" };
    case "f":
      return { do: "find" };
    default:
      return null;
  }
}

function inScore(stroke: Keystroke): DeskAction | null {
  switch (stroke.key) {
    case "Tab":
      return { do: stroke.shift ? "previous-item" : "next-item" };
    case "Enter":
    case "ArrowDown":
      return { do: "next-item" };
    case "ArrowUp":
      return { do: "previous-item" };
    case "Escape":
      return { do: "leave-field" };
    default:
      return letter(stroke);
  }
}

function plain(stroke: Keystroke): DeskAction | null {
  if (/^[0-9]$/.test(stroke.key)) return { do: "score", digit: stroke.key };
  return letter(stroke) ?? reading(stroke);
}

const single: Readonly<Record<string, DeskAction>> = {
  B: { do: "back" },
  P: { do: "add-pane" },
  X: { do: "close-pane" },
  O: { do: "choose-applicant" },
  A: { do: "align" },
  T: { do: "move-sheet" },
  H: { do: "history" },
  J: { do: "step", what: "section", by: 1 },
  K: { do: "step", what: "section", by: -1 },
};

/** Keys of the reader: not in a score box, where a slip of the finger should change nothing but the score. */
function reading(stroke: Keystroke): DeskAction | null {
  const name = stroke.code.startsWith("Key") ? stroke.code.slice(3) : stroke.key.toUpperCase();
  if (name === "M") return { do: "step", what: "mark", by: stroke.shift ? -1 : 1 };
  if (stroke.shift) return null;
  if (stroke.key === "[" || stroke.code === "BracketLeft") return { do: "step", what: "page", by: -1 };
  if (stroke.key === "]" || stroke.code === "BracketRight") return { do: "step", what: "page", by: 1 };
  return single[name] ?? null;
}

/** A Chinese keyboard gives ？ for ?, and an input method hides letters behind `Process`: the physical key tells. */
function letter(stroke: Keystroke): DeskAction | null {
  if (stroke.key === "?" || stroke.key === "？") return { do: "keys" };
  if (stroke.shift) return null;
  if (stroke.code === "KeyN" || stroke.key === "n") return { do: "comment" };
  if (stroke.code === "KeyL" || stroke.key === "l") return { do: "link" };
  if (stroke.code === "KeyF" || stroke.key === "f") return { do: "find" };
  return null;
}

/** The tables behind `?`: keys as printed, and the word that explains them. */
export const deskKeyGroups = [
  [
    "desk.keys.score",
    [
      ["0–9", "desk.key.score"],
      ["Tab · Enter · ↓", "desk.key.nextItem"],
      ["Shift+Tab · ↑", "desk.key.previousItem"],
      ["N", "desk.key.note"],
      ["L", "desk.key.link"],
      ["Ctrl Enter", "desk.key.complete"],
      ["Ctrl Z", "desk.key.undo"],
      ["Ctrl S", "desk.key.save"],
      ["H", "desk.key.history"],
      ["T", "desk.key.moveSheet"],
      ["Esc", "desk.key.leave"],
    ],
  ],
  [
    "desk.keys.read",
    [
      ["F", "desk.key.find"],
      ["F3 · Shift+F3", "desk.key.found"],
      ["M · Shift+M", "desk.key.mark"],
      ["Enter", "desk.key.openMark"],
      ["B", "desk.key.back"],
      ["J / K", "desk.key.section"],
      ["[ / ]", "desk.key.page"],
    ],
  ],
  [
    "desk.keys.panes",
    [
      ["Alt ← / →", "desk.key.applicant"],
      ["Ctrl ← / →", "desk.key.pane"],
      ["P", "desk.key.addPane"],
      ["X", "desk.key.closePane"],
      ["O", "desk.key.choose"],
      ["A", "desk.key.align"],
      ["?", "desk.key.keys"],
    ],
  ],
] as const;

import { describe, expect, test } from "vitest";
import {
  deskAction,
  type Focus,
  type Keystroke,
} from "../../../../renderer/features/desk/model/desk-keys.ts";

const press = (key: string, more: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code: "",
  ctrl: false,
  alt: false,
  shift: false,
  meta: false,
  composing: false,
  ...more,
});

describe("keys of the desk", () => {
  test.each<[string, Keystroke, Focus, unknown]>([
    ["a digit outside of a field scores", press("7"), "elsewhere", { do: "score", digit: "7" }],
    ["a digit in a score box is text", press("7"), "score", null],
    ["a digit in a comment is text", press("7"), "text", null],
    ["Tab in a score box goes to the next item", press("Tab"), "score", { do: "next-item" }],
    ["Shift+Tab goes back", press("Tab", { shift: true }), "score", { do: "previous-item" }],
    ["Tab in a comment is the browser's", press("Tab"), "text", null],
    ["n in a score box opens the comment", press("n"), "score", { do: "comment" }],
    ["n in a comment is a letter", press("n"), "text", null],
    [
      "an input method hides N: the physical key counts",
      press("Process", { code: "KeyN" }),
      "elsewhere",
      { do: "comment" },
    ],
    [
      "a character being put together belongs to the input method",
      press("n", { composing: true }),
      "elsewhere",
      null,
    ],
    [
      "the Chinese question mark shows the keys too",
      press("？", { shift: true }),
      "elsewhere",
      { do: "keys" },
    ],
    [
      "Alt and arrow changes the applicant even in a comment",
      press("ArrowRight", { alt: true }),
      "text",
      { do: "next-applicant" },
    ],
    ["Ctrl and arrow changes the pane", press("ArrowLeft", { ctrl: true }), "score", { do: "previous-pane" }],
    ["Ctrl and arrow jumps a word in a comment", press("ArrowLeft", { ctrl: true }), "text", null],
    ["Ctrl Z undoes everywhere on the desk", press("z", { ctrl: true }), "text", { do: "undo" }],
    ["Ctrl Enter completes", press("Enter", { ctrl: true }), "text", { do: "complete-and-next" }],
    ["Ctrl C stays copy", press("c", { ctrl: true }), "elsewhere", null],
  ])("%s", (_, stroke, focus, action) => {
    expect(deskAction(stroke, focus)).toEqual(action);
  });
});

import { describe, expect, test } from "vitest";
import {
  changeLayout,
  type DeskLayout,
  firstLayout,
  type LayoutChange,
} from "../../../../renderer/features/desk/model/pane-layout.ts";

const file = (letter: string): string => `file:${letter.repeat(64)}`;
const layoutAfter = (...changes: LayoutChange[]): DeskLayout => changes.reduce(changeLayout, firstLayout);
const shown = (layout: DeskLayout) => layout.panes.map((pane) => [pane.id, pane.whose, pane.page]);

describe("layout of the reading panes", () => {
  test("a pane added is the active one, and there are never more than three", () => {
    const add: LayoutChange = { do: "add-pane", whose: "s2", page: null };
    const layout = layoutAfter(add, add, add, add);
    expect([layout.panes.map((pane) => pane.id), layout.active]).toEqual([["p1", "p2", "p3"], "p3"]);
  });

  test("the last pane cannot be closed; closing the active one activates the first", () => {
    const layout = layoutAfter({ do: "add-pane", whose: null, page: null }, { do: "close-pane", pane: "p2" });
    expect([shown(layout), layout.active]).toEqual([[["p1", null, null]], "p1"]);
    expect(changeLayout(layout, { do: "close-pane", pane: "p1" })).toEqual(layout);
  });

  test("another applicant: following panes leave the file of the one before, a pinned comparison stays", () => {
    const layout = layoutAfter(
      { do: "show", pane: "p1", whose: null, page: file("a") },
      { do: "add-pane", whose: "s2", page: file("b") },
      { do: "add-pane", whose: null, page: "indicators" },
      { do: "change-applicant" },
    );
    expect(shown(layout)).toEqual([
      ["p1", null, null],
      ["p2", "s2", file("b")],
      ["p3", null, "indicators"],
    ]);
  });

  test("Ctrl and arrows go round the panes", () => {
    const layout = layoutAfter({ do: "add-pane", whose: null, page: null }, { do: "move-active", by: 1 });
    expect(layout.active).toBe("p1");
    expect(changeLayout(layout, { do: "move-active", by: -1 }).active).toBe("p2");
  });
});

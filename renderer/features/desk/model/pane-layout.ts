import { type DeskLayout, type Pane, sheetPlaces } from "../../../../shared/contract/desk-place.ts";

export { type DeskLayout, type Pane, sheetPlaces };

export const MOST_PANES = 3;

export const firstLayout: DeskLayout = {
  panes: [{ id: "p1", whose: null, page: null }],
  active: "p1",
  sheet: "right",
  aligned: true,
  sizes: {},
};

export type LayoutChange =
  | { readonly do: "add-pane"; readonly whose: string | null; readonly page: string | null }
  | { readonly do: "close-pane"; readonly pane: string }
  | {
      readonly do: "show";
      readonly pane: string;
      readonly whose: string | null;
      readonly page: string | null;
    }
  /** Back from a table to the first document. */
  | { readonly do: "show-text"; readonly pane: string }
  | { readonly do: "activate"; readonly pane: string }
  /** Back to the pages that were shown before. */
  | { readonly do: "restore"; readonly panes: DeskLayout["panes"]; readonly active: string }
  | { readonly do: "move-active"; readonly by: 1 | -1 }
  | { readonly do: "place-sheet"; readonly sheet: DeskLayout["sheet"] }
  | { readonly do: "align"; readonly aligned: boolean }
  | { readonly do: "resize"; readonly group: string; readonly sizes: Readonly<Record<string, number>> }
  /** Another applicant is being scored: panes that follow it start at its own first page. */
  | { readonly do: "change-applicant" };

export function changeLayout(layout: DeskLayout, change: LayoutChange): DeskLayout {
  switch (change.do) {
    case "add-pane":
      return addPane(layout, change.whose, change.page);
    case "close-pane":
      return closePane(layout, change.pane);
    case "show":
      return {
        ...layout,
        active: change.pane,
        panes: layout.panes.map((pane) =>
          pane.id === change.pane ? { ...pane, whose: change.whose, page: change.page } : pane,
        ),
      };
    case "show-text":
      return {
        ...layout,
        panes: layout.panes.map((pane) => (pane.id === change.pane ? { ...pane, page: null } : pane)),
      };
    case "activate":
      return layout.panes.some((pane) => pane.id === change.pane)
        ? { ...layout, active: change.pane }
        : layout;
    case "restore":
      return { ...layout, panes: change.panes, active: change.active };
    case "move-active":
      return { ...layout, active: neighbour(layout, change.by) };
    case "place-sheet":
      return { ...layout, sheet: change.sheet };
    case "align":
      return { ...layout, aligned: change.aligned };
    case "resize":
      return { ...layout, sizes: { ...layout.sizes, [change.group]: { ...change.sizes } } };
    case "change-applicant":
      return {
        ...layout,
        panes: layout.panes.map((pane) => (pane.whose === null ? { ...pane, page: keptPage(pane) } : pane)),
      };
  }
}

/** A file belongs to one applicant; the tables and the expert's own pages exist for each, and are compared one after the other. */
const keptPage = (pane: Pane): string | null =>
  pane.page === null || pane.page.startsWith("file:") ? null : pane.page;

/** The id the next pane will have; `null`: there is no room for another. */
export const freePane = (layout: DeskLayout): string | null =>
  ["p1", "p2", "p3"].find((free) => layout.panes.every((pane) => pane.id !== free)) ?? null;

function addPane(layout: DeskLayout, whose: string | null, page: string | null): DeskLayout {
  if (layout.panes.length >= MOST_PANES) return layout;
  const id = freePane(layout);
  if (id === null) return layout;
  return { ...layout, panes: [...layout.panes, { id, whose, page }], active: id };
}

function closePane(layout: DeskLayout, id: string): DeskLayout {
  const panes = layout.panes.filter((pane) => pane.id !== id);
  const [first] = panes;
  if (first === undefined) return layout;
  const active = panes.some((pane) => pane.id === layout.active) ? layout.active : first.id;
  return { ...layout, panes, active };
}

function neighbour(layout: DeskLayout, by: 1 | -1): string {
  const at = layout.panes.findIndex((pane) => pane.id === layout.active);
  const next = (at + by + layout.panes.length) % layout.panes.length;
  return layout.panes[next]?.id ?? layout.active;
}

/**
 * The pane a passage of an applicant is shown in. Pages that lead to passages (tables, notes, comparison) stay where they
 * are when another pane can show it; `null`: a new pane is wanted.
 */
export function paneForPassage(layout: DeskLayout, whose: string | null): Pane | null {
  const reads = (pane: Pane): boolean => pane.page === null || pane.page.startsWith("file:");
  const same = layout.panes.filter((pane) => pane.whose === whose);
  const found = same.find((pane) => reads(pane) && pane.id === layout.active) ?? same.find(reads);
  if (found !== undefined) return found;
  if (layout.panes.length < MOST_PANES) return null;
  return same[0] ?? layout.panes.findLast((pane) => pane.id !== layout.active) ?? null;
}

/** The pane a page of an applicant is shown in: where it stands already, else where the reader is. */
export const paneForPage = (layout: DeskLayout, whose: string | null, page: string): string =>
  layout.panes.find((pane) => pane.whose === whose && pane.page === page)?.id ?? layout.active;

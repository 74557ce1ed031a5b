import { z } from "zod";

/** What a pane shows: a file by its content, or a page made from the facts. */
const Page = z.string().regex(/^(file:[0-9a-f]{64}|indicators|projects|notice)$/);

const Pane = z.object({
  id: z.string(),
  /** `null`: the applicant being scored; otherwise pinned to another one for comparison. */
  whose: z.string().nullable(),
  page: Page.nullable(),
});
export type Pane = z.infer<typeof Pane>;

export const sheetPlaces = ["right", "bottom", "hidden"] as const;

export const DeskLayout = z.object({
  panes: z.array(Pane).min(1).max(3),
  active: z.string(),
  sheet: z.enum(sheetPlaces),
  /** Choosing a section in one pane shows the same section in the others. */
  aligned: z.boolean(),
  /** Sizes in percent, by group and panel, as the panel library gives them. */
  sizes: z.record(z.string(), z.record(z.string(), z.number())),
});
export type DeskLayout = z.infer<typeof DeskLayout>;

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

/** A file belongs to one applicant; the tables made from facts exist for each, and are compared one after the other. */
const keptPage = (pane: Pane): string | null =>
  pane.page === "indicators" || pane.page === "projects" ? pane.page : null;

function addPane(layout: DeskLayout, whose: string | null, page: string | null): DeskLayout {
  if (layout.panes.length >= MOST_PANES) return layout;
  const id = ["p1", "p2", "p3"].find((free) => layout.panes.every((pane) => pane.id !== free));
  if (id === undefined) return layout;
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

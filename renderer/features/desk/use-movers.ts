import { useEffect } from "react";
import type { StepKind } from "./model/desk-keys.ts";

/** What the keys of the desk can do in one pane; each part of the pane gives what it knows. */
export type Movers = { readonly [Kind in StepKind]?: (by: 1 | -1) => void } & {
  /** Opens what stands at the highlighted place. */
  readonly open?: () => void;
};

/** By pane. */
export type MoversOfRoom = Map<string, Movers>;

/** Gives the moves of a part of a pane to the keys, as long as the part is there. */
export function useMovers(all: MoversOfRoom, pane: string, own: Movers): void {
  useEffect(() => {
    const kept = all.get(pane) ?? {};
    all.set(pane, { ...kept, ...own });
    return () => {
      const rest = Object.entries(all.get(pane) ?? {}).filter(
        ([kind, move]) => own[kind as keyof Movers] !== move,
      );
      all.set(pane, Object.fromEntries(rest));
    };
  });
}

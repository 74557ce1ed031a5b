import { type Dispatch, useCallback, useRef, useState } from "react";
import type { DeskLayout, LayoutChange } from "./model/pane-layout.ts";

interface Stop {
  readonly layout: Pick<DeskLayout, "panes" | "active">;
  /** How far each document was scrolled, by pane. */
  readonly scrolls: ReadonlyMap<string, number>;
  readonly focus: Element | null;
}

const MOST_STOPS = 20;
const FRAMES = 30;

const scrollersOf = (room: HTMLElement): [string, HTMLElement][] =>
  [...room.querySelectorAll<HTMLElement>("[data-pane]")].flatMap((pane) => {
    const scroller = pane.querySelector<HTMLElement>(".doc-scroll, [data-part='text']");
    return scroller === null ? [] : [[pane.dataset.pane ?? "", scroller] as [string, HTMLElement]];
  });

/** The way back from a place that was jumped to: the same pages, as far down as they were, and the focus where it was. */
export function useWayBack(room: { readonly current: HTMLElement | null }, change: Dispatch<LayoutChange>) {
  const stops = useRef<Stop[]>([]);
  const [depth, setDepth] = useState(0);
  const noted = useRef(false);
  const remember = useCallback(
    ({ panes, active }: DeskLayout) => {
      // One jump may move several panes: it is one way back.
      if (noted.current) return;
      noted.current = true;
      queueMicrotask(() => {
        noted.current = false;
      });
      const scrolls = room.current === null ? [] : scrollersOf(room.current);
      stops.current = [
        ...stops.current.slice(1 - MOST_STOPS),
        {
          layout: { panes, active },
          scrolls: new Map(scrolls.map(([pane, { scrollTop }]) => [pane, scrollTop])),
          focus: document.activeElement,
        },
      ];
      setDepth(stops.current.length);
    },
    [room],
  );
  const back = useCallback((): boolean => {
    const stop = stops.current.pop();
    setDepth(stops.current.length);
    if (stop === undefined) return false;
    change({ do: "restore", ...stop.layout });
    requestAnimationFrame(() => standAt(room.current, stop, FRAMES));
    return true;
  }, [room, change]);
  return { remember, back, depth };
}

/** Pages are drawn anew, and long ones in parts: tried until they stand. */
function standAt(room: HTMLElement | null, stop: Stop, frames: number): void {
  if (room === null) return;
  const scrollers = scrollersOf(room);
  for (const [pane, scroller] of scrollers) scroller.scrollTop = stop.scrolls.get(pane) ?? scroller.scrollTop;
  const stands = [...stop.scrolls].every(([pane, top]) =>
    scrollers.some(([id, scroller]) => id === pane && Math.abs(scroller.scrollTop - top) < 2),
  );
  if (!stands && frames > 0) {
    requestAnimationFrame(() => standAt(room, stop, frames - 1));
    return;
  }
  if (stop.focus instanceof HTMLElement && stop.focus.isConnected) stop.focus.focus({ preventScroll: true });
  else scrollers.find(([pane]) => pane === stop.layout.active)?.[1].focus({ preventScroll: true });
}

import { type RefObject, useEffect, useState } from "react";

/** How far outside the visible part something is drawn already, so that scrolling does not show gaps. */
const AHEAD = "600px 0px";

/**
 * Whether a part of a long page is near enough to be drawn. Once drawn it stays. `needed` draws it at once,
 * for a place that is about to be scrolled to.
 */
export function useNear(mark: RefObject<HTMLElement | null>, needed: boolean): boolean {
  const [near, setNear] = useState(needed);
  useEffect(() => {
    const element = mark.current;
    if (near || !element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { root: scrollerOf(element), rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, mark]);
  return near || needed;
}

/** `rootMargin` reaches only beyond the observed scroller itself, so the nearest one has to be named. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const parent = element.parentElement;
  if (!parent) return null;
  const overflow = getComputedStyle(parent).overflowY;
  return overflow === "auto" || overflow === "scroll" ? parent : scrollerOf(parent);
}

export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

import { type RefObject, useEffect, useState } from "react";

/** How far outside the visible part something is drawn already, so that scrolling does not show gaps. */
const AHEAD = "800px 0px";

type Seen = (entry: IntersectionObserverEntry) => void;

interface Watch {
  readonly observer: IntersectionObserver;
  readonly seen: Map<Element, Seen>;
}

/** One observer for all parts of a scroller: a table of 10,000 rows has hundreds. */
const watches = new WeakMap<Element | Document, Watch>();

function watchOf(root: Element | null): Watch {
  const key = root ?? document;
  const known = watches.get(key);
  if (known) return known;
  const seen = new Map<Element, Seen>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen.get(entry.target)?.(entry);
    },
    { root, rootMargin: AHEAD },
  );
  const watch = { observer, seen };
  watches.set(key, watch);
  return watch;
}

/** `rootMargin` reaches only beyond the observed scroller itself, so the nearest one has to be named. */
function scrollerOf(element: Element): Element | null {
  const parent = element.parentElement;
  if (!parent) return null;
  const overflow = getComputedStyle(parent).overflowY;
  return overflow === "auto" || overflow === "scroll" ? parent : scrollerOf(parent);
}

export interface Nearness {
  readonly near: boolean;
  /** Height it had when it was last drawn, in pixels; `null` before that. */
  readonly height: number | null;
}

/**
 * Whether a part of a long page is near enough to be drawn; far ones leave a gap of their height, so that the page
 * stays small. `needed` draws it whatever it is, for the first part and for a place about to be scrolled to.
 */
export function useNear(mark: RefObject<HTMLElement | null>, needed: boolean): Nearness {
  const [state, setState] = useState<Nearness>({ near: needed, height: null });
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const { observer, seen } = watchOf(scrollerOf(element));
    seen.set(element, (entry) => {
      setState((last) =>
        last.near === entry.isIntersecting
          ? last
          : {
              near: entry.isIntersecting,
              height: entry.isIntersecting ? last.height : entry.boundingClientRect.height,
            },
      );
    });
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      seen.delete(element);
    };
  }, [mark]);
  return needed ? { near: true, height: state.height } : state;
}

export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

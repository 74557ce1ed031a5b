import { type RefObject, useEffect, useRef } from "react";

/**
 * Where panes stand below one another, what was just chosen may lie under the edge of the window: it is brought up.
 * Beside one another nothing moves.
 */
export function useBroughtIntoView<Part extends HTMLElement>(chosen: unknown): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    const element = part.current;
    if (chosen === null || chosen === undefined || !element) return;
    if (element.getBoundingClientRect().top > window.innerHeight / 2)
      element.scrollIntoView({ block: "start" });
  }, [chosen]);
  return part;
}

import { type RefObject, useLayoutEffect, useState } from "react";

/** Width of an element in the reader's own type size: large type makes a wide window narrow. 0 until measured. */
export function useWidthInRem(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWidth(target.clientWidth / rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    // The type size changes without the window changing.
    const root = new MutationObserver(measure);
    root.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
    return () => {
      observer.disconnect();
      root.disconnect();
    };
  }, [element]);
  return width;
}

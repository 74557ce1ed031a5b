import { type RefObject, useEffect, useLayoutEffect } from "react";
import { askForBlock, drawnPlace, drawnPlaces } from "../../ui/document/anchors.ts";
import type { SheetOwner } from "./desk-session.ts";
import { keepPlace, positionOf } from "./use-desk-place.ts";

const QUIET_MS = 200;

/** Comes back to where a document was left, also after a restart, unless a place in it was asked for. */
export function useRememberedPlace(
  scroller: RefObject<HTMLElement | null>,
  owner: SheetOwner,
  page: string,
  asked: boolean,
): void {
  const { round, expert, submission } = owner;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened.
  useEffect(() => {
    const element = scroller.current;
    const block = positionOf({ round, expert, submission }, page);
    if (element !== null && block !== undefined && !asked) return comeBack(element, block);
  }, [round, expert, submission, page]);
  // A layout effect: when the page is left, its place is noted while it still stands in the window.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      const block = topBlock(element);
      if (block === null) return;
      keepPlace({ round, expert, submission }, (place) => ({
        ...place,
        positions: { ...place.positions, [page]: block },
      }));
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        note();
      }, QUIET_MS);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      if (timer !== undefined) note();
      clearTimeout(timer);
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, round, expert, submission, page]);
}

/** The first block that reaches into view, with the share of the whole height as a help to find it again. */
function topBlock(element: HTMLElement): string | null {
  const top = element.getBoundingClientRect().top;
  for (const block of drawnPlaces(element)) {
    if (block.getBoundingClientRect().bottom > top + 1) {
      const share = element.scrollTop / Math.max(1, element.scrollHeight);
      return `${block.dataset.block ?? ""}@${share.toFixed(4)}`;
    }
  }
  return null;
}

const FRAMES = 20;

/** Parts of a long document are drawn when they come near: go near, then to the block itself. */
function comeBack(element: HTMLElement, remembered: string): () => void {
  const [block = "", share = "0"] = remembered.split("@");
  let frames = 0;
  let request = requestAnimationFrame(function step() {
    const target = drawnPlace(element, `[data-block="${CSS.escape(block)}"]`);
    if (target !== null) {
      element.scrollTop += target.getBoundingClientRect().top - element.getBoundingClientRect().top;
      return;
    }
    if (frames === 0) askForBlock(element, block);
    element.scrollTop = Number(share) * element.scrollHeight;
    frames += 1;
    if (frames < FRAMES) request = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(request);
}

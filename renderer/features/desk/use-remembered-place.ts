import { type RefObject, useEffect } from "react";
import type { SheetOwner } from "./desk-session.ts";
import { rememberedPlaces, rememberPlaces } from "./model/remembered.ts";

const QUIET_MS = 200;

/** Comes back to where a document was left, also after a restart, unless a place in it was asked for. */
export function useRememberedPlace(
  scroller: RefObject<HTMLElement | null>,
  owner: SheetOwner,
  page: string,
  asked: boolean,
): void {
  const { round, expert } = owner;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened.
  useEffect(() => {
    const element = scroller.current;
    const block = rememberedPlaces(localStorage, round, expert)[page];
    if (element !== null && block !== undefined && !asked) return comeBack(element, block);
  }, [round, expert, page]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      const block = topBlock(element);
      if (block === null) return;
      const places = rememberedPlaces(localStorage, round, expert);
      rememberPlaces(localStorage, round, expert, { ...places, [page]: block });
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(note, QUIET_MS);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, round, expert, page]);
}

/** The first block that reaches into view, with the share of the whole height as a help to find it again. */
function topBlock(element: HTMLElement): string | null {
  const top = element.getBoundingClientRect().top;
  for (const block of element.querySelectorAll<HTMLElement>("[data-block]")) {
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
    const target = element.querySelector(`[data-block="${CSS.escape(block)}"]`);
    if (target !== null) {
      element.scrollTop += target.getBoundingClientRect().top - element.getBoundingClientRect().top;
      return;
    }
    element.scrollTop = Number(share) * element.scrollHeight;
    frames += 1;
    if (frames < FRAMES) request = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(request);
}

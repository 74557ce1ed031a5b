import { type RefObject, useEffect } from "react";
import type { Document } from "../../../shared/submission/document.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { drawnPlace, drawnPlaces } from "../../ui/document/anchors.ts";
import { type AlignedDocument, alignedPlace } from "./model/aligned-scroll.ts";

interface Reader {
  readonly scroller: HTMLElement;
  readonly ids: readonly string[];
  readonly aligned: AlignedDocument;
}

/** The documents on the screen that move together, by pane; the one a person moves leads. */
const readers = new Map<string, Reader>();
let leader: string | null = null;

const FRAMES = 12;

const LEADS = ["wheel", "pointerdown", "keydown", "touchmove"] as const;

/** Keeps the same place of the same section in view in all panes while one of them is scrolled. */
export function useAlignedScroll(
  scroller: RefObject<HTMLElement | null>,
  pane: string,
  document: Document,
  outline: Dossier["outline"],
  sha256: string,
  on: boolean,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !on) return;
    const ids = document.blocks.map((block) => block.id);
    const starts = new Map(
      outline
        .filter((entry) => entry.evidence.sha256 === sha256)
        .flatMap(({ section, evidence }): [string, number][] => {
          const index = ids.indexOf(evidence.block);
          return section === null || index < 0 ? [] : [[section, index]];
        }),
    );
    const reader: Reader = { scroller: element, ids, aligned: { starts, blocks: ids.length } };
    readers.set(pane, reader);
    const lead = () => {
      leader = pane;
    };
    let frame = 0;
    const onScroll = () => {
      if (leader !== pane) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => moveOthers(pane, reader));
    };
    for (const event of LEADS) element.addEventListener(event, lead, { passive: true });
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      readers.delete(pane);
      for (const event of LEADS) element.removeEventListener(event, lead);
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, pane, document, outline, sha256, on]);
}

/** After a far jump the place in view is only drawn a few frames later. */
function moveOthers(pane: string, reader: Reader, frames = FRAMES): void {
  const at = placeInView(reader);
  if (at === null) {
    if (frames > 0) requestAnimationFrame(() => moveOthers(pane, reader, frames - 1));
    return;
  }
  for (const [id, other] of readers) {
    if (id !== pane && other.aligned.starts.size > 0 && reader.aligned.starts.size > 0)
      bringIntoView(other, alignedPlace(reader.aligned, other.aligned, at));
  }
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** The block at the top edge with the share of it that is above the edge. */
function placeInView({ scroller, ids }: Reader): number | null {
  const edge = topOf(scroller) + 1;
  for (const block of drawnPlaces(scroller)) {
    const { top, bottom, height } = block.getBoundingClientRect();
    if (bottom <= edge) continue;
    const index = ids.indexOf(block.dataset.block ?? "");
    return index < 0 ? null : index + Math.min(1, Math.max(0, (edge - top) / Math.max(height, 1)));
  }
  return null;
}

const moves = new WeakMap<HTMLElement, number>();

/** Far parts are not drawn: then the part that holds the block is brought near, and the block itself once it is there. */
function bringIntoView(reader: Reader, place: number, frames = FRAMES): void {
  const { scroller, ids } = reader;
  cancelAnimationFrame(moves.get(scroller) ?? 0);
  const index = Math.min(Math.floor(place), ids.length - 1);
  const block = drawnPlace(scroller, `[data-block="${CSS.escape(ids[index] ?? "")}"]`);
  if (block !== null) {
    const into = (place - index) * block.getBoundingClientRect().height;
    scroller.scrollTop += topOf(block) - topOf(scroller) + into;
    return;
  }
  const parts = [...scroller.querySelectorAll<HTMLElement>("[data-from]")];
  const at = parts.findLastIndex((part) => ids.indexOf(part.dataset.from ?? "") <= index);
  const part = parts[at];
  if (part === undefined) return;
  const from = ids.indexOf(part.dataset.from ?? "");
  const next = parts[at + 1];
  const to = next === undefined ? ids.length : ids.indexOf(next.dataset.from ?? "");
  const share = (place - from) / Math.max(to - from, 1);
  scroller.scrollTop += topOf(part) - topOf(scroller) + share * part.getBoundingClientRect().height;
  if (frames > 0)
    moves.set(
      scroller,
      requestAnimationFrame(() => bringIntoView(reader, place, frames - 1)),
    );
}

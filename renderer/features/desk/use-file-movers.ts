import { type RefObject, useCallback, useMemo } from "react";
import type { Document } from "../../../shared/submission/document.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import type { DocumentMark } from "../../ui/document/document-mark.ts";
import { useWords } from "../../ui/use-words.tsx";
import { inReadingOrder, nextPlace, nextSection, samePlace } from "./model/walk-marks.ts";
import { useRoom } from "./room-context.ts";
import { useMovers } from "./use-movers.ts";

interface Walked {
  readonly pane: string;
  readonly dossier: Dossier;
  readonly sha256: string;
  readonly document: Document;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly marks: readonly DocumentMark[];
  /** The place highlighted now. */
  readonly highlight: Evidence | null;
  readonly onShow: (evidence: Evidence) => void;
  readonly onSection: (id: string) => void;
}

/** The first block in view. */
function topBlock(scroller: HTMLElement | null): string | null {
  if (scroller === null) return null;
  // A heading that was jumped to may stand a hair below or above the edge.
  const edge = scroller.getBoundingClientRect().top + 4;
  for (const block of scroller.querySelectorAll<HTMLElement>("[data-block]"))
    if (block.getBoundingClientRect().bottom > edge) return block.dataset.block ?? null;
  return null;
}

function isInView(scroller: HTMLElement | null, place: Evidence | null): boolean {
  const block = place && scroller?.querySelector(`[data-block="${CSS.escape(place.block)}"]`);
  if (!scroller || !block) return false;
  const [window, box] = [scroller.getBoundingClientRect(), block.getBoundingClientRect()];
  return box.bottom > window.top && box.top < window.bottom;
}

/** Opens a mark: a note on its card, a value on the page of indicators, also where it contradicts another one. */
export function useOpenMark(submission: string, marks: readonly DocumentMark[]): (id: string) => void {
  const { notes, onOpenNote, onIndicator } = useRoom();
  return useCallback(
    (id) => {
      if (notes.notes.some((note) => note.id === id)) return onOpenNote(id);
      const place = marks.find((mark) => mark.id === id)?.evidence ?? null;
      const fact = marks.find(({ kind, evidence }) => kind === "fact" && samePlace(evidence, place));
      if (fact !== undefined) onIndicator(submission, fact.id.split(":")[1] ?? "");
    },
    [notes.notes, onOpenNote, onIndicator, submission, marks],
  );
}

/** Marks and sections of the document of a pane, for the keys. */
export function useFileMovers(walked: Walked): void {
  const { document, dossier, sha256, scroller, marks, highlight, onShow, onSection } = walked;
  const { t } = useWords();
  const { movers, say } = useRoom();
  const openMark = useOpenMark(dossier.submission, marks);
  const ordered = useMemo(() => inReadingOrder(document, marks), [document, marks]);
  const starts = useMemo(() => {
    const order = new Map(document.blocks.map((block, index) => [block.id, index]));
    return dossier.outline
      .flatMap(({ section, evidence }) => {
        const block = evidence.sha256 === sha256 ? order.get(evidence.block) : undefined;
        return section === null || block === undefined ? [] : [{ id: section, block }];
      })
      .sort((one, other) => one.block - other.block);
  }, [document, dossier, sha256]);
  useMovers(movers, walked.pane, {
    mark: (by) => {
      const next = nextPlace(ordered, highlight, by);
      if (next === null) return say(t("desk.mark.none"));
      const { mark, index } = next;
      say(t("desk.mark.count", { i: String(index + 1), n: String(ordered.length), text: mark.title }));
      onShow(mark.evidence);
      scroller.current?.focus({ preventScroll: true });
    },
    section: (by) => {
      // A section that was jumped to stands in the middle of the window, below its top.
      const here = isInView(scroller.current, highlight) ? highlight?.block : topBlock(scroller.current);
      const top = document.blocks.findIndex((block) => block.id === here);
      const id = nextSection(starts, Math.max(top, 0), by);
      if (id !== null) onSection(id);
    },
    open: () => {
      const here = marks.filter(({ evidence }) => samePlace(evidence, highlight));
      const mark = here.find(({ kind }) => kind === "note") ?? here[0];
      if (mark !== undefined) openMark(mark.id);
    },
  });
}

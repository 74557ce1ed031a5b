import type { Evidence } from "../../../shared/submission/evidence.ts";
import { pointsUpTo } from "./marked-text.tsx";

const textElementOf = (node: Node | null): HTMLElement | null =>
  (node instanceof HTMLElement ? node : (node?.parentElement ?? null))?.closest<HTMLElement>(".doc-text") ??
  null;

/** UTF-16 offset of a place inside an element's text, across the `mark` that may be in it. */
function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The place of what is selected, when it lies inside one block or one cell. */
export function selectedEvidence(file: string, sha256: string): Evidence | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const element = textElementOf(range.startContainer);
  const block = element?.dataset.block;
  if (!element || !block) return null;
  const whole = element.textContent ?? "";
  const from = offsetIn(element, range.startContainer, range.startOffset);
  const to = element.contains(range.endContainer)
    ? offsetIn(element, range.endContainer, range.endOffset)
    : whole.length;
  const text = whole.slice(from, to);
  if (text.trim() === "") return null;
  return {
    file,
    sha256,
    block,
    ...(element.dataset.cell === undefined ? {} : { cell: element.dataset.cell }),
    start: pointsUpTo(whole, from),
    end: pointsUpTo(whole, to),
    text,
  };
}

/** What is selected in whichever document, with the document's scrolling element. */
export function selectionAnywhere(): { readonly evidence: Evidence; readonly scroller: HTMLElement } | null {
  const node = window.getSelection()?.anchorNode ?? null;
  const scroller = textElementOf(node)?.closest<HTMLElement>(".doc-scroll");
  if (!scroller) return null;
  const { file, sha256 } = scroller.dataset;
  const evidence = file === undefined || sha256 === undefined ? null : selectedEvidence(file, sha256);
  return evidence === null ? null : { evidence, scroller };
}

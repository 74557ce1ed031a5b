import type { Evidence } from "../../../shared/submission/evidence.ts";
import {
  type Anchor,
  anchorOf,
  closestAcross,
  isBlank,
  pointOfInk,
  type SelectedRange,
  selectedRange,
  textNodesOf,
} from "./anchors.ts";
import { pointsUpTo } from "./marked-text.tsx";

const textElementOf = (node: Node | null): HTMLElement | null => closestAcross(node, ".doc-text");

/** UTF-16 offset of a place inside an element's text, across the `mark` that may be in it. */
function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** How many drawn characters that are no blanks stand before a place of an element. */
function inkUpTo(element: HTMLElement, node: Node, offset: number): number {
  const place = document.createRange();
  place.setStart(node, offset);
  let ink = 0;
  for (const text of textNodesOf(element)) {
    if (place.comparePoint(text, text.length) <= 0) {
      ink += inkIn(text.data);
      continue;
    }
    if (text === node) ink += inkIn(text.data.slice(0, offset));
    break;
  }
  return ink;
}

const inkIn = (text: string): number => Array.from(text).filter((point) => !isBlank(point)).length;

const placeOfInk = (anchor: Anchor, ink: number): number => anchor.places?.[ink] ?? anchor.at + ink;

type Span = { readonly start: number; readonly end: number; readonly text: string };

/** The selected stretch of a block that is drawn in a page look, in code points of the text that was read. */
function spanInPage(element: HTMLElement, anchor: Anchor, range: SelectedRange): Span {
  const start = pointOfInk(
    anchor.text,
    placeOfInk(anchor, inkUpTo(element, range.startContainer, range.startOffset)),
  );
  const last = textElementOf(range.endContainer);
  const lastAnchor = last && anchorOf(last);
  const same = last && lastAnchor?.block === anchor.block && lastAnchor.cell === anchor.cell;
  const drawn = same ? inkUpTo(last, range.endContainer, range.endOffset) : 0;
  const points = Array.from(anchor.text);
  const end =
    same && drawn > 0
      ? pointOfInk(anchor.text, placeOfInk(lastAnchor, drawn - 1)) + 1
      : same
        ? start
        : points.length;
  return { start, end, text: points.slice(start, end).join("") };
}

/** In the reading view an element shows its text to the letter. */
function spanInText(element: HTMLElement, range: SelectedRange): Span {
  const whole = element.textContent ?? "";
  const from = offsetIn(element, range.startContainer, range.startOffset);
  const to = element.contains(range.endContainer)
    ? offsetIn(element, range.endContainer, range.endOffset)
    : whole.length;
  return { start: pointsUpTo(whole, from), end: pointsUpTo(whole, to), text: whole.slice(from, to) };
}

/** The place of what is selected, when it lies inside one block or one cell. */
export function selectedEvidence(file: string, sha256: string): Evidence | null {
  const range = selectedRange();
  const element = range && textElementOf(range.startContainer);
  const block = element?.dataset.block;
  if (!range || !element || !block) return null;
  const anchor = anchorOf(element);
  const { start, end, text } = anchor ? spanInPage(element, anchor, range) : spanInText(element, range);
  if (text.trim() === "") return null;
  const { cell } = element.dataset;
  return { file, sha256, block, ...(cell === undefined ? {} : { cell }), start, end, text };
}

/** What is selected in whichever document, with the document's scrolling element. */
export function selectionAnywhere(): { readonly evidence: Evidence; readonly scroller: HTMLElement } | null {
  const scroller = closestAcross(selectedRange()?.startContainer ?? null, ".doc-scroll");
  if (!scroller) return null;
  const { file, sha256 } = scroller.dataset;
  const evidence = file === undefined || sha256 === undefined ? null : selectedEvidence(file, sha256);
  return evidence === null ? null : { evidence, scroller };
}

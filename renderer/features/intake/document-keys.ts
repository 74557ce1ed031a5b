import type { Evidence } from "../../../shared/submission/evidence.ts";
import { readQuantities } from "../../../shared/text/quantity.ts";
import { closestAcross, drawnPlace, drawnPlaces, selectedRange } from "../../ui/document/anchors.ts";

const placesIn = (root: HTMLElement): HTMLElement[] => drawnPlaces(root, ".doc-text[data-block]");

const elementAt = (node: Node | null): HTMLElement | null => closestAcross(node, ".doc-text[data-block]");

/** The paragraph or cell the selection stands in, when it is one of this document. */
function placeOfSelection(root: HTMLElement): HTMLElement | null {
  const element = elementAt(selectedRange()?.startContainer ?? window.getSelection()?.anchorNode ?? null);
  return element && closestAcross(element, ".doc-scroll") === root ? element : null;
}

/** A text node and offset for a UTF-16 offset inside an element, across the `mark` that may be in it. */
function pointAt(element: HTMLElement, offset: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = element;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last.textContent?.length ?? 0 };
}

function select(element: HTMLElement, from: number, to: number): void {
  const start = pointAt(element, from);
  const end = pointAt(element, to);
  window.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const selectWhole = (element: HTMLElement): void => select(element, 0, element.textContent?.length ?? 0);

const isVisible = (element: HTMLElement, frame: DOMRect): boolean => {
  const box = element.getBoundingClientRect();
  return box.bottom > frame.top && box.top < frame.bottom;
};

/** ↑ ↓: the next paragraph or cell; from nowhere, the first one that can be seen. */
function walk(root: HTMLElement, step: 1 | -1): void {
  const places = placesIn(root);
  const current = placeOfSelection(root);
  const frame = root.getBoundingClientRect();
  const next = current
    ? places[places.indexOf(current) + step]
    : places.find((place) => isVisible(place, frame));
  if (next) selectWhole(next);
}

/** UTF-16 spans of the numbers in a text. */
function numbersIn(text: string): { from: number; to: number }[] {
  const points = Array.from(text);
  const units = (end: number): number => points.slice(0, end).join("").length;
  return readQuantities(text).map(({ start, end }) => ({ from: units(start), to: units(end) }));
}

function offsetsIn(element: HTMLElement): { from: number; to: number } {
  const selected = selectedRange();
  if (!selected) return { from: 0, to: 0 };
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return { from, to: from + range.toString().length };
}

/** ← →: the number before or after, inside the same paragraph or cell. */
function walkNumbers(root: HTMLElement, step: 1 | -1): void {
  const element = placeOfSelection(root);
  if (!element) return;
  const text = element.textContent ?? "";
  const numbers = numbersIn(text);
  const { from, to } = offsetsIn(element);
  const whole = from === 0 && to === text.length;
  const next = whole
    ? step > 0
      ? numbers[0]
      : numbers.at(-1)
    : step > 0
      ? numbers.find((number) => number.from >= to)
      : numbers.findLast((number) => number.to <= from);
  if (next) select(element, next.from, next.to);
}

/** Moves the selection of a document by keyboard; false when the key means something else. */
export function moveInDocument(root: HTMLElement, key: string, shift: boolean): boolean {
  if (key === "ArrowUp" || key === "ArrowDown") {
    if (shift) return false;
    walk(root, key === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const forward = key === "ArrowRight";
  if (shift) window.getSelection()?.modify("extend", forward ? "forward" : "backward", "character");
  else walkNumbers(root, forward ? 1 : -1);
  return true;
}

/** Sets the keyboard down in a document: at the highlighted place, else at the first one that can be seen. */
export function enterDocument(root: HTMLElement): void {
  root.focus();
  const mark = drawnPlace(root, "mark");
  const element = elementAt(mark);
  if (!mark || !element) {
    walk(root, 1);
    return;
  }
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEndBefore(mark);
  const from = before.toString().length;
  select(element, from, from + (mark.textContent?.length ?? 0));
}

/** Where a click without a selection went. */
export function clickedPlace(root: HTMLElement, sha256: string): Evidence | null {
  const element = placeOfSelection(root);
  const block = element?.dataset.block;
  if (!element || !block) return null;
  const at = Array.from((element.textContent ?? "").slice(0, offsetsIn(element).from)).length;
  const cell = element.dataset.cell;
  return { file: "", sha256, block, ...(cell === undefined ? {} : { cell }), start: at, end: at, text: "" };
}

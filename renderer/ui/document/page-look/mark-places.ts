import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { type Anchor, anchorOf, inkBefore, isBlank, textNodesOf } from "../anchors.ts";
import type { DocumentMark } from "../document-mark.ts";

const WRAPPED = "mark, .doc-mark";

function unwrapAll(root: ParentNode): void {
  for (const remark of root.querySelectorAll(".page-remark")) remark.remove();
  for (const whole of root.querySelectorAll(".page-hit-whole")) whole.classList.remove("page-hit-whole");
  for (const wrapper of root.querySelectorAll(WRAPPED)) {
    const parent = wrapper.parentNode;
    wrapper.replaceWith(...wrapper.childNodes);
    parent?.normalize();
  }
}

/** Ink range of evidence in the text of its block or cell, end exclusive. */
const inkRange = (evidence: Evidence, text: string): { readonly from: number; readonly to: number } =>
  evidence.start === undefined || evidence.end === undefined
    ? { from: 0, to: Number.POSITIVE_INFINITY }
    : { from: inkBefore(text, evidence.start), to: inkBefore(text, evidence.end) };

/** Wraps the drawn characters whose places in the block lie in the range. */
function wrapInk(element: Element, anchor: Anchor, evidence: Evidence, wrapper: () => HTMLElement): void {
  const { from, to } = inkRange(evidence, anchor.text);
  let drawn = 0;
  for (const node of [...textNodesOf(element)]) {
    let start = -1;
    let end = -1;
    let unit = 0;
    for (const point of node.data) {
      const next = unit + point.length;
      if (!isBlank(point)) {
        const place = anchor.places?.[drawn] ?? anchor.at + drawn;
        if (place >= from && place < to) {
          if (start < 0) start = unit;
          end = next;
        }
        drawn += 1;
      }
      unit = next;
    }
    if (start < 0) continue;
    const inside = start === 0 ? node : node.splitText(start);
    if (end - start < inside.length) inside.splitText(end - start);
    const mark = wrapper();
    inside.replaceWith(mark);
    mark.append(inside);
  }
}

const drawnOf = (root: ParentNode, { block, cell }: Evidence): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(
    `[data-block="${CSS.escape(block)}"]${cell === undefined ? "" : `[data-cell="${CSS.escape(cell)}"]`}`,
  ),
];

function remarkNode(remark: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "page-remark";
  element.textContent = `≠ ${remark}`;
  return element;
}

function markOne(root: ParentNode, mark: DocumentMark): void {
  const elements = drawnOf(root, mark.evidence);
  for (const element of elements) {
    const anchor = anchorOf(element);
    if (!anchor) continue;
    wrapInk(element, anchor, mark.evidence, () => {
      const span = document.createElement("span");
      span.className = `doc-mark doc-mark-${mark.kind}`;
      span.dataset.mark = mark.id;
      span.title = mark.title;
      return span;
    });
  }
  if (mark.remark !== undefined) elements.at(-1)?.append(remarkNode(mark.remark));
}

/** Marks what stays marked and the place that is highlighted; gives the element to scroll to, `null` when it is not drawn. */
export function markPlaces(
  root: ParentNode,
  marks: readonly DocumentMark[],
  highlight: Evidence | null,
): HTMLElement | null {
  unwrapAll(root);
  for (const mark of marks) markOne(root, mark);
  if (highlight === null) return null;
  const elements = drawnOf(root, highlight);
  for (const element of elements) {
    const anchor = anchorOf(element);
    if (anchor) wrapInk(element, anchor, highlight, () => document.createElement("mark"));
    else element.classList.add("page-hit-whole");
  }
  const [first] = elements;
  return (
    first?.querySelector<HTMLElement>("mark") ??
    elements.flatMap((e) => [...e.querySelectorAll<HTMLElement>("mark")])[0] ??
    first ??
    null
  );
}

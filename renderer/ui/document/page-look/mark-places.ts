import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { type Anchor, anchorOf, inkBefore, isBlank, textNodesOf } from "../anchors.ts";
import type { DocumentMark } from "../document-mark.ts";

const WRAPPED = "mark, .doc-mark";

function unwrap(element: Element): void {
  element.classList.remove("page-hit-whole");
  for (const whole of element.querySelectorAll(".page-hit-whole")) whole.classList.remove("page-hit-whole");
  for (const remark of element.querySelectorAll(".page-remark")) remark.remove();
  for (const wrapper of element.querySelectorAll(WRAPPED)) {
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

/** Elements that show a block, by block. */
type Drawn = ReadonlyMap<string, readonly HTMLElement[]>;

const drawnIn = (elements: Iterable<HTMLElement>): Drawn =>
  Map.groupBy(elements, (element) => element.dataset.block ?? "");

const drawnOf = (drawn: Drawn, { block, cell }: Evidence): readonly HTMLElement[] => {
  const elements = drawn.get(block) ?? [];
  return cell === undefined ? elements : elements.filter((element) => element.dataset.cell === cell);
};

function remarkNode({ id, remark = "" }: DocumentMark): HTMLElement {
  const element = document.createElement("div");
  element.className = "page-remark";
  element.dataset.of = id;
  element.textContent = `≠ ${remark}`;
  return element;
}

/** `more`: of a block that is partly drawn and marked already. */
function markOne(root: ParentNode, drawn: Drawn, mark: DocumentMark, more: boolean): void {
  const elements = drawnOf(drawn, mark.evidence);
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
  const last = elements.at(-1);
  if (mark.remark === undefined || last === undefined) return;
  // It stands below the last part of its block, of which more may have been drawn.
  const there = root.querySelector(`.page-remark[data-of="${CSS.escape(mark.id)}"]`);
  if (there && !more) return;
  there?.remove();
  last.append(remarkNode(mark));
}

/** Gives the element to scroll to; `null`: nothing of it is drawn here. */
function markHighlight(drawn: Drawn, highlight: Evidence): HTMLElement | null {
  const elements = drawnOf(drawn, highlight);
  for (const element of elements) {
    const anchor = anchorOf(element);
    if (anchor) wrapInk(element, anchor, highlight, () => document.createElement("mark"));
    else element.classList.add("page-hit-whole");
  }
  for (const element of elements) {
    const hit = element.querySelector<HTMLElement>("mark");
    if (hit) return hit;
  }
  return elements[0] ?? null;
}

/** A block, or a cell of it. */
const keyOf = (block: string | undefined, cell: string | undefined): string => `${block ?? ""} ${cell ?? ""}`;

/** What each block and cell is marked with, as a text that changes when the marks do. */
function signaturesOf(marks: readonly DocumentMark[], highlight: Evidence | null): Map<string, string> {
  const signatures = new Map<string, string>();
  const add = ({ block, cell }: Evidence, text: string) => {
    const key = keyOf(block, cell);
    signatures.set(key, `${signatures.get(key) ?? ""}${text}\n`);
  };
  for (const mark of marks) add(mark.evidence, JSON.stringify(mark));
  if (highlight !== null) add(highlight, JSON.stringify(highlight));
  return signatures;
}

/** Whether an element shows one of these blocks or cells. */
const isOneOf = (keys: { has(key: string): boolean }, { dataset }: HTMLElement): boolean =>
  keys.has(keyOf(dataset.block, undefined)) || keys.has(keyOf(dataset.block, dataset.cell));

const samePlace = (one: Evidence | null, other: Evidence | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The marks of a document that is drawn bit by bit: only what changed, or was drawn since, is touched. */
export class PlaceMarks {
  private readonly root: ParentNode;
  private marks: readonly DocumentMark[] = [];
  private highlight: Evidence | null = null;
  private signatures = new Map<string, string>();
  /** The element to scroll to; `null`: what is highlighted is not drawn. */
  target: HTMLElement | null = null;

  constructor(root: ParentNode) {
    this.root = root;
  }

  /** Marks what stays marked and the place that is highlighted. */
  show(marks: readonly DocumentMark[], highlight: Evidence | null): void {
    if (marks === this.marks && highlight === this.highlight) return;
    const before = this.signatures;
    this.signatures = signaturesOf(marks, highlight);
    if (!samePlace(highlight, this.highlight)) this.target = null;
    this.marks = marks;
    this.highlight = highlight;
    const changed = new Set(
      [...before.keys(), ...this.signatures.keys()].filter(
        (key) => before.get(key) !== this.signatures.get(key),
      ),
    );
    if (changed.size === 0) return;
    const drawn = drawnIn(
      [...this.root.querySelectorAll<HTMLElement>("[data-block]")].filter((element) =>
        isOneOf(changed, element),
      ),
    );
    for (const elements of drawn.values()) for (const element of elements) unwrap(element);
    this.mark(drawn, false);
  }

  /** These were drawn since. */
  add(nodes: readonly Element[]): void {
    if (this.signatures.size === 0) return;
    const fresh = nodes
      .flatMap((node) => [
        ...(node instanceof HTMLElement && node.dataset.block !== undefined ? [node] : []),
        ...node.querySelectorAll<HTMLElement>("[data-block]"),
      ])
      .filter((element) => isOneOf(this.signatures, element));
    this.mark(drawnIn(new Set(fresh)), true);
  }

  private mark(drawn: Drawn, more: boolean): void {
    for (const mark of this.marks) if (drawn.has(mark.evidence.block)) markOne(this.root, drawn, mark, more);
    const { highlight } = this;
    if (highlight === null || !drawn.has(highlight.block)) return;
    const hit = markHighlight(drawn, highlight);
    // More of the place may be drawn after its beginning.
    if (this.target?.isConnected !== true) this.target = hit;
  }
}

/** Marks a page anew; gives the element to scroll to, `null` when what is highlighted is not drawn on it. */
export function markPlaces(
  root: Element,
  marks: readonly DocumentMark[],
  highlight: Evidence | null,
): HTMLElement | null {
  unwrap(root);
  const places = new PlaceMarks(root);
  places.show(marks, highlight);
  return places.target;
}

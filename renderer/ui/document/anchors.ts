/**
 * Where a drawn piece of text stands in its block. In the reading view an element shows its block or cell to the letter; in
 * the page looks one paragraph may be drawn in parts, with other blanks between its characters, so places are counted in
 * characters that are no blanks.
 */
export interface Anchor {
  readonly block: string;
  readonly cell?: string;
  /** The whole text of the block or cell. */
  readonly text: string;
  /** How many characters that are no blanks stand before this part. */
  readonly at: number;
  /** Where each drawn character stands, when some of the block are not drawn or the other way round; else `null`. */
  readonly places: readonly number[] | null;
}

const anchors = new WeakMap<Element, Anchor>();

/** Names the block an element shows, for search, marks, selection and the way back to a place. */
export function setAnchor(element: HTMLElement, anchor: Anchor): void {
  anchors.set(element, anchor);
  element.classList.add("doc-text");
  element.dataset.block = anchor.block;
  if (anchor.cell !== undefined) element.dataset.cell = anchor.cell;
}

export const anchorOf = (element: Element): Anchor | undefined => anchors.get(element);

const BLANK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

export const isBlank = (character: string): boolean => BLANK.test(character);

/** Characters that are no blanks, in code points. */
export const inkOf = (text: string): string[] => Array.from(text).filter((point) => !isBlank(point));

/** How many characters that are no blanks stand before a code point of a text. */
export function inkBefore(text: string, points: number): number {
  let ink = 0;
  let at = 0;
  for (const point of text) {
    if (at >= points) break;
    if (!isBlank(point)) ink += 1;
    at += 1;
  }
  return ink;
}

/** Code point offset of the character that has so much ink before it; the length of the text at its end. */
export function pointOfInk(text: string, ink: number): number {
  let seen = 0;
  let at = 0;
  for (const point of text) {
    if (!isBlank(point)) {
      if (seen === ink) return at;
      seen += 1;
    }
    at += 1;
  }
  return at;
}

/** The text that counts of an element: signs that were added for the eye (numbers of notes) are left out. */
export function* textNodesOf(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node !== element && node.matches(".note-ref, .page-remark, p, table")
      ? NodeFilter.FILTER_REJECT
      : node instanceof Element
        ? NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) yield node;
}

/** Roots of page looks: what is drawn in them is not reached by a search from outside. */
const hosts = new Set<Element>();

export function registerPageHost(host: Element): () => void {
  hosts.add(host);
  return () => hosts.delete(host);
}

const pageRoots = (): ShadowRoot[] => [...hosts].flatMap((host) => host.shadowRoot ?? []);

const rootsIn = (scroller: Element): ParentNode[] => [
  scroller,
  ...[...hosts].flatMap((host) => (host.shadowRoot && scroller.contains(host) ? [host.shadowRoot] : [])),
];

/** Every drawn element that shows a block, in reading order, in whichever look. */
export const drawnPlaces = (scroller: Element, selector = "[data-block]"): HTMLElement[] =>
  rootsIn(scroller).flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);

export function drawnPlace(scroller: Element, selector: string): HTMLElement | null {
  for (const root of rootsIn(scroller)) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** As `closest`, out of the page look too. */
export function closestAcross(node: Node | null, selector: string): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const found = element?.closest<HTMLElement>(selector);
  if (found) return found;
  const root = (element ?? node)?.getRootNode();
  return root instanceof ShadowRoot ? closestAcross(root.host, selector) : null;
}

export interface SelectedRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

/** What is selected, in a page look too; `null`: nothing. */
export function selectedRange(): SelectedRange | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = composedRange(selection);
  const empty = range.startContainer === range.endContainer && range.startOffset === range.endOffset;
  return empty ? null : range;
}

function composedRange(selection: Selection): SelectedRange {
  const shadowRoots = pageRoots();
  const [composed] = selection.getComposedRanges?.({ shadowRoots }) ?? [];
  return composed ?? selection.getRangeAt(0);
}

const WISH = "pingshen-block";

/** Asks a document that is being drawn to begin at a block that is not drawn yet (on another sheet, on a later page). */
export const askForBlock = (scroller: Element, block: string): void => {
  scroller.dispatchEvent(new CustomEvent(WISH, { detail: block }));
};

/** Hears such wishes; gives what ends it. */
export function onBlockWish(scroller: Element, hear: (block: string) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === "string") hear(event.detail);
  };
  scroller.addEventListener(WISH, listen);
  return () => scroller.removeEventListener(WISH, listen);
}

import { anchorOf, inkOf, isBlank, setAnchor, textNodesOf } from "../anchors.ts";
import type { CellUnit, Place, Placement, Unit } from "./align-units.ts";
import { TABLE_PART } from "./table-part.ts";

interface DrawnCell {
  readonly element: HTMLElement;
  readonly paragraphs: readonly HTMLElement[];
}

/** A drawn piece with the elements that show it. */
export interface DrawnUnit {
  readonly unit: Unit;
  readonly element: HTMLElement;
  readonly cells: readonly DrawnCell[];
}

/** The text that counts; most paragraphs hold no other. */
const textOf = (element: Element): string =>
  element.querySelector(".note-ref, .page-remark, p, table") === null
    ? (element.textContent ?? "")
    : [...textNodesOf(element)].map((node) => node.data).join("");

const ownParagraphs = (cell: HTMLElement): HTMLElement[] =>
  [...cell.querySelectorAll<HTMLElement>("p")].filter(
    (paragraph) => paragraph.closest("td, th") === cell && paragraph.parentElement?.closest("p") === null,
  );

const isNumbered = (paragraph: HTMLElement): boolean => /-num-/.test(paragraph.className);

const partOf = (rowsBefore: number) => (rowsBefore > 0 ? ("more" as const) : ("begin" as const));

/** Cells of a drawn table by their place in the grid; places under a merged cell are not drawn. */
function tableUnit(table: HTMLElement, rowsBefore: number): DrawnUnit {
  const cells: CellUnit[] = [];
  const drawn: DrawnCell[] = [];
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  for (const [index, row] of rows.entries()) {
    let column = 1;
    for (const cell of row.cells) {
      const paragraphs = ownParagraphs(cell);
      const lines = paragraphs.map(textOf);
      if (lines.some((line) => line.trim() !== "") || paragraphs.some(isNumbered)) {
        cells.push({ row: rowsBefore + index + 1, column, lines });
        drawn.push({ element: cell, paragraphs });
      }
      column += cell.colSpan;
    }
  }
  const part = table.classList.contains(TABLE_PART) ? { part: partOf(rowsBefore) } : {};
  return { unit: { kind: "table", cells, ...part }, element: table, cells: drawn };
}

const textUnit = (element: HTMLElement): DrawnUnit => ({
  unit: { kind: "text", text: textOf(element), cut: element.classList.contains("cut") },
  element,
  cells: [],
});

/**
 * What a drawn part of a document consists of, in reading order; notes stand apart, as they are read at the end. `rowsBefore`:
 * rows of its first table that were drawn before.
 */
export function collectUnits(
  root: ParentNode,
  rowsBefore: number,
): { body: DrawnUnit[]; notes: DrawnUnit[] } {
  const body: DrawnUnit[] = [];
  const notes: DrawnUnit[] = [];
  let before = rowsBefore;
  for (const element of root.querySelectorAll<HTMLElement>("p, table, img, image")) {
    if (element.closest("header, footer")) continue;
    const list = element.closest("ol") ? notes : body;
    if (element.matches("table")) {
      list.push(tableUnit(element, before));
      before = 0;
    } else if (!element.matches("p")) list.push({ unit: { kind: "image" }, element, cells: [] });
    else if (!element.closest("td, th") || element.parentElement?.closest("p")) list.push(textUnit(element));
  }
  return { body, notes };
}

/** Its automatic number as it was read: the drawing library counts some kinds of numbers otherwise. */
function showLabel(element: HTMLElement, label: string): void {
  if (label.trim() === "") return;
  const shown = element.ownerDocument.createElement("span");
  shown.className = "page-label";
  shown.textContent = label;
  element.prepend(shown);
  element.classList.add("labelled");
}

/** A character of a symbol font (a ticked box) is shown as the sign that was read: the font may be missing here. */
function showSymbols(element: HTMLElement, place: Place): void {
  const read = inkOf(place.text);
  let drawn = 0;
  for (const node of [...textNodesOf(element)]) {
    const shown = Array.from(node.data, (point) => {
      if (isBlank(point)) return point;
      const at = place.places?.[drawn] ?? place.at + drawn;
      drawn += 1;
      return /\p{Co}/u.test(point) ? (read[at] ?? point) : point;
    }).join("");
    if (shown === node.data) continue;
    node.data = shown;
    node.parentElement?.style.removeProperty("font-family");
  }
}

function anchorParagraph(element: HTMLElement, place: Place): void {
  const { block, cell, text, label } = place;
  if (/\p{Co}/u.test(element.textContent ?? "")) showSymbols(element, place);
  showLabel(element, label);
  const ink = [...label].filter((point) => point.trim() !== "").length;
  setAnchor(element, {
    block,
    ...(cell === undefined ? {} : { cell }),
    text,
    at: place.at - ink,
    places:
      place.places === null
        ? null
        : [...Array.from({ length: ink }, (_, i) => place.at - ink + i), ...place.places],
  });
}

/** Says of each drawn piece which block it shows. */
export function anchorUnits(drawn: readonly DrawnUnit[], placements: readonly (Placement | null)[]): void {
  for (const [index, { element, cells }] of drawn.entries()) {
    const placement = placements[index];
    if (!placement) continue;
    if (placement.kind === "text") anchorParagraph(element, placement.place);
    else element.dataset.block = placement.block;
    if (placement.kind === "image") element.setAttribute("alt", placement.description);
    if (placement.kind === "table") anchorCells(cells, placement.cells);
  }
}

function anchorCells(cells: readonly DrawnCell[], places: readonly (readonly Place[] | null)[]): void {
  for (const [at, cell] of cells.entries())
    for (const [line, place] of (places[at] ?? []).entries()) {
      const paragraph = cell.paragraphs[line];
      if (paragraph && !anchorOf(paragraph)) anchorParagraph(paragraph, place);
    }
}

/** Cells of a drawn table that have no place yet. */
export const hasUnplacedCells = ({ cells }: DrawnUnit): boolean =>
  cells.some(({ paragraphs }) => paragraphs.some((paragraph) => !anchorOf(paragraph)));

/** Anchors the cells that had no place while not all rows of their table were known; gives what was anchored. */
export function anchorLateCells(
  { cells }: DrawnUnit,
  places: readonly (readonly Place[] | null)[],
): HTMLElement[] {
  const late = cells.flatMap(({ paragraphs }) => paragraphs.filter((paragraph) => !anchorOf(paragraph)));
  anchorCells(cells, places);
  return late;
}

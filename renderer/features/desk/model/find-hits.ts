import type { Block, Document } from "../../../../shared/submission/document.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { foldQuery, foldWithPlaces } from "../../../../shared/text/search-fold.ts";
import { cellAddress } from "../../../ui/document/cell-address.ts";

/** Places of `wanted` in `text` in code points, end exclusive, not overlapping. */
export function findInText(text: string, wanted: string): { readonly start: number; readonly end: number }[] {
  const needle = Array.from(foldQuery(wanted));
  if (needle.length === 0) return [];
  const { characters, offsets } = foldWithPlaces(text);
  const hits: { start: number; end: number }[] = [];
  for (let at = 0; at + needle.length <= characters.length; at += 1) {
    if (!needle.every((character, index) => characters[at + index] === character)) continue;
    const last = at + needle.length - 1;
    hits.push({ start: offsets[at] ?? 0, end: (offsets[last] ?? 0) + 1 });
    at = last;
  }
  return hits;
}

const partsOf = (block: Block): readonly { readonly cell?: string; readonly text: string }[] =>
  block.kind === "table"
    ? block.cells.map((cell) => ({ cell: cellAddress(block, cell), text: cell.text }))
    : [{ text: block.text }];

/** Every place of the words in a document, in reading order, as places that can be shown. */
export function findInDocument(
  document: Document,
  wanted: string,
  file: { readonly name: string; readonly sha256: string },
): Evidence[] {
  return document.blocks.flatMap((block) =>
    partsOf(block).flatMap(({ cell, text }) =>
      findInText(text, wanted).map(({ start, end }) => ({
        file: file.name,
        sha256: file.sha256,
        block: block.id,
        ...(cell === undefined ? {} : { cell }),
        start,
        end,
        text: Array.from(text).slice(start, end).join(""),
      })),
    ),
  );
}

/** A place known only by its block and words, as the very words in it; as it is when they are not there. */
export function exactPlace(
  document: Document,
  place: Evidence,
  file: { readonly name: string; readonly sha256: string },
): Evidence {
  if (place.start !== undefined || place.cell !== undefined || place.text.trim() === "") return place;
  const block = document.blocks.find((candidate) => candidate.id === place.block);
  if (block === undefined) return place;
  return findInDocument({ blocks: [block] }, place.text, file)[0] ?? place;
}

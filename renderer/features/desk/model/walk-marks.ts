import type { Document } from "../../../../shared/submission/document.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";

interface Placed {
  readonly evidence: Evidence;
}

/** Marks in the order they are read, each place once. */
export function inReadingOrder<Mark extends Placed>(document: Document, marks: readonly Mark[]): Mark[] {
  const order = new Map(document.blocks.map((block, index) => [block.id, index]));
  const placed = marks
    .filter(({ evidence }) => order.has(evidence.block))
    .sort(
      (one, other) =>
        (order.get(one.evidence.block) ?? 0) - (order.get(other.evidence.block) ?? 0) ||
        (one.evidence.start ?? 0) - (other.evidence.start ?? 0),
    );
  return placed.filter(
    (mark, index) => index === 0 || !samePlace(mark.evidence, placed[index - 1]?.evidence ?? null),
  );
}

export const samePlace = (one: Evidence, other: Evidence | null): boolean =>
  other !== null &&
  one.block === other.block &&
  one.cell === other.cell &&
  one.start === other.start &&
  one.end === other.end;

/** The next place after the one at hand, round and round; without one the first or the last. */
export function nextPlace<Mark extends Placed>(
  marks: readonly Mark[],
  at: Evidence | null,
  by: 1 | -1,
): { readonly mark: Mark; readonly index: number } | null {
  const here = marks.findIndex(({ evidence }) => samePlace(evidence, at));
  const index = here < 0 ? (by === 1 ? 0 : marks.length - 1) : (here + by + marks.length) % marks.length;
  const mark = marks[index];
  return mark === undefined ? null : { mark, index };
}

/**
 * The section to go to from the block at the top of the window. Back leads to the beginning of the section one is in, and from there to
 * the one before. `starts`: index of the first block of each section, in reading order.
 */
export function nextSection(
  starts: readonly { readonly id: string; readonly block: number }[],
  top: number,
  by: 1 | -1,
): string | null {
  if (by === 1) return starts.find(({ block }) => block > top)?.id ?? null;
  return starts.findLast(({ block }) => block < top)?.id ?? null;
}

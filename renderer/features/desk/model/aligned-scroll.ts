/** Where each section of an outline begins in a document, as the index of its first block. */
export type SectionStarts = ReadonlyMap<string, number>;

export interface AlignedDocument {
  readonly starts: SectionStarts;
  readonly blocks: number;
}

/** Places known to stand for each other in two documents: beginnings, ends, and the sections both have, in the order of both. */
function anchors(one: AlignedDocument, other: AlignedDocument): readonly (readonly [number, number])[] {
  const shared = [...one.starts]
    .flatMap(([id, from]): [number, number][] => {
      const to = other.starts.get(id);
      return to === undefined ? [] : [[from, to]];
    })
    .sort(([a], [b]) => a - b);
  const rising: [number, number][] = [[0, 0]];
  for (const [from, to] of shared) {
    const last = rising.at(-1) ?? [0, 0];
    if (from > last[0] && to > last[1]) rising.push([from, to]);
  }
  return [...rising, [Math.max(one.blocks, 1), Math.max(other.blocks, 1)]];
}

/**
 * The place in `other` that stands for place `at` in `one`, both as block index plus share of the block: the same section, as
 * far into it.
 */
export function alignedPlace(one: AlignedDocument, other: AlignedDocument, at: number): number {
  const known = anchors(one, other);
  const next = Math.max(
    1,
    known.findIndex(([from]) => from > at) === -1 ? known.length - 1 : known.findIndex(([from]) => from > at),
  );
  const [fromStart, toStart] = known[next - 1] ?? [0, 0];
  const [fromEnd, toEnd] = known[next] ?? [1, 1];
  const share = (at - fromStart) / Math.max(fromEnd - fromStart, 1e-9);
  return toStart + Math.min(1, Math.max(0, share)) * (toEnd - toStart);
}

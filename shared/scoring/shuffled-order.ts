const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/** 64 bits that depend on every character: FNV-1a, then the finishing steps of SplitMix64 (FNV alone mixes its last bytes badly). */
function mixed(text: string): bigint {
  let hash = OFFSET;
  for (const point of text) hash = ((hash ^ BigInt(point.codePointAt(0) ?? 0)) * PRIME) & MASK;
  hash = ((hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  hash = ((hash ^ (hash >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return hash ^ (hash >> 31n);
}

/**
 * The ids in an order that follows from the seed alone, so that no applicant is always read first. The same seed and ids give
 * the same order whatever order they come in, and an id that joins later leaves the others in theirs.
 */
export function shuffledOrder(seed: string, ids: readonly string[]): string[] {
  const places = new Map(ids.map((id) => [id, mixed(`${seed}\n${id}`)]));
  return ids.toSorted((one, other) => {
    const difference = (places.get(one) ?? 0n) - (places.get(other) ?? 0n);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

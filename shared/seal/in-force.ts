/** The newest signature of every expert: an older one is superseded, and a withdrawal, which is one too, has no sheets. */
export function inForce<Signed extends { readonly sequence: number }>(
  signed: readonly Signed[],
  expertOf: (one: Signed) => string,
): Signed[] {
  const newest = new Map<string, Signed>();
  for (const one of signed) {
    const known = newest.get(expertOf(one));
    if (!known || known.sequence < one.sequence) newest.set(expertOf(one), one);
  }
  return [...newest.values()];
}

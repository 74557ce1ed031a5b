/** Moves one of the tied applicants up or down; stays at the ends. */
export function moveInOrder(order: readonly string[], submission: string, by: 1 | -1): string[] {
  const at = order.indexOf(submission);
  const to = at + by;
  const other = order[to];
  if (at === -1 || other === undefined) return [...order];
  const next = [...order];
  next[at] = other;
  next[to] = submission;
  return next;
}

import type { ReactNode } from "react";

/** Evidence counts code points; a page counts UTF-16 units. */
const unitsUpTo = (text: string, points: number): number => {
  let units = 0;
  let left = points;
  for (const point of text) {
    if (left === 0) break;
    units += point.length;
    left -= 1;
  }
  return units;
};

/** Code points before a UTF-16 offset. */
export const pointsUpTo = (text: string, units: number): number => [...text.slice(0, units)].length;

/** Text with one span highlighted; without `end` the whole text is. */
export function MarkedText({ text, start, end }: { text: string; start?: number; end?: number }): ReactNode {
  if (start === undefined || end === undefined) return <mark>{text}</mark>;
  const from = unitsUpTo(text, start);
  const to = unitsUpTo(text, end);
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}

import type { SearchHit } from "../../shared/contract/intake.ts";

/** The words found, in their sentence. Offsets count code points, so rare characters of names are never cut in two. */
export function SearchExcerpt({ hit }: { hit: SearchHit }) {
  const points = [...hit.excerpt];
  return (
    <>
      {points.slice(0, hit.start).join("")}
      <mark>{points.slice(hit.start, hit.end).join("")}</mark>
      {points.slice(hit.end).join("")}
    </>
  );
}

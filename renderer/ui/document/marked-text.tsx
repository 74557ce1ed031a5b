import type { ReactNode } from "react";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { type DocumentMark, markedRuns } from "./document-mark.ts";

/** Code points before a UTF-16 offset. */
export const pointsUpTo = (text: string, units: number): number => [...text.slice(0, units)].length;

/**
 * Text with its marks and the highlighted place. Nothing is added to the text itself: places are counted in it, so signs
 * beside a mark are drawn by the style sheet.
 */
export function MarkedText({
  text,
  hit,
  marks,
}: {
  text: string;
  hit: Evidence | null;
  marks: readonly DocumentMark[];
}): ReactNode {
  if (hit === null && marks.length === 0) return text;
  return markedRuns(text, hit, marks).map((run, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a run of a text has no other name than its number
    const part = run.hit ? <mark key={index}>{run.text}</mark> : run.text;
    return run.mark === null ? (
      part
    ) : (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: a run of a text has no other name than its number
        key={index}
        className={`doc-mark doc-mark-${run.mark.kind}`}
        data-mark={run.mark.id}
        title={run.mark.title}
      >
        {part}
      </span>
    );
  });
}

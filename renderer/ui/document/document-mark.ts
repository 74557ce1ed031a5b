import type { Evidence } from "../../../shared/submission/evidence.ts";

/** A passage that stays marked in a document, beside the one place that is highlighted. */
export interface DocumentMark {
  readonly id: string;
  readonly kind: "note" | "finding" | "fact";
  readonly evidence: Evidence;
  /** Read when the mark is pointed at. */
  readonly title: string;
  /** A sentence that stands below the block. */
  readonly remark?: string;
}

const NONE: readonly DocumentMark[] = [];

export type MarksByBlock = ReadonlyMap<string, readonly DocumentMark[]>;

export const marksByBlock = (marks: readonly DocumentMark[]): MarksByBlock =>
  Map.groupBy(marks, (mark) => mark.evidence.block);

/** The same list for every block without marks, so that it is not drawn again. */
export const marksOf = (byBlock: MarksByBlock, block: string): readonly DocumentMark[] =>
  byBlock.get(block) ?? NONE;

export interface MarkedRun {
  readonly text: string;
  readonly hit: boolean;
  /** The mark that begins last wins where several overlap: it is the most exact one. */
  readonly mark: DocumentMark | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const spanIn = (evidence: Evidence, length: number): Span =>
  evidence.start === undefined || evidence.end === undefined
    ? { start: 0, end: length }
    : { start: Math.min(evidence.start, length), end: Math.min(evidence.end, length) };

const covers = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

/** Cuts a text where a mark or the highlighted place begins or ends; offsets count code points. */
export function markedRuns(text: string, hit: Evidence | null, marks: readonly DocumentMark[]): MarkedRun[] {
  const points = Array.from(text);
  const hitSpan = hit === null ? null : spanIn(hit, points.length);
  const spans = marks.map((mark) => ({ mark, ...spanIn(mark.evidence, points.length) }));
  const cuts = [
    0,
    points.length,
    ...[...spans, ...(hitSpan ? [hitSpan] : [])].flatMap((s) => [s.start, s.end]),
  ];
  const sorted = [...new Set(cuts)].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => ({
    text: points.slice(start, sorted[index + 1]).join(""),
    hit: hitSpan !== null && covers(hitSpan, start),
    mark:
      spans
        .filter((span) => covers(span, start))
        .sort((one, other) => other.start - one.start || one.end - other.end)[0]?.mark ?? null,
  }));
}

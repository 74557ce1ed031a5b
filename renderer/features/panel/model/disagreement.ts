import type { OutputOf } from "../../../../shared/contract/index.ts";
import { Exact, normalDecimal } from "../../../../shared/scoring/decimal.ts";

type Detail = OutputOf<"ranking/get-detail">;

export interface Disagreement {
  readonly submission: string;
  readonly item: string;
  readonly itemName: string;
  readonly max: string;
  readonly lowest: string;
  readonly highest: string;
  /** highest − lowest, exact. */
  readonly range: string;
  /** Share of the item's maximum in whole percent, for the bar and the order. */
  readonly percent: number;
  readonly scores: readonly { readonly expert: string; readonly score: string }[];
}

/**
 * Items on which the experts differ, widest first, by the range as a share of the item's maximum. An item with fewer than
 * two scores says nothing about agreement and is left out; so is one on which all agree.
 */
export function disagreements(detail: Detail): Disagreement[] {
  const submissions = [...new Set(detail.rows.map((row) => row.submission))];
  const found = submissions.flatMap((submission) =>
    detail.form.items.flatMap((item) => {
      const scores = detail.rows
        .filter((row) => row.submission === submission)
        .flatMap((row) => {
          const score = row.items.find((entry) => entry.item === item.id)?.score ?? null;
          return score === null ? [] : [{ expert: row.expert, score }];
        });
      const entry = compare(submission, item, scores);
      return entry === null ? [] : [entry];
    }),
  );
  return found.sort((one, other) => other.percent - one.percent || Number(other.max) - Number(one.max));
}

function compare(
  submission: string,
  item: Detail["form"]["items"][number],
  scores: Disagreement["scores"],
): Disagreement | null {
  const [first] = scores;
  if (first === undefined || scores.length < 2) return null;
  const lowest = scores.reduce(
    (low, { score }) => (new Exact(score).lessThan(low) ? score : low),
    first.score,
  );
  const highest = scores.reduce(
    (high, { score }) => (new Exact(score).greaterThan(high) ? score : high),
    first.score,
  );
  const range = new Exact(highest).minus(lowest);
  if (range.isZero()) return null;
  return {
    submission,
    item: item.id,
    itemName: item.name,
    max: item.max,
    lowest,
    highest,
    range: normalDecimal(range),
    percent: range.times(100).dividedBy(item.max).round().toNumber(),
    scores,
  };
}

import type { Indicator, Scheme } from "../../scheme/scheme.ts";

export interface IndicatorMatch {
  readonly indicator: Indicator;
  /** Letters of the words that matched: more words, a surer match. */
  readonly score: number;
  /** The words are those of a look-alike (拥有专利数量 beside 每万人拥有专利数量). */
  readonly confused: boolean;
}

type Words = Indicator["match"];

/** Letters of the required words found, `0` when a group has none or an excluded word stands there. */
export function wordScore(words: Words, text: string): number {
  if (words.exclude.some((word) => text.includes(word))) return 0;
  let score = 0;
  for (const group of words.require) {
    const found = group.filter((word) => text.includes(word));
    if (found.length === 0) return 0;
    score += Math.max(...found.map((word) => word.length));
  }
  return score;
}

/** As `wordScore`, with words that may also stand in the wider text, as long as one group stands in `near`. */
export function spreadScore(words: Words, near: string, wide: string): number {
  if (words.exclude.some((word) => near.includes(word))) return 0;
  let score = 0;
  let close = 0;
  for (const group of words.require) {
    const own = group.filter((word) => near.includes(word));
    const found = own.length > 0 ? own : group.filter((word) => wide.includes(word));
    if (found.length === 0) return 0;
    if (own.length > 0) close += 1;
    score += Math.max(...found.map((word) => word.length));
  }
  return close > 0 ? score : 0;
}

/** The indicators a label or clause speaks of, best first; look-alikes only where the indicator itself does not match. */
export function matchIndicators(scheme: Scheme, text: string, wide = text): IndicatorMatch[] {
  const matches: IndicatorMatch[] = [];
  for (const indicator of scheme.indicators) {
    const score = wide === text ? wordScore(indicator.match, text) : spreadScore(indicator.match, text, wide);
    if (score > 0) {
      matches.push({ indicator, score, confused: false });
      continue;
    }
    const other = Math.max(0, ...indicator.confusedWith.map((look) => wordScore(look.match, text)));
    if (other > 0) matches.push({ indicator, score: other, confused: true });
  }
  return matches.sort(
    (a, b) =>
      Number(a.confused) - Number(b.confused) ||
      b.score - a.score ||
      (a.indicator.id < b.indicator.id ? -1 : 1),
  );
}

/** The name without its bracketed examples first: `平台(各级工程研究中心、孵化器等)的数量` speaks of 平台. */
export function matchLabel(scheme: Scheme, label: string): IndicatorMatch[] {
  const bare = label.replace(/[(（][^()（）]*[)）]/g, "");
  const matches = matchIndicators(scheme, bare);
  return matches.length > 0 || bare === label ? matches : matchIndicators(scheme, label);
}

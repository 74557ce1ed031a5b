import type { Indicator, Scheme } from "../../scheme/scheme.ts";

export interface IndicatorMatch {
  readonly indicator: Indicator;
  /** Letters of the words that matched: more words, a surer match. */
  readonly score: number;
  /** The words are those of a look-alike (拥有专利数量 beside 每万人拥有专利数量). */
  readonly confused: boolean;
}

type Words = Indicator["match"];

/** Letters of the longest word of a group that a text holds, `0` for none. */
function longestFound(group: readonly string[], text: string): number {
  let longest = 0;
  for (const word of group) if (word.length > longest && text.includes(word)) longest = word.length;
  return longest;
}

/** Letters of the required words found, `0` when a group has none or an excluded word stands there. */
export const wordScore = (words: Words, text: string): number => spreadScore(words, text, text);

/** As `wordScore`, with words that may also stand in the wider text, as long as one group stands in `near`. */
function spreadScore(words: Words, near: string, wide: string): number {
  let score = 0;
  let close = 0;
  for (const group of words.require) {
    const own = longestFound(group, near);
    const found = own > 0 || wide === near ? own : longestFound(group, wide);
    if (found === 0) return 0;
    if (own > 0) close += 1;
    score += found;
  }
  return close > 0 && !words.exclude.some((word) => near.includes(word)) ? score : 0;
}

const escaped = (word: string): string => word.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
const openings = new WeakMap<Scheme, RegExp>();

/** One word of each indicator and look-alike: most texts hold none of them, and that is seen in one pass. */
function openingOf(scheme: Scheme): RegExp {
  const known = openings.get(scheme);
  if (known !== undefined) return known;
  const all = scheme.indicators.flatMap(({ match, confusedWith }) => [
    match,
    ...confusedWith.map((look) => look.match),
  ]);
  const words = new Set(all.flatMap(({ require }) => require[0] ?? []));
  const opening = new RegExp([...words].map(escaped).join("|") || "(?!)");
  openings.set(scheme, opening);
  return opening;
}

/** The indicators a label or clause speaks of, best first; look-alikes only where the indicator itself does not match. */
export function matchIndicators(scheme: Scheme, text: string, wide = text): IndicatorMatch[] {
  const opening = openingOf(scheme);
  if (!opening.test(text) && (wide === text || !opening.test(wide))) return [];
  const matches: IndicatorMatch[] = [];
  for (const indicator of scheme.indicators) {
    const score = spreadScore(indicator.match, text, wide);
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

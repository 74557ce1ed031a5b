import type { Scheme } from "../../scheme/scheme.ts";
import { toUnit } from "./amount.ts";
import { isPerTenThousand } from "./doubts.ts";
import { type IndicatorMatch, matchIndicators, wordScore } from "./match-indicators.ts";
import type { Statement } from "./statement.ts";

export interface StatementMatch {
  readonly matches: readonly IndicatorMatch[];
  /** Where the words that matched begin. */
  readonly from: number;
  /** All its words stand in the clause of the number itself. */
  readonly close: boolean;
  /** Some words stand farther away, with other nouns between them and the number. */
  readonly far: boolean;
}

const filler =
  /近三年|三年来|年平均|年均|平均|每年|分别|其中|达到|达|合作|数量|总数|总额|规模|人数|同比|增长|合计|累计|共计|实现|超过|约|为|了|共|的|有|至|到|额|数|[\d.,年月度末底\-~]/g;
const linkOnly =
  /(?:19|20)\d{2}年?[度末底]?|年平均|年均|平均|每年|三年|均值|达到|增至|升至|增长|提高|分别|为|达|至|到|和|及|与|则|又|约|是|要求|目标|预期|力争|其中|当年|同期|不低于|[,，;；:：、()（）\-~≥>≤<]/g;

/** Does the unit allow this indicator at all? A number without unit allows every one. */
const fits = (statement: Statement, match: IndicatorMatch): boolean =>
  statement.quantity.unit === null ||
  toUnit(
    statement.quantity.value,
    statement.quantity.unit,
    match.indicator.unit,
    isPerTenThousand(match.indicator),
  ).ok;

const residue = (near: string, matches: readonly IndicatorMatch[]): number => {
  let rest = near;
  for (const group of matches[0]?.indicator.match.require ?? [])
    for (const word of group) rest = rest.replaceAll(word, "");
  return rest.replace(filler, "").replace(/[,，;；:：、()（）]/g, "").length;
};

/** 2019年9300人, 年均9120人: nothing of its own, so it goes on with what the sentence spoke of. */
export const goesOn = (statement: Statement): boolean => statement.head.replace(linkOnly, "").length <= 2;

/** 平均每户带动就业22人 speaks of one firm, not of the applicant. */
const perUnit = /平均?每(?:一)?[个户家名位人项]|户均|人均|企均|家均|企业平均|每(?:户|家|名|人)/;

/** 拥有专利总数3200件 after a clause on 每万人: words from afar do not make it what its own clause says it is not. */
const isLookAlike = (match: IndicatorMatch, near: string, around?: string): boolean =>
  around !== undefined &&
  !match.confused &&
  match.indicator.confusedWith.some((look) => wordScore(look.match, near) > 0);

/** Indicators a statement may speak of, whose unit fits; nearest words first. `null` when it speaks of none. */
export function matchStatement(scheme: Scheme, statement: Statement): StatementMatch | null {
  const { near, head, wide } = statement;
  if (perUnit.test(near.replace(/每万[人名]/g, ""))) return null;
  const sure = (text: string, around?: string): IndicatorMatch[] =>
    matchIndicators(scheme, text, around).filter(
      (match) => fits(statement, match) && !isLookAlike(match, text, around),
    );
  const close = sure(near).filter((match) => !match.confused);
  if (close.length > 0) return { matches: close, from: statement.phraseAt, close: true, far: false };
  const spread = sure(near, head).filter((match) => !match.confused);
  if (spread.length > 0)
    return { matches: spread, from: statement.headAt, close: false, far: residue(near, spread) > 4 };
  const whole = sure(head).filter((match) => !match.confused);
  if (whole.length > 0)
    return { matches: whole, from: statement.headAt, close: false, far: residue(near, whole) > 4 };
  const sentence = sure(near, wide).filter((match) => !match.confused);
  if (sentence.length > 1 && residue(near, sentence) > 2) return null;
  if (sentence.length > 0)
    return { matches: sentence, from: statement.sentenceAt, close: false, far: residue(near, sentence) > 2 };
  const confused = sure(near).filter((match) => match.confused);
  return confused.length > 0
    ? { matches: confused, from: statement.phraseAt, close: true, far: false }
    : null;
}

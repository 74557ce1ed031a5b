import type { Qualifier } from "../submission/fact.ts";

/**
 * Words beside a number. 以上/以下/不少于 include the number, 超过/不满 exclude it (民法典 1259条). 约/近 and 预计/力争
 * cannot be decided by a program. 余 and 多 say that the value lies above the number given.
 */
const before: readonly (readonly [readonly string[], Qualifier])[] = [
  [
    [
      ...["不少于", "不低于", "不小于", "至少", "最低", "最少", "≥", ">=", "≧", "⩾", "≮", "＞="],
      ...["不得少于", "不得低于", "不得小于", "不应少于", "不应低于", "不能少于", "不能低于"],
      ...["大于等于", "大于或等于"],
    ],
    "at-least",
  ],
  [
    [
      ...["不超过", "不高于", "不多于", "不大于", "至多", "最多", "≤", "<=", "≦", "⩽", "≯"],
      ...["不得超过", "不得高于", "不得多于", "不得大于", "不应超过", "不应高于", "不能超过", "不能高于"],
      ...["小于等于", "小于或等于"],
    ],
    "at-most",
  ],
  [["超过", "超出", "超", "突破", "大于", "多于", "高于", "逾", ">"], "more-than"],
  [["不满", "不足", "不到", "低于", "小于", "少于", "<"], "less-than"],
  [["大约", "大概", "大致", "将近", "接近", "约为", "约", "近", "估计"], "about"],
];
/** Words before a number by their last character, in the order above. */
const byLast = Map.groupBy(
  before.flatMap(([words, qualifier]) => words.map((word) => ({ word, qualifier }))),
  ({ word }) => word.at(-1) ?? "",
);
const linking = /(?:[为达至到了有]|达到|高达|人民币|\s)+$/;
const inner = /^\s*(?:余|多|来|\+(?!\s*\d))/;
const mayQualify = /^\s*[(及以之左上余多]/;
const after: readonly (readonly [RegExp, Qualifier])[] = [
  [/^\s*(?:\(含\)|\(含本数\))?\s*(?:及|及其|\(含\))?\s*以上/, "at-least"],
  [/^\s*(?:\(含\)|\(含本数\))?\s*(?:及|\(含\))?\s*(?:以下|以内|之内)/, "at-most"],
  [/^\s*(?:左右|上下)/, "about"],
  [/^\s*(?:余|多)(?![\u4e00-\u9fff])/, "more-than"],
];
const expected = /预计|预期|力争|有望|争取|计划(?=新|投|建|到|达|引|带|吸|培|在)|拟(?=新|投|建|达|引)/;

export interface PrefixQualifier {
  readonly qualifier: Qualifier;
  readonly at: number;
}

/** The qualifier that stands directly before position `at` (a linking 达/到/为 may stand between). */
export function qualifierBefore(text: string, at: number): PrefixQualifier | null {
  const from = Math.max(0, at - 12);
  const head = text.slice(from, at).trimEnd();
  return (
    qualifierAtEnd(head, from) ?? (isLink(head) ? qualifierAtEnd(head.replace(linking, ""), from) : null)
  );
}

const isLink = (head: string): boolean => /[为达至到了有币\s]$/.test(head);

/** The longest word of the first kind that a text ends with. */
function qualifierAtEnd(head: string, from: number): PrefixQualifier | null {
  const ending = byLast.get(head.at(-1) ?? "")?.filter(({ word }) => head.endsWith(word)) ?? [];
  const [first] = ending;
  if (first === undefined) return null;
  const length = Math.max(
    ...ending.flatMap(({ word, qualifier }) => (qualifier === first.qualifier ? [word.length] : [])),
  );
  return { qualifier: first.qualifier, at: from + head.length - length };
}

/** 两百余家, 1.2万多人, 100+: the length of the word between number and unit, `0` for none. */
export const innerExcess = (text: string, at: number): number =>
  inner.exec(text.slice(at, at + 6))?.[0].length ?? 0;

export interface SuffixQualifier {
  readonly qualifier: Qualifier;
  readonly length: number;
}

export function qualifierAfter(text: string, at: number): SuffixQualifier | null {
  const tail = text.slice(at, at + 12);
  if (!mayQualify.test(tail)) return null;
  for (const [pattern, qualifier] of after) {
    const found = pattern.exec(tail);
    if (found !== null) return { qualifier, length: found[0].length };
  }
  return null;
}

/** 预计, 力争 … earlier in the same clause. */
export const isExpected = (clause: string): boolean => expected.test(clause);

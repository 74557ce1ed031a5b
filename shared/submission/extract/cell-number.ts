import type { NormalisedText } from "../../text/normalise-text.ts";
import type { Quantity } from "../../text/quantity.ts";
import { parseUnit } from "../../text/unit.ts";

/** The number a cell gives, and what keeps it from being certain. */
export interface CellNumber {
  readonly quantity: Quantity;
  /** `several-numbers`: 8000+4000, 9800、10200、11000; `part-of`: 其中财政8000. */
  readonly doubt: "several-numbers" | "part-of" | null;
  /** 三年共36000, 36000（三年合计）: a sum of years and no yearly mean. */
  readonly total: boolean;
}

const meanBefore = /(?:年均|平均|均值|均)[为达到是约:]*$/;
const sumBefore = /(?:合计|共计|总计|总数|总额|共|=)[为达到是约:]*$/;
const overYears = /累计|合计|共计|总计|总共|总和|年共/;
const partBefore = /^[(\s]*(?:其中|包括|含)/;
/** What stands between a value and a number that only explains it. */
const remark =
  /其中|包括|含|较|比|环比|增|减|超|高于|低于|大于|要求|目标|标准|基准|门槛|占|提高|下降|排名|位居|折合|附|见|第/;

interface Placed {
  readonly quantity: Quantity;
  /** Stands in brackets: （其中财政0.3亿）. */
  readonly inside: boolean;
}

function placed(text: string, quantities: readonly Quantity[]): Placed[] {
  let depth = 0;
  let at = 0;
  return quantities.map((quantity) => {
    for (; at < quantity.at; at += 1) {
      if (text[at] === "(") depth += 1;
      else if (text[at] === ")") depth = Math.max(0, depth - 1);
    }
    return { quantity, inside: depth > 0 };
  });
}

const sameKind = (a: Quantity, b: Quantity): boolean =>
  a.unit === null || b.unit === null || parseUnit(a.unit)?.dimension === parseUnit(b.unit)?.dimension;

/** Numbers beside the chosen one that could as well be the value: nothing between them says what they are. */
function hasRivals(text: string, among: readonly Quantity[], chosen: Quantity): boolean {
  return among.some(
    (other) =>
      other !== chosen &&
      sameKind(other, chosen) &&
      (other.at < chosen.at || !remark.test(text.slice(chosen.to, other.to).replace(/\([^()]*\)/g, ""))),
  );
}

/**
 * The number of a cell that may hold several: the one called a mean, else the one called a sum, else the first outside of
 * brackets. `null` when the cell has none. `quantities`: those of the text that are no periods.
 */
export function cellNumber({ text }: NormalisedText, quantities: readonly Quantity[]): CellNumber | null {
  const [only, more] = quantities;
  if (only === undefined) return null;
  if (more === undefined && only.to - only.at === text.length)
    return { quantity: only, doubt: null, total: false };
  const outside = placed(text, quantities).flatMap(({ quantity, inside }) => (inside ? [] : [quantity]));
  const among = outside.length > 0 ? outside : quantities;
  const before = ({ at }: Quantity): string => text.slice(0, at).trimEnd();
  const named =
    among.find((quantity) => meanBefore.test(before(quantity))) ??
    among.find((quantity) => sumBefore.test(before(quantity)));
  const chosen = named ?? among[0] ?? only;
  const start = among.findLast(({ to }) => to <= chosen.at)?.to ?? 0;
  const behind = /^\s*\(([^()]*)\)/.exec(text.slice(chosen.to))?.[1] ?? "";
  const total =
    overYears.test(text.slice(start, chosen.at)) || (/^[^\d]*$/.test(behind) && overYears.test(behind));
  if (named === undefined && hasRivals(text, among, chosen))
    return { quantity: chosen, doubt: "several-numbers", total };
  return { quantity: chosen, doubt: partBefore.test(text.slice(0, chosen.at)) ? "part-of" : null, total };
}

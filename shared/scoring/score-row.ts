import { byText } from "../text/by-text.ts";
import { aggregate, fewestTotals } from "./aggregate.ts";
import { normalDecimal, sameNumber } from "./decimal.ts";
import type { MergedSheet, RankedSubmission } from "./rank-input.ts";
import type { RankingRule, RankRow } from "./ranking.ts";

/** What belongs to one submission, already picked out of the input. */
export interface SubmissionSheets {
  readonly sheets: readonly MergedSheet[];
  readonly recusals: readonly { readonly expert: string }[];
  readonly assignments: readonly { readonly expert: string }[];
}

/**
 * The sheets of one submission, each expert once. The same sheet given twice counts once (a duplicated review would inflate
 * the mean); two different totals of one expert are a bug of the caller, and no order of the input may decide between them.
 */
function onePerExpert(sheets: readonly MergedSheet[]): { expert: string; total: string }[] {
  const totals = new Map<string, string>();
  for (const { expert, submission, total } of sheets) {
    if (total === null) throw new Error(`sheet of ${expert} for ${submission} has no total and no recusal`);
    const known = totals.get(expert);
    if (known !== undefined && !sameNumber(known, total))
      throw new Error(`two different sheets of ${expert} for ${submission}`);
    totals.set(expert, normalDecimal(total));
  }
  return [...totals].map(([expert, total]) => ({ expert, total })).sort((a, b) => byText(a.expert, b.expert));
}

const expertsOf = (entries: readonly { readonly expert: string }[]): string[] =>
  [...new Set(entries.map((entry) => entry.expert))].sort(byText);

/** A recusal always wins over a score of the same expert: a conflict declared must never count. */
function countSheets(from: SubmissionSheets) {
  const recused = expertsOf([...from.recusals, ...from.sheets.filter((sheet) => sheet.recused)]);
  const sheets = onePerExpert(from.sheets.filter((sheet) => !recused.includes(sheet.expert)));
  const arrived = new Set([...recused, ...sheets.map((sheet) => sheet.expert)]);
  return { sheets, recused, missing: expertsOf(from.assignments).filter((expert) => !arrived.has(expert)) };
}

/**
 * A submission with its sheets and its score; rank, place and tie are still to be found. `unplaced`: why it is in no group.
 */
export function scoreRow(
  rule: RankingRule,
  submission: RankedSubmission,
  unplaced: "no-direction" | "no-subject" | null,
  from: SubmissionSheets,
  nameOf: (expert: string) => string,
): RankRow {
  const { sheets, recused, missing } = countSheets(from);
  const totals = sheets.map((sheet) => sheet.total);
  const enough = totals.length >= Math.max(rule.minimumSheets, fewestTotals[rule.method]);
  const result = enough ? aggregate(rule.method, totals, rule.decimals) : null;
  const tooFew = totals.length === 0 ? "no-sheets" : result === null ? "too-few-sheets" : null;
  return {
    submission: submission.submission,
    number: submission.number,
    name: submission.name,
    city: submission.city,
    subject: submission.subject,
    rank: null,
    score: result?.score ?? null,
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      expertName: nameOf(sheet.expert),
      dropped: result?.dropped.includes(index) ?? false,
    })),
    recused,
    missing,
    unranked: unplaced ?? tooFew,
    place: "unranked",
    tie: "none",
    decision: null,
  };
}

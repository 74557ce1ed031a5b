import type { MergedSheet, RankedSubmission, RankInput } from "../../shared/scoring/rank-input.ts";

/** A submission of the lean direction unless told otherwise. */
export const submission = (number: number, more: Partial<RankedSubmission> = {}): RankedSubmission => ({
  submission: `s${number}`,
  number,
  name: `单位${number}`,
  city: "长沙市",
  subject: "region",
  direction: "lean",
  ...more,
});

export const sheet = (submissionId: string, expert: string, total: string | null): MergedSheet => ({
  submission: submissionId,
  expert,
  total,
  recused: total === null,
});

/** Sheets of experts e1, e2 … for one submission; `null` is a recusal. */
export const sheets = (submissionId: string, ...totals: (string | null)[]): MergedSheet[] =>
  totals.map((total, index) => sheet(submissionId, `e${index + 1}`, total));

export const rankInput = (more: Partial<RankInput> = {}): RankInput => ({
  rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: { lean: 1 } },
  directions: ["employment", "integration", "lean", "global"],
  quotas: [],
  cities: [],
  submissions: [],
  experts: [1, 2, 3, 4, 5].map((index) => ({ id: `e${index}`, name: `专家${index}` })),
  assignments: [],
  sheets: [],
  recusals: [],
  decisions: [],
  ...more,
});

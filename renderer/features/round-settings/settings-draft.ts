import type { RoundSettings } from "../../../shared/contract/round.ts";
import { gradingFault, RoundGrading } from "../../../shared/scheme/round-grading.ts";
import { DecimalString, type ScoreItem } from "../../../shared/scheme/scheme.ts";
import { Exact } from "../../../shared/scoring/decimal.ts";

/** What was typed as a decimal string, without full-width digits, separators and spaces; `null` when empty. */
export function tidyDecimal(typed: string): string | null {
  const tidy = typed
    .normalize("NFKC")
    .replace(/[,\s]/g, "")
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/\.$/, "");
  return tidy === "" ? null : tidy;
}

/** Empty is unset, which is allowed; anything else has to be a number of at least 0. */
export const isUnsetOrAmount = (value: string | null): boolean =>
  value === null || (DecimalString.safeParse(value).success && !value.startsWith("-"));

/** Empty is unset; anything else has to be a share of the maximum, from 0 to 1 with at most 6 decimals. */
export const isUnsetOrShare = (value: string | null): boolean =>
  value === null || /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(value);

/** `2018、2019，2020` → the years, each once, in order; `null` when empty; `undefined` when it is not a list of years. */
export function parseYears(typed: string): number[] | null | undefined {
  const parts = typed
    .normalize("NFKC")
    .split(/[、,;\s]+/)
    .filter(Boolean);
  if (parts.length === 0) return null;
  if (!parts.every((part) => /^(19|20)\d\d$/.test(part))) return undefined;
  return [...new Set(parts.map(Number))].sort((one, other) => one - other);
}

export interface LiveTotal {
  readonly total: string;
  readonly unset: number;
}

/** Sum of the maxima that are set, exactly, and how many are not. */
export function liveTotal(items: readonly ScoreItem[], maxima: RoundSettings["maxima"]): LiveTotal {
  let total = new Exact(0);
  let unset = 0;
  for (const item of items) {
    const max = maxima[item.id] ?? null;
    if (max !== null && isUnsetOrAmount(max)) total = total.plus(max);
    else unset += 1;
  }
  return { total: total.toFixed(), unset };
}

/** Whether the text at `levels[0].name` or `veto[1].text` is still to be written. */
export function emptyNameAt({ levels, veto }: RoundGrading, at: string): boolean {
  const [, list, index] = /^(levels|veto)\[(\d+)\]\.(?:name|text)$/.exec(at) ?? [];
  const text =
    list === "levels" ? levels[Number(index)]?.name : list === "veto" ? veto[Number(index)]?.text : "-";
  return (text ?? "-").trim() === "";
}

const isStorableGrading = (grading: RoundGrading | null | undefined): boolean =>
  grading == null ||
  (RoundGrading.safeParse(grading).success &&
    grading.levels.every(({ minimum, share }) => isUnsetOrAmount(minimum) && isUnsetOrAmount(share)) &&
    gradingFault(grading.levels, grading.veto) === null);

/** Whether every field of the draft can be stored; what is wrong is said beside the field. */
export const isStorable = (draft: RoundSettings): boolean =>
  [...Object.values(draft.thresholds), ...Object.values(draft.maxima), draft.outlineTolerance].every(
    isUnsetOrAmount,
  ) &&
  isUnsetOrAmount(draft.step) &&
  isStorableGrading(draft.grading) &&
  isUnsetOrShare(draft.commentRule?.atMost ?? null) &&
  isUnsetOrShare(draft.commentRule?.atLeast ?? null);

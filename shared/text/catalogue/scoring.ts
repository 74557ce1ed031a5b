import { defineWords } from "../define-words.ts";

/** Places of a ranking, and why there is none. */
export const scoring = defineWords({
  zh: {
    "ranking.place.recommended": "拟推荐",
    "ranking.place.reserve": "线下",
    "ranking.place.tied-at-cut": "入围线上同分，待决定",
    "ranking.place.no-cut-line": "未设名额",
    "ranking.place.unranked": "未排序",
    "ranking.unranked.no-sheets": "还没有并入任何有效评分，暂不排序。",
    "ranking.unranked.too-few-sheets":
      "有效评分只有 {count} 份，少于规则要求的 {least} 份，暂不排序。请补派专家或等待其余结果。",
    "ranking.unranked.no-direction": "建设方向尚未确认，不能排序。请经办人先确认方向。",
  },
  en: {
    "ranking.place.recommended": "Recommended",
    "ranking.place.reserve": "Below the line",
    "ranking.place.tied-at-cut": "Tied at the cut line, to be decided",
    "ranking.place.no-cut-line": "No seats set",
    "ranking.place.unranked": "Not ranked",
    "ranking.unranked.no-sheets": "No valid sheet has been merged yet, so there is no rank.",
    "ranking.unranked.too-few-sheets":
      "Only {count} valid sheets, the rule asks for {least}, so there is no rank. Assign more experts or wait for the rest.",
    "ranking.unranked.no-direction":
      "The direction is not confirmed, so there is no rank. The clerk has to confirm it first.",
  },
});

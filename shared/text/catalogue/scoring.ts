import { defineWords } from "../define-words.ts";

/** Score forms, ranking, ties and the cut line. */
export const scoring = defineWords({
  zh: {
    "form.problem.no-items": "评分表里没有评分项，不能开启评审。请先选择有评分项的方案。",
    "form.problem.item-twice": "评分项“{name}”出现了两次，不能开启评审。请检查方案文件。",
    "form.problem.max-unset":
      "评分项“{name}”还没有设定满分，不能开启评审。通知没有规定分值，请在轮次设置里填写。",
    "form.problem.bad-max": "评分项“{name}”的满分“{max}”不是正数，不能开启评审。请改正后再开启。",
    "form.problem.bad-step": "评分的最小单位“{step}”不是正数，不能开启评审。请填写如 1 或 0.5。",
    "form.problem.max-off-step":
      "评分项“{name}”的满分 {max} 不是最小单位 {step} 的整数倍，满分永远给不出来。请修改其中之一。",

    "ranking.method.mean": "各位专家合计分的平均分",
    "ranking.method.trimmed": "去掉一个最高分和一个最低分后的平均分",
    "ranking.place.recommended": "拟推荐",
    "ranking.place.reserve": "线下",
    "ranking.place.tied-at-cut": "入围线上同分，待决定",
    "ranking.place.no-cut-line": "未设名额",
    "ranking.place.unranked": "未排序",
    "ranking.unranked.no-sheets": "还没有并入任何有效评分，暂不排序。",
    "ranking.unranked.too-few-sheets":
      "有效评分只有 {count} 份，少于规则要求的 {least} 份，暂不排序。请补派专家或等待其余结果。",
    "ranking.unranked.no-direction": "建设方向尚未确认，不能排序。请经办人先确认方向。",
    "ranking.tie.none": "无同分",
    "ranking.tie.undecided": "同分，名次并列",
    "ranking.tie.decided": "同分，已由专家组决定次序",
    "ranking.openTie":
      "{direction}方向有 {count} 家同为 {score} 分，只剩 {seats} 个名额。程序不替专家组取舍：请讨论后记录次序和理由。",
    "ranking.provisional": "还有 {count} 份已分派的评分没有交来，次序可能改变。",
    "ranking.recused": "{count} 位专家回避，其评分不计入。",
    "ranking.quota": "{city}：名额 {max}，已报 {submitted}，拟推荐 {recommended}。",
  },
  en: {
    "form.problem.no-items":
      "The score form has no items; the round cannot open. Choose a scheme with score items.",
    "form.problem.item-twice":
      "The score item “{name}” stands twice; the round cannot open. Check the scheme file.",
    "form.problem.max-unset":
      "The score item “{name}” has no maximum yet; the round cannot open. The notice gives none: enter it in the round settings.",
    "form.problem.bad-max":
      "The maximum “{max}” of “{name}” is not a positive number; the round cannot open. Correct it first.",
    "form.problem.bad-step":
      "The smallest step “{step}” is not a positive number; the round cannot open. Enter for example 1 or 0.5.",
    "form.problem.max-off-step":
      "The maximum {max} of “{name}” is not a multiple of the step {step}, so nobody could ever give it. Change one of them.",

    "ranking.method.mean": "Mean of the experts' totals",
    "ranking.method.trimmed": "Mean without one highest and one lowest total",
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
    "ranking.tie.none": "No tie",
    "ranking.tie.undecided": "Tied, sharing a rank",
    "ranking.tie.decided": "Tied, order decided by the panel",
    "ranking.openTie":
      "{direction}: {count} applicants have {score} points and only {seats} seats are left. The program does not choose for the panel: record the order and the reason.",
    "ranking.provisional": "{count} assigned sheets have not arrived; the order may change.",
    "ranking.recused": "{count} experts recused themselves; their sheets do not count.",
    "ranking.quota": "{city}: quota {max}, submitted {submitted}, recommended {recommended}.",
  },
});

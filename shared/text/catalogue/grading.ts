import { defineWords } from "../define-words.ts";

/** What is ranked together, grades, vetoes. */
export const gradingWords = defineWords({
  zh: {
    "rankGroup.employment": "创业就业方向",
    "rankGroup.integration": "融通创新方向",
    "rankGroup.lean": "精益创业方向",
    "rankGroup.global": "全球化创业方向",
    "rankGroup.region": "区域",
    "rankGroup.university": "高校",
    "rankGroup.institute": "科研院所",
    "rankGroup.enterprise": "企业",
    "rankGroup.all": "全部申报单位",
    "ranking.unranked.no-subject": "承担主体类型尚未确认，不能排序。请经办人先确认类型。",
    "panel.unranked.no-subject": "主体类型未确认",
    "grading.fault.level-repeated": "第 {number} 级与前面的等级重名，没有保存。请换一个名称。",
    "grading.fault.veto-repeated": "第 {number} 项否决情形写了两次，没有保存。请删去一项。",
    "grading.fault.last-level-limited":
      "最后一级“{name}”设了分数线或比例，会有单位没有等级，没有保存。请把最后一级的分数线和比例留空。",
    "grading.fault.line-rises": "“{name}”的分数线高于比它好的等级，没有保存。请按从高到低填写。",
    "grading.fault.share-falls": "“{name}”的累计比例小于比它好的等级，没有保存。比例按本级及以上合计填写。",
    "grading.fault.line-below-zero": "“{name}”的分数线小于 0，没有保存。请填写不小于 0 的数。",
    "grading.fault.share-not-percent": "“{name}”的比例不在 0 到 100 之间，没有保存。请按百分数填写。",
    "grading.reason.line": "按分数线和比例",
    "grading.reason.veto": "有否决情形，列入最后一级",
    "grading.reason.unscored": "还没有得分，不分级",
    "grading.reason.tie-at-share": "比例线上同分，需专家组决定",
    "grading.shareField":
      "比例按本轮次全部有得分的单位计算，不分方向和主体类型，有否决情形的也计入：现有 {count} 家。家数取整，不进位。",
    "grading.rule.places": "现为至多 {places} 家",
    "grading.shareFieldHint":
      "比例按整个轮次全部有得分的单位计算，不分方向和主体类型。通知要求按方向或类型分别计算比例的，请分开建轮次。",
    "grading.none": "未设等级",
    "error.bad-grading": "等级设置不成立，没有保存：{sentence}",
    "error.grading-of-notice": "通知本身规定了等级，本轮次不能另设，没有保存。请清空轮次里的等级设置。",
    "error.no-grading": "本轮次没有设等级，没有记录。请先在轮次设置里设定等级。",
    "error.unknown-veto": "本轮次没有这一否决情形（{veto}），没有记录。请刷新后重试。",
    "audit.grading.veto": "否决情形“{text}”{mark}：{reason}",
  },
  en: {
    "rankGroup.employment": "Employment",
    "rankGroup.integration": "Integrated innovation",
    "rankGroup.lean": "Lean start-up",
    "rankGroup.global": "Global start-up",
    "rankGroup.region": "Regions",
    "rankGroup.university": "Universities",
    "rankGroup.institute": "Research institutes",
    "rankGroup.enterprise": "Enterprises",
    "rankGroup.all": "All applicants",
    "ranking.unranked.no-subject":
      "The subject type is not confirmed, so there is no rank. The clerk has to confirm it first.",
    "panel.unranked.no-subject": "subject type not confirmed",
    "grading.fault.level-repeated":
      "Grade {number} has the name of another one; nothing was saved. Give it another name.",
    "grading.fault.veto-repeated": "Veto {number} stands twice; nothing was saved. Remove one.",
    "grading.fault.last-level-limited":
      "The last grade “{name}” has a line or a share, so somebody would get no grade; nothing was saved. Leave both empty.",
    "grading.fault.line-rises":
      "The line of “{name}” is above that of a better grade; nothing was saved. Enter them from best to last.",
    "grading.fault.share-falls":
      "The share of “{name}” is below that of a better grade; nothing was saved. A share counts its grade and all better ones.",
    "grading.fault.line-below-zero":
      "The line of “{name}” is below 0; nothing was saved. Enter a number of 0 or more.",
    "grading.fault.share-not-percent":
      "The share of “{name}” is not between 0 and 100; nothing was saved. Enter a percentage.",
    "grading.reason.line": "By line and share",
    "grading.reason.veto": "A veto holds: last grade",
    "grading.reason.unscored": "No score yet, so no grade",
    "grading.reason.tie-at-share": "Tied at the share: for the panel to decide",
    "grading.shareField":
      "A share is counted on everyone in the round who has a score, all directions and types together, vetoed ones included: {count} now. It is rounded down.",
    "grading.rule.places": "{places} at most now",
    "grading.shareFieldHint":
      "A share is counted on everyone in the round who has a score, all directions and types together. Where a notice counts it by direction or type, make a round of each.",
    "grading.none": "No grades set",
    "error.bad-grading": "The grades do not hold and were not saved: {sentence}",
    "error.grading-of-notice":
      "The notice itself sets grades, so the round cannot; nothing was saved. Clear the grades of the round.",
    "error.no-grading":
      "This round has no grades; nothing was recorded. Set grades in the round settings first.",
    "error.unknown-veto": "This round has no such veto ({veto}); nothing was recorded. Reload and try again.",
    "audit.grading.veto": "Veto “{text}” {mark}: {reason}",
  },
});

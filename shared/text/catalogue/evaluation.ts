import { defineWords } from "../define-words.ts";

/** Years of evaluation of a list of bases. */
export const evaluationWords = defineWords({
  zh: {
    "evaluation.due.evaluate": "待评估",
    "evaluation.due.rectify": "整改中",
    "evaluation.due.re-evaluate": "待复评",
    "evaluation.due.none": "已有结果",
    "export.evaluation.title": "{year}年{list}绩效评估结果",
    "export.evaluation.deadline": "整改期限：{date}",
    "export.evaluation.reevaluation": "复评时间：{date}",
    "export.evaluation.otherGroup": "类型未载明",
    "error.no-evaluation": "这份文件没有规定绩效评估，没有结果可列。请选择有评估规定的文件。",
    "error.nothing-evaluated": "{year} 年还没有登记任何评估结果，没有生成名单。请先登记结果。",
    "error.reevaluation-too-early": "复评时间不能早于整改期限（{deadline}），没有登记。请改后再试。",
    "audit.evaluation.export": "导出 {year} 年评估结果名单",
  },
  en: {
    "evaluation.due.evaluate": "To be evaluated",
    "evaluation.due.rectify": "Putting right",
    "evaluation.due.re-evaluate": "To be evaluated again",
    "evaluation.due.none": "Has a result",
    "export.evaluation.title": "{list}: results of the evaluation of {year}",
    "export.evaluation.deadline": "to be put right by {date}",
    "export.evaluation.reevaluation": "evaluated again on {date}",
    "export.evaluation.otherGroup": "Type not stated",
    "error.no-evaluation":
      "This document provides for no evaluation; there is nothing to list. Choose one that does.",
    "error.nothing-evaluated": "No result of {year} is recorded yet; no list was made. Record results first.",
    "error.reevaluation-too-early":
      "The second evaluation cannot come before the last day for putting right ({deadline}); nothing was recorded.",
    "audit.evaluation.export": "Results of the evaluation of {year} exported",
  },
});

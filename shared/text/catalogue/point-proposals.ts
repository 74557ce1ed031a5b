import { defineWords } from "../define-words.ts";

/** Numbers proposed for evaluation points. */
export const pointProposalWords = defineWords({
  zh: {
    "point.proposed": "材料中可能的数值",
    "point.proposedNone": "材料中没有找到可用的数值，请查阅原文后填写。",
    "point.proposedTake": "采用 {value}{unit}",
    "point.proposedYear": "{year} 年",
    "point.doubt.unit-missing": "没有写单位",
    "point.doubt.year-missing": "没有写年份",
    "point.doubt.approximate": "约数或预计",
    "point.doubt.target": "是目标，不是现状",
    "point.doubt.several": "材料中有几个不同的数",
  },
  en: {
    "point.proposed": "Numbers found in the material",
    "point.proposedNone": "No number was found in the material; look it up and enter it.",
    "point.proposedTake": "Take {value}{unit}",
    "point.proposedYear": "{year}",
    "point.doubt.unit-missing": "no unit given",
    "point.doubt.year-missing": "no year given",
    "point.doubt.approximate": "approximate or expected",
    "point.doubt.target": "an aim, not the present state",
    "point.doubt.several": "the material gives several numbers",
  },
});

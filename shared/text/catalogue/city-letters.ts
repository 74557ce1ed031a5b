import { defineWords } from "../define-words.ts";

/** Letters to the office of a recommending city. */
export const cityLetterWords = defineWords({
  zh: {
    "letter.cityOffice": "{city}发展改革委",
    "letter.cityOpening": "你委推荐报送的“{scheme}”申报材料收悉。经核查，以下 {count} 项需要补正或更正：",
    "letter.cityFileName": "补正通知-{city}发展改革委",
    "letter.city.quota.not-met":
      "{city}{scope}推荐 {actual} 家（{names}），限额为 {max} 家，请核减后重新报送推荐文件和申报汇总表。",
    "letter.city.attachment.not-reported": "没有收到“{title}”，请补报。",
    "letter.city.application-table.not-reported":
      "申报汇总表列有“{subject}”，但没有收到其申报材料，请补报材料或更正汇总表。",
    "letter.city.application-table.contradiction":
      "“{subject}”的{field}，申报汇总表写{listed}，申报材料写{actual}，请核对后更正。",
    "letter.city.application-table.contradiction.not-listed":
      "收到“{subject}”的申报材料，但申报汇总表没有列入，请核对后更正。",
    "letter.city.duplicate.not-met": "“{names}”以第 {numbers} 号重复申报，请明确保留哪一份并撤回其余。",
    "letter.city.duplicate.to-confirm":
      "“{names}”（第 {numbers} 号）可能是同一单位，请核实；如为同一单位，请明确保留哪一份。",
    "cityLetters.letter": "给市州的函件",
    "cityLetters.title": "给推荐单位（市州发展改革委）的补正函",
    "cityLetters.hint":
      "名额、推荐文件、申报汇总表和重复申报由推荐的市州答复；材料本身的问题在上面逐家发函。",
    "cityLetters.city": "市州",
    "cityLetters.items": "待补正",
    "cityLetters.none": "没有需要推荐单位补正的内容。",
    "cityLetters.choose": "选一个市州写补正函。",
    "cityLetters.sent": "已发给推荐单位的补正函",
    "error.unknown-city": "本轮次没有收到“{city}”的任何材料，没有生成补正函。请从列表中选择市州。",
    "audit.city-letter.make": "向{city}发展改革委发出补正通知，共 {count} 项",
  },
  en: {
    "letter.cityOffice": "{city} Development and Reform Commission",
    "letter.cityOpening":
      "The applications you recommended under “{scheme}” have arrived. {count} points have to be supplemented or corrected:",
    "letter.cityFileName": "supplement-{city}",
    "letter.city.quota.not-met":
      "{city} {scope}: {actual} recommended ({names}), {max} allowed. Please recommend fewer and send the letter and the table again.",
    "letter.city.attachment.not-reported": "“{title}” has not arrived: please send it.",
    "letter.city.application-table.not-reported":
      "The table lists “{subject}”, but its material has not arrived: please send it or correct the table.",
    "letter.city.application-table.contradiction":
      "{field} of “{subject}”: the table says {listed}, the material {actual}. Please correct one of them.",
    "letter.city.application-table.contradiction.not-listed":
      "Material of “{subject}” has arrived, but the table does not list it: please correct it.",
    "letter.city.duplicate.not-met":
      "“{names}” applies more than once (numbers {numbers}): please say which one stays and withdraw the others.",
    "letter.city.duplicate.to-confirm":
      "“{names}” (numbers {numbers}) may be one unit: please check, and say which one stays if so.",
    "cityLetters.letter": "Letter to a city",
    "cityLetters.title": "Letters to the recommending cities",
    "cityLetters.hint":
      "Quotas, letters of recommendation, application tables and double applications are for the recommending city; what the material itself lacks is asked of each applicant above.",
    "cityLetters.city": "City",
    "cityLetters.items": "To put right",
    "cityLetters.none": "There is nothing for the recommending cities to put right.",
    "cityLetters.choose": "Choose a city to write a letter.",
    "cityLetters.sent": "Letters sent to recommending cities",
    "error.unknown-city":
      "Nothing has arrived from “{city}” in this round; no letter was made. Choose a city of the list.",
    "audit.city-letter.make": "{city} asked to supplement {count} items",
  },
});

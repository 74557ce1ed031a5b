import { defineWords } from "../define-words.ts";

/** As `findings.ts`, about what the numbers and answers of a submission say: thresholds, yearly values, tables of projects, points. */
export const findingValues = defineWords({
  zh: {
    "finding.threshold.met": "{subject}：填报 {actual}{unit}，达到门槛 {expected}{unit}。",
    "finding.threshold.not-met":
      "{subject}：填报 {actual}{unit}，未达到门槛 {expected}{unit}，相差 {margin}{unit}；请核对原文数值和单位。",
    "finding.threshold.not-reported":
      "{subject}：没有填报（不等于 0）。请查看原文，有数据则补录，没有则要求补正。",
    "finding.threshold.not-allowed":
      "{subject}：通知没有为{subjectType}类主体设这项指标，不适用，不计为未达标。",
    "finding.threshold.no-threshold":
      "{subject}：填报 {actual}{unit}；门槛尚未录入，请按正式附件录入后再判断。",
    "finding.threshold.to-confirm.identity-unknown":
      "主体类型或建设方向未确定，不知道适用哪些量化指标，请先补录。",
    "finding.threshold.to-confirm.pair-in-principle":
      "{subject}：{subjectType}类主体原则上不申报{direction}方向，通知没有相应门槛；受理后请按正式附件判断。",
    "finding.threshold.to-confirm.fact-unconfirmed":
      "{subject}：读到 {actual}{unit}（门槛 {expected}{unit}），尚未核对，请对照原文确认、更正或剔除。",
    "finding.threshold.to-confirm.approximate":
      "{subject}：原文为约数或预计数 {actual}{unit}（门槛 {expected}{unit}），程序不作判断，请核实准确数后更正。",
    "finding.threshold.to-confirm.qualifier":
      "{subject}：原文只给出范围（{actual}{unit} 以上、以下或不满），不能确定是否达到 {expected}{unit}，请核实准确数。",
    "finding.threshold.to-confirm.unit":
      "{subject}：填报 {actual} 的单位与指标单位“{unit}”不同，不能比较，请核对后按“{unit}”更正。",
    "finding.threshold.to-confirm.confused":
      "{subject}：只读到相近指标的数值 {actual}，不能作为本指标，请在原文中查找本指标的数值。",
    "finding.threshold.to-confirm.conflict":
      "{subject}：几处数值不一致，不能判断是否达到 {expected}{unit}（较不利的为 {actual}{unit}），请确认一个，剔除其余。",
    "finding.threshold.to-confirm.only-total":
      "{subject}：只读到多年合计 {actual}{unit}，不是年平均，不能与门槛 {expected}{unit} 比较，请补录年平均数。",
    "finding.threshold.to-confirm.base-years-unset":
      "{subject}：只有分年数据，“近三年”指哪几年尚未设定，不能判断是否达到 {expected}{unit}；请在轮次设置中设定基准年度。",
    "finding.threshold.to-confirm.growth-method-unset":
      "{subject}：只有分年数据，“年均增速”的算法尚未设定，不能判断是否达到 {expected}{unit}；请在轮次设置中选定算法。",
    "finding.threshold.to-confirm.years-missing":
      "{subject}：分年数据不全，算不出是否达到 {expected}{unit}；请补录所缺年度。",
    "finding.threshold.to-confirm.zero-base":
      "{subject}：分年数据只有一年或基数为零，算不出增速，请核对后补录。",

    "finding.recomputed.met": "{subject}：填报 {actual}{unit}，与分年数据复算一致（{arithmetic}）。",
    "finding.recomputed.contradiction":
      "{subject}：填报 {actual}{unit}，按分年数据复算为 {expected}{unit}（{arithmetic}），相差 {margin}{unit}；请核对原文，更正有误的一处。",
    "finding.recomputed.contradiction.total":
      "{subject}：填报合计 {actual}{unit}，分年数据之和为 {expected}{unit}（{arithmetic}），相差 {margin}{unit}；请核对原文，更正有误的一处。",
    "finding.recomputed.to-confirm.base-years-unset":
      "{subject}：填报 {actual}{unit}；“近三年”指哪几年尚未设定，仅按所报年度（{years}）试算，不作结论。请在轮次设置中设定基准年度。",
    "finding.recomputed.to-confirm.growth-method-unset":
      "{subject}：填报 {actual}{unit}；“年均增速”的算法尚未设定，不作结论。请在轮次设置中选定算法。",
    "finding.recomputed.to-confirm.years-missing":
      "{subject}：填报 {actual}{unit}；缺 {missing} 年数据，无法复算，请补录或要求补正。",
    "finding.recomputed.to-confirm.conflict":
      "{subject}：同一年度有几个不同数值，无法复算，请先确认一个，剔除其余。",
    "finding.recomputed.to-confirm.fact-unconfirmed": "{subject}：分年数据尚未核对，无法复算，请先确认。",
    "finding.recomputed.to-confirm.approximate":
      "{subject}：分年数据中有约数或预计数，无法复算，请核实准确数。",
    "finding.recomputed.to-confirm.qualifier":
      "{subject}：分年数据中有只给出范围的数，无法复算，请核实准确数。",
    "finding.recomputed.to-confirm.unit": "{subject}：分年数据的单位不一致，无法复算，请核对后更正。",
    "finding.recomputed.to-confirm.zero-base":
      "{subject}：分年数据只有一年或基数为零，无法复算增速，请核对。",

    "finding.contradiction.contradiction":
      "{subject}：材料中有不同数值 {values}{unit}（相差 {margin}），请对照原文确认一个，剔除其余。",
    "finding.contradiction.contradiction.year":
      "{subject}：材料中 {year} 年有不同数值 {values}{unit}（相差 {margin}），请对照原文确认一个，剔除其余。",
    "finding.contradiction.contradiction.several-tables":
      "项目“{subject}”在几张表中总投资不同：{values}{unit}（相差 {margin}）；请对照原文确认以哪一张为准，其余的剔除。",
    "finding.confused-indicator.to-confirm":
      "{subject}：数值 {actual} 看来属于另一个指标。{note}请对照原文确认或更正。",

    "finding.project-sum.met":
      "项目表 {count} 行之和 {expected} 万元，与合计 {actual} 万元一致（允许舍入 {tolerance}）。",
    "finding.project-sum.contradiction":
      "项目表 {count} 行之和 {expected} 万元，合计写 {actual} 万元，相差 {margin} 万元，超过舍入所能解释的 {tolerance}；请核对原表。",
    "finding.project-sum.contradiction.funding":
      "项目“{subject}”各项资金来源之和 {expected} 万元，总投资写 {actual} 万元，相差 {margin} 万元；请核对原表。",
    "finding.project-sum.to-confirm.row-without-amount":
      "项目表有 {count} 行没有总投资（{rows}），不能与合计 {actual} 万元比较；没有填的不按 0 计，请补录。",

    "finding.point.met": "{group}：{subject}——是，有佐证。{effect}",
    "finding.point.met.number":
      "{group}：{subject}——{actual}{valueUnit}，要求 {expected}（{arithmetic}）。{effect}",
    "finding.point.not-met": "{group}：{subject}——否或没有。{effect}",
    "finding.point.not-met.number":
      "{group}：{subject}——{actual}{valueUnit}，未达到 {expected}（{arithmetic}）；请核对所填数字。{effect}",
    "finding.point.not-reported": "{group}：{subject}——尚未答复（不等于没有），请查看材料后填写并选取佐证。",
    "finding.point.not-reported.input-missing":
      "{group}：{subject}——还缺“{missing}”，没有填的不按 0 计，请补填。{notes}",
    "finding.point.not-reported.effect-missing": "{group}：{subject}——实施效果还没有写，请查看材料后填写。",
    "finding.point.to-confirm.answer-open": "{group}：{subject}——看过但未能判断，请进一步核实。{effect}",
    "finding.point.to-confirm.no-evidence":
      "{group}：{subject}——填了“是”，但没有选取佐证，请在材料中选取出处或改为待核实。{effect}",
    "finding.point.to-confirm.reference-open":
      "{group}：{subject}——{actual}{valueUnit}，对照 {expected}，不能作出唯一判断（{arithmetic}）。{notes}请补齐对照值后由人判断。",
    "finding.point.to-confirm.zero-base":
      "{group}：{subject}——“{missing}”填的是 0，算不出占比，请核对后更正。",

    "finding.count.met": "写有 {actual} 个项目，与项目表的行数一致。",
    "finding.count.contradiction":
      "写有 {actual} 个项目，项目表列有 {expected} 行，相差 {margin} 个；请核对原表。",
  },
  en: {
    "finding.threshold.met": "{subject}: reported {actual} {unit}, meets {expected} {unit}.",
    "finding.threshold.not-met":
      "{subject}: reported {actual} {unit}, does not meet {expected} {unit} (difference {margin} {unit}). Check value and unit in the original.",
    "finding.threshold.not-reported":
      "{subject}: not reported (which is not 0). Look at the originals; enter the value if it is there, otherwise ask for it.",
    "finding.threshold.not-allowed":
      "{subject}: the notice sets no such indicator for this applicant type ({subjectType}). It does not apply and does not count as not met.",
    "finding.threshold.no-threshold":
      "{subject}: reported {actual} {unit}. The threshold is not entered yet: enter it from the official annex.",
    "finding.threshold.to-confirm.identity-unknown":
      "Applicant type or direction is not known, so it is open which indicators apply. Enter them first.",
    "finding.threshold.to-confirm.pair-in-principle":
      "{subject}: in principle this applicant type ({subjectType}) does not apply in {direction} and the notice has no threshold for it. If it is admitted, judge by the official annex.",
    "finding.threshold.to-confirm.fact-unconfirmed":
      "{subject}: read as {actual} {unit} (threshold {expected} {unit}) and not checked yet. Confirm, correct or reject it against the original.",
    "finding.threshold.to-confirm.approximate":
      "{subject}: the original gives an approximate or expected number, {actual} {unit} (threshold {expected} {unit}). The program does not decide this. Find out the exact number and correct it.",
    "finding.threshold.to-confirm.qualifier":
      "{subject}: the original gives only a bound ({actual} {unit}), so {expected} {unit} cannot be decided. Find out the exact number.",
    "finding.threshold.to-confirm.unit":
      "{subject}: {actual} was reported in another unit than {unit} and cannot be compared. Check it and correct it to {unit}.",
    "finding.threshold.to-confirm.confused":
      "{subject}: only the value of a similar indicator was found ({actual}), which cannot stand for this one. Look for the right value in the original.",
    "finding.threshold.to-confirm.conflict":
      "{subject}: several values differ, so {expected} {unit} cannot be decided (the less favourable is {actual} {unit}). Confirm one and reject the others.",
    "finding.threshold.to-confirm.only-total":
      "{subject}: only a sum over several years was found ({actual} {unit}), not a yearly mean, so it cannot be compared with {expected} {unit}. Enter the yearly mean.",
    "finding.threshold.to-confirm.base-years-unset":
      "{subject}: there are only yearly values and it is not set which years 近三年 means, so {expected} {unit} cannot be decided. Set the base years in the settings of the round.",
    "finding.threshold.to-confirm.growth-method-unset":
      "{subject}: there are only yearly values and the method for 年均增速 is not set, so {expected} {unit} cannot be decided. Choose the method in the settings of the round.",
    "finding.threshold.to-confirm.years-missing":
      "{subject}: yearly values are incomplete, so {expected} {unit} cannot be decided. Enter the missing years.",
    "finding.threshold.to-confirm.zero-base":
      "{subject}: there is only one year or the base is zero, so no growth rate can be calculated. Check and complete the values.",

    "finding.recomputed.met":
      "{subject}: reported {actual} {unit}, which the yearly values confirm ({arithmetic}).",
    "finding.recomputed.contradiction":
      "{subject}: reported {actual} {unit}, but the yearly values give {expected} {unit} ({arithmetic}), difference {margin} {unit}. Check the original and correct the wrong one.",
    "finding.recomputed.contradiction.total":
      "{subject}: a total of {actual} {unit} is reported, but the yearly values add up to {expected} {unit} ({arithmetic}), difference {margin} {unit}. Check the original and correct the wrong one.",
    "finding.recomputed.to-confirm.base-years-unset":
      "{subject}: reported {actual} {unit}. It is not set which years 近三年 means, so the years given ({years}) are only tried and nothing is decided. Set the base years in the settings of the round.",
    "finding.recomputed.to-confirm.growth-method-unset":
      "{subject}: reported {actual} {unit}. The method for 年均增速 is not set, so nothing is decided. Choose the method in the settings of the round.",
    "finding.recomputed.to-confirm.years-missing":
      "{subject}: reported {actual} {unit}. Values for {missing} are missing, so it cannot be recalculated. Enter them or ask for them.",
    "finding.recomputed.to-confirm.conflict":
      "{subject}: one year has several different values, so it cannot be recalculated. Confirm one and reject the others.",
    "finding.recomputed.to-confirm.fact-unconfirmed":
      "{subject}: the yearly values are not checked yet, so it cannot be recalculated. Confirm them first.",
    "finding.recomputed.to-confirm.approximate":
      "{subject}: some yearly values are approximate or expected, so it cannot be recalculated. Find out the exact numbers.",
    "finding.recomputed.to-confirm.qualifier":
      "{subject}: some yearly values are only bounds, so it cannot be recalculated. Find out the exact numbers.",
    "finding.recomputed.to-confirm.unit":
      "{subject}: the yearly values have different units, so it cannot be recalculated. Check and correct them.",
    "finding.recomputed.to-confirm.zero-base":
      "{subject}: there is only one year or the base is zero, so no growth rate can be recalculated. Check the values.",

    "finding.contradiction.contradiction":
      "{subject}: the material gives different values, {values} {unit} (difference {margin}). Confirm one against the original and reject the others.",
    "finding.contradiction.contradiction.year":
      "{subject}: the material gives different values for {year}, {values} {unit} (difference {margin}). Confirm one against the original and reject the others.",
    "finding.contradiction.contradiction.several-tables":
      "The project “{subject}” has different total investments in several tables, {values} {unit} (difference {margin}). Confirm against the original which table holds and reject the others.",
    "finding.confused-indicator.to-confirm":
      "{subject}: the value {actual} seems to belong to another indicator. {note} Confirm or correct it against the original.",

    "finding.project-sum.met":
      "The {count} rows of the project table add up to {expected} 万元, which agrees with the total {actual} 万元 (rounding {tolerance}).",
    "finding.project-sum.contradiction":
      "The {count} rows of the project table add up to {expected} 万元, the total says {actual} 万元 (difference {margin} 万元, more than rounding explains: {tolerance}). Check the table.",
    "finding.project-sum.contradiction.funding":
      "The sources of money of “{subject}” add up to {expected} 万元, its total investment says {actual} 万元 (difference {margin} 万元). Check the table.",
    "finding.project-sum.to-confirm.row-without-amount":
      "{count} rows of the project table have no total investment ({rows}), so the total {actual} 万元 cannot be compared. An empty amount is not 0: enter it.",

    "finding.point.met": "{group}: {subject} Yes, with evidence. {effect}",
    "finding.point.met.number":
      "{group}: {subject} {actual}{valueUnit}, asked for {expected} ({arithmetic}). {effect}",
    "finding.point.not-met": "{group}: {subject} No. {effect}",
    "finding.point.not-met.number":
      "{group}: {subject} {actual}{valueUnit}, does not meet {expected} ({arithmetic}). Check the numbers entered. {effect}",
    "finding.point.not-reported":
      "{group}: {subject} Not answered yet, which is not a no. Look at the material, answer and pick the evidence.",
    "finding.point.not-reported.input-missing":
      "{group}: {subject} “{missing}” is missing. What is not entered is not 0: enter it. {notes}",
    "finding.point.not-reported.effect-missing":
      "{group}: {subject} The effect is not described yet. Look at the material and enter it.",
    "finding.point.to-confirm.answer-open":
      "{group}: {subject} Looked at and undecided. Find out more. {effect}",
    "finding.point.to-confirm.no-evidence":
      "{group}: {subject} Answered yes without evidence. Pick the place in the material or leave it undecided. {effect}",
    "finding.point.to-confirm.reference-open":
      "{group}: {subject} {actual}{valueUnit} against {expected} gives no single answer ({arithmetic}). {notes} Enter every reference, then decide.",
    "finding.point.to-confirm.zero-base":
      "{group}: {subject} “{missing}” is 0, so no share can be calculated. Check and correct it.",

    "finding.count.met": "{actual} projects are stated, as many as the table has rows.",
    "finding.count.contradiction":
      "{actual} projects are stated, the table has {expected} rows (difference {margin}). Check the table.",
  },
});

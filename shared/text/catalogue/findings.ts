import { defineWords } from "../define-words.ts";

/**
 * A sentence per kind and status of a finding, and per reason where one status has several: what was found, and what to do.
 * `finding.<kind>.<status>.<reason>` wins over `finding.<kind>.<status>`. Every `{word}` is a field or a param of the finding.
 */
export const findings = defineWords({
  zh: {
    "findingKind.eligibility": "主体与方向",
    "findingKind.threshold": "量化指标",
    "findingKind.recomputed": "年度数据复算",
    "findingKind.confused-indicator": "指标混淆",
    "findingKind.contradiction": "前后不一致",
    "findingKind.outline": "提纲章节",
    "findingKind.total-length": "全文字数",
    "findingKind.attachment": "材料齐备",
    "findingKind.deadline": "报送时间",
    "findingKind.exclusion": "是否已列名",
    "findingKind.duplicate": "重复申报",
    "findingKind.quota": "推荐名额",
    "findingKind.project-sum": "项目表合计",
    "findingKind.identity": "申报信息",
    "findingKind.point": "评价要点",
    "findingKind.count": "项目个数",
    "findingKind.application-table": "申报汇总表",
    "identityField.name": "申报单位",
    "identityField.city": "所在市州",
    "identityField.subject": "主体类型",
    "identityField.direction": "建设方向",

    "finding.identity.met": "{field}：{actual}。",
    "finding.identity.not-reported": "材料中没有读到{field}，请查看原文后补录。",
    "finding.identity.to-confirm.unconfirmed": "{field}读作“{actual}”，尚未核对，请对照原文确认或更正。",
    "finding.identity.to-confirm.unknown-city": "{field}“{actual}”不在本通知的市州名单中，请核对后更正。",

    "finding.eligibility.met": "{subjectType}类主体可以申报{direction}方向。",
    "finding.eligibility.not-allowed":
      "通知规定{subjectType}类主体只能申报{allowed}方向，本件申报{direction}方向，不予受理；请核对主体类型和方向是否读对。",
    "finding.eligibility.to-confirm.identity-unknown":
      "主体类型或建设方向未确定，无法判断能否申报，请先补录。",
    "finding.eligibility.to-confirm.identity-unconfirmed":
      "按读到的内容，{subjectType}类主体可以申报{direction}方向；主体类型或方向尚未核对，请先确认。",
    "finding.eligibility.to-confirm.pair-in-principle":
      "通知规定{subjectType}类主体原则上申报{allowed}方向，本件申报{direction}方向，是否受理请经办人判断并记录理由。",

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
    "finding.confused-indicator.to-confirm":
      "{subject}：数值 {actual} 看来属于另一个指标。{note}请对照原文确认或更正。",

    "finding.outline.met": "“{subject}”一节已有，{actual} 字。",
    "finding.outline.not-met":
      "“{subject}”一节 {actual} 字，要求约 {expected} 字，相差 {margin} 字，超出设定的允许范围。",
    "finding.outline.no-threshold":
      "“{subject}”一节 {actual} 字，要求约 {expected} 字，相差 {margin} 字；允许偏差尚未设定，不作结论。",
    "finding.outline.not-reported": "没有找到“{subject}”一节，请查看原文标题；确实没有则要求补正。",
    "finding.outline.not-reported.no-plan":
      "没有可读的实施方案，无法核查“{subject}”一节；请看收到的文件中是否有扫描件或未能读出的文件。",
    "finding.outline.not-reported.empty": "“{subject}”一节只有标题，没有正文，请查看原文或要求补正。",
    "finding.outline.to-confirm.provisional":
      "没有找到“{subject}”一节。通知网页未附提纲正文，这个标题是工作默认值，请按正式附件判断。",
    "finding.outline.to-confirm.several-files":
      "几个文件中都有“{subject}”一节，字数不同（{actual}），请确定以哪个文件为准。",

    "finding.total-length.met": "全文 {actual} 字，符合约 {expected} 字的要求。",
    "finding.total-length.not-met":
      "全文 {actual} 字，要求约 {expected} 字，相差 {margin} 字，超出设定的允许范围。",
    "finding.total-length.no-threshold":
      "全文 {actual} 字，要求约 {expected} 字，相差 {margin} 字；允许偏差尚未设定，不作结论。",
    "finding.total-length.not-reported": "没有可读的正文，字数无法统计；请看是否有扫描件或未能读出的文件。",

    "finding.attachment.met": "附件“{subject}”所对应的材料已收到：{files}。",
    "finding.attachment.not-reported":
      "没有收到附件“{subject}”所对应的材料，请核对来件，确实没有则要求补正。",
    "finding.attachment.to-confirm.unread":
      "附件“{subject}”所对应的材料（{files}）未能读出，请打开原件查看。",
    "finding.attachment.to-confirm.unread-files":
      "没有认出附件“{subject}”所对应的材料，但有未能读出或未识别的文件（{files}），请打开查看并指定用途。",

    "finding.deadline.met": "{actual} 收到，在截止时间 {expected} 之前。",
    "finding.deadline.not-met":
      "{actual} 收到，已过截止时间 {expected}；通知规定逾期不再受理，请核对收件时间后处理。",
    "finding.deadline.not-met.late-rule-unknown":
      "{actual} 收到，已过截止时间 {expected}；通知没有写明逾期如何处理，请经办人判断并记录理由。",
    "finding.deadline.to-confirm.time-unknown": "不知道收到时间（截止 {expected}），请按收件登记或邮件补录。",
    "finding.deadline.to-confirm.same-day":
      "截止日当天（{actual}）收到；通知只写“下班前”或收件只有日期，没有钟点，请经办人判断是否按时。",

    "finding.exclusion.met": "不在所附名单（{count} 个）中。名单以外的推荐情况程序不掌握，请按通知另行核对。",
    "finding.exclusion.not-allowed.listed":
      "“{subject}”已列入{lists}（{bases}），按通知不再申报；请核对单位名称。",
    "finding.exclusion.to-confirm.listed":
      "读到的名称“{subject}”已列入{lists}（{bases}），按通知不再申报；名称尚未核对，请先确认。",
    "finding.exclusion.to-confirm.listed-ask":
      "“{subject}”已列入{lists}（{bases}）；通知没有写明是否排除，请经办人判断并记录理由。",
    "finding.exclusion.to-confirm.list-missing":
      "名录“{register}”里一个单位也没有，不能判断“{subject}”是否已列名。请先在“基地名录”里导入这份名单。",
    "finding.exclusion.to-confirm.removed":
      "“{subject}”曾列入{lists}（{bases}），名录中已登记退出；能否申报请经办人判断并记录理由。",
    "finding.exclusion.to-confirm.unconfirmed":
      "按现在读到的名称不在所附名单（{count} 个）中，但申报单位名称还没有确认，不能据此认定。请先在收件里确认名称。",
    "finding.exclusion.to-confirm.similar":
      "“{subject}”与名单中的“{bases}”名称相近或相互包含，请判断是否同一主体。",

    "finding.duplicate.not-met":
      "“{names}”在本轮有 {count} 件申报（第 {numbers} 号），请确定保留哪一件，或合并材料。",
    "finding.duplicate.to-confirm.similar":
      "“{names}”（第 {numbers} 号）名称相近，可能是同一主体，请判断后合并或保留。",

    "finding.quota.met": "{city}{scope}申报 {actual} 个，名额 {max} 个，未超。",
    "finding.quota.not-met":
      "{city}{scope}申报 {actual} 个，名额 {max} 个，超 {over} 个（{names}）；请与推荐单位确定取舍。",
    "finding.quota.to-confirm.identity-unconfirmed":
      "{city}{scope}可能申报 {actual} 个，名额 {max} 个（{names}）；其中有申报信息未核对的，请先确认。",
    "finding.quota.to-confirm.city-unknown":
      "有 {count} 件不知道属于哪个市州（{names}），没有计入名额，请先补录。",

    "finding.project-sum.met":
      "项目表 {count} 行之和 {expected} 万元，与合计 {actual} 万元一致（允许舍入 {tolerance}）。",
    "finding.project-sum.contradiction":
      "项目表 {count} 行之和 {expected} 万元，合计写 {actual} 万元，相差 {margin} 万元，超过舍入所能解释的 {tolerance}；请核对原表。",
    "finding.project-sum.contradiction.funding":
      "项目“{subject}”各项资金来源之和 {expected} 万元，总投资写 {actual} 万元，相差 {margin} 万元；请核对原表。",
    "finding.project-sum.to-confirm.row-without-amount":
      "项目表有 {count} 行没有总投资（{rows}），不能与合计 {actual} 万元比较；没有填的不按 0 计，请补录。",

    "finding.eligibility.met.type-only": "{subjectType}属于通知规定的申报主体类型；通知没有划分建设方向。",
    "finding.eligibility.to-confirm.type-unconfirmed":
      "读到的主体类型是{subjectType}，尚未核对，请先确认；通知没有划分建设方向。",

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

    "finding.attachment.not-reported.per-city":
      "没有收到{city}的“{title}”，请核对来件，确实没有则请推荐单位补报。",

    "finding.count.met": "写有 {actual} 个项目，与项目表的行数一致。",
    "finding.count.contradiction":
      "写有 {actual} 个项目，项目表列有 {expected} 行，相差 {margin} 个；请核对原表。",

    "finding.application-table.met": "已列入{city}申报汇总表，各项一致。",
    "finding.application-table.contradiction":
      "{field}：申报汇总表写“{listed}”，申报材料为“{actual}”，不一致；请与推荐单位核对后更正有误的一处。",
    "finding.application-table.contradiction.not-listed":
      "“{subject}”报送了材料，但{city}的申报汇总表中没有列出；请与推荐单位核对。",
    "finding.application-table.not-reported.listed-only":
      "{city}申报汇总表列有“{subject}”，但没有收到它的申报材料；请与推荐单位核对。",
    "finding.application-table.to-confirm.similar":
      "{city}申报汇总表列有“{subject}”，没有收到同名材料；“{names}”名称相近，请判断是否同一单位。",
  },
  en: {
    "findingKind.eligibility": "Applicant type and direction",
    "findingKind.threshold": "Indicators",
    "findingKind.recomputed": "Recalculated from yearly values",
    "findingKind.confused-indicator": "Mistaken indicator",
    "findingKind.contradiction": "Contradicting values",
    "findingKind.outline": "Outline section",
    "findingKind.total-length": "Length of the text",
    "findingKind.attachment": "Material handed in",
    "findingKind.deadline": "Deadline",
    "findingKind.exclusion": "Already listed",
    "findingKind.duplicate": "Duplicate application",
    "findingKind.quota": "City quota",
    "findingKind.project-sum": "Sums of the project table",
    "findingKind.identity": "Application data",
    "findingKind.point": "Evaluation points",
    "findingKind.count": "Number of projects",
    "findingKind.application-table": "Summary table of applications",
    "identityField.name": "applicant",
    "identityField.city": "city",
    "identityField.subject": "applicant type",
    "identityField.direction": "direction",

    "finding.identity.met": "{field}: {actual}.",
    "finding.identity.not-reported":
      "No {field} was found in the material. Look at the originals and enter it.",
    "finding.identity.to-confirm.unconfirmed":
      "The {field} was read as “{actual}” and nobody has checked it. Compare with the original, then confirm or correct.",
    "finding.identity.to-confirm.unknown-city":
      "The {field} “{actual}” is not among the cities of this notice. Check and correct it.",

    "finding.eligibility.met": "This applicant type ({subjectType}) may apply in the direction {direction}.",
    "finding.eligibility.not-allowed":
      "The notice lets this applicant type ({subjectType}) apply only in: {allowed}. This one applies in {direction} and is not admitted. Check whether type and direction were read correctly.",
    "finding.eligibility.to-confirm.identity-unknown":
      "Applicant type or direction is not known, so eligibility cannot be decided. Enter them first.",
    "finding.eligibility.to-confirm.identity-unconfirmed":
      "As read, this applicant type ({subjectType}) may apply in {direction}. Type or direction is not confirmed yet: confirm first.",
    "finding.eligibility.to-confirm.pair-in-principle":
      "In principle this applicant type ({subjectType}) applies in: {allowed}. This one applies in {direction}. Decide whether to admit it and record the reason.",

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
    "finding.confused-indicator.to-confirm":
      "{subject}: the value {actual} seems to belong to another indicator. {note} Confirm or correct it against the original.",

    "finding.outline.met": "Section “{subject}” is there, {actual} characters.",
    "finding.outline.not-met":
      "Section “{subject}” has {actual} characters, about {expected} are asked for (difference {margin}), outside the tolerance set.",
    "finding.outline.no-threshold":
      "Section “{subject}” has {actual} characters, about {expected} are asked for (difference {margin}). No tolerance is set, so nothing is decided.",
    "finding.outline.not-reported":
      "Section “{subject}” was not found. Look at the headings of the original; if it is missing, ask for it.",
    "finding.outline.not-reported.no-plan":
      "There is no readable plan, so section “{subject}” cannot be checked. See whether a scan or an unread file is among the material.",
    "finding.outline.not-reported.empty":
      "Section “{subject}” is a heading without text. Look at the original or ask for it.",
    "finding.outline.to-confirm.provisional":
      "Section “{subject}” was not found. The notice page does not give the outline and this title is a working default: judge by the official annex.",
    "finding.outline.to-confirm.several-files":
      "Several files have a section “{subject}” of different length ({actual}). Decide which file counts.",

    "finding.total-length.met": "The text has {actual} characters; about {expected} are asked for.",
    "finding.total-length.not-met":
      "The text has {actual} characters, about {expected} are asked for (difference {margin}), outside the tolerance set.",
    "finding.total-length.no-threshold":
      "The text has {actual} characters, about {expected} are asked for (difference {margin}). No tolerance is set, so nothing is decided.",
    "finding.total-length.not-reported":
      "There is no readable text to count. See whether a scan or an unread file is among the material.",

    "finding.attachment.met": "The material for annex “{subject}” is there: {files}.",
    "finding.attachment.not-reported":
      "The material for annex “{subject}” has not arrived. Check what was received; if it is missing, ask for it.",
    "finding.attachment.to-confirm.unread":
      "The material for annex “{subject}” ({files}) could not be read. Open the original.",
    "finding.attachment.to-confirm.unread-files":
      "No material for annex “{subject}” was recognised, but there are files that could not be read or placed ({files}). Open them and say what they are.",

    "finding.deadline.met": "Received {actual}, before the deadline {expected}.",
    "finding.deadline.not-met":
      "Received {actual}, after the deadline {expected}. The notice does not accept late material. Check the time of receipt, then decide.",
    "finding.deadline.not-met.late-rule-unknown":
      "Received {actual}, after the deadline {expected}. The notice does not say what happens to late material. Decide and record the reason.",
    "finding.deadline.to-confirm.time-unknown":
      "The time of receipt is not known (deadline {expected}). Enter it from the incoming mail register or the mail.",
    "finding.deadline.to-confirm.same-day":
      "Received on the last day ({actual}). The notice names no hour (下班前) or only the date of receipt is known. Decide whether it was in time.",

    "finding.exclusion.met":
      "Not in the enclosed list of {count} bases. Recommendations outside that list are not known to the program: check them as the notice asks.",
    "finding.exclusion.not-allowed.listed":
      "“{subject}” is listed in {lists} ({bases}) and by the notice may not apply. Check the name.",
    "finding.exclusion.to-confirm.listed":
      "The name read, “{subject}”, is listed in {lists} ({bases}) and by the notice may not apply. The name is not checked yet: confirm it first.",
    "finding.exclusion.to-confirm.listed-ask":
      "“{subject}” is listed in {lists} ({bases}). The notice does not say whether that excludes it. Decide and record the reason.",
    "finding.exclusion.to-confirm.list-missing":
      "The register “{register}” holds nobody, so it cannot be said whether “{subject}” is listed. Import the list under “Register of bases” first.",
    "finding.exclusion.to-confirm.removed":
      "“{subject}” was listed in {lists} ({bases}) and has lost the title since. Decide whether it may apply and record the reason.",
    "finding.exclusion.to-confirm.unconfirmed":
      "The name as read is not on the lists at hand ({count} names), but nobody has confirmed the name. Confirm it in intake first.",
    "finding.exclusion.to-confirm.similar":
      "“{subject}” and the listed “{bases}” are similar or one holds the other. Decide whether they are the same.",

    "finding.duplicate.not-met":
      "“{names}” has {count} applications in this round (no. {numbers}). Decide which one to keep, or join the material.",
    "finding.duplicate.to-confirm.similar":
      "“{names}” (no. {numbers}) are similar names and may be one applicant. Decide, then join or keep them.",

    "finding.quota.met": "{city}{scope}: {actual} applications, quota {max}, not exceeded.",
    "finding.quota.not-met":
      "{city}{scope}: {actual} applications, quota {max}, {over} too many ({names}). Settle with the recommending body which to keep.",
    "finding.quota.to-confirm.identity-unconfirmed":
      "{city}{scope}: possibly {actual} applications, quota {max} ({names}). Some application data is not checked yet: confirm it first.",
    "finding.quota.to-confirm.city-unknown":
      "{count} applications have no known city ({names}) and are in no quota. Enter the city first.",

    "finding.project-sum.met":
      "The {count} rows of the project table add up to {expected} 万元, which agrees with the total {actual} 万元 (rounding {tolerance}).",
    "finding.project-sum.contradiction":
      "The {count} rows of the project table add up to {expected} 万元, the total says {actual} 万元 (difference {margin} 万元, more than rounding explains: {tolerance}). Check the table.",
    "finding.project-sum.contradiction.funding":
      "The sources of money of “{subject}” add up to {expected} 万元, its total investment says {actual} 万元 (difference {margin} 万元). Check the table.",
    "finding.project-sum.to-confirm.row-without-amount":
      "{count} rows of the project table have no total investment ({rows}), so the total {actual} 万元 cannot be compared. An empty amount is not 0: enter it.",

    "finding.eligibility.met.type-only":
      "The notice has this applicant type ({subjectType}); it knows no directions.",
    "finding.eligibility.to-confirm.type-unconfirmed":
      "The applicant type was read as {subjectType} and nobody has checked it: confirm it first. The notice knows no directions.",

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

    "finding.attachment.not-reported.per-city":
      "“{title}” of {city} has not arrived. Check what was received; if it is missing, ask the recommending body for it.",

    "finding.count.met": "{actual} projects are stated, as many as the table has rows.",
    "finding.count.contradiction":
      "{actual} projects are stated, the table has {expected} rows (difference {margin}). Check the table.",

    "finding.application-table.met": "Listed in the summary table of {city} with the same data.",
    "finding.application-table.contradiction":
      "{field}: the summary table says “{listed}”, the application “{actual}”. Settle with the recommending body which is right and correct it.",
    "finding.application-table.contradiction.not-listed":
      "“{subject}” has sent material and is not in the summary table of {city}. Settle it with the recommending body.",
    "finding.application-table.not-reported.listed-only":
      "The summary table of {city} lists “{subject}”, whose material has not arrived. Settle it with the recommending body.",
    "finding.application-table.to-confirm.similar":
      "The summary table of {city} lists “{subject}”; nothing of that name has arrived, but “{names}” is similar. Decide whether they are the same.",
  },
});

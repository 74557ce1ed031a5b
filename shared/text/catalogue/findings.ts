import { defineWords } from "../define-words.ts";

/**
 * The kinds of findings, and the sentences about who applies, what was handed in and when; `finding-values.ts` has those about what it says.
 * A sentence per kind and status, and per reason where one status has several: what was found, and what to do.
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

    "finding.eligibility.met.type-only": "{subjectType}属于通知规定的申报主体类型；通知没有划分建设方向。",
    "finding.eligibility.to-confirm.type-unconfirmed":
      "读到的主体类型是{subjectType}，尚未核对，请先确认；通知没有划分建设方向。",

    "finding.attachment.not-reported.per-city":
      "没有收到{city}的“{title}”，请核对来件，确实没有则请推荐单位补报。",

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

    "finding.eligibility.met.type-only":
      "The notice has this applicant type ({subjectType}); it knows no directions.",
    "finding.eligibility.to-confirm.type-unconfirmed":
      "The applicant type was read as {subjectType} and nobody has checked it: confirm it first. The notice knows no directions.",

    "finding.attachment.not-reported.per-city":
      "“{title}” of {city} has not arrived. Check what was received; if it is missing, ask the recommending body for it.",

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

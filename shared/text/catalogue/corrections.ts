import { defineWords } from "../define-words.ts";

/** The 补正 letter: its screen, and its own words. */
export const correctionWords = defineWords({
  zh: {
    "letters.title": "补正函",
    "letters.hint":
      "选一家申报单位，勾选要它补正的内容，核对函件全文后生成 Word 文件。发出之日起计时，收到新文件即为已补正。",
    "letters.toChecks": "回到核查",
    "letters.write": "写入补正函",
    "letters.applicants": "申报单位",
    "letters.findings": "待看的发现",
    "letters.state": "状态",
    "letters.never": "没有发函",
    "letters.chooseApplicant": "从左边选一家申报单位。",
    "letters.nothing": "这一家没有需要补正的内容。",
    "letters.formLabel": "补正函：{name}",
    "letters.chosen": "已选 {count} 项，共 {total} 项",
    "letters.choose": "写入第 {number} 项",
    "letters.itemText": "第 {number} 项的文字",
    "letters.places": "所在位置：{places}",
    "letters.noPlace": "来件中未见",
    "letters.deadline": "补正期限",
    "letters.noDeadline": "没有期限",
    "letters.office": "落款单位",
    "letters.note": "补充说明（可空）",
    "letters.preview": "函件预览",
    "letters.make": "生成补正函",
    "letters.made": "给“{name}”的补正函已生成，补正开始计时。收到补正材料后在“收件”里导入。",
    "letters.letter": "函件",
    "letters.items": "项数",
    "letters.sent": "已发的补正函",
    "letters.sentNone": "还没有发过补正函。",
    "letters.sentAt": "生成时间",
    "letters.arrived": "其后收到",
    "letters.emptyHint": "导入申报材料并核查后，这里写补正函。",
    "letters.daysLeft": "还有 {days} 天",
    "letters.daysOver": "已过 {days} 天",
    "letters.lastDay": "今天到期",
    "letters.count": "{state} {count} 家",
    "correction.state.waiting": "补正中",
    "correction.state.overdue": "补正逾期",
    "correction.state.answered": "已补正",

    "letter.title": "关于补正双创示范基地申报材料的通知",
    "letter.opening":
      "你单位报送的“{scheme}”申报材料收悉。经核查，以下 {count} 项材料缺失、前后不一致或需要明确：",
    "letter.places": "所在位置：{places}。",
    "letter.noPlace": "来件中未见相应内容。",
    "letter.deadline": "请于{date}前将补正材料连同电子版报送我单位。",
    "letter.noDeadline": "请尽快将补正材料连同电子版报送我单位。",
    "letter.closing": "特此通知。",
    "letter.fileName": "补正通知-{number}-{name}",
    "letter.example": "（示例）",
    "letter.item": "“{subject}”：请核对并书面说明。",
    "letter.item.identity.not-reported": "材料中未写明{field}，请补充。",
    "letter.item.threshold.not-reported": "“{subject}”没有填报，请补报数值（单位：{unit}）并附佐证材料。",
    "letter.item.threshold.to-confirm":
      "“{subject}”填报为 {actual}，不是可以直接采用的准确数（约数、范围、合计数、单位或口径不一致），请报送准确数值（单位：{unit}）并说明口径。",
    "letter.item.recomputed.contradiction":
      "“{subject}”填报 {actual}{unit}，按所报分年数据计算为 {expected}{unit}，两者不一致，请核对后更正。",
    "letter.item.recomputed.to-confirm":
      "“{subject}”的分年数据不完整或不一致，无法复核，请补报完整的分年数据。",
    "letter.item.confused-indicator.to-confirm":
      "“{subject}”处填报的 {actual} 像是另一指标的数值，请按本指标的口径重新填报。",
    "letter.item.contradiction.contradiction":
      "“{subject}”在材料中有不同数值（{values}{unit}），请明确以哪一个为准并说明。",
    "letter.item.outline.not-reported": "方案中缺少“{subject}”一节，请补充。",
    "letter.item.outline.not-met": "“{subject}”一节 {actual} 字，与要求的约 {expected} 字相差较多，请调整。",
    "letter.item.outline.to-confirm": "有几个文件都写了“{subject}”一节，请明确以哪个文件为准。",
    "letter.item.total-length.not-reported": "没有收到可以阅读的方案正文，请报送可编辑的电子版。",
    "letter.item.total-length.not-met": "方案全文 {actual} 字，与要求的约 {expected} 字相差较多，请调整。",
    "letter.item.attachment.not-reported": "缺少“{subject}”，请补报。",
    "letter.item.attachment.to-confirm": "“{subject}”的电子文件无法打开，请重新报送。",
    "letter.item.project-sum.contradiction":
      "项目汇总表中，各项之和为 {expected}{unit}，所写合计为 {actual}{unit}，两者不一致，请核对后更正。",
    "letter.item.project-sum.to-confirm": "项目汇总表中有项目没有填写总投资（{rows}），请补填。",
    "letter.item.count.contradiction":
      "材料中写有 {actual} 个项目，项目汇总表列有 {expected} 个，请核对后更正。",
    "letter.item.application-table.contradiction":
      "申报汇总表与申报材料的{field}不一致（汇总表：{listed}；材料：{actual}），请核对后更正。",
    "letter.item.point.not-reported": "请就“{subject}”作出说明，并提供佐证材料。",
    "letter.item.point.to-confirm": "请就“{subject}”提供佐证材料。",
  },
  en: {
    "letters.title": "Requests to supplement",
    "letters.hint":
      "Choose an applicant, tick what it has to supplement, read the letter and make the Word file. Its clock runs from then and ends when a new file arrives.",
    "letters.toChecks": "Back to the checks",
    "letters.write": "Put into a request",
    "letters.applicants": "Applicants",
    "letters.findings": "Findings to look at",
    "letters.state": "State",
    "letters.never": "none sent",
    "letters.chooseApplicant": "Choose an applicant from the list.",
    "letters.nothing": "There is nothing for this applicant to supplement.",
    "letters.formLabel": "Request to {name}",
    "letters.chosen": "{count} of {total} items chosen",
    "letters.choose": "Include item {number}",
    "letters.itemText": "Text of item {number}",
    "letters.places": "Place: {places}",
    "letters.noPlace": "not found in the material",
    "letters.deadline": "Deadline",
    "letters.noDeadline": "no deadline",
    "letters.office": "Signed by",
    "letters.note": "Remark (may be empty)",
    "letters.preview": "Preview of the letter",
    "letters.make": "Make the letter",
    "letters.made":
      "The letter to “{name}” is made and its clock runs. Import the supplement under Intake when it arrives.",
    "letters.letter": "Letter",
    "letters.items": "Items",
    "letters.sent": "Letters sent",
    "letters.sentNone": "No letter has been sent.",
    "letters.sentAt": "Made",
    "letters.arrived": "Arrived since",
    "letters.emptyHint": "Import applications and check them; then write letters here.",
    "letters.daysLeft": "{days} days left",
    "letters.daysOver": "{days} days over",
    "letters.lastDay": "due today",
    "letters.count": "{state}: {count}",
    "correction.state.waiting": "waiting for the supplement",
    "correction.state.overdue": "supplement overdue",
    "correction.state.answered": "supplemented",

    "letter.title": "Request to supplement the application",
    "letter.opening":
      "Your application for “{scheme}” has arrived. These {count} items are missing, contradictory or unclear:",
    "letter.places": "Place: {places}.",
    "letter.noPlace": "Nothing of it was found in the material.",
    "letter.deadline": "Please send the supplement, with its files, by {date}.",
    "letter.noDeadline": "Please send the supplement, with its files, as soon as possible.",
    "letter.closing": "",
    "letter.fileName": "supplement-{number}-{name}",
    "letter.example": "(sample)",
    "letter.item": "“{subject}”: please check it and explain in writing.",
    "letter.item.identity.not-reported": "The material does not say the {field}: please add it.",
    "letter.item.threshold.not-reported":
      "“{subject}” is not reported: please give the value (in {unit}) with evidence.",
    "letter.item.threshold.to-confirm":
      "“{subject}” is given as {actual}, which is not an exact number that can be used (approximate, a range, a sum, another unit or definition): please give the exact value (in {unit}).",
    "letter.item.recomputed.contradiction":
      "“{subject}” is given as {actual} {unit}; the yearly values give {expected} {unit}. Please correct it.",
    "letter.item.recomputed.to-confirm":
      "The yearly values of “{subject}” are incomplete or contradictory: please give all of them.",
    "letter.item.confused-indicator.to-confirm":
      "The value {actual} given for “{subject}” seems to be another indicator: please give the right one.",
    "letter.item.contradiction.contradiction":
      "“{subject}” has different values in the material ({values} {unit}): please say which one holds.",
    "letter.item.outline.not-reported": "The section “{subject}” is missing: please add it.",
    "letter.item.outline.not-met":
      "The section “{subject}” has {actual} characters, about {expected} are asked for: please adjust it.",
    "letter.item.outline.to-confirm": "Several files have a section “{subject}”: please say which one holds.",
    "letter.item.total-length.not-reported": "No readable plan has arrived: please send an editable file.",
    "letter.item.total-length.not-met":
      "The plan has {actual} characters, about {expected} are asked for: please adjust it.",
    "letter.item.attachment.not-reported": "“{subject}” is missing: please send it.",
    "letter.item.attachment.to-confirm": "The file for “{subject}” cannot be opened: please send it again.",
    "letter.item.project-sum.contradiction":
      "The rows of the project table add up to {expected} {unit}, the total says {actual} {unit}: please correct it.",
    "letter.item.project-sum.to-confirm": "Projects without a total investment ({rows}): please fill it in.",
    "letter.item.count.contradiction":
      "The material speaks of {actual} projects, the project table lists {expected}: please correct it.",
    "letter.item.application-table.contradiction":
      "The summary table and the application differ in {field} (table: {listed}; application: {actual}): please correct it.",
    "letter.item.point.not-reported": "Please explain “{subject}” and give evidence.",
    "letter.item.point.to-confirm": "Please give evidence for “{subject}”.",
  },
});

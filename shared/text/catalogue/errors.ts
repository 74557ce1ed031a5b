import { defineWords } from "../define-words.ts";

/**
 * A sentence for every code a call may answer with: what happened, what was not lost, what to do.
 * `text/failure-sentence.ts` does not compile while a code of the contract has none.
 */
export const errors = defineWords({
  zh: {
    "error.unknown-call": "程序的窗口与后台版本不一致，这一步没有执行。请关闭程序后重新打开。",
    "error.bad-input": "填写的内容不符合要求，没有保存任何改动。请检查后重试。",
    "error.not-found": "要找的内容已不在本机。其他内容没有变化，请返回上一页刷新。",
    "error.database-locked": "数据正被另一个打开的程序占用，这一步没有保存。请关闭另一个窗口后重试。",
    "error.database-read-only": "数据以只读方式打开，不能修改。请检查数据文件夹的写入权限后重新打开程序。",
    "error.disk-full": "磁盘已满，这一步没有保存，之前保存的内容都在。请清出空间后重试。",
    "error.wrong-state": "当前状态下不能做这一步，没有改动。请刷新后按提示的下一步进行。",
    "error.internal":
      "程序内部出错，这一步没有保存，之前保存的内容都在。请重试；若再次出现，请把代码读给维护人员。",
    "error.unreachable":
      "窗口与后台程序失去联系，这一步没有保存，之前保存的内容都在。请确认程序仍在运行，再点“重试”。",
    "error.unknown-upload": "文件没有传到程序里，没有导入任何内容。请重新选择文件。",
    "error.busy": "另一项导入正在进行，这一次没有开始。请等它完成或先取消。",
    "error.round-frozen": "轮次已开启评审并冻结，这一项不能再改。已有内容没有变化。",
    "error.already-here": "“{name}”的身份已在本机，没有再导入一次，原有身份没有变化。可以直接使用。",
    "error.nothing-read": "所选内容没有读取到的值，没有确认任何一项。请改用“修改”填写。",
    "error.unknown-indicator": "方案里没有这一指标，没有保存。请刷新后重新选择指标。",
    "error.threshold-not-open":
      "通知已给出的门槛不能改，门槛也必须是不小于 0 的数；没有保存。请只填写通知没有给出的门槛。",
    "error.bad-value": "这个值不在允许的范围内，没有保存。请从列表中选择。",
    "error.name-taken": "已有同名专家，没有保存。请在姓名后注明单位以示区别。",
    "error.malformed": "文件格式不对或不完整，没有采用其中任何内容。请对方重新导出并拷贝。",
    "error.key-of-another-expert": "这份身份文件已登记在另一位专家名下，没有登记。请核对是否拿错文件。",
    "error.already-signed": "已有签署的结果，不能再改动这一项。已签署的结果没有变化。",
    "error.conflict": "该专家与该单位有回避关系，没有分派。请换一位专家。",
    "error.weak-passphrase":
      "口令太短或太简单，没有创建身份。请用至少 10 个字符（一个汉字算两个），最好是几个不相关的词，不要用姓名和连续数字。",
    "error.round-not-open": "轮次还没有开启评审，这一步还不能做。请先在轮次设置里开启评审。",
    "error.not-enrolled": "这位专家还没有登记身份文件，没有生成评审包。请先登记身份。",
    "error.nothing-assigned": "这位专家还没有分派任何申报单位，没有生成评审包。请先分派。",
    "error.wrong-passphrase": "口令不对，没有签署，也没有生成文件。请检查大小写和输入法后重试。",
    "error.altered": "文件在签名之后被改动过，没有采用其中任何内容。请对方重新导出并拷贝。",
    "error.not-canonical": "文件的签名内容写法不规范，无法确认没有被改动，没有采用。请对方用本程序重新导出。",
    "error.unknown-key":
      "这个评审包由另一把密钥签发（{clerk}），与本轮次此前的经办人不同，没有采用。请与经办人当面核对指纹。",
    "error.no-signature": "文件没有签名，无法确认来源，没有采用。请对方重新导出。",
    "error.round-is-here": "这个轮次就是本机建立的，不需要打开评审包。请直接进入该轮次。",
    "error.older-pack": "本机已有更新的评审包，没有用旧的覆盖。已评内容没有变化，请使用最新的评审包。",
    "error.not-for-this-laptop":
      "这个评审包不是给本机身份的，没有打开。请核对是否拿错评审包，或请经办人重新登记身份。",
    "error.too-large": "文件超过大小限制，没有接收。请拆分后重试，其他文件不受影响。",
    "error.too-many": "一次选择的文件太多，没有接收。请分几次导入。",
    "error.bad-path": "文件名或路径不合规，没有接收这个文件。请改名后重试。",
    "error.not-assigned": "这一申报单位没有分派给这位专家，没有保存。请联系经办人。",
    "error.reason-missing": "还没有写理由，没有保存。请补上理由。",
    "error.signed": "评分已签署，不能直接修改，已签署的内容没有变化。如需更改，请先“重新打开”并写明理由。",
    "error.not-declared": "还没有作回避声明，评分没有保存。请先声明是否需要回避。",
    "error.recused": "已声明回避，不能评分。已作的声明没有变化。",
    "error.not-a-number": "“{value}”不是数字，没有保存。请只输入数字和小数点。",
    "error.out-of-range": "分数超出范围（0–{max}），没有保存。请重新输入。",
    "error.off-step": "分数须是 {step} 的整数倍，没有保存。请重新输入。",
    "error.incomplete": "还有未评的项目，没有标为完成，已评的分数都在。请先评完各项。",
    "error.not-ready": "还有未完成的评分，没有签署。已评的分数都在，请先按清单处理。",
    "error.wrong-key": "这个身份不是本轮次登记的专家身份，没有签署。请选择登记过的身份。",
    "error.not-signed": "还没有签署过的结果，不需要重新打开。",
    "error.no-such-tie": "这几家现在并没有同分，决定没有记录。请刷新排序后再看。",
    "error.open-tie": "入围线上有同分尚未决定，没有导出。请先在“汇总”里记录决定。",
    "error.cut-line-unset": "还没有设定各方向的名额，没有导出。请先在轮次设置里填写名额。",
    "error.nothing-ranked": "还没有可排序的评分，没有导出。请先并入专家签署的结果。",
    "error.samples-missing": "程序里没有找到示例材料，没有建立示例轮次。请重新安装程序，或直接新建轮次。",
    "error.unknown-item": "评分表里没有这一项，没有保存。请刷新后重试。",
    "error.bad-rule": "排序规则不成立，没有保存：去掉最高最低分至少要 3 份评分。请调整后再保存。",
    "error.maxima-unset": "还有评分项没有设定满分，没有开启评审。请先填写每一项的满分。",
    "error.bad-form":
      "评分表还不能用（{name}，满分 {max}，最小计分单位 {step}），没有开启评审。每项满分须大于 0，并且是最小计分单位的整数倍；须写说明的分数须在 0 至 100% 之间。请改正后再开启。",
    "error.no-submissions": "还没有收件，没有开启评审。请先导入申报材料。",
    "error.nameless-applicant": "第 {numbers} 家没有单位名称，没有开启评审。请在“收件”里照原文补录。",
    "error.questions-changed": "待核实的数目刚刚变了，没有开启评审。请看过新的数目后再确认。",
    "error.too-few-experts": "专家人数不够所选的排序规则，没有开启评审。请增加专家或改用简单平均。",
    "error.cancelled": "已取消，已完成的部分保留。",
    "error.database-newer": "数据由更新版本的程序建立，本版本没有打开它，内容没有变化。请使用新版本程序。",
    "error.database-damaged": "数据文件损坏，没有打开它，也没有改动。请从备份恢复，并把代码读给维护人员。",
    "error.data-folder-unusable": "数据文件夹不能读写，没有保存任何内容。请检查权限和磁盘空间。",
    "error.self-test-failed": "程序自检没有通过，为保护数据没有继续。请重新安装程序。",
    "error.unknown": "没有完成这一步，之前保存的内容都在。请把代码读给维护人员。",
    "error.scheme-taken": "已有编号为“{scheme}”的方案，没有建立。请换一个编号。",
    "error.scheme-invalid": "方案有 {count} 处不对，没有保存。第一处：{sentence}",
    "error.scheme-of-package": "“{scheme}”是随程序提供的方案，不能改动。请另取编号，以它为底稿新建。",
    "error.not-json":
      "这个文件不是方案文件（{where}不是 JSON 写法），没有导入任何内容。请选择由本程序导出的 .json 方案文件。",
    "error.unreadable":
      "这个文件读不出来（{reason}），没有采用其中任何内容。请打开原件检查，或另存为 .docx、.xlsx 后重试。",
    "error.nothing-found": "文件里没有找到可用的表格或名单，没有采用任何内容。请确认选对了附件，或手工填写。",
    "error.notice-missing":
      "程序里没有这份通知的原文。请在自己的电脑上打开通知对照，方案中每条规则仍写有出处。",
    "error.not-for-review": "“{title}”是名单或行动计划，不是申报通知，没有建立轮次。请选择申报通知的方案。",
    "error.already-listed":
      "“{name}”与名录中的“{other}”是同一单位，没有添加任何一条。请从清单中去掉它，或给已有的一条加别名。",
    "error.question-open": "“{name}”还有未答复的问题（{question}），没有添加任何一条。请逐条确认后重试。",
    "error.base-removed": "“{name}”已退出，不能再登记评估结果。如登记有误，请先恢复并写明理由。",
    "error.base-not-removed": "“{name}”现在在册，没有整改或退出可以恢复，没有改动。",
    "error.unknown-outcome": "方案里没有这一评估结果，没有登记。请从列表中选择。",
    "error.outcome-too-early":
      "“{name}”还没有被责成限期整改，按方案不能直接“{outcome}”，没有登记。请先登记整改。",
    "error.deadline-missing": "“{name}”限期整改要有整改期限，没有登记。请填写最后一天。",
    "error.nothing-listed": "这个名录里没有在册的基地，没有导出。请先添加或导入。",
    "error.unknown-target": "计划里没有这个目标，没有保存。请刷新后重试。",
    "error.unknown-task": "计划里没有这项任务，没有保存。请刷新后重试。",
    "error.unknown-point": "方案没有为这类主体设这个要点，没有保存。请核对主体类型。",
    "error.unknown-input": "这个要点不需要“{input}”，没有保存。请只填列出的数字。",
    "error.deadline-past": "补正期限 {deadline} 已经过去，没有生成通知。请选择今天或以后的日期。",

    "error.comment-due": "过低或过高的分数需要写明理由：{items}。分数已保存，补写说明后再点“完成”。",
    "error.objective-item":
      "这一项是客观分，由已确认的填报值算出（{score} 分），不能手工修改。请看算式；数值有误请联系经办人。",
    "error.no-notes": "还没有笔记可以导出。在材料中选中文字，按 N 写一条。",
  },
  en: {
    "error.unknown-call":
      "The window and the program behind it do not match; nothing was done. Close the program and open it again.",
    "error.bad-input": "What was entered does not fit; nothing was changed. Check it and try again.",
    "error.not-found":
      "This is no longer on this computer. Nothing else has changed; go back and load the page again.",
    "error.database-locked":
      "Another open program is using the data; nothing was saved. Close the other window and try again.",
    "error.database-read-only":
      "The data is opened read-only and cannot be changed. Check the write permission of the data folder and restart.",
    "error.disk-full":
      "The disk is full; this step was not saved, everything saved before is there. Free some space and try again.",
    "error.wrong-state":
      "This cannot be done now; nothing changed. Load the page again and follow the next step.",
    "error.internal":
      "The program failed; this step was not saved, everything saved before is there. Try again; if it fails again, read the code to your support.",
    "error.unreachable":
      "The window lost the program behind it; this step was not saved, everything saved before is there. Make sure the program is running, then try again.",
    "error.unknown-upload":
      "The file did not reach the program; nothing was imported. Choose the file again.",
    "error.busy": "Another import is running; this one was not started. Wait for it or cancel it.",
    "error.round-frozen": "The round is open for review and frozen; this cannot be changed. Nothing changed.",
    "error.already-here":
      "The identity of “{name}” is on this computer already; it was not imported again and is unchanged. Just use it.",
    "error.nothing-read":
      "Nothing was read for the choice; nothing was confirmed. Use “Edit” to enter a value.",
    "error.unknown-indicator":
      "The scheme has no such indicator; nothing was saved. Reload and choose again.",
    "error.threshold-not-open":
      "A threshold the notice gives cannot be changed, and a threshold is a number of 0 or more; nothing was saved. Enter only those the notice leaves open.",
    "error.bad-value": "This value is not allowed; nothing was saved. Choose one from the list.",
    "error.name-taken":
      "An expert of this name exists; nothing was saved. Add the employer to tell them apart.",
    "error.malformed":
      "The file is not of the right form or incomplete; nothing was taken from it. Ask for a new copy.",
    "error.key-of-another-expert":
      "This identity file is enrolled for another expert; nothing was enrolled. Check that it is the right file.",
    "error.already-signed":
      "A signed result exists; this can no longer be changed. The signed result is untouched.",
    "error.conflict": "The expert has to avoid this applicant; nothing was assigned. Choose another expert.",
    "error.weak-passphrase":
      "The passphrase is too short or simple; no identity was made. Use at least 10 characters (a Chinese one counts as two), best several unrelated words.",
    "error.round-not-open": "The round is not open for review yet. Open it in the round settings first.",
    "error.not-enrolled": "This expert has no enrolled identity; no pack was made. Enrol the identity first.",
    "error.nothing-assigned": "This expert has no applicants; no pack was made. Assign some first.",
    "error.wrong-passphrase":
      "Wrong passphrase; nothing was signed and no file was made. Check capitals and the input method, then try again.",
    "error.altered":
      "The file was changed after it was signed; nothing was taken from it. Ask for a new copy.",
    "error.not-canonical":
      "What was signed is not written in the agreed form, so changes cannot be ruled out; it was not used. Ask for a new copy.",
    "error.unknown-key":
      "This pack is signed with another key ({clerk}) than the one this round came from; nothing was taken from it. Compare the fingerprint with the clerk in person.",
    "error.no-signature":
      "The file has no signature, so its origin is unknown; it was not used. Ask for a new copy.",
    "error.round-is-here": "This round was made on this computer; no pack is needed. Open the round itself.",
    "error.older-pack":
      "A newer pack is here already; the older one was not used. Your scores are untouched; use the newest pack.",
    "error.not-for-this-laptop":
      "This pack is not for an identity on this computer; it was not opened. Check the pack, or ask the clerk to enrol again.",
    "error.too-large":
      "The file is too large and was not accepted. Split it and try again; other files are fine.",
    "error.too-many": "Too many files at once; none was accepted. Import in several steps.",
    "error.bad-path":
      "The file name or path is not allowed; this file was not accepted. Rename it and try again.",
    "error.not-assigned": "This applicant is not assigned to this expert; nothing was saved. Ask the clerk.",
    "error.reason-missing": "A reason is missing; nothing was saved. Add the reason.",
    "error.signed":
      "The scores are signed and cannot be edited; what was signed is untouched. To change them, reopen with a reason.",
    "error.not-declared":
      "The declaration of interests is missing; the score was not saved. Declare first whether you must step aside.",
    "error.recused": "You declared a conflict of interest and cannot score. The declaration is untouched.",
    "error.not-a-number":
      "“{value}” is not a number; it was not saved. Type digits and a decimal point only.",
    "error.out-of-range": "The score is outside 0–{max}; it was not saved. Enter it again.",
    "error.off-step": "The score must be a multiple of {step}; it was not saved. Enter it again.",
    "error.incomplete":
      "Some items have no score; it was not marked complete. Your scores are kept; fill the rest.",
    "error.not-ready":
      "Some scores are unfinished; nothing was signed. Your scores are kept; work through the list.",
    "error.wrong-key":
      "This identity is not the enrolled one of this expert; nothing was signed. Choose the enrolled one.",
    "error.not-signed": "There is no signed result yet; nothing to reopen.",
    "error.no-such-tie": "These applicants are not tied now; no decision was recorded. Reload the ranking.",
    "error.open-tie":
      "A tie at the cut line is undecided; nothing was exported. Record the decision in Panel first.",
    "error.cut-line-unset":
      "Places per direction are not set; nothing was exported. Set them in the round settings.",
    "error.nothing-ranked": "There is nothing to rank yet; nothing was exported. Merge signed results first.",
    "error.samples-missing":
      "The sample files are not in this program; no sample round was made. Reinstall, or create a round.",
    "error.unknown-item": "The score sheet has no such item; nothing was saved. Reload and try again.",
    "error.bad-rule":
      "The ranking rule does not hold and was not saved: dropping highest and lowest needs at least 3 sheets. Adjust it.",
    "error.maxima-unset":
      "Some score items have no maximum; the round was not opened. Set every maximum first.",
    "error.bad-form":
      "The score sheet cannot be used yet ({name}, maximum {max}, step {step}); the review was not opened. Every maximum has to be above 0 and a multiple of the step, and scores that need a comment a share from 0 to 100 %. Correct it and open again.",
    "error.no-submissions": "Nothing has been imported; the round was not opened. Import submissions first.",
    "error.nameless-applicant":
      "Submission {numbers} has no applicant's name; the round was not opened. Enter it under Intake, as the papers have it.",
    "error.questions-changed":
      "The number of open questions has just changed; the round was not opened. Look at the new number and confirm.",
    "error.too-few-experts":
      "There are too few experts for the ranking rule; the round was not opened. Add experts or use the plain mean.",
    "error.cancelled": "Cancelled; what was finished is kept.",
    "error.database-newer":
      "The data was made by a newer version; it was not opened and is unchanged. Use the newer program.",
    "error.database-damaged":
      "The data file is damaged; it was not opened or changed. Restore a backup and read the code to your support.",
    "error.data-folder-unusable":
      "The data folder cannot be read or written; nothing was saved. Check permissions and disk space.",
    "error.self-test-failed":
      "The program's self-test failed; it stopped to protect the data. Install the program again.",
    "error.unknown":
      "This step was not done; everything saved before is there. Read the code to your support.",
    "error.scheme-taken": "A scheme with the id “{scheme}” exists; none was made. Choose another id.",
    "error.scheme-invalid": "The scheme has {count} faults and was not saved. The first: {sentence}",
    "error.scheme-of-package":
      "“{scheme}” comes with the program and cannot be changed. Make a new one from it under another id.",
    "error.not-json":
      "This is no scheme file (no JSON at {where}); nothing was imported. Choose a .json file exported by this program.",
    "error.unreadable":
      "This file cannot be read ({reason}); nothing was taken from it. Check the original, or save it as .docx or .xlsx and try again.",
    "error.nothing-found":
      "No usable table or list was found in the file; nothing was taken from it. Check that it is the right annex, or enter it by hand.",
    "error.notice-missing":
      "The text of this notice is not in the program. Open it on your computer; every rule of the scheme still says where it comes from.",
    "error.not-for-review":
      "“{title}” is a list or a plan and no call for applications; no round was made. Choose the scheme of a notice.",
    "error.already-listed":
      "“{name}” is the same as “{other}” in the register; nothing was added. Take it out of the list, or give the existing one another name.",
    "error.question-open":
      "“{name}” has an open question ({question}); nothing was added. Answer every question and try again.",
    "error.base-removed":
      "“{name}” has left the register and cannot be evaluated. If that was a mistake, restore it with a reason first.",
    "error.base-not-removed": "“{name}” is in good standing; there is nothing to restore. Nothing changed.",
    "error.unknown-outcome": "The scheme has no such outcome; nothing was recorded. Choose from the list.",
    "error.outcome-too-early":
      "“{name}” has not been told to rectify yet, so “{outcome}” is not possible under the scheme. Record the rectification first.",
    "error.deadline-missing": "Rectification of “{name}” needs a last day; nothing was recorded. Enter it.",
    "error.nothing-listed":
      "There is no base in this register; nothing was exported. Add or import some first.",
    "error.unknown-target": "The plan has no such target; nothing was saved. Reload and try again.",
    "error.unknown-task": "The plan has no such task; nothing was saved. Reload and try again.",
    "error.unknown-point":
      "The scheme has no such point for this applicant type; nothing was saved. Check the type.",
    "error.unknown-input":
      "This point does not need “{input}”; nothing was saved. Enter only the numbers listed.",
    "error.deadline-past":
      "The deadline {deadline} is over; no letter was made. Choose today or a later day.",

    "error.comment-due":
      "Very low or very high scores need a reason: {items}. The scores are saved; add the comment, then mark complete.",
    "error.objective-item":
      "This item is computed from the confirmed values ({score} points) and cannot be changed by hand. See the computation; tell the clerk if a value is wrong.",
    "error.no-notes": "There are no notes to export. Select text in a document and press N to write one.",
  },
});

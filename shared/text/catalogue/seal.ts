import { defineWords } from "../define-words.ts";

/** Verdicts of a verification, refusals at merging, grounds of a 回避 declaration. */
export const seal = defineWords({
  zh: {
    "verdict.valid": "签名有效，内容与签署时完全一致。",
    "verdict.altered": "文件在签署之后被改动过，内容不可采信。请向签署人索取原文件。",
    "verdict.unknown-key":
      "签名所用的钥匙不在已登记的名单中，无法确认是谁签署的。请先核对指纹并登记身份文件。",
    "verdict.no-signature": "文件没有签名，无法确认来源。请向对方索取签署后的文件。",
    "verdict.malformed": "这不是本程序的签署文件，或文件已损坏。请检查是否选错文件，或重新拷贝。",
    "verdict.not-canonical":
      "签名与钥匙相符，但内容的写法不规范，不同软件可能读出不同内容，不予采信。请用本程序重新签署。",

    "merge.malformed": "文件不是评分结果，或内容不完整，没有并入。请专家重新导出并拷贝。",
    "merge.no-signature": "文件没有签名，没有并入。请专家在“签署”页完成签署后再交来。",
    "merge.altered": "文件在签署之后被改动过，没有并入。请专家从原电脑重新拷贝结果文件。",
    "merge.not-canonical": "签署内容的写法不规范，没有并入。请专家用本程序重新签署。",
    "merge.unknown-key":
      "签名所用的钥匙没有在本轮次登记，没有并入。请与专家核对指纹，登记其身份文件后再并入。",
    "merge.wrong-expert":
      "签名的钥匙登记在“{signer}”名下，文件里写的却是“{named}”，没有并入。请核对是谁签署的。",
    "merge.other-round": "这份结果属于轮次“{theirs}”，不是“{ours}”，没有并入。请在对应的轮次中并入。",
    "merge.other-scheme":
      "这份结果依据的评审方案与本轮冻结的方案不同，没有并入。请给专家发新的评审包，重新评分。",
    "merge.other-form":
      "这份结果使用的评分表与本轮冻结的评分表不同，没有并入。请给专家发新的评审包，重新评分。",
    "merge.other-dossier-version":
      "专家评的是第 {version} 版材料，现行的是第 {current} 版，或材料内容已不同，这一份没有并入。请把新的评审包发给专家重评这一家。",
    "merge.not-assigned":
      "这一家没有分派给该专家，这一份没有并入。如应由其评审，请先分派并发新的评审包，再由专家重新签署。",
    "merge.superseded":
      "已并入该专家的第 {merged} 次签署，这份是第 {sequence} 次，没有并入。请使用最近一次签署的文件。",
    "merge.duplicate": "同一份内容已在其中，没有重复并入。无需再做什么。",
    "merge.score-out-of-range":
      "“{item}”给了 {score} 分，应在 0 到 {max} 之间且为 {step} 的整数倍，这一份没有并入。请专家更正后重新签署。",
    "merge.incomplete": "还有 {count} 项没有评分，这一份没有并入。请专家评完后重新签署。",
    "merge.wrong-sum": "写明的合计是 {total}，各项之和是 {sum}，这一份没有并入。请专家重新签署。",
    "merge.replaces": "代替该专家第 {sequence} 次签署的结果；旧的一份保留在档，不再计分。",

    "recusal.employed": "本人在该单位任职，或曾在该单位任职",
    "recusal.adviser": "本人担任该单位的顾问、兼职，或从该单位领取报酬",
    "recusal.wrote-plan": "本人或所在单位参与编写、咨询过该申报方案",
    "recusal.relative": "近亲属在该单位任职，或与该单位有利害关系",
    "recusal.shareholder": "本人或近亲属持有该单位股份，或有其他经济利益",
    "recusal.teacher-student": "与该单位负责人或申报负责人有师生等密切关系",
    "recusal.dispute": "与该单位有过争议、纠纷或诉讼",
    "recusal.other": "其他可能影响公正评审的情形（请写明）",
    "merge.objective-differs":
      "客观分“{item}”签的是 {score} 分，按同一份材料应为 {computed} 分：该分由程序算出，不能手改。请专家用原来的评审包重新签署。",
  },
  en: {
    "verdict.valid": "The signature is valid; the content is exactly what was signed.",
    "verdict.altered":
      "The file was changed after it was signed and cannot be relied on. Ask the signer for the original file.",
    "verdict.unknown-key":
      "The signing key is not among the enrolled ones, so nobody can say who signed. Compare fingerprints and enrol the identity file first.",
    "verdict.no-signature":
      "The file carries no signature, so its origin is unknown. Ask for the signed file.",
    "verdict.malformed":
      "This is not a signed file of this program, or it is damaged. Check that it is the right file, or copy it again.",
    "verdict.not-canonical":
      "The signature fits the key, but the content is not written canonically: other software could read it differently, so it is not accepted. Sign again with this program.",

    "merge.malformed":
      "The file is no score result, or is incomplete; nothing was merged. Ask the expert to export and copy it again.",
    "merge.no-signature":
      "The file is not signed; nothing was merged. Ask the expert to sign on the Sign page first.",
    "merge.altered":
      "The file was changed after signing; nothing was merged. Ask the expert to copy the result again from the original computer.",
    "merge.not-canonical":
      "The signed content is not written canonically; nothing was merged. Ask the expert to sign again with this program.",
    "merge.unknown-key":
      "The signing key is not enrolled in this round; nothing was merged. Compare the fingerprint with the expert, enrol the identity file, then merge again.",
    "merge.wrong-expert":
      "The signing key is enrolled for “{signer}”, but the file names “{named}”; nothing was merged. Find out who signed it.",
    "merge.other-round":
      "This result belongs to the round “{theirs}”, not “{ours}”; nothing was merged. Merge it in its own round.",
    "merge.other-scheme":
      "This result was made under another scheme than the one frozen in this round; nothing was merged. Give the expert a new pack to score again.",
    "merge.other-form":
      "This result was made with another score form than the one frozen in this round; nothing was merged. Give the expert a new pack to score again.",
    "merge.other-dossier-version":
      "The expert read version {version}; version {current} is in force, or its content differs. This sheet was not merged. Give the expert a new pack to score this applicant again.",
    "merge.not-assigned":
      "This applicant is not assigned to the expert; this sheet was not merged. If it should be, assign it, hand out a new pack and have the expert sign again.",
    "merge.superseded":
      "Signature no. {merged} of this expert is already merged and this is no. {sequence}; nothing was merged. Use the file signed last.",
    "merge.duplicate":
      "The same content is already there and was not merged twice. Nothing needs to be done.",
    "merge.score-out-of-range":
      "“{item}” has {score} points; it must lie between 0 and {max} in steps of {step}. This sheet was not merged. Ask the expert to correct it and sign again.",
    "merge.incomplete":
      "{count} items are not scored; this sheet was not merged. Ask the expert to finish it and sign again.",
    "merge.wrong-sum":
      "The stated total is {total}, but the items add up to {sum}; this sheet was not merged. Ask the expert to sign again.",
    "merge.replaces":
      "Replaces the expert's signature no. {sequence}; the older result is kept but no longer counts.",

    "recusal.employed": "I work, or used to work, for this applicant",
    "recusal.adviser": "I advise this applicant, hold a side post there, or am paid by it",
    "recusal.wrote-plan": "I or my employer helped to write this application",
    "recusal.relative": "A close relative works for this applicant or has an interest in it",
    "recusal.shareholder": "I or a close relative hold shares or another financial interest in it",
    "recusal.teacher-student":
      "I am or was teacher or student of its head or of the person in charge, or similarly close",
    "recusal.dispute": "I have had a dispute or a lawsuit with this applicant",
    "recusal.other": "Something else that may affect a fair judgement (please state)",
    "merge.objective-differs":
      "The computed item “{item}” was signed with {score} points; the same papers give {computed}. It is filled in by the program and cannot be changed. Ask the expert to sign again from the original pack.",
  },
});

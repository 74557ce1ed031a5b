import { formDigest, schemeDigest } from "../seal/digest.ts";
import type { ResultArchive } from "./result-archive.ts";

/** 说明.txt: what is in the archive and how to check it without this program. Windows line ends, for Notepad. */
export function archiveGuide(archive: ResultArchive): string {
  const lines = [
    `${archive.round.name} 评审结果档案`,
    "",
    "一、内容",
    "  results/*.psr       每位专家签名的评分结果（含已被更新替代的），文件名是其内容（不含末尾换行）的 SHA-256",
    "  panel/*.psc         专家组组长签名的评审结论（排序、等级、决定及所依据的各项摘要），核对方法同 results/*.psr",
    "  packs/*.jws         发给专家的评审包的签名清单",
    "  keys/*.json、*.pem  专家和经办人的公钥（没有私钥）",
    "  scheme.json         本轮冻结的通知方案；form.json 本轮冻结的评分表",
    "  digests/            计算方案摘要和评分表摘要时所用的原始字节",
    "  ranking.json        排序结果；decisions.json 专家组对同分的决定及理由",
    "  audit.jsonl         本轮操作记录，每行一条",
    "  files/              随档导出的名单和表格",
    "  SHA256SUMS          以上每个文件的 SHA-256",
    "",
    "二、核对文件是否完整",
    "  Linux：  sha256sum -c SHA256SUMS",
    "  Windows：certutil -hashfile 文件名 SHA256，再与 SHA256SUMS 中的一行比较",
    "",
    "三、核对签名（不需要本程序）",
    "  .psr 文件是一行文本，格式为 JWS 紧凑序列化（RFC 7515），签名算法 EdDSA/Ed25519（RFC 8037），",
    "  由“.”分成三段：头、内容、签名，各为 base64url 编码。头中的 kid 是公钥编号，对应 keys/ 中的同名文件。",
    "  被签名的字节是“头.内容”这段文本本身（ASCII）。内容解码后是规范化 JSON（RFC 8785），可直接阅读。",
    "  用 openssl（3.0 以上）核对，把下面的 X 换成文件名，K 换成 kid：",
    "    H=$(cut -d. -f1 results/X.psr); P=$(cut -d. -f2 results/X.psr)",
    "    S=$(cut -d. -f3 results/X.psr | tr -d '\\n' | tr '_-' '/+')==",
    '    printf \'%s.%s\' "$H" "$P" > signed.bin',
    "    printf '%s' \"$S\" | openssl base64 -d -A > signature.bin",
    "    openssl pkeyutl -verify -pubin -inkey keys/K.pem -rawin -in signed.bin -sigfile signature.bin",
    "  显示 Signature Verified Successfully 即为有效；改动任何一个字节都会失败。",
    "  公钥是否属于本人，请与专家当面核对指纹，或与签到表上登记的指纹比较。",
    "",
    "四、核对评分与排序",
    "  内容中的 sheets 是各申报单位的评分，total 是合计；recusal 不为 null 的表示回避，不计分。",
    "  同一专家有多份结果的，sequence 最大的一份有效。",
    `  计分办法：${archive.ranking.rule.method === "trimmed" ? "去掉一个最高分和一个最低分后取平均" : "取平均"}，保留 ${archive.ranking.rule.decimals} 位小数，四舍五入。`,
    "",
    "五、核对操作记录",
    "  audit.jsonl 的每一条都接着上一条：hash 是 {action, actor, at, detail, previous, round, seq} 按 RFC 8785 写成的 JSON 的 SHA-256，",
    "  其中 previous 是上一条的 hash（第一条为 64 个 0）。删去、插入或改动任何一条，后面的就接不上。",
    "",
    "六、摘要",
    `  方案摘要 ${schemeDigest(archive.scheme)}`,
    `  评分表摘要 ${formDigest(archive.form)}`,
    "  每份签名结果中的 scheme.digest、form.digest 应与上面一致，也应等于 digests/ 中两个文件的 SHA-256。",
    "",
    "七、专家结果清单",
    ...archive.results.map(
      ({ expertName, sequence, digest }) => `  ${expertName}  第 ${sequence} 次签署  ${digest}`,
    ),
    "",
    "八、评审结论清单（每一份的 results 列出它所依据的专家结果，sequence 最大的一份有效）",
    ...(archive.panels.length === 0
      ? ["  组长尚未签署评审结论。"]
      : archive.panels.map(({ sequence, digest }) => `  第 ${sequence} 次签署  ${digest}`)),
    "",
  ];
  return lines.join("\r\n");
}

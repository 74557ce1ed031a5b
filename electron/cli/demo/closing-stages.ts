import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { say } from "../../../shared/text/catalogue/index.ts";
import type { Composed } from "../../compose.ts";
import { readIdentity } from "../../seal/public-key.ts";
import { verifyBytes } from "../../seal/verify-file.ts";
import { sha256Of } from "../../services/files.ts";
import { demoPassphrase, handOver } from "./panel.ts";
import { must, type Tell } from "./stage.ts";

export async function mergeAll(
  clerk: Composed,
  round: string,
  results: readonly string[],
  tell: Tell,
): Promise<void> {
  const altered = `${results[0] ?? ""}.altered`;
  writeFileSync(altered, alterOneByte(readFileSync(results[0] ?? "")));
  const uploads: string[] = [];
  for (const path of [altered, ...results, results[0] ?? ""]) uploads.push(await handOver(clerk, path));
  const outcomes = await must(clerk, "result/merge", { round, uploads });
  tell(
    "merge",
    "合并：逐份验签，逐份说明",
    outcomes.map(({ file, merged, refusal, accepted }) =>
      merged
        ? `✓ ${file}：采用 ${accepted.length} 份`
        : `✗ ${file}：${refusal ? say("zh", `merge.${refusal.code}`, refusal.params) : ""}`,
    ),
  );
}

/** One character in the middle of the payload: the smallest lie. */
function alterOneByte(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(copy.length / 2);
  copy[at] = copy[at] === 0x41 ? 0x42 : 0x41;
  return copy;
}

export async function rankAndDecide(clerk: Composed, round: string, out: string, tell: Tell): Promise<void> {
  const lines: string[] = [];
  const before = await must(clerk, "ranking/get", { round });
  for (const { direction, openTie } of before.directions) {
    if (!openTie) continue;
    const order = [...openTie.submissions];
    await must(clerk, "ranking/decide", {
      round,
      direction,
      order,
      by: "示例组长",
      reason: "示例：经专家组合议，工作基础更扎实者在前",
    });
    lines.push(`${direction}：${openTie.submissions.length} 家同分 ${openTie.score}，由组长记录决定`);
  }
  const after = await must(clerk, "ranking/get", { round });
  for (const { direction, rows } of after.directions) {
    for (const row of rows)
      lines.push(
        `${say("zh", `rankGroup.${direction}`)} ${row.rank ?? "–"}. ${row.name} ${row.score ?? "–"} ${say("zh", `ranking.place.${row.place}`)}`,
      );
  }
  const signed = await signPanel(clerk, round, out);
  lines.push(`组长签署评审结论：核对码 ${signed.shortCode}，${signed.file.path}`);
  tell("rank", "排名：按方向汇总，分数线上同分由人决定，组长签署评审结论", lines, [signed.file]);
}

/** The chair's public key lies with those of the experts, so that anyone can verify the panel result. */
async function signPanel(clerk: Composed, round: string, out: string) {
  const passphrase = demoPassphrase;
  const { identity, file } = await must(clerk, "identity/create", { name: "示例组长", passphrase });
  copyFileSync(file.path, join(out, "keys", file.name));
  const { payload } = await must(clerk, "panel/preview", { round });
  return must(clerk, "panel/sign", {
    round,
    keyId: identity.keyId,
    passphrase,
    remark: "示例：专家组一致同意。",
    content: payload.content,
  });
}

export async function exportLists(
  clerk: Composed,
  round: string,
  results: readonly string[],
  out: string,
  tell: Tell,
): Promise<void> {
  const files: { path: string; sha256: string }[] = [];
  for (const what of ["recommendation-list", "score-table", "check-table", "result-archive"] as const) {
    const made = await must(clerk, "export/make", { round, what });
    files.push(...made.files.map(({ path, sha256 }) => ({ path, sha256 })));
  }
  const keys = publicKeys(join(out, "keys"));
  const verdicts: string[] = [];
  const panels = readdirSync(join(out, "lists")).filter((name) => name.endsWith(".psc"));
  for (const path of [...results, ...panels.map((name) => join(out, "lists", name))]) {
    const { verdict } = await verifyBytes(readFileSync(path), keys);
    verdicts.push(`${verdict} ${basename(path)}`);
  }
  const archive = await verifyBytes(readFileSync(files.at(-1)?.path ?? ""), keys);
  const whole = files.every(({ path, sha256 }) => sha256Of(readFileSync(path)) === sha256);
  tell(
    "export",
    "导出：推荐名单、评分汇总表、核查表、归档包",
    [
      ...files.map(({ path, sha256 }) => `${path} ${sha256.slice(0, 16)}…`),
      `文件与登记的摘要${whole ? "一致" : "不一致"}；验签 ${verdicts.join("，")}`,
      `归档包逐项核对 ${archive.verdict}${archive.details.ranking === "replayed" ? "，由签名评分重新得出的排序相同" : `：${archive.details.place ?? ""} ${archive.details.problem ?? ""}`}`,
      `全部文件在 ${out}`,
    ],
    files,
  );
}

const publicKeys = (folder: string) =>
  readdirSync(folder).flatMap((name) => {
    const identity = readIdentity(readFileSync(join(folder, name), "utf8"));
    return identity.ok ? [identity.value] : [];
  });

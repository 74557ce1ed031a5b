import { findingStatuses } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import { say } from "../../../shared/text/catalogue/index.ts";
import type { Composed } from "../../compose.ts";
import { listDossiers } from "../../db/submissions.ts";
import { DemoStopped, must, type Tell } from "./stage.ts";

export async function receive(clerk: Composed, tell: Tell): Promise<string> {
  const { job } = await must(clerk, "round/start-sample", {});
  const state = await finished(clerk, job);
  const { round, files, refused } = state;
  const { submissions, arrivals } = await must(clerk, "intake/list", { round });
  tell("intake", "收件：导入示例邮件、压缩包和文件夹", [
    `文件 ${files} 个，归为申报 ${submissions.length} 家，未能读取 ${refused} 个`,
    ...arrivals
      .filter((arrival) => arrival.status === "refused")
      .map((arrival) => `未读取 ${arrival.path}：${arrival.error?.message ?? ""}`),
    ...submissions.map(
      ({ number, city, name, questions }) => `${number}. ${city} ${name}（待核实 ${questions} 处）`,
    ),
  ]);
  return round;
}

/** Resolves when the job has ended; the job itself wakes us, there is nothing to wait out. */
async function finished(clerk: Composed, job: string) {
  await clerk.context.jobs.settled(job);
  const state = await must(clerk, "job/get", { job });
  if (state.result === null)
    throw new DemoStopped({
      ok: false,
      code: state.failure?.code ?? "internal",
      params: state.failure?.params ?? {},
    });
  return state.result;
}

export async function confirmAll(clerk: Composed, round: string, tell: Tell): Promise<void> {
  const lines: string[] = [];
  for (const dossier of listDossiers(clerk.context.db, round)) {
    const facts = dossier.facts
      .filter((fact) => fact.state === "read" || fact.state === "to-confirm")
      .map((fact) => fact.id);
    const identity = (["name", "city", "subject", "direction"] as const).filter(
      (field) => dossier.identity[field] !== null,
    );
    const confirmed = await must(clerk, "submission/confirm", {
      submission: dossier.submission,
      facts,
      identity,
    });
    lines.push(
      `${confirmed.number}. ${confirmed.identity.name?.value ?? "（未识别）"}：确认 ${facts.length} 项数值`,
    );
  }
  tell("confirm", "确认：经办人逐家核实读到的数值（演示中全部按原文接受）", lines);
}

export async function checkAll(clerk: Composed, round: string, tell: Tell): Promise<void> {
  const result = await must(clerk, "check/run", { round });
  const lines = result.submissions.map(({ number, name, findings }) => {
    const counts = findingStatuses.map((status) => ({
      word: say("zh", `status.${status}`),
      count: findings.filter((finding) => finding.status === status).length,
    }));
    const shown = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${word} ${count}`);
    return `${number}. ${name}：${shown.join("，")}`;
  });
  tell("check", "核查：对照通知的指标、名额、时限和名单", [
    ...lines,
    ...result.round.filter((finding) => finding.status !== "met").map((finding) => sentenceOf("zh", finding)),
  ]);
}

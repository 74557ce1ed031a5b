import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { directionIds } from "../../../shared/scheme/scheme.ts";
import type { Composed } from "../../compose.ts";
import { demoPassphrase, handOver, openLaptop, panel, scoreAll } from "./panel.ts";
import { must, type Tell } from "./stage.ts";

export interface Seat {
  readonly laptop: Composed;
  readonly keyId: string;
  readonly name: string;
  /** Id in the clerk's round. */
  readonly id: string;
}

export async function seatPanel(
  clerk: Composed,
  round: string,
  out: string,
  laptops: Composed[],
  tell: Tell,
): Promise<Seat[]> {
  const seats: Seat[] = [];
  const lines: string[] = [];
  const keys = join(out, "keys");
  mkdirSync(keys, { recursive: true });
  for (const [index, { name, employer }] of panel.entries()) {
    const laptop = await openLaptop(
      join(out, "experts", String(index + 1)),
      join(out, "experts", String(index + 1), "exports"),
    );
    laptops.push(laptop);
    const made = await must(laptop, "identity/create", { name, passphrase: demoPassphrase });
    copyFileSync(made.file.path, join(keys, made.file.name));
    const expert = await must(clerk, "expert/save", { round, expert: null, name, employer, avoid: [] });
    const identity = readFileSync(made.file.path, "utf8");
    await must(clerk, "expert/enrol", { round, expert: expert.id, identity });
    seats.push({ laptop, keyId: made.identity.keyId, name, id: expert.id });
    lines.push(`${name}（${employer}） 指纹 ${made.identity.fingerprint}`);
  }
  tell("panel", "专家：各自建立身份，经办人登记公开身份文件", lines);
  return seats;
}

export async function openRound(
  clerk: Composed,
  round: string,
  seats: readonly Seat[],
  tell: Tell,
): Promise<void> {
  const view = await must(clerk, "round/get", { round });
  const sampleMaxima = ["30", "25", "25", "20"];
  const maxima = Object.fromEntries(
    view.scheme.scoreSheet.items.map((item, index) => [item.id, sampleMaxima[index] ?? "0"]),
  );
  const seatsPerDirection = Object.fromEntries(directionIds.map((direction) => [direction, 1]));
  await must(clerk, "round/save-settings", {
    round,
    settings: {
      ...view.settings,
      maxima,
      rule: { method: "trimmed", decimals: 2, minimumSheets: 3, seats: seatsPerDirection },
    },
  });
  const { submissions } = await must(clerk, "intake/list", { round });
  for (const seat of seats) {
    const all = submissions
      .filter((submission) => submission.standing === "in")
      .map((submission) => submission.id);
    await must(clerk, "assignment/set", { round, expert: seat.id, submissions: all, assigned: true });
  }
  const questions = submissions.reduce((sum, submission) => sum + submission.questions, 0);
  const opened = await must(clerk, "round/open", { round, questions });
  tell("open", "开启：冻结方案、评分表和汇总规则", [
    `满分 ${opened.form?.total ?? ""}，去掉一个最高分和一个最低分后取平均，保留两位小数；每个方向取 1 名（示例设定）`,
    `方案摘要 ${opened.schemeDigest ?? ""}`,
    `评分表摘要 ${opened.formDigest ?? ""}`,
  ]);
}

export async function handOutPacks(
  clerk: Composed,
  round: string,
  seats: readonly Seat[],
  out: string,
  tell: Tell,
): Promise<string[]> {
  const { identity, file } = await must(clerk, "identity/create", {
    name: "示例经办人",
    passphrase: demoPassphrase,
  });
  copyFileSync(file.path, join(out, "keys", file.name));
  const folder = join(out, "packs");
  mkdirSync(folder, { recursive: true });
  const files: { path: string; sha256: string }[] = [];
  for (const seat of seats) {
    const made = await must(clerk, "pack/make", {
      round,
      expert: seat.id,
      keyId: identity.keyId,
      passphrase: demoPassphrase,
    });
    const path = join(folder, made.file.name);
    copyFileSync(made.file.path, path);
    files.push({ path, sha256: made.file.sha256 });
  }
  tell(
    "pack",
    "评审包：经办人签名后逐人发放",
    files.map(({ path, sha256 }) => `${basename(path)} ${sha256.slice(0, 16)}…`),
    files,
  );
  return files.map((entry) => entry.path);
}

export async function judge(
  seats: readonly Seat[],
  round: string,
  packs: readonly string[],
  out: string,
  tell: Tell,
): Promise<string[]> {
  const folder = join(out, "results");
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  const files: { path: string; sha256: string }[] = [];
  for (const [place, seat] of seats.entries()) {
    await must(seat.laptop, "pack/open", { upload: await handOver(seat.laptop, packs[place] ?? "") });
    const scored = await scoreAll(seat.laptop, round, { id: seat.id, place });
    const signed = await must(seat.laptop, "result/sign", {
      round,
      expert: seat.id,
      keyId: seat.keyId,
      passphrase: demoPassphrase,
    });
    const path = join(folder, signed.file.name);
    copyFileSync(signed.file.path, path);
    files.push({ path, sha256: signed.file.sha256 });
    const recused = scored.value.recusals.length > 0 ? `，回避 ${scored.value.recusals.join("、")}` : "";
    lines.push(`${seat.name}：评分 ${scored.value.scored} 家${recused}，短码 ${signed.shortCode}`);
  }
  tell("review", "评审：五位专家在各自电脑上申明回避、评分、签署", lines, files);
  return files.map((entry) => entry.path);
}

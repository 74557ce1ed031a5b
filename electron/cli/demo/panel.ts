import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "../../../shared/contract/result.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { type Composed, compose } from "../../compose.ts";
import { makePorts } from "../../start/make-ports.ts";
import { findProgramFiles } from "../../start/program-root.ts";
import { DemoStopped, must } from "./stage.ts";

/** Invented people of the sample panel. The third works for an applicant of the sample round. */
export const panel = [
  { name: "示例专家甲", employer: "示例省宏观经济研究院" },
  { name: "示例专家乙", employer: "示例理工大学" },
  { name: "示例专家丙", employer: "示例产业技术协会" },
  { name: "示例专家丁", employer: "示例创业投资管理中心" },
  { name: "示例专家戊", employer: "示例科技评估中心" },
] as const;

/** Of no use to anyone: the demo's keys sign nothing but the sample round. */
export const demoPassphrase = "示例口令-仅供演示-2021";

export async function openLaptop(folder: string, exportFolder: string): Promise<Composed> {
  mkdirSync(exportFolder, { recursive: true });
  const files = findProgramFiles(join(import.meta.dirname, "..", ".."));
  const program = await compose(makePorts("cli", files, { dataFolder: folder, exportFolder }));
  if (!program.ok) throw new DemoStopped(program);
  return program.value;
}

/** Hands a file over as a USB stick would: its bytes become an upload on the other laptop. */
export async function handOver(program: Composed, path: string): Promise<string> {
  const accepted = await program.acceptUpload(path.split(/[\\/]/).at(-1) ?? "file", bytesOf(path));
  if (!accepted.ok) throw new DemoStopped(accepted);
  return accepted.value.upload;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path);
}

/**
 * Believable and always the same scores. The first two applicants of a direction get equal totals from every expert,
 * so that the sample round meets a tie at the cut line.
 */
export function scoresFor(
  entry: DeskEntry,
  entries: readonly DeskEntry[],
  form: ScoreForm,
  expert: number,
): string[] {
  const sameDirection = entries.filter((other) => other.direction === entry.direction);
  const place = sameDirection.findIndex((other) => other.submission === entry.submission);
  const merit = place < 2 ? 0 : ((entry.number * 7) % 9) + 2;
  return form.items.map((item, index) => {
    const halves = Number(item.max) * 2;
    const strictness = (expert * 2 + index * 3) % 5;
    const taste = place < 2 ? 0 : (entry.number * (index + 3) + expert * 5) % 4;
    return String(Math.max(0, halves - 4 - merit - strictness - taste) / 2);
  });
}

export async function scoreAll(program: Composed, round: string, expert: { id: string; place: number }) {
  const desk = await must(program, "desk/list", { round, expert: expert.id });
  const recusals: string[] = [];
  for (const entry of desk.entries) {
    const at = { round, expert: expert.id, submission: entry.submission };
    const recuses = expert.place === 2 && entry === desk.entries[0];
    if (recuses) {
      recusals.push(entry.name);
      await must(program, "desk/declare", {
        ...at,
        recusal: { ground: "adviser", reason: "示例：近三年为该单位提供过咨询服务" },
      });
      continue;
    }
    await must(program, "desk/declare", { ...at, recusal: null });
    for (const [index, score] of scoresFor(entry, desk.entries, desk.form, expert.place).entries()) {
      const item = desk.form.items[index]?.id ?? "";
      await must(program, "desk/save-item", { ...at, item, score, comment: "" });
    }
    await must(program, "desk/set-complete", { ...at, complete: true });
  }
  return succeed({ scored: desk.entries.length - recusals.length, recusals });
}

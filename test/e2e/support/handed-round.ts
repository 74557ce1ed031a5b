import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Composed } from "../../../electron/compose.ts";
import { ask, bringKey, makeKey, passphrase, startProgram, uploadFile } from "../../support/program.ts";
import { maxima } from "../../support/seeded-round.ts";
import type { SampleStage } from "./sample-round.ts";

/** An open round whose packs are on their way to experts with laptops of their own. */
export interface HandedRound {
  readonly dataFolder: string;
  readonly round: string;
  readonly submissions: number;
  readonly experts: readonly HandedExpert[];
}

export interface HandedExpert {
  readonly id: string;
  readonly name: string;
  /** Their own laptop, with their key on it and nothing else. */
  readonly laptop: string;
  readonly pack: string;
}

export const names = ["周鼠标", "吴键盘", "郑大字"] as const;

/** Seats three experts for everything, opens the round and writes their packs. */
export async function handOut(program: Composed, round: string): Promise<HandedRound> {
  const { submissions } = await ask(program, "intake/list", { round });
  const seats: { id: string; name: string; laptop: string }[] = [];
  for (const name of names) {
    const { id: expert } = await ask(program, "expert/save", {
      round,
      expert: null,
      name,
      employer: "",
      avoid: [],
    });
    const key = await makeKey(name);
    await ask(program, "expert/enrol", { round, expert, identity: key.text });
    await ask(program, "assignment/set", {
      round,
      expert,
      submissions: submissions.map(({ id }) => id),
      assigned: true,
    });
    seats.push({ id: expert, name, laptop: await laptopWith(key.sealed) });
  }
  await openRound(program, round);
  const clerk = await bringKey(program, "李经办");
  const experts: HandedExpert[] = [];
  for (const seat of seats) {
    const made = await ask(program, "pack/make", { round, expert: seat.id, keyId: clerk.keyId, passphrase });
    // Handed over as on a stick: the expert's laptop knows nothing of the clerk's folders.
    const pack = join(mkdtempSync(join(tmpdir(), "pingshen-stick-")), made.file.name);
    copyFileSync(made.file.path, pack);
    experts.push({ ...seat, pack });
  }
  return { dataFolder: program.context.ports.dataFolder, round, submissions: submissions.length, experts };
}

async function laptopWith(sealed: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pingshen-laptop-"));
  const program = await startProgram(folder);
  await ask(program, "identity/import-key", { sealed });
  await program.close();
  return folder;
}

async function openRound(program: Composed, round: string): Promise<void> {
  const view = await ask(program, "round/get", { round });
  const items = view.scheme.scoreSheet.items;
  await ask(program, "round/save-settings", {
    round,
    settings: {
      ...view.settings,
      maxima: Object.fromEntries(items.map((item, index) => [item.id, maxima[index] ?? "10"])),
      rule: { method: "trimmed", decimals: 2, minimumSheets: 3, seats: {} },
    },
  });
  const { submissions } = await ask(program, "intake/list", { round });
  await ask(program, "round/open", {
    round,
    questions: submissions.reduce((sum, submission) => sum + submission.questions, 0),
  });
}

/** The sample round with its experts taken out of the sketch and seated at laptops of their own. */
export async function handOutSample(stage: SampleStage): Promise<HandedRound> {
  const program = await startProgram(stage.dataFolder);
  for (const { id } of stage.experts) await ask(program, "expert/remove", { round: stage.round, expert: id });
  const handed = await handOut(program, stage.round);
  await program.close();
  return handed;
}

/** What the clerk's laptop says to the three signed results. */
export async function merge(handed: HandedRound, results: readonly string[]) {
  const program = await startProgram(handed.dataFolder);
  const uploads: string[] = [];
  for (const result of results) uploads.push(await uploadFile(program, result));
  const outcomes = await ask(program, "result/merge", { round: handed.round, uploads });
  await program.close();
  return outcomes;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { examine } from "../../../electron/services/app.ts";
import { type Place, stateAfter, storedState } from "../../support/crash-script.ts";
import { ask, freshFolder, removeFolder, startProgram } from "../../support/program.ts";
import { contentOf } from "../../support/round-content.ts";
import { seedRound } from "../../support/seeded-round.ts";

/** `PINGSHEN_CRASHES=200` for a release, 1000 for a night; each kill takes about a second, two run side by side. */
const crashes = Number(process.env.PINGSHEN_CRASHES ?? "16");
const child = join(import.meta.dirname, "../../support/crash-child.ts");

/** Runs the child until it has said so many lines, and kills it there, in the middle of whatever comes next. */
async function killAfter(lines: number, words: readonly string[]): Promise<{ last: string; ended: boolean }> {
  const running = spawn(process.execPath, [child, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(running, "exit");
  let last = "";
  let count = 0;
  for await (const line of createInterface({ input: running.stdout })) {
    last = line;
    count += 1;
    if (count === lines) running.kill("SIGKILL");
  }
  const [code, signal] = await exit;
  // One that came to its end before the kill reached it has ended well.
  expect(signal ?? code).toBe(signal === null ? 0 : "SIGKILL");
  return { last, ended: code === 0 };
}

const whole = (program: Composed): void => {
  const { healthy, checks } = examine(program.context);
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(healthy).toBe(true);
};

async function scoringLane(kills: number, random: () => number): Promise<void> {
  const folder = freshFolder();
  let program = await startProgram(folder);
  const seeded = await seedRound(program, {
    applicants: Array.from({ length: 5 }, (_, index) => ({ name: `长沙示例${index}园区` })),
    experts: ["王甲"],
  });
  const expert = seeded.experts[0]?.id ?? "";
  const { form } = await ask(program, "desk/list", { round: seeded.round, expert });
  const place: Place = {
    round: seeded.round,
    expert,
    submissions: seeded.submissions,
    items: form.items.map(({ id }) => id),
  };
  await program.close();
  let acts = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { last } = await killAfter(1 + Math.floor(random() * 60), [
      "score",
      folder,
      JSON.stringify({ place, from: acts }),
    ]);
    const said = Number(last);
    expect(said).toBeGreaterThan(acts);
    program = await startProgram(folder);
    whole(program);
    const stored = storedState(program, place);
    const after = (n: number) => stateAfter(n, place.submissions.length, place.items.length);
    // What was answered is there; the one act under way when the power went may be there too, whole.
    acts = entriesOfDesk(program);
    expect([said, said + 1]).toContain(acts);
    expect(stored).toEqual(after(acts));
    await program.close();
  }
  removeFolder(folder);
}

const entriesOfDesk = (program: Composed): number =>
  (
    program.context.db
      .prepare("SELECT count(*) AS n FROM audit WHERE action LIKE 'sheet.%' OR action LIKE 'note.%'")
      .get() as {
      n: number;
    }
  ).n;

/** Numbers that differ from run to run; a failure names the seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test(
  `killed ${crashes} times while an expert scores and takes notes, every answered act is there and nothing is half there`,
  async () => {
    const seed = Date.now() % 2_147_483_648;
    const lanes = [Math.ceil(crashes / 2), Math.floor(crashes / 2)];
    await Promise.all(lanes.map((kills, lane) => scoringLane(kills, randomFrom(seed + lane)))).catch(
      (error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      },
    );
  },
  1_800_000 + crashes * 60_000,
);

test(
  "killed again and again while importing, what was read stays, and importing once more makes it whole",
  async () => {
    const [straight, folder] = [freshFolder(), freshFolder()];
    const wanted = await importedStraight(straight);
    let program = await startProgram(folder);
    const { id: round } = await ask(program, "round/create", { scheme: "hunan-2021", name: "断电" });
    await program.close();
    const kills = Math.max(5, Math.floor(crashes / 5));
    let before = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const { ended } = await killAfter(1 + kill * 3, ["import", folder, JSON.stringify({ round })]);
      program = await startProgram(folder);
      whole(program);
      const { arrivals } = await ask(program, "intake/list", { round });
      expect(arrivals.length).toBeGreaterThanOrEqual(before);
      before = arrivals.length;
      await program.close();
      if (ended) break;
    }
    await killAfter(Number.POSITIVE_INFINITY, ["import", folder, JSON.stringify({ round })]);
    program = await startProgram(folder);
    whole(program);
    expect(await contentOf(program, round)).toEqual(wanted);
    await program.close();
    for (const used of [straight, folder]) removeFolder(used);
  },
  1_800_000 + crashes * 60_000,
);

async function importedStraight(folder: string) {
  const program = await startProgram(folder);
  const { job } = await ask(program, "round/start-sample", {});
  await program.context.jobs.settled(job);
  const { result } = await ask(program, "job/get", { job });
  const content = await contentOf(program, result?.round ?? "");
  await program.close();
  return content;
}

import type { Composed } from "../../electron/compose.ts";
import { findRound } from "../../electron/db/rounds.ts";
import { importSources } from "../../electron/services/import.ts";
import { ask } from "./program.ts";
import { type OpenedRound, seedRound } from "./seeded-round.ts";

export interface RealFile {
  /** Files of one folder are one dossier. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A round whose dossiers are real files, read as an import reads them; open for review by two experts. */
export async function seedFileRound(program: Composed, files: readonly RealFile[]): Promise<OpenedRound> {
  const opened = await seedRound(program, { applicants: [], experts: ["王甲", "李乙"], open: false });
  const round = findRound(program.context.db, opened.round);
  if (!round) throw new Error("no such round");
  await importSources(
    program.context,
    round,
    files.map(({ path, bytes }) => ({ path, read: async () => bytes })),
    { signal: new AbortController().signal, report: () => undefined },
  );
  const ids = await placeAll(program, opened.round);
  for (const expert of opened.experts)
    await ask(program, "assignment/set", {
      round: opened.round,
      expert: expert.id,
      submissions: ids,
      assigned: true,
    });
  await nameAll(program, opened.round);
  const { submissions } = await ask(program, "intake/list", { round: opened.round });
  const questions = submissions.reduce((sum, submission) => sum + submission.questions, 0);
  await ask(program, "round/open", { round: opened.round, questions });
  return { ...opened, submissions: ids };
}

/** A round does not open with applicants nobody can name. */
async function nameAll(program: Composed, round: string): Promise<void> {
  const { submissions } = await ask(program, "intake/list", { round });
  for (const { id, number, name } of submissions)
    if (name === "")
      await ask(program, "submission/set-identity", {
        submission: id,
        field: "name",
        value: `示例第${number}家`,
        reason: "文件里没有写明",
      });
}

/** What is not a part of an application by itself (a photograph, a scan) goes to the first one, as a clerk would say. */
async function placeAll(program: Composed, round: string): Promise<string[]> {
  const { submissions, arrivals } = await ask(program, "intake/list", { round });
  const refused = arrivals.filter((arrival) => arrival.status === "refused");
  if (refused.length > 0) throw new Error(`refused: ${refused.map((file) => file.path).join(", ")}`);
  const first = submissions[0]?.id;
  for (const { sha256, submission } of arrivals) {
    if (submission !== null) continue;
    const to = first === undefined ? "new" : { submission: first };
    await ask(program, "submission/assign-file", { round, sha256, to, reason: "佐证材料" });
  }
  return (await ask(program, "intake/list", { round })).submissions.map((submission) => submission.id);
}

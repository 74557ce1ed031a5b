import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Finding } from "../../../shared/scheme/finding.ts";
import {
  ask,
  freshFolder,
  importFiles,
  projectRoot,
  removeFolder,
  startProgram,
} from "../../support/program.ts";

const folders: string[] = [];
afterAll(() => folders.map(removeFolder));

const root = join(projectRoot, "resources", "samples", "round");
const pathsIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
const paths = [...pathsIn("株洲市"), ...pathsIn("衡阳市")];

/** A finding by names: ids are made as things arrive. */
const said = (names: ReadonlyMap<string, string>) => (finding: Finding) => ({
  ...finding,
  submissions: finding.submissions?.map((id) => names.get(id) ?? id).sort(),
});

/** The findings of a round into which these files came, batch after batch. */
async function findingsAfter(batches: readonly (readonly string[])[]) {
  const folder = freshFolder();
  folders.push(folder);
  const program = await startProgram(folder);
  const { id: round } = await ask(program, "round/create", { scheme: "hunan-2021", name: "次序" });
  for (const batch of batches)
    await importFiles(
      program,
      round,
      Object.fromEntries(batch.map((path) => [path, readFileSync(join(root, path))])),
    );
  const { submissions, round: ofRound } = await ask(program, "check/run", { round });
  await program.close();
  const names = new Map(submissions.map(({ submission, name }) => [submission, name]));
  return {
    submissions: Object.fromEntries(
      submissions.map(({ name, findings }) => [name, findings.map(said(names))]).sort(),
    ),
    round: ofRound.map(said(names)),
  };
}

test("what is found does not depend on the order in which files come, nor on the batches they come in", async () => {
  const together = await findingsAfter([paths]);
  expect(Object.keys(together.submissions)).toHaveLength(3);
  expect(await findingsAfter([paths.toReversed()])).toEqual(together);
  const halves = [paths.filter((_, at) => at % 2 === 1), paths.filter((_, at) => at % 2 === 0)];
  expect(await findingsAfter(halves)).toEqual(together);
});

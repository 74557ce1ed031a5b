import { writeSync } from "node:fs";
import { findRound } from "../../electron/db/rounds.ts";
import { importSources } from "../../electron/services/import.ts";
import { sampleSources } from "../../electron/services/intake.ts";
import { actAt, type Place, perform } from "./crash-script.ts";
import { startProgram } from "./program.ts";

/** Works until it is killed, and says on its output what is done: a line is written only after the answer came. */
const say = (text: string): number => writeSync(1, `${text}\n`);

const [mode = "", folder = "", detail = "{}"] = process.argv.slice(2);
const program = await startProgram(folder);

async function score({ place, from }: { place: Place; from: number }): Promise<void> {
  for (let n = from; ; n += 1) {
    const done = await perform(program, place, actAt(n, place.submissions.length, place.items.length));
    if (!done) process.exit(3);
    say(String(n + 1));
  }
}

async function importSample({ round: id }: { round: string }): Promise<void> {
  const round = findRound(program.context.db, id);
  if (!round) process.exit(3);
  let said = 0;
  const report = ({ done }: { done: number }) => {
    if (done > said) say(String(done));
    said = done;
  };
  await importSources(program.context, round, sampleSources(program.context), {
    signal: new AbortController().signal,
    report,
  });
  say("finished");
  await program.close();
}

if (mode === "score") await score(JSON.parse(detail));
else await importSample(JSON.parse(detail));

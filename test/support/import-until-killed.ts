import { ask, startProgram, upload } from "./program.ts";

/**
 * Imports many small files into a round of a data folder and kills itself as soon as `enough` of them are stored: somebody
 * else who kills it may be too late on a busy machine.
 */
const [folder = "", count = "0", enough = "0"] = process.argv.slice(2);
const program = await startProgram(folder);
const { id } = await ask(program, "round/create", { scheme: "hunan-2021", name: "断电" });
const uploads: string[] = [];
for (let index = 0; index < Number(count); index += 1)
  uploads.push(
    await upload(program, `材料/${index}.txt`, `第${index}号证明材料\n创新型企业数量${index + 1}家。`),
  );
const { job } = await ask(program, "intake/start-import", { round: id, uploads });
// In every turn of the loop, in which at most the few files that are being read can be stored.
setImmediate(function look() {
  const { done } = program.context.jobs.get(job) ?? { done: 0 };
  if (done >= Number(enough)) process.kill(process.pid, "SIGKILL");
  setImmediate(look);
});
await program.context.jobs.settled(job);
process.exit(0);

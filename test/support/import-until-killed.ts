import { ask, startProgram, upload } from "./program.ts";

/** Imports many small files into a round of a data folder and says how far it is, until somebody ends the process. */
const [folder = "", count = "0"] = process.argv.slice(2);
const program = await startProgram(folder);
const { id } = await ask(program, "round/create", { scheme: "hunan-2021", name: "断电" });
const uploads: string[] = [];
for (let index = 0; index < Number(count); index += 1)
  uploads.push(
    await upload(program, `材料/${index}.txt`, `第${index}号证明材料\n创新型企业数量${index + 1}家。`),
  );
const { job } = await ask(program, "intake/start-import", { round: id, uploads });
const timer = setInterval(() => {
  const { done } = program.context.jobs.get(job) ?? { done: 0 };
  process.stdout.write(`${done}\n`);
}, 5);
await program.context.jobs.settled(job);
clearInterval(timer);
process.stdout.write("ended\n");

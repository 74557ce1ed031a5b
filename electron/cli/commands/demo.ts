import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { answer, defineCommand } from "../command.ts";

/** The whole way on the bundled sample round, from mailed files to a signed list, stage by stage. */
export const demo = defineCommand({
  name: "demo",
  usage: "--out <folder>",
  options: ["out!"],
  positional: 0,
  run: {
    needs: "plain",
    go: async ({ values }) => {
      const out = resolve(values.out ?? "");
      // Only what an earlier demo wrote: the folder may hold other things.
      for (const name of ["clerk", "experts", "packs", "results", "keys", "lists"]) {
        rmSync(join(out, name), { recursive: true, force: true });
      }
      const { runDemo } = await import("../demo/run-demo.ts");
      const stages = await runDemo(out);
      if (!stages.ok) return stages;
      const text = stages.value.map((stage) =>
        [`【${stage.title}】`, ...stage.lines.map((line) => `  ${line}`)].join("\n"),
      );
      return answer({ out, stages: stages.value }, { text: text.join("\n") });
    },
  },
});

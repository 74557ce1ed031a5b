import type { Composed } from "../../electron/compose.ts";
import { schemeOf } from "./dossier.ts";
import { ask } from "./program.ts";

/** Values of an applicant (lean, region) that meets two of three thresholds. */
export const twoOfThree = [
  { key: "lean-firms", value: "1000000", unit: "家" },
  { key: "lean-platforms", value: "1000000", unit: "个" },
  { key: "lean-patents", value: "0", unit: "件" },
];

/** Guangxi 2020 with levels for the first item and a computed second one; answers with its id. */
export async function saveObjectiveScheme(program: Composed): Promise<string> {
  const scheme = schemeOf("guangxi-2020");
  const levels = [
    { name: "好", from: "0.8", text: "机制健全" },
    { name: "一般", from: "0", text: "机制不全" },
  ];
  const items = scheme.scoreSheet.items.map((item, index) => ({
    ...item,
    ...(index === 0 ? { levels } : {}),
    ...(index === 1 ? { objective: { kind: "met-share" } } : {}),
  }));
  const draft = { ...scheme, id: "with-objective", version: 1, scoreSheet: { ...scheme.scoreSheet, items } };
  return (await ask(program, "scheme/save", { draft })).scheme.id;
}

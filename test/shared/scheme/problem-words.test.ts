import { expect, test } from "vitest";
import { problemSentence, schemeProblems } from "../../../shared/scheme/scheme-problems.ts";
import { allSchemes } from "../../support/dossier.ts";

type Path = readonly (string | number)[];

/** One place for every kind of field the schemes of the program have. */
function shapesOf(root: unknown): Path[] {
  const shapes = new Map<string, Path>();
  const walk = (value: unknown, path: Path): void => {
    const shape = path.map((part) => (typeof part === "number" ? "#" : part)).join("/");
    if (path.length > 0 && !shapes.has(shape)) shapes.set(shape, path);
    if (value === null || typeof value !== "object") return;
    for (const [key, part] of Object.entries(value))
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(root, []);
  return [...shapes.values()];
}

const gone = Symbol("gone");
const faults = [gone, 12345.5, { x: 1 }, "随便写的"] as const;

function spoilt(scheme: unknown, path: Path, fault: (typeof faults)[number]): unknown {
  const draft: unknown = structuredClone(scheme);
  let at: unknown = draft;
  for (const part of path.slice(0, -1)) at = Reflect.get(Object(at), part);
  const last = path.at(-1) ?? "";
  if (fault === gone) Reflect.deleteProperty(Object(at), last);
  else Reflect.set(Object(at), last, fault);
  return draft;
}

/** The field's own words are quoted; what stands outside of the quotes has to be Chinese. */
const rawKeys = (sentence: string): string[] =>
  sentence.replace(/“[^”]*”/g, "").match(/[a-z][A-Za-z-]{2,}|undefined|[{}]/g) ?? [];

test("whatever field of a scheme is wrong, the clerk is told where and what in words, never by the name in the file", () => {
  const raw = new Set<string>();
  let told = 0;
  for (const scheme of allSchemes())
    for (const path of shapesOf(scheme))
      for (const fault of faults) {
        const draft = spoilt(scheme, path, fault);
        for (const problem of schemeProblems(draft)) {
          // A field nobody knows can only be named as it is.
          if (problem.code === "unknown-field") continue;
          told += 1;
          for (const word of rawKeys(problemSentence("zh", draft, problem)))
            raw.add(`${problem.field} ${problem.code}: ${word}`);
        }
      }
  expect([...raw]).toEqual([]);
  expect(told).toBeGreaterThan(1000);
});

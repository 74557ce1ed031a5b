import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../support/program.ts";

const folder = join(projectRoot, "shared", "text", "catalogue");

/** Keys of the Chinese half; the compiler sees to it that the English half has the same. */
const keysOf = (file: string): string[] => {
  const [chinese = ""] = readFileSync(join(folder, file), "utf8").split("\n  en: {");
  return [...chinese.matchAll(/^ {4}"([^"]+)":/gm)].map(([, key = ""]) => key);
};

test("no key is written in two files: one of them would silently win", () => {
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const places = new Map<string, string[]>();
  for (const file of files)
    for (const key of keysOf(file)) places.set(key, [...(places.get(key) ?? []), file]);
  expect(places.size).toBeGreaterThan(1500);
  expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
});

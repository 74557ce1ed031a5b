import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Row } from "./row.ts";

test("the bench runs from end to end on a few submissions and prints every line", async () => {
  const script = join(import.meta.dirname, "run.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--quick", "--json"]);
  const rows: Row[] = JSON.parse(stdout);
  const words = [
    "import of 2",
    "whole processes",
    "peak memory",
    "workbook of 200 projects",
    "one file of",
    "thread is lost",
    "first screen",
    "check of",
    "search in",
    "merge of 18",
    "ranking of 18",
    "one score",
    "copy of",
    "desk with 2 dossiers: open",
    "desk with 2 dossiers: compare",
    "desk with 2 dossiers: search",
    "desk with 2 dossiers: a score stored",
  ];
  for (const word of words) expect(rows.map(({ what }) => what).join("\n")).toContain(word);
  for (const { measured, raw, ratio } of rows) {
    expect(`${measured} ${raw}`).toMatch(/\d/);
    if (ratio !== null) expect(ratio).toBeGreaterThanOrEqual(0);
  }
});

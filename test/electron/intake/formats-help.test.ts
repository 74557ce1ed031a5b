import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatsPage } from "../../support/formats-table.ts";

const page = join(import.meta.dirname, "../../../resources/help/20-formats.md");

describe("the help page about formats", () => {
  it("says what is really read; UPDATE_HELP=1 writes it anew", async () => {
    const text = await formatsPage();
    if (process.env.UPDATE_HELP) await writeFile(page, text);
    expect(text).not.toContain("！");
    expect(await readFile(page, "utf8")).toBe(text);
  });
});

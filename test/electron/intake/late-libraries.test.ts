import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const statement = /^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)";$/gms;

/** Modules a source loads before its first line runs; what it imports later is not among them. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(statement)].map((found) => found[1] ?? "");

/** Everything a source loads with itself: our files, and packages from elsewhere. */
function loadedWith(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of importsOf(file)) {
      if (name.startsWith(".")) visit(join(dirname(file), name));
      else if (!name.startsWith("node:")) packages.add(name);
    }
  };
  visit(entry);
  return { files: new Set([...files].map((file) => relative(root, file))), packages };
}

test("a reading thread starts with what Word and Excel of today need; other libraries wait for their files", () => {
  const { files, packages } = loadedWith(join(root, "electron/intake/worker.ts"));
  expect([...packages].sort()).toEqual(["decimal.js", "saxes", "yauzl"]);
  expect(files).toContain("electron/intake/read-docx.ts");
  expect(files).toContain("electron/intake/read-xlsx.ts");
  for (const late of ["read-pdf.ts", "read-old-workbook.ts", "read-html.ts", "mail/unwrap-mail.ts"])
    expect(files).not.toContain(`electron/intake/${late}`);
});

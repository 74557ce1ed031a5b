import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../../electron/build/targets.ts";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { createIntakePool, type IntakePool } from "../../../electron/intake/pool.ts";
import { inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { msgWith } from "../../support/msg-fixture.ts";
import { pdfWith, shown } from "../../support/pdf-fixture.ts";

const root = join(import.meta.dirname, "../../..");
let folder = "";
let pool: IntakePool;

beforeAll(async () => {
  // Outside of the project, so that nothing can be found in its node_modules.
  folder = await mkdtemp(join(tmpdir(), "bundled-worker-"));
  const target = targets.find((candidate) => candidate.name === "intake-worker");
  if (!target) throw new Error("no such target");
  await build(target.config(root, folder));
  pool = createIntakePool({
    workerFile: join(folder, "electron", "intake-worker.cjs"),
    size: 1,
    limits: defaultLimits,
  });
});

afterAll(async () => {
  await pool?.close();
  await rm(folder, { recursive: true, force: true });
});

const fixture = (name: string) => (): Promise<Buffer> => readFile(join(root, "test/fixtures/intake", name));

describe("the bundled reading thread, away from its sources", () => {
  it.each([
    ["report.pdf", fixture("report.pdf")],
    ["gbk.pdf", () => pdfWith([{ content: shown("b7bdb0b8", 60, 700) }])],
    ["report.doc", fixture("report.doc")],
    ["report.rtf", fixture("report.rtf")],
    ["report.html", fixture("report.html")],
    ["report.odt", fixture("report.odt")],
    ["libreoffice.ods", fixture("libreoffice.ods")],
    ["excel95.xls", fixture("excel95.xls")],
    ["mail.msg", () => msgWith({ narrow: { "0037": Buffer.from("b7bdb0b8", "hex") } })],
  ])("reads %s as the sources do", async (name, content) => {
    const bytes = await content();
    const [file] = await pool.inspect({ path: name, bytes, provenance: {} }, { scheme: null });
    const outline = outlineOf(await inspectOne(name, bytes));
    expect(outline).not.toEqual([]);
    expect(file && outlineOf(file)).toEqual(outline);
  });
});

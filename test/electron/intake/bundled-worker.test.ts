import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../../electron/build/targets.ts";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { createIntakePool, type IntakePool } from "../../../electron/intake/pool.ts";
import { outlineOf } from "../../support/inspect-bytes.ts";

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

describe("the bundled reading thread, away from its sources", () => {
  it.each(["report.pdf", "report.doc", "report.rtf", "report.html", "report.odt", "libreoffice.ods"])(
    "reads %s as the sources do",
    async (name) => {
      const bytes = await readFile(join(root, "test/fixtures/intake", name));
      const input = { path: name, bytes, provenance: {} };
      const [file] = await pool.inspect(input, { scheme: null });
      expect(file && outlineOf(file)).not.toEqual([]);
      expect(file?.status).not.toBe("refused");
    },
  );
});

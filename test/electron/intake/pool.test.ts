import { afterEach, describe, expect, it } from "vitest";
import { defaultLimits, type IntakeLimits } from "../../../electron/intake/limits.ts";
import { createIntakePool, type IntakePool } from "../../../electron/intake/pool.ts";
import { outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";
import { pdfBomb } from "../../support/pdf-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";
import type { ThreadNews } from "../../support/telling-worker.ts";

const workerFile = new URL("../../../electron/intake/worker.ts", import.meta.url);
const pools: IntakePool[] = [];
const poolOf = (size: number, limits: Partial<IntakeLimits> = {}, file: URL = workerFile): IntakePool => {
  const pool = createIntakePool({ workerFile: file, size, limits: { ...defaultLimits, ...limits } });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const docx = (text: string): Buffer => docxWith(paragraph(text));
const input = (path: string, bytes: Uint8Array) => ({ path, bytes, provenance: {} });
const endless = docxWith("<w:p/>".repeat(300_000));

const stuck = new URL("../../support/stuck-worker.ts", import.meta.url);
/** A second for a file of one byte and a quarter of an hour for each of these documents, however busy the machine is. */
const hurriesWithAByte = { timeFloorMs: 1, timePerMegabyteMs: 1e9 };
const aByte = Buffer.of(1);

describe("the pool of reading threads", () => {
  it("gives what inspectFile gives, contents included, for more files than threads", async () => {
    const pool = poolOf(2);
    const jobs = Array.from({ length: 6 }, (_, index) =>
      pool.inspect(input(`${index}.zip`, rawZip([{ name: "a.docx", content: docx(`文${index}`) }])), {
        scheme: null,
      }),
    );
    const results = await Promise.all(jobs);
    expect(results.map(verdictsOf)).toEqual(
      results.map((_, index) => [`${index}.zip ok`, `${index}.zip!/a.docx ok`]),
    );
    expect(results.map(([, inner]) => inner && outlineOf(inner))).toEqual(
      results.map((_, index) => [`p 文${index}`]),
    );
    for (const [index, [, inner]] of results.entries())
      expect(Buffer.from(inner?.content ?? []).equals(docx(`文${index}`))).toBe(true);
    expect(results[3]?.[0]?.content.length).toBe(results[3]?.[0]?.bytes);
  });

  it("cancels what runs and what waits, and reads on afterwards", async () => {
    const pool = poolOf(1);
    const control = new AbortController();
    const running = pool.inspect(input("1.docx", endless), { scheme: null, signal: control.signal });
    const waiting = pool.inspect(input("2.docx", docx("二")), { scheme: null, signal: control.signal });
    const other = pool.inspect(input("3.docx", docx("三")), { scheme: null });
    control.abort();
    expect(verdictsOf([...(await running), ...(await waiting), ...(await other)])).toEqual([
      "1.docx refused cancelled",
      "2.docx refused cancelled",
      "3.docx ok",
    ]);
  });

  it("refuses the file that takes too long by its own name and reads the rest of the archive", async () => {
    const archive = rawZip([
      { name: "1.docx", content: docx("一") },
      { name: "hang.docx", content: aByte },
      { name: "3.docx", content: docx("三") },
    ]);
    const files = await poolOf(1, hurriesWithAByte, stuck).inspect(input("a.zip", archive), { scheme: null });
    expect(verdictsOf(files)).toEqual([
      "a.zip ok",
      "a.zip!/1.docx ok",
      "a.zip!/hang.docx refused timeout",
      "a.zip!/3.docx ok",
    ]);
  });

  it("ends a thread that does not come back, blames the file it was reading, and goes on with a new one", async () => {
    const pool = poolOf(1, hurriesWithAByte, stuck);
    expect(verdictsOf(await pool.inspect(input("hang.docx", aByte), { scheme: null }))).toEqual([
      "hang.docx refused timeout",
    ]);
    expect(verdictsOf(await pool.inspect(input("exit.docx", docx("乙")), { scheme: null }))).toEqual([
      "exit.docx refused broken",
    ]);
    expect(verdictsOf(await pool.inspect(input("ok.docx", docx("丙")), { scheme: null }))).toEqual([
      "ok.docx ok",
    ]);
  });

  it("reads with a new thread what lay ready behind a file that ended the first", async () => {
    const pool = poolOf(1, hurriesWithAByte, stuck);
    const names = ["hang.docx", "a.docx", "exit.docx", "b.docx", "c.docx"];
    const read = names.map((name) =>
      pool.inspect(input(name, name.startsWith("hang") ? aByte : docx(name)), { scheme: null }),
    );
    expect((await Promise.all(read)).flatMap(verdictsOf)).toEqual([
      "hang.docx refused timeout",
      "a.docx ok",
      "exit.docx refused broken",
      "b.docx ok",
      "c.docx ok",
    ]);
  });

  it("cancels a file that lies ready behind another, and the other is read to its end", async () => {
    const pool = poolOf(1);
    const control = new AbortController();
    const first = pool.inspect(input("1.docx", docx("一")), { scheme: null });
    const ready = pool.inspect(input("2.docx", endless), { scheme: null, signal: control.signal });
    const waiting = pool.inspect(input("3.docx", docx("三")), { scheme: null });
    control.abort();
    expect(verdictsOf(await ready)).toEqual(["2.docx refused cancelled"]);
    expect(verdictsOf([...(await first), ...(await waiting)])).toEqual(["1.docx ok", "3.docx ok"]);
  });

  it("refuses what needs more memory than a thread may have", async () => {
    const pool = poolOf(1, { heapMegabytes: 64, cells: 1e9, blocks: 1e9, timeFloorMs: 600_000 });
    const many = docxWith(Array.from({ length: 500_000 }, (_, index) => paragraph(`第${index}段`)).join(""));
    expect(verdictsOf(await pool.inspect(input("a.docx", many), { scheme: null }))).toEqual([
      "a.docx refused out-of-memory",
    ]);
    expect(verdictsOf(await pool.inspect(input("b.docx", docx("乙")), { scheme: null }))).toEqual([
      "b.docx ok",
    ]);
  });

  it("refuses what inflates beside the heap without end", async () => {
    const pool = poolOf(1, { bufferMegabytes: 100, timeFloorMs: 600_000 });
    const files = await pool.inspect(input("a.pdf", pdfBomb(1 << 29)), { scheme: null });
    expect(verdictsOf(files)).toEqual(["a.pdf refused out-of-memory"]);
    expect(verdictsOf(await pool.inspect(input("b.docx", docx("乙")), { scheme: null }))).toEqual([
      "b.docx ok",
    ]);
  });

  it("keeps a thread ready, its readers loaded, that takes the place of one that was ended", async () => {
    const heard = new BroadcastChannel("reading-threads");
    const loaded: number[] = [];
    const readers: number[] = [];
    heard.onmessage = ({ data }: MessageEvent<ThreadNews>) =>
      (data.did === "loaded" ? loaded : readers).push(data.thread);
    const telling = new URL("../../support/telling-worker.ts", import.meta.url);
    const pool = poolOf(1, {}, telling);
    await pool.inspect(input("a.docx", docx("甲")), { scheme: null });
    await expect.poll(() => [loaded.length, readers.length]).toEqual([2, 1]);
    // News of two threads may come in any order.
    const spare = loaded.find((thread) => thread !== readers[0]);
    const control = new AbortController();
    const lost = pool.inspect(input("b.docx", endless), { scheme: null, signal: control.signal });
    control.abort();
    await lost;
    await pool.inspect(input("c.docx", docx("乙")), { scheme: null });
    await expect.poll(() => readers.at(-1)).toBe(spare);
    heard.close();
  });

  it("closes while reading", async () => {
    const pool = poolOf(1);
    const running = pool.inspect(input("1.docx", endless), { scheme: null });
    await pool.close();
    expect(verdictsOf(await running)).toEqual(["1.docx refused cancelled"]);
    expect(verdictsOf(await pool.inspect(input("2.docx", docx("二")), { scheme: null }))).toEqual([
      "2.docx refused cancelled",
    ]);
  });
});
